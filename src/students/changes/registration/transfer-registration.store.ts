/** 学籍转接: the old registration ends and the new one starts on the same day; what belongs to the child goes along. */
import type { Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import { endOpenArrangement } from './end-arrangement.store.ts';
import { findOpenRegistration, succeedRegistration } from './succeed-registration.store.ts';

/** From one school to another, by which case, from which day. */
export interface RegistrationTransfer {
  studentId: string;
  caseId: string;
  on: CivilDate;
  from: Pick<Institution, 'id' | 'name' | 'path'>;
  to: Pick<Institution, 'id' | 'path' | 'county'>;
}

/** The open registration as it went over: same grade, intake year and way of study. */
export interface TransferredRegistration {
  stage: Stage;
  grade: number;
  intakeYear: number;
}

/**
 * Ends the open registration and begins the same one at the receiving school; the class membership and what the sending
 * school arranged of study elsewhere end, the roster row goes over, key data, numbers, guardians and the record itself
 * become the receiving school's to read and keep. The number stays what it was. For the caller to run beyond its own
 * scope: two places are written. Refuses CONFLICT where the student is no longer registered at the sending school.
 */
export async function transferRegistration(
  tx: Transaction,
  { studentId, caseId, on, from, to }: RegistrationTransfer,
): Promise<TransferredRegistration> {
  const open = await findOpenRegistration(tx, studentId);
  if (open?.school_id !== from.id) throw refuse('CONFLICT', { what: `此学生的学籍已不在${from.name}` });
  const next = { school_id: to.id, path: to.path, county: to.county, state: 'ENROLLED' };
  await succeedRegistration(tx, open, { caseId, on, next });
  await endOpenArrangement(tx, { studentId, on, why: 'MOVED' });
  await moveRoster(tx, { studentId, on, to, county: open.county });
  await handOver(tx, studentId, to);
  return { stage: open.stage as Stage, grade: open.grade, intakeYear: open.intake_year };
}

async function moveRoster(
  tx: Transaction,
  { studentId, on, to, county }: Pick<RegistrationTransfer, 'studentId' | 'on' | 'to'> & { county: string },
): Promise<void> {
  const row = await tx.sql
    .deleteFrom('roster')
    .where('county', '=', county)
    .where('student_id', '=', studentId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const there = { county: to.county, path: to.path, school_id: to.id, class_group_id: null, seat_no: null };
  await tx.sql
    .insertInto('roster')
    .values({ ...row, ...there, state: 'ENROLLED', registered_on: on })
    .execute();
}

/** 档案随人走: whoever has the child has the record (MOE-6.5). */
export async function handOver(
  tx: Transaction,
  studentId: string,
  { path, county }: RegistrationTransfer['to'],
): Promise<void> {
  await tx.sql.updateTable('students').set({ path, county }).where('id', '=', studentId).execute();
  for (const table of ['key_data', 'numbers', 'guardians', 'class_memberships'] as const) {
    await tx.sql.updateTable(table).set({ path }).where('student_id', '=', studentId).execute();
  }
}

/** Seats a student of the school in one of its class groups from a day on; the last seat numbers are given by placing. */
export async function beginMembership(
  tx: Transaction,
  member: { studentId: string; classGroupId: string; path: string; county: string; caseId: string; on: CivilDate },
): Promise<void> {
  const { studentId, classGroupId, path, county, caseId, on } = member;
  await tx.sql
    .insertInto('class_memberships')
    .values({ student_id: studentId, class_group_id: classGroupId, path, begun_by: caseId, valid_from: on })
    .execute();
  await tx.sql
    .updateTable('roster')
    .set({ class_group_id: classGroupId })
    .where('county', '=', county)
    .where('student_id', '=', studentId)
    .execute();
}
