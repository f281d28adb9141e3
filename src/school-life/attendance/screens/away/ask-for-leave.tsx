/** 登记请假: for a student of the class group that is looked at. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { addDays, type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { CheckField, ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { useAttendanceActs, useRegister } from '../attendance-queries.tsx';

interface AskForLeaveProps {
  classGroupId: string;
  open: boolean;
  onClose: () => void;
}

/** The dialog; its fields begin anew each time. */
export function AskForLeave(props: AskForLeaveProps): ReactNode {
  return props.open ? <Asking {...props} /> : null;
}

const BACK_DAYS = 30;

function Asking({ classGroupId, onClose }: AskForLeaveProps): ReactNode {
  const today = civilDate(useSession().today);
  const { students = [] } = useRegister(classGroupId, today, today).data ?? {};
  const acts = useAttendanceActs();
  const [studentId, setStudentId] = useState('');
  const [reason, setReason] = useState<'ILLNESS' | 'PERSONAL'>('ILLNESS');
  const [beginsOn, setBeginsOn] = useState<CivilDate | undefined>(today);
  const [endsOn, setEndsOn] = useState<CivilDate | undefined>(today);
  const [guardianProof, setGuardianProof] = useState(false);
  const [diagnosis, setDiagnosis] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setTried(true);
    if (!studentId || !beginsOn || !endsOn) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await acts.askForLeave({ studentId, reason, beginsOn, endsOn, guardianProof, diagnosis });
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
      title="登记请假"
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            登记
          </Button>
        </>
      }
    >
      <div className="attendance-form">
        <SelectField
          label="学生"
          required
          value={studentId}
          onChange={setStudentId}
          options={students.map((one) => ({ value: one.studentId, words: one.name }))}
          problem={tried && !studentId ? '请选学生' : undefined}
        />
        <ChoiceField
          label="原因"
          value={reason}
          onChange={(next) => setReason(next as typeof reason)}
          options={[
            { value: 'ILLNESS', words: '因病' },
            { value: 'PERSONAL', words: '因事' },
          ]}
        />
        <DateField
          label="起"
          required
          value={beginsOn}
          onChange={setBeginsOn}
          today={today}
          from={addDays(today, -BACK_DAYS)}
        />
        <DateField label="止" required value={endsOn} onChange={setEndsOn} today={today} from={beginsOn} />
        <CheckField checked={guardianProof} onChange={setGuardianProof}>
          已收家长证明
        </CheckField>
        {reason === 'ILLNESS' && (
          <CheckField checked={diagnosis} onChange={setDiagnosis}>
            已收医院诊断书
          </CheckField>
        )}
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
