/** 当日考勤: which class groups of a school have called the roll today, and how many are away. */
import type { Actor } from '../../../access/index.ts';
import { classGroupName, getInstitution, gradeOf, listClassGroups, listSeats } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { SchoolDayView } from '../attendance.api.ts';
import { termOf } from '../term-of.ts';
import { countDay } from './register.store.ts';

/** A class teacher sees the own class groups only. */
export async function viewSchoolDay(tx: Transaction, actor: Actor): Promise<SchoolDayView> {
  const today = dayOf(tx.now);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const all = await listClassGroups(tx, school.id, today);
  const own = actor.role === 'CLASS_TEACHER' ? all.filter(({ id }) => actor.classGroupIds.includes(id)) : all;
  const seats = await listSeats(
    tx,
    own.map(({ id }) => id),
    today,
  );
  const { called, away } = await countDay(tx, school.path, today);
  return {
    today,
    term: (await termOf(tx, school, today)) ?? null,
    classGroups: seats.map((group) => ({
      id: group.id,
      name: classGroupName(gradeOf(group, today), group.ordinal),
      total: group.seated,
      called: called.has(group.id),
      away: away.get(group.id) ?? 0,
    })),
  };
}
