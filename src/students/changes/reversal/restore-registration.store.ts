/** 学籍恢复: what a case made of a registration is ended, and what was before it goes on; history keeps both. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { endOpenArrangement } from '../registration/end-arrangement.store.ts';
import type { OpenRegistration } from '../registration/succeed-registration.store.ts';
import { tellBegun, tellEnded, tellSuccession } from '../registration/tell-registration.ts';
import { handOver } from '../registration/transfer-registration.store.ts';

/** What one case did to the registrations of a student. */
export interface RegistrationTrace {
  /** The registration it began and that is open; undefined where it only ended one. */
  begun: OpenRegistration | undefined;
  /** The registration it ended; undefined where it took up one that had ended before. */
  ended: OpenRegistration | undefined;
  /** The registration before it, which had ended for good, where it ended none itself. */
  former: OpenRegistration | undefined;
}

/** All registrations of a student, first to last; those of one day in the order in which they were written. */
export function listRegistrationRows(tx: Transaction, studentId: string): Promise<OpenRegistration[]> {
  return tx.sql
    .selectFrom('registrations')
    .selectAll()
    .where('student_id', '=', studentId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

/**
 * Ends what the case began and begins again what it ended, under the case that had given it. What nothing followed goes on
 * from the day on which it was ended, so that no day is left without it; what something followed, from today. The seat in
 * a class group comes back where the class group is still there; an arrangement of study elsewhere stays ended, and one
 * made by a school that the student leaves by this ends too. The row of the roster is the caller's to write anew.
 */
export async function restoreRegistration(
  tx: Transaction,
  { begun, ended, former }: RegistrationTrace,
  { caseId, on }: { caseId: string; on: CivilDate },
): Promise<void> {
  const studentId = (begun ?? ended)!.student_id;
  if (begun) {
    await tx.sql
      .updateTable('registrations')
      .set({ valid_to: on, ended_by: caseId, end_reason: ended ? null : (former?.end_reason ?? null) })
      .where('student_id', '=', studentId)
      .where('id', '=', begun.id)
      .execute();
    await tx.sql
      .updateTable('class_memberships')
      .set({ valid_to: on })
      .where('student_id', '=', studentId)
      .where('valid_to', 'is', null)
      .execute();
  }
  const back = ended ?? former;
  if (begun && (!ended || ended.school_id !== begun.school_id)) {
    await endOpenArrangement(tx, { studentId, on, why: ended ? 'MOVED' : 'ENDED' });
  }
  if (back) await handOver(tx, studentId, { id: back.school_id, path: back.path, county: back.county });
  if (!ended) {
    tellEnded(tx, begun!, { caseId, on, reason: former?.end_reason ?? null });
    return;
  }
  const from = begun ? on : (ended.valid_to as CivilDate);
  const next = { ...ended, id: tx.newId(), ended_by: null, end_reason: null, valid_from: from, valid_to: null };
  await tx.sql.insertInto('registrations').values(next).execute();
  // The registration is that of the case before; what is told came of this one.
  const told = { ...next, begun_by: caseId };
  if (begun) tellSuccession(tx, begun, told);
  else tellBegun(tx, told);
  await restoreSeat(tx, ended, from);
}

/** The seat that ended with the registration. */
async function restoreSeat(tx: Transaction, ended: OpenRegistration, from: CivilDate): Promise<void> {
  const seat = await tx.sql
    .selectFrom('class_memberships as m')
    .innerJoin('class_groups as g', 'g.id', 'm.class_group_id')
    .selectAll('m')
    .where('m.student_id', '=', ended.student_id)
    .where('m.valid_to', '=', ended.valid_to)
    .where('g.school_id', '=', ended.school_id)
    .where('g.valid_to', 'is', null)
    .orderBy('m.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!seat) return;
  await tx.sql
    .insertInto('class_memberships')
    .values({ ...seat, path: ended.path, valid_from: from, valid_to: null })
    // Seated and unseated on this very day, the row spans no day: it is simply open again.
    .onConflict((conflict) =>
      conflict.columns(['student_id', 'class_group_id', 'valid_from']).doUpdateSet({ valid_to: null }),
    )
    .execute();
}

/** Takes the student's row out of the roster, whatever county it stands in; true where the facts give a new one. */
export async function leaveRoster(tx: Transaction, studentId: string): Promise<boolean> {
  const rows = await tx.sql
    .selectFrom('registrations')
    .select(['county', 'valid_to'])
    .where('student_id', '=', studentId)
    .execute();
  const counties = [...new Set(rows.map(({ county }) => county))];
  await tx.sql.deleteFrom('roster').where('county', 'in', counties).where('student_id', '=', studentId).execute();
  return rows.some(({ valid_to }) => valid_to === null);
}
