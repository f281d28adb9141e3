/** 休学核对: the question of each kind, its facts from the record and the form, and what the law of the school's place answers. */
import type { Services } from '../../access/index.ts';
import { gradesOf, type Institution } from '../../authorities/index.ts';
import { placeOf, present } from '../../changes/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Decision } from '../../policy/index.ts';
import type { StudentOnLeave } from '../leave.store.ts';
import type { LeaveMatter } from '../leave-form.ts';

/** A leave, its extension or a return as it is put to the law. */
export interface AskedLeave {
  matter: LeaveMatter;
  standing: StudentOnLeave;
  /** Of the same grade without the student. */
  grade: { others: number; onLeave: number };
  school: Institution;
  day: CivilDate;
}

/** What the law says of it as it is filled in; who agreed is left unsaid, for that is what the case is for. */
export function askLeave({ law }: Pick<Services, 'law'>, asked: AskedLeave): Decision {
  const { matter, standing, school, day } = asked;
  const where = { ...placeOf(school), day };
  const { stage } = standing;
  if (matter.kind === 'LEAVE') {
    const { beginsOn, endsOn, absentSince, ...form } = matter.form;
    const absent = absentSince ? { absentSince: absentSince as CivilDate } : {};
    return law.ask('leave', where, {
      ...{ stage, ...present(form), ...absent },
      ...{ reason: form.reason, orderedBySchool: form.orderedBySchool },
      ...{ beginsOn: beginsOn as CivilDate, endsOn: endsOn as CivilDate },
      graduatingGrade: standing.grade === lastGradeOf(school, standing),
      gradeSize: asked.grade.others + 1,
      gradeOnLeave: asked.grade.onLeave + 1,
    });
  }
  const { reason, beganOn, endsOn, gradeBefore } = runningOf(standing);
  if (matter.kind === 'LEAVE_EXTENSION') {
    const { until, ...proofs } = matter.form;
    const facts = { stage, reason, beganOn, endsOn, until: until as CivilDate };
    return law.ask('leave-extension', where, { ...facts, ...present(proofs) });
  }
  const { returnsOn, ...form } = matter.form;
  const facts = { stage, reason, beganOn, endsOn, gradeBefore, returnsOn: returnsOn as CivilDate };
  return law.ask('return', where, { ...facts, ...present(form) });
}

/** The absence that is to be prolonged or ended. Refuses CONFLICT where there is none. */
export function runningOf({ running }: Pick<StudentOnLeave, 'running'>) {
  if (!running) throw refuse('CONFLICT', { what: '此学生现不在休学期，延长休学、复学无从办理，请核对学籍状态' });
  return running;
}

function lastGradeOf({ stages, years }: Institution, { stage }: StudentOnLeave): number {
  return Math.max(...gradesOf(stages, years).flatMap((one) => (one.stage === stage ? [one.grade] : [])));
}
