/** 变动读取: the feed from a place on, as far as the scope of the transaction reaches. */
import type { Selectable } from 'kysely';
import type { FeedEvents } from '../db/tables.ts';
import type { Transaction } from '../db/transaction.ts';
import type { ChangeEvent } from './change-event.api.ts';
import type { ChangeKind } from './change-kinds.api.ts';

export interface FeedWish {
  /** The last place that the follower has had; 0 from the beginning. */
  after: number;
  limit: number;
  /** Absent: every kind. */
  kinds?: readonly ChangeKind[];
  /** Only below these paths, inside the scope of the transaction. */
  within?: { lo: string; hi: string };
}

export interface FeedPage {
  events: ChangeEvent[];
  /** From where to go on; never before `after`. */
  next: number;
  /** Is there more already? */
  more: boolean;
}

/** Places that one reading looks at: a follower of a small place goes through a long feed in steps of even cost. */
const WINDOW = 20_000;

/** The next events. A page may be empty while there is more: what lies between concerned others. */
export async function readFeed(tx: Transaction, { after, limit, kinds, within }: FeedWish): Promise<FeedPage> {
  const last = await lastPosition(tx);
  const end = Math.min(last, after + WINDOW);
  let query = tx.sql
    .selectFrom('feed_events')
    .selectAll()
    .where('position', '>', after)
    .where('position', '<=', end)
    .orderBy('position')
    .limit(limit);
  if (kinds) query = query.where('kind', 'in', [...kinds]);
  if (within) {
    const { lo, hi } = within;
    query = query.where((or) =>
      or.or([
        or.and([or('path', '>=', lo), or('path', '<', hi)]),
        or.and([or('counterpart_path', '>=', lo), or('counterpart_path', '<', hi)]),
      ]),
    );
  }
  const rows = await query.execute();
  const next = rows.length === limit ? rows.at(-1)!.position : Math.max(after, end);
  return {
    events: rows.map(asEvent),
    next,
    more: next < last,
  };
}

const asEvent = (row: Selectable<FeedEvents>): ChangeEvent => ({
  position: row.position,
  id: row.id,
  at: row.at,
  kind: row.kind as ChangeKind,
  path: row.path,
  counterpartPath: row.counterpart_path,
  studentId: row.student_id,
  caseId: row.case_id,
  body: row.body as ChangeEvent['body'],
});

/** The events at some places, by place. */
export async function readAt(tx: Transaction, positions: readonly number[]): Promise<Map<number, ChangeEvent>> {
  if (positions.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('feed_events')
    .selectAll()
    .where('position', 'in', [...positions])
    .execute();
  return new Map(rows.map((row) => [row.position, asEvent(row)]));
}

/** The place given last, over the whole node; 0 in an empty feed. */
export async function lastPosition(tx: Transaction): Promise<number> {
  const { last } = await tx.beyondScope(() =>
    tx.sql
      .selectFrom('feed_events')
      .select((feed) => feed.fn.max('position').as('last'))
      .executeTakeFirstOrThrow(),
  );
  return last ?? 0;
}
