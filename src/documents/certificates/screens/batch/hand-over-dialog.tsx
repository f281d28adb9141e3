/** 发放证书: to whom and on which day; whole class groups at once take it themselves, a proxy is named. */
import { type ReactNode, useMemo, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { api, newIdempotencyKey } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { Stub } from '../../certificates.api.ts';

const RECEIVERS = [
  { value: 'SELF', words: '本人' },
  { value: 'GUARDIAN', words: '监护人' },
  { value: 'PROXY', words: '受托人' },
];

interface HandOverDialogProps {
  certificates: readonly Stub[];
  onClose: () => void;
  onDone: () => Promise<void>;
}

export function HandOverDialog({ certificates, onClose, onDone }: HandOverDialogProps): ReactNode {
  const today = civilDate(useSession().today);
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [who, setWho] = useState('SELF');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const idempotencyKey = useMemo(newIdempotencyKey, []);
  const nameless = who !== 'SELF' && name.trim() === '';
  const [first] = certificates;
  const send = async () => {
    setTried(true);
    if (!on || nameless) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const receiver = { who, ...(who === 'SELF' ? {} : { name: name.trim() }) };
      const body = { certificateIds: certificates.map(({ id }) => id), on, receiver };
      await api.post('/certificates/hand-overs', body, { idempotencyKey });
      await onDone();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={certificates.length === 1 ? `发放${first?.name ?? ''}的证书` : `发放证书${certificates.length}张`}
      foot={
        <>
          <span className="dialog-note">发放后不再打印，遗失、损坏都不补发</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            发放
          </Button>
        </>
      }
    >
      <div className="certificate-form">
        <ProblemLine problem={problem} />
        <DateField label="发放日" required value={on} onChange={setOn} today={today} to={today} />
        <ChoiceField label="领取人" required value={who} onChange={setWho} options={RECEIVERS} />
        {who !== 'SELF' && (
          <TextField
            label="领取人姓名"
            required
            value={name}
            onChange={setName}
            maxLength={60}
            problem={tried && nameless ? '请填领取人姓名' : undefined}
          />
        )}
      </div>
    </Dialog>
  );
}
