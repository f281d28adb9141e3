/** 学籍状态变动: the open registration ends and the next one begins on the same day at the same school: never two, never none. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { findOpenRegistration, succeedRegistration } from './succeed-registration.store.ts';

/** What the registration is from a day on; what is not named stays as it was. */
export interface RegistrationChange {
  studentId: string;
  caseId: string;
  on: CivilDate;
  /** The state in which it must be for the change to make sense. */
  from: string;
  to: string;
  grade?: number;
  intakeYear?: number;
}

/**
 * Ends the open registration and begins the changed one; the roster row follows. Whoever is not enrolled afterwards sits
 * in no class group; whoever is again, is placed anew. Refuses CONFLICT where the registration is no longer as the case
 * found it.
 */
export async function changeRegistration(
  tx: Transaction,
  { studentId, caseId, on, from, to, grade, intakeYear }: RegistrationChange,
): Promise<void> {
  const open = await findOpenRegistration(tx, studentId);
  if (open?.state !== from) throw refuse('CONFLICT', { what: '此学生的学籍状态已变动，请撤回此件后重新申请' });
  const changed = { grade: grade ?? open.grade, intake_year: intakeYear ?? open.intake_year, state: to };
  await succeedRegistration(tx, open, { caseId, on, next: changed });
  await tx.sql
    .updateTable('roster')
    .set({ ...changed, class_group_id: null, seat_no: null })
    .where('county', '=', open.county)
    .where('student_id', '=', studentId)
    .execute();
}
