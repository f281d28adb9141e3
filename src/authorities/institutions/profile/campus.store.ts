/** 校区存取. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Validity } from '../validity.ts';

export interface Campus extends Validity {
  id: string;
  institutionId: string;
  name: string;
  address: string | null;
}

const campusesFrom = (tx: Transaction) =>
  tx.sql
    .selectFrom('campuses')
    .select(['id', 'institution_id as institutionId', 'name', 'address'])
    .select([sql<CivilDate>`valid_from`.as('validFrom'), sql<CivilDate | null>`valid_to`.as('validTo')]);

/** The campuses of a school that are in use. */
export async function listCampuses(tx: Transaction, institutionId: string): Promise<Campus[]> {
  return campusesFrom(tx)
    .where('institution_id', '=', institutionId)
    .where('valid_to', 'is', null)
    .orderBy('valid_from')
    .orderBy('name')
    .execute();
}

/** Refuses NOT_FOUND. */
export async function getCampus(tx: Transaction, id: string): Promise<Campus> {
  const row = await campusesFrom(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此校区' });
  return row;
}

/** Writes a new campus. */
export async function insertCampus(tx: Transaction, campus: Campus): Promise<void> {
  const { id, institutionId, name, address, validFrom } = campus;
  await tx.sql
    .insertInto('campuses')
    .values({ id, institution_id: institutionId, name, address, valid_from: validFrom })
    .execute();
}

/** Ends a campus. */
export async function setCampusEnd(tx: Transaction, id: string, validTo: CivilDate): Promise<void> {
  await tx.sql.updateTable('campuses').set({ valid_to: validTo }).where('id', '=', id).execute();
}
