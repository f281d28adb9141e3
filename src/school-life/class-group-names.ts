/** 班级名称: what the class groups of a school are called on a day. */
import { classGroupName, gradeOf, listClassGroups } from '../authorities/index.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';

export async function groupNames(tx: Transaction, schoolId: string, on: CivilDate): Promise<Map<string, string>> {
  const groups = await listClassGroups(tx, schoolId, on);
  return new Map(groups.map((group) => [group.id, classGroupName(gradeOf(group, on), group.ordinal)]));
}
