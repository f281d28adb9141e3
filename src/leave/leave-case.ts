/** 休学办件: what the engine must know of a leave, an extension and a return: their law, and what follows at the end. */
import { asAuditActor, type Services } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import { type CaseApplication, type CaseCheck, type CaseContext, type CaseKind, updateCase } from '../cases/index.ts';
import { checkOf, gradeOnReturn } from '../changes/index.ts';
import { type CivilDate, dayOf } from '../kernel/civil-date.ts';
import { cancelNumbersAt } from '../numbering/index.ts';
import { changeRegistration } from '../students/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { askLeave } from './law/ask-leave.ts';
import { countGrade, getLeaveStanding } from './leave.store.ts';
import { grantedBy, LEAVE_KINDS, type LeaveData, type LeaveKind } from './leave.ts';

/** The three kinds with their workflows. */
export function leaveKinds(services: Services, workflows: readonly Workflow[]): Record<LeaveKind, CaseKind> {
  const kindOf = (kind: LeaveKind): CaseKind => ({
    workflows: workflows.filter((table) => table.kind === kind),
    check: (context) => checkLeave(services, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for deciding on a leave')),
    application: async ({ theCase, school }) => applicationOf(dataOf(theCase), school.name),
    effects: { COMPLETED: (context) => completeLeave(services, context) },
  });
  return Object.fromEntries(LEAVE_KINDS.map((kind) => [kind, kindOf(kind)])) as Record<LeaveKind, CaseKind>;
}

/** 申请表: the student and what was filled in, signed by hand by the family and both persons of the school. */
const applicationOf = ({ student, said }: LeaveData, schoolName: string): CaseApplication => ({
  fields: [
    ['学生姓名', student.name],
    ['学籍号', student.numberMasked],
    ['学校', schoolName],
    ...said.map(({ label, words }) => [label, words] as const),
  ],
  signers: ['监护人', '学校经办人', '学校主管领导'],
});

/** The law of the day of the opening, about the student as it stands today. */
async function checkLeave(services: Pick<Services, 'law'>, { tx, theCase, school }: CaseContext): Promise<CaseCheck> {
  const { matter, running } = dataOf(theCase);
  // A county may have to decide on a school that another authority runs.
  const { standing, grade } = await tx.beyondScope(async () => {
    const found = await getLeaveStanding(tx, theCase.subjectId);
    // The absence as the application found it: a case that has been overtaken can still be withdrawn.
    return { standing: { ...found, running }, grade: await countGrade(tx, found) };
  });
  const decision = askLeave(services, { matter, standing, grade, school, day: theCase.lawDay });
  return checkOf(decision);
}

/** The registration changes its state on the day of the last consent; the days of the leave itself are kept with the case. */
async function completeLeave(
  services: Pick<Services, 'law'>,
  { tx, actor, theCase, school }: CaseContext,
): Promise<void> {
  const data = dataOf(theCase);
  const { matter, stage } = data;
  const [studentId, caseId, on] = [theCase.subjectId, theCase.id, dayOf(tx.now)];
  const granted = grantedBy(data);
  await tx.beyondScope(async () => {
    if (matter.kind === 'RETURN' && matter.form.returnsOn > on) {
      // Until that day the student is on leave, in every roster; the morning job begins the return.
      const { begunBy } = await getLeaveStanding(tx, studentId);
      const waits = { until: matter.form.returnsOn as CivilDate, leave: begunBy };
      await updateCase(tx, caseId, { title: theCase.title, data: { ...data, waits } });
    } else if (matter.kind === 'RETURN') {
      const grade = matter.form.gradeWanted;
      const placed = gradeOnReturn(school, stage, grade, on);
      await changeRegistration(tx, { studentId, caseId, on, from: 'ON_LEAVE', to: 'ENROLLED', ...placed });
      const lower = data.running !== null && grade < data.running.gradeBefore;
      const event = lower ? 'RETURN_LOWER_GRADE' : 'RETURN_SAME_GRADE';
      await cancelNumbersAt(services, tx, actor, { studentId, event, school });
    } else {
      const from = matter.kind === 'LEAVE' ? 'ENROLLED' : 'ON_LEAVE';
      await changeRegistration(tx, { studentId, caseId, on, from, to: 'ON_LEAVE' });
      await updateCase(tx, caseId, { title: theCase.title, data: { ...data, ...(granted ? { granted } : {}) } });
    }
    await record(tx, asAuditActor(actor), {
      action: matter.kind === 'RETURN' && matter.form.returnsOn > on ? 'AGREE_TO_RETURN' : DONE[matter.kind],
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: school.path,
      detail: { case: theCase.number, ...(granted ? { beganOn: granted.beganOn, endsOn: granted.endsOn } : {}) },
    });
  });
}

const DONE = { LEAVE: 'BEGIN_LEAVE', LEAVE_EXTENSION: 'EXTEND_LEAVE', RETURN: 'END_LEAVE' } as const;

const dataOf = ({ data }: CaseContext['theCase']): LeaveData => data as unknown as LeaveData;
