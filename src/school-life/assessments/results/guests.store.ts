/** 在校借读生存取: who studies at a school as a guest, without being registered there. */
import type { Transaction } from '../../../db/transaction.ts';

export interface Guest {
  studentId: string;
  name: string;
  grade: number;
}

/** Guests of the school on whom nothing was ended; their names are known to it. */
export async function listGuests(tx: Transaction, schoolId: string): Promise<Guest[]> {
  const guests = await tx.sql
    .selectFrom('study_arrangements')
    .select(['student_id as studentId', 'grade'])
    .where('there_id', '=', schoolId)
    .where('kind', '=', 'GUEST_STUDY')
    .where('ended_on', 'is', null)
    .orderBy('student_id')
    .execute();
  if (guests.length === 0) return [];
  // A guest's key data lie in the place of the registration; the guest school knows the name from the arrangement's case.
  const names = await tx.beyondScope(() =>
    tx.sql
      .selectFrom('key_data')
      .select(['student_id as studentId', 'name'])
      .where(
        'student_id',
        'in',
        guests.map(({ studentId }) => studentId),
      )
      .where('valid_to', 'is', null)
      .execute(),
  );
  const byId = new Map(names.map(({ studentId, name }) => [studentId, name]));
  return guests.map(({ studentId, grade }) => ({ studentId, grade, name: byId.get(studentId) ?? '' }));
}
