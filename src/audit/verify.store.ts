/** 审计核验的读取: the whole log as one snapshot, streamed through cursors, so that memory stays flat. */
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../db/transaction.ts';
import type { EventRow } from './statement.ts';

/** A leaf with the event it stands for; `event` is undefined where the row is gone. */
export interface Entry {
  position: number;
  eventId: string;
  leaf: Buffer;
  event: EventRow | undefined;
}

/** A row of audit_heads, as it stands. */
export interface HeadRow {
  size: number;
  root: Buffer;
  previousRoot: Buffer | null;
  firstEventId: string | null;
  lastEventId: string | null;
  lastXid: string;
  sealedAt: Date;
  keyId: string;
  signature: Buffer;
}

/** Fixes the snapshot: everything read after this belongs to one moment. Must come first in the transaction. */
export async function fixSnapshot(tx: Transaction): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx.sql);
  await sql`select 1`.execute(tx.sql);
}

/** All leaves in order, each with its event. */
export async function* readEntries(tx: Transaction): AsyncGenerator<Entry> {
  const rows = readCursor<EventRow & { position: number; event_id: string; leaf: Buffer; found: string | null }>(
    tx,
    'sealed_entries',
    sql`select l.position, l.event_id, l.leaf, e.id as found, e.xid::text as xid, e.at, e.account_id, e.person_name,
      e.institution_id, e.path, e.action, e.subject_kind, e.subject_id, e.reason, e.request_id,
      e.detail::text as detail, e.payload_digest
      from audit_leaves l left join audit_events e on e.id = l.event_id
      order by l.position`,
  );
  for await (const { position, event_id, leaf, found, ...columns } of rows) {
    yield { position, eventId: event_id, leaf, event: found === null ? undefined : { ...columns, id: found } };
  }
}

/** All heads, smallest first. */
export function readHeads(tx: Transaction): AsyncGenerator<HeadRow> {
  return readCursor<HeadRow>(
    tx,
    'sealed_heads',
    sql`select size, root, previous_root as "previousRoot", first_event_id as "firstEventId",
      last_event_id as "lastEventId", last_xid::text as "lastXid", sealed_at as "sealedAt", key_id as "keyId", signature
      from audit_heads order by size`,
  );
}

/** Where sealing stands: everything up to this event must have a leaf. */
export interface Sealed {
  lastXid: string;
  lastEventId: string;
}

/** Events that the log should know and does not: older than the last sealed one, or of a transaction still to come. */
export function listStrangers(tx: Transaction, sealed: Sealed, limit: number): Promise<{ id: string; at: Date }[]> {
  return rowsOf(
    tx,
    sql`select e.id, e.at from audit_events e left join audit_leaves l on l.event_id = e.id
      where l.event_id is null and ((e.xid, e.id) <= (${sealed.lastXid}::xid8, ${sealed.lastEventId}::uuid)
        or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      order by e.xid, e.id limit ${limit}`,
  );
}

/** Number of events that wait to be sealed. */
export async function countPending(tx: Transaction, sealed: Sealed): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*) from audit_events where (xid, id) > (${sealed.lastXid}::xid8, ${sealed.lastEventId}::uuid)`,
  );
  return row?.count ?? 0;
}

async function rowsOf<Row>(tx: Transaction, query: RawBuilder<unknown>): Promise<Row[]> {
  return (await query.execute(tx.sql)).rows as Row[];
}

const PORTION = 2_000;

async function* readCursor<Row>(tx: Transaction, name: string, query: RawBuilder<unknown>): AsyncGenerator<Row> {
  await sql`declare ${sql.ref(name)} no scroll cursor for ${query}`.execute(tx.sql);
  for (;;) {
    const rows = await rowsOf<Row>(tx, sql`fetch ${sql.lit(PORTION)} from ${sql.ref(name)}`);
    yield* rows;
    if (rows.length < PORTION) return;
  }
}
