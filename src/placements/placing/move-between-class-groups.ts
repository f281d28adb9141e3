/** 调班: students change from one class group to another of the same grade, or back among the unplaced, with a reason. */
import type { Actor, Services } from '../../access/index.ts';
import { listClassGroups } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getSchoolInReach } from '../class-groups/reach.ts';
import { lockClassGroups, lockMembers } from './membership.store.ts';
import { refuseAbsent, refuseMisfits } from './place-students.ts';
import { type ChangedGroup, seatStudents } from './seat-students.ts';

export interface MovingRequest {
  schoolId: string;
  studentIds: readonly string[];
  /** The class group as the person saw it: who is no longer there was moved by somebody else. */
  fromClassGroupId: string;
  /** Null takes them out of their class group. */
  toClassGroupId: string | null;
  reason: string;
}

/**
 * Ends the membership and begins the other on the same day. Refuses CONFLICT where somebody was quicker, BAD_INPUT for a
 * class group of another intake, LAW_REFUSES where the other one would be too large.
 */
export async function moveBetweenClassGroups(
  services: Pick<Services, 'law'>,
  tx: Transaction,
  actor: Actor,
  { schoolId, studentIds, fromClassGroupId, toClassGroupId, reason }: MovingRequest,
): Promise<ChangedGroup[]> {
  const school = await getSchoolInReach(tx, actor, schoolId);
  const wanted = [...new Set(studentIds)];
  const all = await listClassGroups(tx, school.id, dayOf(tx.now));
  const groups = new Map(all.map((group) => [group.id, group]));
  const target = toClassGroupId === null ? null : groups.get(toClassGroupId);
  if (target === undefined || !groups.has(fromClassGroupId)) throw refuse('NOT_FOUND', { what: '此班级' });
  if (toClassGroupId === fromClassGroupId) throw refuse('BAD_INPUT', { what: '已在此班级，请选择另一个班级' });
  if (wanted.length === 0) throw refuse('BAD_INPUT', { what: '没有选中学生，请先选中要调班的学生' });
  await lockClassGroups(tx, toClassGroupId ? [fromClassGroupId, toClassGroupId] : [fromClassGroupId]);
  const members = await lockMembers(tx, school, wanted);
  refuseAbsent(wanted.length, members);
  if (members.some(({ classGroupId }) => classGroupId !== fromClassGroupId)) {
    throw refuse('CONFLICT', { what: '所选学生中有人已不在原班级（可能由他人先办）' });
  }
  if (target) refuseMisfits(tx, members, () => target, groups);
  return seatStudents(services, tx, actor, school, { action: 'MOVE', members, targetOf: () => target, groups, reason });
}
