/** 审查入学资格: the ground, the facts and the paper by which they were found; opens the case. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { CancellationRequest } from '../../cancelling/cancellation.api.ts';
import { CANCELLATION_GROUNDS } from '../../cancelling/cancellation-words.api.ts';
import type { RollItem } from '../../roll/roll.api.ts';
import { useRollActs, useRunning } from '../roll-queries.tsx';

interface CancellationFormProps {
  item: RollItem;
  open: boolean;
  onClose: () => void;
  onOpened: (caseId: string) => void;
}

/** A dialog; content is only there while open. */
export function CancellationForm(props: CancellationFormProps): ReactNode {
  return props.open ? <Asking {...props} /> : null;
}

const GROUNDS = Object.entries(CANCELLATION_GROUNDS).map(([value, words]) => ({ value, words }));

function Asking({ item, onClose, onOpened }: CancellationFormProps): ReactNode {
  const { today: todayText, institution } = useSession();
  const today = civilDate(todayText);
  const acts = useRollActs();
  const { busy, problem, run } = useRunning();
  const [ground, setGround] = useState('');
  const [reason, setReason] = useState('');
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState<CivilDate>();
  const [tried, setTried] = useState(false);
  const own = institution.id === item.schoolId;
  const send = async () => {
    setTried(true);
    if (!ground || reason.trim().length < 4 || title.trim().length < 4 || !issuedOn) return;
    const paper = { title: title.trim(), issuedOn, ...(number.trim() ? { number: number.trim() } : {}) };
    const request = { ground: ground as CancellationRequest['ground'], reason: reason.trim(), paper };
    await run(async () => onOpened((await acts.cancel(item.id, request)).caseId));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`审查入学资格：${item.name}`}
      foot={
        <>
          <Button onPress={onClose}>返回</Button>
          <Button tone="danger" busy={busy} onPress={() => void send()}>
            {own ? '报学籍主管部门审查' : '提交主管领导签署'}
          </Button>
        </>
      }
    >
      <div className="roll-form">
        <SelectField
          label="审查事由"
          required
          value={ground}
          onChange={setGround}
          options={GROUNDS}
          problem={tried && !ground ? '请选择审查事由' : undefined}
        />
        <TextField
          label="认定的事实"
          required
          value={reason}
          onChange={setReason}
          lines={3}
          maxLength={500}
          problem={tried && reason.trim().length < 4 ? '请写明审查认定的事实，不少于4个字' : undefined}
        />
        <TextField
          label="核查材料"
          required
          value={title}
          onChange={setTitle}
          maxLength={120}
          problem={tried && title.trim().length < 4 ? '请写核查材料的全名' : undefined}
        />
        <TextField label="文号" value={number} onChange={setNumber} maxLength={60} />
        <DateField
          label="材料日期"
          required
          value={issuedOn}
          onChange={setIssuedOn}
          today={today}
          to={today}
          problem={tried && !issuedOn ? '请填写材料日期' : undefined}
        />
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
