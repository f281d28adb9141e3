/** 学籍终止: the open registration ends and none follows; the record, its number and the identity stay the person's for life. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { EndReason } from '../../view/end-reasons.ts';
import { endOpenArrangement } from './end-arrangement.store.ts';
import { findOpenRegistration } from './succeed-registration.store.ts';
import { tellEnded } from './tell-registration.ts';

export interface RegistrationEnd {
  studentId: string;
  caseId: string;
  /** First day on which the student is registered nowhere. */
  on: CivilDate;
  /** The states in which it must be for the end to make sense. */
  from: readonly string[];
  reason: EndReason;
}

/**
 * Ends the open registration, the seat in a class group, what was arranged of study elsewhere, and the row of the roster.
 * The record stays with the school that had the student last, to be read there and taken up again. Refuses CONFLICT where
 * the registration is no longer as the case found it.
 */
export async function endRegistration(
  tx: Transaction,
  { studentId, caseId, on, from, reason }: RegistrationEnd,
): Promise<void> {
  const open = await findOpenRegistration(tx, studentId);
  if (!open || !from.includes(open.state)) {
    throw refuse('CONFLICT', { what: '此学生的学籍状态已变动，请撤回此件后重新申请' });
  }
  await tx.sql
    .updateTable('registrations')
    .set({ valid_to: on, ended_by: caseId, end_reason: reason })
    .where('student_id', '=', studentId)
    .where('id', '=', open.id)
    .execute();
  tellEnded(tx, open, { caseId, on, reason });
  await tx.sql
    .updateTable('class_memberships')
    .set({ valid_to: on })
    .where('student_id', '=', studentId)
    .where('valid_to', 'is', null)
    .execute();
  await endOpenArrangement(tx, { studentId, on, why: 'ENDED' });
  await tx.sql.deleteFrom('roster').where('county', '=', open.county).where('student_id', '=', studentId).execute();
}
