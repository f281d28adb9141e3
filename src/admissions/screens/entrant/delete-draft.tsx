/** 删除草稿: a draft that nobody has acted on is taken away; asked once, because it cannot be brought back. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { EntrantView } from '../../entrants/entrants.api.ts';
import { deleteEntrant } from '../acts.screen.ts';

/** `onDone` is called once it is gone. */
export function DeleteDraft({ one, onDone }: { one: EntrantView; onDone: () => void }): ReactNode {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const remove = async () => {
    setBusy(true);
    setProblem(undefined);
    await deleteEntrant(one.id).then(onDone, setProblem);
    setBusy(false);
  };
  const who = one.name || '姓名未填';
  return (
    <>
      <Button large tone="danger" onPress={() => setAsking(true)}>
        删除草稿
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        width="narrow"
        title={`删除草稿：${who}`}
        foot={
          <>
            <Button onPress={() => setAsking(false)}>留着</Button>
            <Button tone="danger" busy={busy} onPress={() => void remove()}>
              删除
            </Button>
          </>
        }
      >
        <p>{who}的登记内容和照片一并删除，不能恢复；尚未提交，不影响学籍。</p>
        <ProblemLine problem={problem} />
      </Dialog>
    </>
  );
}
