/** 困难认定存取. */
import { sql } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

/** 困难程度. */
export const DEGREES = { SPECIAL: '特别困难', GREAT: '困难', SOME: '一般困难' } as const;
export type Degree = keyof typeof DEGREES;

export interface Hardship {
  studentId: string;
  caseId: string;
  degree: Degree;
  from: CivilDate;
  /** First day on which it holds no more; null while it holds. */
  to: CivilDate | null;
}

/** What was recognised of these students, the latest first. */
export async function listHardshipsOf(tx: Transaction, studentIds: readonly string[]): Promise<Hardship[]> {
  if (studentIds.length === 0) return [];
  const { rows } = await sql<Hardship>`
    select student_id as "studentId", case_id as "caseId", degree, valid_from as "from", valid_to as "to"
    from hardships where ${isOneOf('student_id', studentIds)} order by valid_from desc, case_id desc`.execute(tx.sql);
  return rows;
}

export async function insertHardship(
  tx: Transaction,
  one: Pick<Hardship, 'studentId' | 'caseId' | 'degree' | 'from'> & { path: string },
): Promise<void> {
  await tx.sql
    .insertInto('hardships')
    .values({
      student_id: one.studentId,
      case_id: one.caseId,
      path: one.path,
      degree: one.degree,
      valid_from: one.from,
    })
    .execute();
}

/** Answers false where none holds. */
export async function endHardship(
  tx: Transaction,
  studentId: string,
  { by, on }: { by: string; on: CivilDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('hardships')
    .set({ valid_to: on, ending_case_id: by })
    .where('student_id', '=', studentId)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
