/** 变动待发: what a transaction changes is told in the same transaction, or has not happened. */
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
