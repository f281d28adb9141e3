/** 整体转接: the students of a class group or grade go over to another school in one stroke, with all that belongs to them. */
import { type Selectable, sql } from 'kysely';
import type { Institution } from '../../authorities/index.ts';
import type { Registrations } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { tellSuccession } from '../../students/index.ts';

export interface GroupMove {
  studentIds: readonly string[];
  from: Pick<Institution, 'id' | 'county'>;
  to: Pick<Institution, 'id' | 'path' | 'county'>;
  /** The class group that receives them; null for those who sat in none. */
  classGroupId: string | null;
  caseId: string;
  on: CivilDate;
}

/**
 * Ends each open registration and begins the same at the other school; grade, intake year, state, number and seat stay,
 * record, key data, numbers and guardians become the other school's (MOE-9.4, S6-25.1). Answers how many went.
 */
export async function moveStudents(tx: Transaction, move: GroupMove): Promise<number> {
  const { studentIds, from, to, caseId, on } = move;
  if (studentIds.length === 0) return 0;
  const { rows } = await sql<Selectable<Registrations> & { earlier_id: string; earlier_path: string }>`
    with ended as (
      update registrations g set valid_to = ${on}, ended_by = ${caseId}
      from unnest(${studentIds}::uuid[], ${studentIds.map(() => tx.newId())}::uuid[]) as m (student_id, next_id)
      where g.student_id = m.student_id and g.valid_to is null and g.school_id = ${from.id}
      returning g.*, m.next_id),
    begun as (
      insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
        begun_by, valid_from)
      select student_id, next_id, ${to.id}::uuid, ${to.path}, ${to.county}, stage, grade, intake_year, study_mode, state,
        ${caseId}::uuid, ${on}::date
      from ended returning *)
    select b.*, e.id as earlier_id, e.path as earlier_path
    from begun b join ended e on e.next_id = b.id`.execute(tx.sql);
  for (const row of rows) {
    tellSuccession(tx, { ...row, id: row.earlier_id, path: row.earlier_path, school_id: from.id }, row);
  }
  await moveSeats(tx, move);
  await moveRoster(tx, move);
  for (const table of [
    'key_data',
    'numbers',
    'guardians',
    'class_memberships',
    'study_arrangements',
    'guest_entries',
  ] as const) {
    await tx.sql.updateTable(table).set({ path: to.path }).where('student_id', '=', anyOf(studentIds)).execute();
  }
  const home = { path: to.path, county: to.county };
  await tx.sql.updateTable('students').set(home).where('id', '=', anyOf(studentIds)).execute();
  return rows.length;
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** Seats are kept: the class group goes over as it is. */
async function moveSeats(tx: Transaction, { studentIds, to, classGroupId, caseId, on }: GroupMove): Promise<void> {
  const seats = await tx.sql
    .updateTable('class_memberships')
    .set({ valid_to: on })
    .where('student_id', '=', anyOf(studentIds))
    .where('valid_to', 'is', null)
    .returning(['student_id', 'seat_no'])
    .execute();
  if (!classGroupId) return;
  await tx.together({
    into: 'class_memberships',
    rows: seats.map(({ student_id, seat_no }) => ({
      ...{ student_id, seat_no, class_group_id: classGroupId, path: to.path, begun_by: caseId, valid_from: on },
    })),
  });
}

async function moveRoster(tx: Transaction, { studentIds, from, to, classGroupId, on }: GroupMove): Promise<void> {
  const rows = await tx.sql
    .deleteFrom('roster')
    .where('county', '=', from.county)
    .where('student_id', '=', anyOf(studentIds))
    .returningAll()
    .execute();
  const there = { county: to.county, path: to.path, school_id: to.id, class_group_id: classGroupId, registered_on: on };
  await tx.together({ into: 'roster', rows: rows.map((row) => ({ ...row, ...there })) });
}
