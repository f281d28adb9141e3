/** 审计封存的读写: what the sealer reads and adds; nothing here changes or removes a row. */
import { sql } from 'kysely';
import type { Transaction } from '../db/transaction.ts';
import type { EventRow, SealedHead } from './statement.ts';

/** One number for all sealers of a database; what else uses advisory locks takes another. */
const SEALING = 6_962;

/** Becomes the one sealer until the transaction ends; false where another one works. */
export async function trySealing(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${SEALING}) as mine`.execute(tx.sql);
  return rows[0]!.mine;
}

/** Waits until no other sealer works, then keeps others waiting until the transaction ends. */
export async function waitForSealing(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEALING})`.execute(tx.sql);
}

/** The head sealed last; undefined in a log that was never sealed. */
export async function findLastHead(tx: Transaction): Promise<SealedHead | undefined> {
  const row = await headRows(tx).orderBy('size', 'desc').limit(1).executeTakeFirst();
  return row && headOf(row);
}

/** The head of exactly this size. */
export async function findHead(tx: Transaction, size: number): Promise<SealedHead | undefined> {
  const row = await headRows(tx).where('size', '=', size).executeTakeFirst();
  return row && headOf(row);
}

/** Heads above a size, smallest first. */
export async function listHeadsAbove(tx: Transaction, size: number, limit: number): Promise<SealedHead[]> {
  return (await headRows(tx).where('size', '>', size).orderBy('size').limit(limit).execute()).map(headOf);
}

/** Leaf hashes above a position in order, for a sealer that has lost its tree. */
export async function listLeavesAbove(tx: Transaction, position: number, limit: number): Promise<Buffer[]> {
  const rows = await tx.sql
    .selectFrom('audit_leaves')
    .select('leaf')
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => row.leaf);
}

/** Has the server's transaction counter fallen behind this number? Then the data came by a logical copy. */
export async function isBehind(tx: Transaction, xid: string): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`
    select pg_snapshot_xmax(pg_current_snapshot()) <= ${xid}::xid8 as behind`.execute(tx.sql);
  return rows[0]!.behind;
}

/**
 * Events after the last sealed one, in the order of sealing. Only what is older than every running transaction: an
 * event that commits later has a later transaction number or is not older, so none is ever passed by.
 */
export async function listUnsealed(tx: Transaction, last: SealedHead | undefined, limit: number): Promise<EventRow[]> {
  const after = last ? sql`and (e.xid, e.id) > (${last.lastXid}::xid8, ${last.lastEventId}::uuid)` : sql``;
  const { rows } = await sql<EventRow>`
    select e.id, e.xid::text as xid, e.at, e.account_id, e.person_name, e.institution_id, e.path, e.action,
      e.subject_kind, e.subject_id, e.reason, e.request_id, e.detail::text as detail, e.payload_digest
    from audit_events e
    where e.xid < pg_snapshot_xmin(pg_current_snapshot()) ${after}
    order by e.xid, e.id -- by number: plain "xid" would name the text above
    limit ${limit}`.execute(tx.sql);
  return rows;
}

/** Adds leaves behind a position, and the head over them. The sealed log is its own record and leaves no audit row. */
export async function addSealed(
  tx: Transaction,
  behind: number,
  leaves: readonly { eventId: string; leaf: Buffer }[],
  head: SealedHead,
): Promise<void> {
  const rows = leaves.map(({ eventId, leaf }, index) => [behind + index + 1, eventId, leaf]);
  await tx.copyIn('audit_leaves', ['position', 'event_id', 'leaf'], rows);
  await tx.sql
    .insertInto('audit_heads')
    .values({
      size: head.size,
      root: head.root,
      previous_root: head.previousRoot,
      first_event_id: head.firstEventId,
      last_event_id: head.lastEventId,
      last_xid: head.lastXid,
      sealed_at: head.sealedAt,
      key_id: head.keyId,
      signature: head.signature,
    })
    .execute();
  tx.markAudited();
}

const headRows = (tx: Transaction) => tx.sql.selectFrom('audit_heads').selectAll();

type HeadRow = Awaited<ReturnType<ReturnType<typeof headRows>['executeTakeFirstOrThrow']>>;

function headOf(row: HeadRow): SealedHead {
  return {
    size: row.size,
    root: row.root,
    previousRoot: row.previous_root,
    firstEventId: row.first_event_id ?? '',
    lastEventId: row.last_event_id ?? '',
    lastXid: row.last_xid,
    sealedAt: row.sealed_at,
    keyId: row.key_id,
    signature: row.signature,
  };
}
