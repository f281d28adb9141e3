/** 调整记录: what was done to a class group, by whom and why, read from the trail. */
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { ClassGroupChanges } from '../placements.api.ts';
import { listChanges } from './class-group-facts.store.ts';
import { getClassGroupInReach } from './reach.ts';

/** The acts on class groups and what they are called. */
export const CLASS_GROUP_ACTS: Readonly<Record<string, string>> = {
  PLACE_STUDENTS: '编入班级',
  MOVE_STUDENTS: '调班',
  GIVE_SEAT_NUMBERS: '编班内学号',
};

const NEWEST = 50;

/** The newest acts on the class group. */
export async function viewChanges(tx: Transaction, actor: Actor, classGroupId: string): Promise<ClassGroupChanges> {
  const { group } = await getClassGroupInReach(tx, actor, classGroupId);
  const rows = await listChanges(tx, group.id, Object.keys(CLASS_GROUP_ACTS), NEWEST);
  return {
    items: rows.map(({ at, person_name, action, reason, detail }) => ({
      at: at.toISOString(),
      personName: person_name ?? '',
      did: CLASS_GROUP_ACTS[action] ?? action,
      joined: detail.joined ?? 0,
      left: detail.left ?? 0,
      total: detail.total ?? null,
      reason,
    })),
  };
}
