/** 演示存取: what an installation remembers of its demonstration. */
import type { Transaction } from '../db/transaction.ts';
import type { Part } from './region/plan-part.ts';

/** The parts that have been begun, in order, and how many of them are wholly written. */
export interface DemoState {
  parts: Part[];
  finished: number;
}

const FACT = 'demo';

/** What has been made here; undefined where this is no demonstration. */
export async function readState(tx: Transaction): Promise<DemoState | undefined> {
  const row = await tx.sql.selectFrom('node_facts').select('value').where('name', '=', FACT).executeTakeFirst();
  return row?.value as DemoState | undefined;
}

/** Remembers it, in the transaction that makes it true. */
export async function putState(tx: Transaction, state: DemoState): Promise<void> {
  const value = JSON.stringify(state);
  await tx.sql
    .insertInto('node_facts')
    .values({ name: FACT, value, at: tx.now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, at: tx.now }))
    .execute();
}
