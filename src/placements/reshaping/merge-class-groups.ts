/** 合班: the students of class groups go into another one of their grade, and the emptied class groups end. */
import type { Actor, Services } from '../../access/index.ts';
import { type ClassGroup, endClassGroup, listClassGroups } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getClassGroupInReach } from '../class-groups/reach.ts';
import { listMembers, lockClassGroups, lockMembers } from '../placing/membership.store.ts';
import { refuseMisfits } from '../placing/place-students.ts';
import { type ChangedGroup, seatStudents } from '../placing/seat-students.ts';

/**
 * Merges on one day. Refuses BAD_INPUT for class groups of another grade, LAW_REFUSES where the merged one would be too
 * large; the emptied ones are closed in the same act and their codes not given again.
 */
export async function mergeClassGroups(
  services: Pick<Services, 'law'>,
  tx: Transaction,
  actor: Actor,
  { intoId, fromIds, reason }: { intoId: string; fromIds: readonly string[]; reason: string },
): Promise<ChangedGroup[]> {
  const { school } = await getClassGroupInReach(tx, actor, intoId);
  const sources = [...new Set(fromIds)];
  if (sources.includes(intoId)) throw refuse('BAD_INPUT', { what: '班级不能并入自身，请另选一个班' });
  await lockClassGroups(tx, [intoId, ...sources]);
  const all = await listClassGroups(tx, school.id, dayOf(tx.now));
  const groups = new Map(all.map((group) => [group.id, group]));
  const standing = (id: string): ClassGroup => {
    const group = groups.get(id);
    if (!group) throw refuse('NOT_FOUND', { what: '此班级' });
    return group;
  };
  const into = standing(intoId);
  const ending = sources.map(standing);
  const members = await lockMembers(
    tx,
    school,
    (await listMembers(tx, school, sources)).map(({ studentId }) => studentId),
  );
  refuseMisfits(tx, members, () => into, groups);
  const changed = await seatStudents(services, tx, actor, school, {
    action: 'MOVE',
    members,
    targetOf: () => into,
    groups,
    reason: `合班：${reason}`,
  });
  for (const group of ending) await endClassGroup(tx, actor, group, `合班：${reason}`);
  return changed;
}
