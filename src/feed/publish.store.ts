/** 变动定序: takes what transactions have told into the feed, one publisher at a time, and gives each its place. */
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { NODE_SCOPE } from '../db/transaction.ts';

/** One number for all publishers of a database; what else uses advisory locks takes another. */
const PUBLISHING = 6_963;
/** Transactions at a time; one may tell of some thousand changes. */
const PORTION = 200;

/**
 * Publishes everything that is committed and not yet published; answers how many changes. Places are given to what is
 * committed only, by one publisher at a time: nothing can appear behind a place that a follower has been given, however
 * long a transaction takes. Inside a portion the order is that in which the transactions finished writing.
 */
export async function publishChanges(db: Database): Promise<number> {
  for (let total = 0; ; ) {
    const { transactions, changes } = await publishPortion(db);
    total += changes;
    if (transactions < PORTION) return total;
  }
}

function publishPortion(db: Database): Promise<{ transactions: number; changes: number }> {
  return db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // moves what is told from one table to the other; the act itself left its row
    const { rows: locks } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(${PUBLISHING}) as mine`.execute(tx.sql);
    if (!locks[0]!.mine) return { transactions: 0, changes: 0 };
    // Only now, in a statement of its own: the publisher before has committed its places.
    const { rows } = await sql<{ transactions: number; changes: number }>`
      with taken as (
        delete from outbox where id in (select id from outbox order by written_at, id limit ${PORTION}) returning *),
      added as (
        insert into feed_events (position, id, at, kind, path, counterpart_path, student_id, case_id, body)
        select (select coalesce(max(position), 0) from feed_events)
            + row_number() over (order by t.written_at, t.id, e.place),
          (e.told->>'id')::uuid, t.at, e.told->>'kind', e.told->>'path', e.told->>'counterpartPath',
          (e.told->>'studentId')::uuid, (e.told->>'caseId')::uuid, e.told->'body'
        from taken t cross join lateral jsonb_array_elements(t.events) with ordinality as e (told, place)
        returning 1)
      select (select count(*)::int from taken) as transactions, (select count(*)::int from added) as changes`.execute(
      tx.sql,
    );
    return rows[0]!;
  });
}
