/** 分班: registered students without a class group are put into one (SX-13.1, S6-4.1). */
import type { Actor, Services } from '../../access/index.ts';
import { type ClassGroup, gradeName, type Institution, intakeName, listClassGroups } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getSchoolInReach } from '../class-groups/reach.ts';
import { fittingGroups } from './fitting-groups.ts';
import { checkReviewed } from './law-of-placing.ts';
import { lockClassGroups, lockMembers, type Member } from './membership.store.ts';
import { findReview } from './review.store.ts';
import { type ChangedGroup, seatStudents } from './seat-students.ts';

export interface PlacingRequest {
  schoolId: string;
  assignments: readonly { classGroupId: string; studentIds: readonly string[] }[];
  /** Asked for where a class group comes to be larger than the law wants it in principle. */
  reason?: string | undefined;
}

/**
 * Places all the students or none. Refuses CONFLICT where somebody was quicker, BAD_INPUT for a class group of another
 * intake, LAW_REFUSES and REASON_NEEDED as the law of the place has it.
 */
export async function placeStudents(
  services: Pick<Services, 'law'>,
  tx: Transaction,
  actor: Actor,
  { schoolId, assignments, reason }: PlacingRequest,
): Promise<ChangedGroup[]> {
  const school = await getSchoolInReach(tx, actor, schoolId);
  const wish = wishOf(assignments);
  const groups = await groupsOf(tx, school, assignments);
  const members = await lockMembers(tx, school, [...wish.keys()]);
  refuseAbsent(wish.size, members);
  if (members.some(({ classGroupId }) => classGroupId !== null)) {
    throw refuse('CONFLICT', { what: '所选学生中有人已编入班级（可能由他人先办），调班请用“调班”' });
  }
  const targetOf = ({ studentId }: Member) => groups.get(wish.get(studentId)!)!;
  refuseMisfits(tx, members, targetOf, groups);
  await refuseUnreviewed(services, tx, school, new Set(members.map(targetOf)), reason);
  return seatStudents(services, tx, actor, school, { action: 'PLACE', members, targetOf, groups, reason });
}

function wishOf(assignments: PlacingRequest['assignments']): Map<string, string> {
  const wish = new Map<string, string>();
  for (const { classGroupId, studentIds } of assignments) {
    for (const id of studentIds) {
      if (wish.has(id)) throw refuse('BAD_INPUT', { what: '同一学生不能同时编入两个班级，请只留一个' });
      wish.set(id, classGroupId);
    }
  }
  if (wish.size === 0) throw refuse('BAD_INPUT', { what: '没有选中学生，请先选中要编班的学生' });
  return wish;
}

/** The school's class groups of today, the named ones locked. Refuses NOT_FOUND for any that is not among them. */
async function groupsOf(
  tx: Transaction,
  school: Institution,
  assignments: PlacingRequest['assignments'],
): Promise<Map<string, ClassGroup>> {
  const all = await listClassGroups(tx, school.id, dayOf(tx.now));
  const groups = new Map(all.map((group) => [group.id, group]));
  const named = assignments.map(({ classGroupId }) => classGroupId);
  if (named.some((id) => !groups.has(id))) throw refuse('NOT_FOUND', { what: '此班级' });
  await lockClassGroups(tx, named);
  return groups;
}

/** Refuses NOT_FOUND where some of the students are not registered at the school. */
export function refuseAbsent(asked: number, members: readonly Member[]): void {
  if (members.length < asked) throw refuse('NOT_FOUND', { what: `所选学生中的${asked - members.length}人` });
}

/** Refuses BAD_INPUT where a student would come into a class group of another intake year or grade. */
export function refuseMisfits(
  tx: Transaction,
  members: readonly Member[],
  targetOf: (member: Member) => ClassGroup,
  groups: ReadonlyMap<string, ClassGroup>,
): void {
  const all = [...groups.values()];
  const misfits = members.filter((member) => !fittingGroups(member, all, dayOf(tx.now)).includes(targetOf(member)));
  const [first] = misfits;
  if (!first) return;
  const whose = `${intakeName(first.intakeYear)}${gradeName(first.grade)}`;
  const what = `所选学生中有${misfits.length}人是${whose}的，不能编入其他年级的班级，请改选本年级的班级`;
  throw refuse('BAD_INPUT', { what });
}

async function refuseUnreviewed(
  services: Pick<Services, 'law'>,
  tx: Transaction,
  school: Institution,
  targets: ReadonlySet<ClassGroup>,
  reason: string | undefined,
): Promise<void> {
  const today = dayOf(tx.now);
  for (const group of targets) {
    const { stage, intakeYear } = group;
    const review = await findReview(tx, { schoolId: school.id, placeCode: school.placeCode, stage, intakeYear });
    checkReviewed(services, school, group, { today, reviewed: review !== undefined, reason });
  }
}
