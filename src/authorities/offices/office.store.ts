/** 任职存取. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Office, Post } from './office.ts';

const officesFrom = (tx: Transaction) =>
  tx.sql
    .selectFrom('offices')
    .select(['id', 'institution_id as institutionId', 'path', 'person_name as personName', 'sealed'])
    .select('account_id as accountId')
    .select([
      sql<Post>`post`.as('post'),
      sql<CivilDate>`valid_from`.as('validFrom'),
      sql<CivilDate | null>`valid_to`.as('validTo'),
    ]);

/** Offices of an institution, the latest first; only those held on `day` where it is given. */
export async function listOffices(tx: Transaction, institutionId: string, day?: CivilDate): Promise<Office[]> {
  let query = officesFrom(tx)
    .where('institution_id', '=', institutionId)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc');
  if (day) query = query.where('valid_from', '<=', day).where(openOn(day));
  return query.execute();
}

/** Offices without an end of an account; empty where there are none. */
export async function listOpenOfficesOf(tx: Transaction, accountId: string): Promise<Office[]> {
  return officesFrom(tx).where('account_id', '=', accountId).where('valid_to', 'is', null).execute();
}

/** Refuses NOT_FOUND outside the scope. */
export async function getOffice(tx: Transaction, id: string): Promise<Office> {
  const row = await officesFrom(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此任职' });
  return row;
}

/** Writes a new office. */
export async function insertOffice(tx: Transaction, office: Office): Promise<void> {
  await tx.sql
    .insertInto('offices')
    .values({
      id: office.id,
      institution_id: office.institutionId,
      path: office.path,
      post: office.post,
      person_name: office.personName,
      account_id: office.accountId,
      sealed: office.sealed,
      valid_from: office.validFrom,
      valid_to: office.validTo,
    })
    .execute();
}

/** Ends an office. */
export async function setOfficeEnd(tx: Transaction, id: string, validTo: CivilDate): Promise<void> {
  await tx.sql.updateTable('offices').set({ valid_to: validTo }).where('id', '=', id).execute();
}

/** 每校都要有学籍管理员 (SC-3.9, SX-3.14): does somebody hold that office on the day? */
export async function hasRegistrar(tx: Transaction, schoolId: string, day: CivilDate): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('offices')
    .select('id')
    .where('institution_id', '=', schoolId)
    .where('post', '=', 'REGISTRAR')
    .where('valid_from', '<=', day)
    .where(openOn(day))
    .executeTakeFirst();
  return row !== undefined;
}

const openOn = (day: CivilDate) => sql<boolean>`(valid_to is null or valid_to > ${day})`;
