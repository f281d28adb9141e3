/** 发放正式学籍号: asked once with the facts, for it cannot be taken back; says afterwards how many were given. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, newIdempotencyKey, sentenceOf } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import './roster.css';

interface Issued {
  issued: number;
  left: number;
}

/** Number of students that the server takes on in one call. */
const AT_ONCE = 5_000;

/** The act for one school, or for all schools of the place. */
export function IssueNumbers({ schoolId, of }: { schoolId: string; of: string }): ReactNode {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Issued>();
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setOpen(false);
    setDone(undefined);
    setProblem(undefined);
  };
  const issue = async () => {
    setBusy(true);
    setProblem(undefined);
    let sum: Issued = { issued: 0, left: 0 };
    try {
      for (let last = AT_ONCE; last === AT_ONCE; ) {
        const idempotencyKey = newIdempotencyKey();
        const body = schoolId === '' ? {} : { schoolId };
        const answer = await api.post<Issued>('/students/formal-numbers', body, { idempotencyKey });
        sum = { issued: sum.issued + answer.issued, left: answer.left };
        setDone(sum);
        last = answer.issued === 0 ? 0 : answer.issued + answer.left;
      }
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['students'] });
    }
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>发放正式学籍号</Button>
      <Dialog
        open={open}
        onClose={close}
        title="发放正式学籍号"
        foot={
          done && !busy ? (
            <Button onPress={close}>关闭</Button>
          ) : (
            <>
              <Button onPress={close}>取消</Button>
              <Button tone="primary" busy={busy} onPress={() => void issue()}>
                发放
              </Button>
            </>
          )
        }
      >
        <div className="issue-facts">
          <p>{of}仍用临时学籍号（L）的学生，证件号已核实的，换发正式学籍号（G）。</p>
          <p className="quiet">正式学籍号由身份证件号编成，一经发放终身不变，不能撤回；临时学籍号留在沿革中。</p>
          <div role="status">
            {done && (
              <p>
                已发放<b>{countWords(done.issued)}</b>人。
                {done.left > 0 && `另有${countWords(done.left)}人的证件号不能编成正式学籍号，仍用临时学籍号。`}
              </p>
            )}
          </div>
          <ProblemLine problem={problem} />
        </div>
      </Dialog>
    </>
  );
}
