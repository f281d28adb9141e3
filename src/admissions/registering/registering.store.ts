/** 提交注册存取: entrants between their workbook and their case. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';

/** Which of these drafts hold a number that somebody else has come to hold since they were checked. */
export async function listHeld(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from entrants e join identities i on i.identity_hash = e.identity_hash
    where e.id = any(${[...ids]}::uuid[]) and e.state = 'DRAFT' and i.student_id <> e.id`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/** The sound drafts of an import, by id only. */
export async function listSoundIds(tx: Transaction, importId: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('entrants')
    .select('id')
    .where('import_id', '=', importId)
    .where('state', '=', 'DRAFT')
    .where('red', '=', 0)
    .where('amber', '=', 0)
    .execute();
  return rows.map(({ id }) => id);
}

/** An import of which nothing is left to be handed in is done. */
export async function closeImports(tx: Transaction, importIds: readonly string[]): Promise<void> {
  if (importIds.length === 0) return;
  await sql`
    update imports m set state = 'SUBMITTED', version = version + 1
    where id = any(${[...importIds]}::uuid[]) and state = 'CHECKED'
      and not exists (select from entrants e where e.import_id = m.id and e.state = 'DRAFT')`.execute(tx.sql);
}

/** An import some of whose rows have come back is the school's to go on with. */
export async function reopenImports(tx: Transaction, entrantIds: readonly string[]): Promise<void> {
  await sql`
    update imports set state = 'CHECKED', version = version + 1
    where state = 'SUBMITTED'
      and id in (select import_id from entrants where id = any(${[...entrantIds]}::uuid[]))`.execute(tx.sql);
}
