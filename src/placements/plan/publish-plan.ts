/** 公布分班: memberships, roster, seat numbers and class teachers of the whole plan in one transaction. */
import { asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution, listClassGroups, setTeacher } from '../../authorities/index.ts';
import type { CaseContext } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { fittingGroups } from '../placing/fitting-groups.ts';
import { lockClassGroups, lockMembers } from '../placing/membership.store.ts';
import { keepReview } from '../placing/review.store.ts';
import { seatStudents } from '../placing/seat-students.ts';
import type { ClassPlan } from './class-plan.ts';
import { listPlanSeats, updatePlan } from './plan.store.ts';

/** The workflow in which an authority decides. */
export const REVIEWED = 'class-placement';

/**
 * Seats everybody of the plan who still waits for a class group; who has left the school or was placed meanwhile is passed
 * over. What was decided on once holds for those who come later too (SX-13.1). Refuses as seatStudents does.
 */
export async function publishPlan(
  services: Pick<Services, 'law'>,
  { tx, actor, theCase }: CaseContext,
  plan: ClassPlan,
): Promise<void> {
  const school = await getInstitution(tx, { id: plan.schoolId });
  const today = dayOf(tx.now);
  const all = await listClassGroups(tx, school.id, today);
  const groups = new Map(all.map((group) => [group.id, group]));
  await lockClassGroups(tx, plan.groupIds);
  const seats = new Map((await listPlanSeats(tx, plan.id)).map((seat) => [seat.studentId, seat.classGroupId]));
  const members = (await lockMembers(tx, school, [...seats.keys()])).filter((member) => {
    const target = groups.get(seats.get(member.studentId)!);
    return target && member.classGroupId === null && fittingGroups(member, all, today).includes(target);
  });
  await seatStudents(services, tx, actor, school, {
    action: 'PLACE',
    members,
    targetOf: ({ studentId }) => groups.get(seats.get(studentId)!)!,
    groups,
    reason: `分班方案（${theCase.number}）`,
  });
  await giveTeachers(tx, plan);
  await updatePlan(tx, plan, { state: 'PUBLISHED' });
  if (theCase.workflow === REVIEWED) {
    const of = { schoolId: school.id, placeCode: school.placeCode, stage: plan.stage, intakeYear: plan.intakeYear };
    const review = { reviewedOn: today, by: actor.institution.name, opinion: `分班方案（${theCase.number}）` };
    await keepReview(tx, of, review, actor.accountId);
  }
  await record(tx, asAuditActor(actor), {
    action: 'PUBLISH_CLASS_PLAN',
    subjectKind: 'INSTITUTION',
    subjectId: school.id,
    path: school.path,
    detail: {
      plan: plan.id,
      case: theCase.number,
      seed: plan.seed,
      placed: members.length,
      passedOver: seats.size - members.length,
    },
  });
}

async function giveTeachers(tx: Transaction, { teachers, groupIds }: ClassPlan): Promise<void> {
  if (!teachers) return;
  for (const id of groupIds) {
    const teacherId = teachers.byGroup[id];
    if (teacherId) await setTeacher(tx, id, teacherId);
  }
}
