/** 整批撤销: withdraws what was submitted and removes the workbook's rows; asked once, with the facts. */
import { type ReactNode, useState } from 'react';
import { countWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { ImportView } from '../../review/review.api.ts';
import { undoImport } from '../acts.screen.ts';
import { useRenewAdmissions } from '../admission-queries.tsx';

/** The server refuses where somebody has acted meanwhile, and says who. */
export function UndoImport({ one, onClose }: { one: ImportView; onClose: () => void }): ReactNode {
  const renew = useRenewAdmissions();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const undo = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await undoImport(one.id);
      await renew();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  const lost = one.rows - one.submitted;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`整批撤销：${one.fileName}`}
      foot={
        <>
          <Button onPress={onClose}>不撤销</Button>
          <Button tone="danger" busy={busy} onPress={() => void undo()}>
            整批撤销
          </Button>
        </>
      }
    >
      <p>
        撤回已提交的{countWords(one.submitted)}人{lost > 0 && `，未提交的${countWords(lost)}行一并删除`}
        {one.mended > 0 && `，网页上改好的${countWords(one.mended)}处不再保留`}。须再导入的，请重新上传工作簿。
      </p>
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
