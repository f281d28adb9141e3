/** 开具在籍证明: for how long, what it tells, and what it is for. */
import { type ReactNode, useState } from 'react';
import { downloadFile, sentenceOf } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { CheckField, ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../../../web/parts/form/form-row.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { PROOF_DAYS, PROOF_ITEMS, type ProofItem } from '../../proof/proof-words.api.ts';

interface ProofDialogProps {
  studentId: string;
  name: string;
  onClose: () => void;
  onIssued: () => void;
}

const TERMS = [PROOF_DAYS.least, PROOF_DAYS.usual, 90, PROOF_DAYS.most].map((days) => ({
  value: String(days),
  words: `${days}天`,
}));

/** Issues one and hands its file to the browser. */
export function ProofDialog({ studentId, name, onClose, onIssued }: ProofDialogProps): ReactNode {
  const [days, setDays] = useState(String(PROOF_DAYS.usual));
  const [items, setItems] = useState<readonly ProofItem[]>([]);
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const issue = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { days: Number(days), items, ...(purpose.trim() ? { purpose: purpose.trim() } : {}) };
      await downloadFile(`/students/${studentId}/proofs-of-registration`, { post: true, body });
      onIssued();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`开具在籍证明：${name}`}
      foot={
        <>
          <span className="dialog-note">开具人、时间将留痕</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void issue()}>
            开具
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      <ChoiceField label="有效期" value={days} onChange={setDays} options={TERMS} />
      <FormRow label="还写明" group hint="姓名、学校、学段、年级和学籍状态总会写明；其余用不到的不写">
        {() => (
          <div className="proof-items">
            {(Object.entries(PROOF_ITEMS) as [ProofItem, string][]).map(([item, words]) => (
              <CheckField
                key={item}
                checked={items.includes(item)}
                onChange={(on) => setItems(on ? [...items, item] : items.filter((one) => one !== item))}
              >
                {words}
              </CheckField>
            ))}
          </div>
        )}
      </FormRow>
      <TextField
        label="用途"
        value={purpose}
        onChange={setPurpose}
        maxLength={40}
        placeholder="办理公交卡"
        hint="印在证明上，核验时不公开；可不填"
      />
    </Dialog>
  );
}
