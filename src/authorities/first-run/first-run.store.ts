/** 首次设置存取. */
import type { Transaction } from '../../db/transaction.ts';

/** Is anybody known to this installation? */
export async function hasAnyAccount(tx: Transaction): Promise<boolean> {
  const row = await tx.sql.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Claims the one first run; the second of two at once waits here for the first and then gets false. */
export async function claimFirstRun(tx: Transaction): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('node_facts')
    .values({ name: 'first-run', value: JSON.stringify(true), at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}
