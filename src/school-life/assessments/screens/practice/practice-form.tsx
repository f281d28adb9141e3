/** 登记活动: one activity, who took part, what they did and who confirms it. */
import { type ReactNode, useState } from 'react';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { CheckField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { PracticeView } from '../../api/further.api.ts';
import { PRACTICE_KINDS, type PracticeKind } from '../../practice/practice.api.ts';
import { useAssessmentActs } from '../assessment-queries.tsx';
import './practice.css';

const KINDS = Object.entries(PRACTICE_KINDS).map(([value, words]) => ({ value, words }));

/** The dialog. */
export function PracticeForm({ view, onClose }: { view: PracticeView; onClose: () => void }): ReactNode {
  const acts = useAssessmentActs();
  const today = civilDate(view.today);
  const [kind, setKind] = useState<PracticeKind>('SOCIAL_PRACTICE');
  const [activity, setActivity] = useState('');
  const [heldOn, setHeldOn] = useState(today);
  const [hours, setHours] = useState('');
  const [partTaken, setPartTaken] = useState('');
  const [confirmedByName, setConfirmedBy] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(view.rows.map(({ studentId }) => studentId)));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const count = Number(hours);
  const soundHours = hours.trim() !== '' && count >= 0.5 && count <= 500;
  const short = (text: string) => text.trim().length < 2;
  const unsound = short(activity) || !soundHours || short(partTaken) || short(confirmedByName) || chosen.size === 0;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const send = async () => {
    setTried(true);
    if (unsound) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await acts.addPractice(view.classGroup.id, {
        ...{ kind, activity: activity.trim(), heldOn, hours: count, partTaken: partTaken.trim() },
        ...{ confirmedByName: confirmedByName.trim(), studentIds: [...chosen] },
      });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记${view.classGroup.name}实践活动`}
      width="wide"
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            登记{chosen.size}人
          </Button>
        </>
      }
    >
      <div className="assessments-form">
        <SelectField
          label="类别"
          value={kind}
          empty={null}
          onChange={(one) => setKind(one as PracticeKind)}
          options={KINDS}
        />
        <TextField
          label="活动内容"
          required
          value={activity}
          onChange={setActivity}
          maxLength={100}
          problem={tried && short(activity) ? '请写明活动内容，不少于2个字' : undefined}
        />
        <DateField label="日期" value={heldOn} onChange={(day) => day && setHeldOn(day)} today={today} to={today} />
        <TextField
          label="课时"
          required
          value={hours}
          onChange={setHours}
          inputMode="decimal"
          problem={tried && !soundHours ? '请填0.5至500的课时数' : undefined}
        />
        <TextField
          label="承担任务"
          required
          value={partTaken}
          onChange={setPartTaken}
          maxLength={100}
          problem={tried && short(partTaken) ? '请写明承担的任务，不少于2个字' : undefined}
        />
        <TextField
          label="证明人"
          required
          value={confirmedByName}
          onChange={setConfirmedBy}
          maxLength={60}
          hint="能证明学生参加的人或单位"
          problem={tried && short(confirmedByName) ? '请写明证明人或证明单位' : undefined}
        />
        <fieldset className="practice-students">
          <legend>
            参加的学生{chosen.size}/{view.rows.length}
          </legend>
          <div className="practice-all">
            <Button tone="quiet" onPress={() => setChosen(new Set(view.rows.map(({ studentId }) => studentId)))}>
              全选
            </Button>
            <Button tone="quiet" onPress={() => setChosen(new Set())}>
              全不选
            </Button>
          </div>
          {view.rows.map(({ studentId, name }) => (
            <CheckField key={studentId} checked={chosen.has(studentId)} onChange={() => toggle(studentId)}>
              {name}
            </CheckField>
          ))}
          {tried && chosen.size === 0 && <p className="tone-red">请勾选参加的学生</p>}
        </fieldset>
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
