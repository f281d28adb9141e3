/** 纸质在档: says of several students that a paper lies in their folders. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { PAPER_KINDS, type PaperKind } from '../../papers/paper-kinds.api.ts';
import { useFileActs } from '../file/file-queries.tsx';

const OPTIONS = Object.entries(PAPER_KINDS).map(([value, { words }]) => ({ value, words }));

export function PapersInFolder({
  studentIds,
  onClose,
}: {
  studentIds: readonly string[];
  onClose: () => void;
}): ReactNode {
  const today = civilDate(useSession().today);
  const { filePaperOnly } = useFileActs();
  const [paper, setPaper] = useState<PaperKind>('HOUSEHOLD');
  const [datedOn, setDatedOn] = useState<CivilDate | undefined>(today);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const file = async () => {
    if (!datedOn || busy) return;
    setBusy(true);
    try {
      await filePaperOnly({ paper, datedOn, studentIds: [...studentIds] });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记${studentIds.length}人的纸质材料`}
      foot={
        <Button
          tone="primary"
          busy={busy}
          onPress={() => void file()}
          locked={datedOn ? undefined : { reason: '请填写落款日期' }}
        >
          登记
        </Button>
      }
    >
      <SelectField
        label="材料"
        value={paper}
        onChange={(next) => setPaper(next as PaperKind)}
        empty={null}
        options={OPTIONS}
      />
      <DateField label="落款日期" required value={datedOn} onChange={setDatedOn} today={today} to={today} />
      <p className="quiet">归档后不能撤出；原件已放入每名学生的档案袋再登记</p>
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
