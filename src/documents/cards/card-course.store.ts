/** 学籍卡经历存取: a student's whole course and the cases that changed the key data, over all schools. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

export interface CoursePart {
  stage: Stage;
  grade: number;
  state: string;
  schoolName: string;
  from: CivilDate;
  to: CivilDate | null;
}

/**
 * Every registration of a student, first to last, wherever it was: the file goes with the child (MOE-6.4), while the row
 * of an earlier school lies in that school's place. Only for a student whose record the caller may open.
 */
export async function listCourse(tx: Transaction, studentId: string): Promise<CoursePart[]> {
  const rows = await tx.beyondScope(() =>
    tx.sql
      .selectFrom('registrations as r')
      .innerJoin('institutions as i', 'i.id', 'r.school_id')
      .select(['r.stage', 'r.grade', 'r.state', 'i.name as schoolName', 'r.valid_from as from', 'r.valid_to as to'])
      .where('r.student_id', '=', studentId)
      .where(sql<boolean>`r.valid_to is distinct from r.valid_from`)
      .orderBy('r.valid_from')
      .execute(),
  );
  return rows as CoursePart[];
}

/** Number and deciding authority of each of these cases that the caller can see. */
export async function listDeciders(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<Map<string, { number: string; authority: string }>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('cases as c')
    .innerJoin('institutions as a', 'a.id', 'c.authority_id')
    .select(['c.id', 'c.number', 'a.name as authority'])
    .where('c.id', 'in', [...caseIds])
    .execute();
  return new Map(rows.map(({ id, number, authority }) => [id, { number, authority }]));
}
