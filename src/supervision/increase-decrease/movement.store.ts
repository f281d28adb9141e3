/** 学生增减存取: the whole course of everybody who has stood on a school's roster in a time. */
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Period } from './movement.ts';

export interface PersonRow {
  studentId: string;
  name: string;
  gender: string;
}

/**
 * Periods of every student with a period at the school that touches [from, to], those elsewhere included, and the names
 * by which they are known today. For the caller to run beyond its own scope: whoever has left is another school's now.
 */
export async function listPeriods(
  tx: Transaction,
  { schoolId, from, to }: { schoolId: string; from: CivilDate; to: CivilDate },
): Promise<{ periods: Period[]; people: Map<string, PersonRow> }> {
  const touching = tx.sql
    .selectFrom('registrations')
    .select('student_id')
    .where('school_id', '=', schoolId)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]));
  const rows = await tx.sql
    .selectFrom('registrations as g')
    .innerJoin('institutions as i', 'i.id', 'g.school_id')
    .innerJoin('key_data as k', (join) => join.onRef('k.student_id', '=', 'g.student_id').on('k.valid_to', 'is', null))
    .select(['g.student_id', 'g.school_id', 'i.name as school_name', 'g.stage', 'g.grade', 'g.state'])
    .select(['g.valid_from', 'g.valid_to', 'g.end_reason', 'k.name', 'k.gender'])
    .where('g.student_id', 'in', touching)
    .orderBy('g.student_id')
    .orderBy('g.valid_from')
    .execute();
  const periods = rows.map((row) => ({
    ...{ studentId: row.student_id, schoolId: row.school_id, schoolName: row.school_name },
    ...{ stage: row.stage, grade: row.grade, state: row.state, endReason: row.end_reason },
    from: row.valid_from as CivilDate,
    to: row.valid_to as CivilDate | null,
  }));
  const people = rows.map((row) => ({ studentId: row.student_id, name: row.name, gender: row.gender }));
  return { periods, people: new Map(people.map((one) => [one.studentId, one])) };
}
