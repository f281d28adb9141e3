/** 补正申请: the form again, with what was said; who sent it back says in the track what is missing. */
import { type ReactNode, useState } from 'react';
import type { CaseView } from '../../../cases/cases.api.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { TransferData } from '../../transfer.ts';
import type { TransferChoices } from '../../transfers.api.ts';
import { asksDistance, FormFields } from '../opening/form-fields.tsx';
import { filledFrom, formOf, missingIn } from '../opening/form-state.screen.ts';
import { PaperList } from '../opening/paper-list.tsx';
import { mendTransfer } from '../transfer-queries.tsx';
import '../transfers.css';

interface MendDialogProps {
  view: CaseView;
  choices: TransferChoices | undefined;
  onClose: () => void;
  onMended: () => Promise<void>;
}

/** Saving does not hand in: that is the decision bar's. */
export function MendDialog({ view, choices, onClose, onMended }: MendDialogProps): ReactNode {
  const data = view.data as unknown as TransferData;
  const [filled, setFilled] = useState(filledFrom(data.form));
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const missing = missingIn(filled);
  const asks = { exam: data.stage === 'SENIOR', special: data.special, distance: asksDistance(view.findings) };
  const save = async () => {
    const form = formOf(filled, data.grade, data.form);
    if (!form || Object.keys(missing).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await mendTransfer(view.id, form);
      await onMended();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="修改转学申请"
      foot={
        <>
          <span className="dialog-note">保存后仍须在下方提交</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <div className="transfer-form">
        <FormFields filled={filled} onChange={setFilled} choices={choices} problems={missing} asks={asks} />
        <PaperList papers={data.papers} shown={filled.papers} onChange={(papers) => setFilled({ ...filled, papers })} />
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
