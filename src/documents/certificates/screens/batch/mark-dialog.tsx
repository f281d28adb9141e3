/** 登记签章: the day, and the reason where the law had it done earlier. */
import { type ReactNode, useMemo, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { api, newIdempotencyKey } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { BatchView } from '../../certificates.api.ts';

interface MarkDialogProps {
  batch: BatchView;
  mark: BatchView['marks'][number];
  onClose: () => void;
  onDone: () => Promise<void>;
}

export function MarkDialog({ batch, mark, onClose, onDone }: MarkDialogProps): ReactNode {
  const today = civilDate(useSession().today);
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const idempotencyKey = useMemo(newIdempotencyKey, []);
  const late = mark.mark === 'CITY' ? batch.lateToday : null;
  const send = async () => {
    if (!on) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const why = reason.trim();
      const body = { mark: mark.mark, on, ...(why ? { reason: why } : {}) };
      await api.post(`/certificate-batches/${batch.id}/marks`, body, { idempotencyKey });
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
      title={`登记${mark.words}`}
      foot={
        <>
          <span className="dialog-note">{`${batch.certificates.length}张证书逐张签章后再登记`}</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            登记
          </Button>
        </>
      }
    >
      <div className="certificate-form">
        <ProblemLine problem={problem} />
        <DateField label="签章日" required value={on} onChange={setOn} today={today} to={today} />
        {late && (
          <TextField
            label="迟办原因"
            value={reason}
            onChange={setReason}
            maxLength={200}
            hint={`今天签章的：${late}`}
          />
        )}
      </div>
    </Dialog>
  );
}
