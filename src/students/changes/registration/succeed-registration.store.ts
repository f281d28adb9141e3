/** 学籍接续: the open registration ends and the next one begins on the same day: never two, never none. */
import type { Selectable } from 'kysely';
import type { Registrations } from '../../../db/tables.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { tellBegun, tellSuccession } from './tell-registration.ts';

export type OpenRegistration = Selectable<Registrations>;

const OPEN = { ended_by: null, end_reason: null, valid_to: null } as const;

/** The open registration of a student, locked until the transaction ends; undefined where there is none in scope. */
export function findOpenRegistration(tx: Transaction, studentId: string): Promise<OpenRegistration | undefined> {
  return tx.sql
    .selectFrom('registrations')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('valid_to', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Ends it and begins the next, which is the same but for what `next` says; the seat in a class group ends with it. */
export async function succeedRegistration(
  tx: Transaction,
  open: OpenRegistration,
  { caseId, on, next }: { caseId: string; on: CivilDate; next: Partial<OpenRegistration> },
): Promise<void> {
  await tx.sql
    .updateTable('registrations')
    .set({ valid_to: on, ended_by: caseId })
    .where('student_id', '=', open.student_id)
    .where('id', '=', open.id)
    .execute();
  tellSuccession(tx, open, await insertNext(tx, open, { caseId, on, next }));
  await tx.sql
    .updateTable('class_memberships')
    .set({ valid_to: on })
    .where('student_id', '=', open.student_id)
    .where('valid_to', 'is', null)
    .execute();
}

/** The registration that ended last; undefined where there never was one. */
export function findLastRegistration(tx: Transaction, studentId: string): Promise<OpenRegistration | undefined> {
  return tx.sql
    .selectFrom('registrations')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('valid_to', 'is not', null)
    .orderBy('valid_from', 'desc')
    .orderBy('valid_to', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Begins a registration like the one before, which has ended, but for what `next` says. */
export async function beginAgain(
  tx: Transaction,
  before: OpenRegistration,
  { caseId, on, next }: { caseId: string; on: CivilDate; next: Partial<OpenRegistration> },
): Promise<void> {
  tellBegun(tx, await insertNext(tx, before, { caseId, on, next }));
}

async function insertNext(
  tx: Transaction,
  before: OpenRegistration,
  { caseId, on, next }: { caseId: string; on: CivilDate; next: Partial<OpenRegistration> },
): Promise<OpenRegistration> {
  const row = { ...before, ...next, ...OPEN, id: tx.newId(), begun_by: caseId, valid_from: on };
  await tx.sql.insertInto('registrations').values(row).execute();
  return row;
}
