/** 变动待发: what a transaction changes is told in the same transaction, or has not happened. */
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../db/transaction.ts';
import type { Announcement } from './change-event.api.ts';

const told = new WeakMap<Transaction, (Announcement & { id: string })[]>();

/**
 * Tells of changes, in the order in which they happen. They are written as the last thing before the commit: whoever had
 * to wait for a row of this transaction is behind it in the feed as well, so that the order of each student holds.
 */
export function announce(tx: Transaction, ...changes: readonly Announcement[]): void {
  let events = told.get(tx);
  if (!events) {
    const begun: (Announcement & { id: string })[] = [];
    events = begun;
    told.set(tx, begun);
    tx.beforeCommit(async () => {
      if (begun.length === 0) return;
      const row = { id: tx.newId(), at: tx.now, events: JSON.stringify(begun) };
      await tx.byKey.insertInto('outbox').values(row).execute();
    });
  }
  events.push(...changes.map((change) => ({ ...change, id: tx.newId() })));
}

/**
 * The same for many changes that one statement makes: a part of its `with` that tells of every row of `changes`, a query
 * of one column that holds an announcement with its id. It waits for what it tells of, so that their order holds as well.
 */
export const announcing = (tx: Transaction, changes: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into outbox (id, at, events)
  select ${tx.newId()}::uuid, ${tx.now}::timestamptz, jsonb_agg(c.told) from (${changes}) as c (told)
  having count(*) > 0`;
