/** 提出和批准奖励. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { AwardProposal, AwardsDecision } from '../../awards/awards.api.ts';
import { ChooseStudents } from './choose-students.tsx';
import { useConductActs } from './conduct-queries.tsx';

const CATEGORIES = [
  { value: 'TITLE', words: '荣誉称号' },
  { value: 'ACADEMIC', words: '学科类' },
  { value: 'ACTIVITY', words: '活动类' },
];
const LEVELS = [
  { value: 'CLASS', words: '班级' },
  { value: 'SCHOOL', words: '校级' },
  { value: 'ABOVE_SCHOOL', words: '校级以上' },
];
const REVIEWERS = [
  { value: 'ACADEMIC_OFFICE', words: '教务处主任' },
  { value: 'MORAL_OFFICE', words: '政教处' },
  { value: 'YOUTH_LEAGUE', words: '团委' },
];
const APPROVERS = [
  { value: 'TEACHING_HEAD', words: '教学校长' },
  { value: 'MORAL_HEAD', words: '德育校长' },
];

/** What is typed stays until it is through. */
export function ProposeAwards({ onClose }: { onClose: () => void }): ReactNode {
  const session = useSession();
  const today = civilDate(session.today);
  const acts = useConductActs();
  const [studentIds, setStudentIds] = useState<readonly string[]>([]);
  const [category, setCategory] = useState('TITLE');
  const [level, setLevel] = useState('SCHOOL');
  const [title, setTitle] = useState('');
  const [giver, setGiver] = useState(session.institution.name);
  const [givenOn, setGivenOn] = useState<CivilDate | undefined>(today);
  const { busy, problem, tried, send } = useSending(onClose);
  const complete = studentIds.length > 0 && title.trim().length >= 2 && giver.trim().length >= 2 && givenOn;
  const submit = () =>
    send(
      complete
        ? () => acts.propose({ studentIds: [...studentIds], category, level, title, giver, givenOn } as AwardProposal)
        : undefined,
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="提出奖励"
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={submit}>
            提出，待校领导批准
          </Button>
        </>
      }
    >
      <div className="conduct-form">
        <ProblemLine problem={problem} />
        <ChooseStudents
          chosen={studentIds}
          onChange={setStudentIds}
          problem={tried && studentIds.length === 0 ? '请选学生' : undefined}
        />
        <ChoiceField label="类别" value={category} onChange={setCategory} options={CATEGORIES} />
        <ChoiceField label="级别" value={level} onChange={setLevel} options={LEVELS} />
        <TextField
          label="奖励名称"
          required
          value={title}
          onChange={setTitle}
          maxLength={60}
          hint="与奖状上的一致，如三好学生"
          problem={tried && title.trim().length < 2 ? '请填写奖励名称' : undefined}
        />
        <TextField label="颁发单位" required value={giver} onChange={setGiver} maxLength={60} />
        <DateField
          label="颁奖日期"
          required
          value={givenOn}
          onChange={setGivenOn}
          today={today}
          to={today}
          problem={tried && !givenOn ? '请填写颁奖日期' : undefined}
        />
      </div>
    </Dialog>
  );
}

/** The chain as the school went through it; where the law of the school names one, it must be that. */
export function GrantAwards({ ids, onClose }: { ids: readonly string[]; onClose: () => void }): ReactNode {
  const acts = useConductActs();
  const [reviewedBy, setReviewedBy] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const { busy, problem, send } = useSending(onClose);
  const chain = { ...(reviewedBy ? { reviewedBy } : {}), ...(approvedBy ? { approvedBy } : {}) };
  const submit = () => send(() => acts.decide({ ids: [...ids], grant: true, ...chain } as AwardsDecision));
  return (
    <Dialog
      open
      onClose={onClose}
      title={`批准${ids.length}项奖励`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={submit}>
            批准
          </Button>
        </>
      }
    >
      <div className="conduct-form">
        <ProblemLine problem={problem} />
        <SelectField label="审核部门" value={reviewedBy} onChange={setReviewedBy} options={REVIEWERS} />
        <SelectField label="批准校领导" value={approvedBy} onChange={setApprovedBy} options={APPROVERS} />
        <p className="quiet">学校章程规定了审核、批准程序的须如实填写，否则可空着</p>
      </div>
    </Dialog>
  );
}

/** One act at a time; what fails is said in the dialog and nothing that was typed is lost. */
export function useSending(onDone: () => void) {
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const send = (act: (() => Promise<unknown>) | undefined) => {
    setTried(true);
    if (!act || busy) return;
    setBusy(true);
    setProblem(undefined);
    act()
      .then(onDone)
      .catch((thrown: unknown) => {
        setProblem(thrown);
        setBusy(false);
      });
  };
  return { problem, busy, tried, send };
}
