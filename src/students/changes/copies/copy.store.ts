/** 留存副本存取. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';

export interface CopyRow {
  studentId: string;
  caseId: string;
  schoolId: string;
  path: string;
  keptOn: CivilDate;
  sealed: Buffer;
}

/** Keeps a copy; it is never changed. */
export async function insertCopy(tx: Transaction, one: CopyRow): Promise<void> {
  await tx.sql
    .insertInto('record_copies')
    .values({
      student_id: one.studentId,
      case_id: one.caseId,
      school_id: one.schoolId,
      path: one.path,
      kept_on: one.keptOn,
      sealed: one.sealed,
    })
    .execute();
}

/** The copy that was kept when the student left by this case; refuses NOT_FOUND outside the caller's scope. */
export async function getCopy(tx: Transaction, caseId: string, studentId: string): Promise<CopyRow> {
  const row = await tx.sql
    .selectFrom('record_copies')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '本校留存的学籍副本' });
  return {
    studentId: row.student_id,
    caseId: row.case_id,
    schoolId: row.school_id,
    path: row.path,
    keptOn: row.kept_on as CivilDate,
    sealed: row.sealed,
  };
}
