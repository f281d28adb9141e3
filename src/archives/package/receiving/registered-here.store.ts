/** 本校在籍: is a student registered at a school now. */
import type { Transaction } from '../../../db/transaction.ts';

export async function isRegisteredAt(tx: Transaction, studentId: string, schoolId: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('registrations')
    .select('id')
    .where('student_id', '=', studentId)
    .where('school_id', '=', schoolId)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
