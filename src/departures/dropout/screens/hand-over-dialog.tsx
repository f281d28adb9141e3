/** 登记转交与签收: to which authority the file goes, and who signed for it there. */
import { type ReactNode, useState } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { api } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { DropoutItem, HandOverReceipt, HandOverRequest } from '../dropouts.api.ts';

interface HandOverDialogProps {
  item: DropoutItem;
  today: CivilDate;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** The first press keeps what was sent, a later one what was signed. */
export function HandOverDialog({ item, today, onClose, onDone }: HandOverDialogProps): ReactNode {
  const { handOver, name, studentId } = item;
  const signing = Boolean(handOver?.sent);
  const [who, setWho] = useState('');
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [onPaper, setOnPaper] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const missing = who.trim().length < (signing ? 1 : 2);
  const keep = async () => {
    setTried(true);
    if (missing || !on) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const sent: HandOverRequest = { receiverName: who.trim(), on, onPaper };
      const receipt: HandOverReceipt = { on, by: who.trim() };
      if (signing) await api.put(`/dropouts/${studentId}/hand-over-receipt`, receipt);
      else await api.post(`/dropouts/${studentId}/hand-overs`, sent);
      await onDone();
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
      title={`${signing ? '登记签收' : '登记转交'}：${name}`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void keep()}>
            登记
          </Button>
        </>
      }
    >
      <p>
        {handOver?.asked}
        <span className="quiet no-autospace">（{handOver?.chip}）</span>
      </p>
      <TextField
        label={signing ? '签收人' : '接收机构'}
        required
        value={who}
        onChange={setWho}
        maxLength={80}
        hint={signing ? undefined : `户籍所在地：${handOver?.household || '未填'}`}
        problem={tried && missing ? (signing ? '请写明签收人' : '请写明接收机构') : undefined}
      />
      <DateField
        label={signing ? '签收日期' : '转交日期'}
        required
        value={on}
        onChange={setOn}
        today={today}
        to={today}
      />
      {!signing && (
        <CheckField checked={onPaper} onChange={setOnPaper}>
          对方要求，附纸质档案
        </CheckField>
      )}
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
