/** 登记请假: for a student of the class group that is looked at. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { addDays, type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { FormRow } from '../../../../web/parts/form/form-row.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { ShownPaperCode } from '../../../shown-papers/paper-words.api.ts';
import { SHOWN_PAPERS } from '../../../shown-papers/paper-words.api.ts';
import { PictureButton, sendPaper } from '../../../shown-papers/screens/shown-papers.tsx';
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
  const [pictures, setPictures] = useState<Readonly<Partial<Record<ShownPaperCode, File>>>>({});
  const [entered, setEntered] = useState<{ id: string }>();
  const [problem, setProblem] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const codes: readonly ShownPaperCode[] = reason === 'ILLNESS' ? ['GUARDIAN_PROOF', 'DIAGNOSIS'] : ['GUARDIAN_PROOF'];
  const send = async () => {
    setTried(true);
    if (!studentId || !beginsOn || !endsOn) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const shown = (Object.keys(pictures) as ShownPaperCode[]).filter((code) => codes.includes(code));
      // Where a picture fails the request stands already: only what is left is sent again.
      const { id } =
        entered ??
        (await acts.askForLeave({
          ...{ studentId, reason, beginsOn, endsOn },
          ...{ guardianProof: shown.includes('GUARDIAN_PROOF'), diagnosis: shown.includes('DIAGNOSIS') },
        }));
      setEntered({ id });
      for (const paper of shown) {
        await sendPaper({ entryKind: 'LEAVE_OF_ABSENCE', entryId: id, paper }, pictures[paper]!);
        setPictures(({ [paper]: _sent, ...left }) => left);
      }
      await acts.renew();
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
        {codes.map((code) => (
          <FormRow key={code} label={SHOWN_PAPERS[code]} group hint="拍照或扫描件，可以以后补交">
            {() => (
              <span className="attendance-line">
                {pictures[code]?.name}
                <PictureButton
                  label={`${SHOWN_PAPERS[code]}照片`}
                  words={pictures[code] ? '换一张' : '选照片'}
                  onFile={(file) => setPictures({ ...pictures, [code]: file })}
                />
              </span>
            )}
          </FormRow>
        ))}
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
