/** 通知存取: the notices of a person, and how far the feed has been read for them. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { NoticeKind } from '../notice-words.api.ts';

export interface Notice {
  accountId: string;
  path: string;
  kind: NoticeKind;
  /** What it tells of: a person is told of it once. */
  source: string;
  caseId: string | null;
  studentId: string | null;
  sentence: string;
  /** Told by another way only: it stands in the list, but nobody is asked to read it there. */
  silent: boolean;
}

/** Tells each person once; answers which of them are new. */
export async function insertNotices(tx: Transaction, notices: readonly Notice[]): Promise<Set<string>> {
  if (notices.length === 0) return new Set();
  const rows = await tx.sql
    .insertInto('notices')
    .values(
      notices.map((one) => ({
        account_id: one.accountId,
        id: tx.newId(),
        path: one.path,
        kind: one.kind,
        source: one.source,
        case_id: one.caseId,
        student_id: one.studentId,
        sentence: one.sentence,
        at: tx.now,
        read_at: one.silent ? tx.now : null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['account_id', 'source'])
    .execute();
  return new Set(rows.map(({ account_id, source }) => nameOf(account_id, source)));
}

/** Person and source, as one key. */
export const nameOf = (accountId: string, source: string): string => `${accountId} ${source}`;

/** The notices of a person, the latest first. */
export function listNotices(
  tx: Transaction,
  accountId: string,
  { unread, before, limit }: { unread: boolean; before?: string | undefined; limit: number },
) {
  let query = tx.sql
    .selectFrom('notices')
    .select(['id', 'kind', 'sentence', 'case_id as caseId', 'at', 'read_at as readAt'])
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (unread) query = query.where('read_at', 'is', null);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** How many a person has not read. */
export async function countUnread(tx: Transaction, accountId: string): Promise<number> {
  const { count } = await tx.byKey
    .selectFrom('notices')
    .select((notice) => notice.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Some of a person's notices are read, or all of them. */
export async function markRead(tx: Transaction, accountId: string, ids: readonly string[] | undefined): Promise<void> {
  let query = tx.sql
    .updateTable('notices')
    .set({ read_at: tx.now })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null);
  if (ids) query = query.where('id', 'in', [...ids]);
  await query.execute();
}

/** Of what each of these persons was told in a span of time, for the daily e-mail. */
export function listTold(
  tx: Transaction,
  accountIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<{ accountId: string; kind: string; sentence: string }[]> {
  return tx.sql
    .selectFrom('notices')
    .select(['account_id as accountId', 'kind', 'sentence'])
    .where('account_id', 'in', [...accountIds])
    .where('at', '>', from)
    .where('at', '<=', to)
    .orderBy('id')
    .execute();
}

const CURSOR = 'notices-follow';

/** How far the feed has been read, locked: one reader at a time, also over several processes. */
export async function lockCursor(tx: Transaction): Promise<number> {
  await tx.sql
    .insertInto('node_facts')
    .values({ name: CURSOR, value: JSON.stringify({ position: 0 }), at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { position } = await tx.sql
    .selectFrom('node_facts')
    .select(sql<number>`(value->>'position')::bigint`.as('position'))
    .where('name', '=', CURSOR)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return Number(position);
}

/** How far it has been read by now, without holding anybody up; 0 before the first time. */
export async function findCursor(tx: Transaction): Promise<number> {
  const row = await tx.byKey
    .selectFrom('node_facts')
    .select(sql<number>`(value->>'position')::bigint`.as('position'))
    .where('name', '=', CURSOR)
    .executeTakeFirst();
  return Number(row?.position ?? 0);
}

/** The feed has been read up to here. */
export async function moveCursor(tx: Transaction, position: number): Promise<void> {
  const value = JSON.stringify({ position });
  await tx.sql.updateTable('node_facts').set({ value, at: tx.now }).where('name', '=', CURSOR).execute();
}
