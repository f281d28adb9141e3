/** 外发消息存取: a queue in which nothing leaves twice. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';

export interface NewMessage {
  channel: 'MAIL' | 'SMS';
  path: string;
  /** The same source leaves once. */
  source: string;
  accountId?: string;
  studentId?: string;
  guardianOrdinal?: number;
  sentences: readonly string[];
}

export interface Message {
  id: string;
  channel: 'MAIL' | 'SMS';
  path: string;
  accountId: string | null;
  studentId: string | null;
  guardianOrdinal: number | null;
  sentences: string[];
  attempts: number;
}

/** Lays out what is to leave. */
export async function insertMessages(tx: Transaction, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.sql
    .insertInto('messages')
    .values(
      messages.map((one) => ({
        id: tx.newId(),
        path: one.path,
        channel: one.channel,
        source: one.source,
        account_id: one.accountId ?? null,
        student_id: one.studentId ?? null,
        guardian_ordinal: one.guardianOrdinal ?? null,
        sentences: [...one.sentences],
        state: 'WAITING',
        next_at: tx.now,
        made_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes some whose time has come; until the lease ends they are being sent, after it nobody knows whether they were. */
export async function claimMessages(
  tx: Transaction,
  { channels, limit, leaseUntil }: { channels: readonly Message['channel'][]; limit: number; leaseUntil: Date },
): Promise<Message[]> {
  if (channels.length === 0) return [];
  const { rows } = await sql<Message>`
    update messages m set state = 'SENDING', attempts = m.attempts + 1, next_at = ${leaseUntil}
    from (
      select id from messages
      where state = 'WAITING' and next_at <= ${tx.now} and channel = any(${[...channels]}::text[])
      order by next_at, id limit ${limit} for update skip locked) as due
    where m.id = due.id
    returning m.id, m.channel, m.path, m.account_id as "accountId", m.student_id as "studentId",
      m.guardian_ordinal as "guardianOrdinal", m.sentences, m.attempts`.execute(tx.sql);
  return rows;
}

/** What was being sent when its process died: sent or not, it is not sent again by itself. */
export async function markUnclear(tx: Transaction, fault: string): Promise<void> {
  await tx.sql
    .updateTable('messages')
    .set({ state: 'UNCLEAR', fault })
    .where('state', '=', 'SENDING')
    .where('next_at', '<', tx.now)
    .execute();
}

export interface MessageOutcome {
  state: 'SENT' | 'WAITING' | 'FAILED' | 'UNCLEAR';
  fault?: string;
  nextAt?: Date;
}

/** What came of a try. */
export async function noteMessage(
  tx: Transaction,
  id: string,
  { state, fault, nextAt }: MessageOutcome,
): Promise<void> {
  await tx.sql
    .updateTable('messages')
    .set({
      state,
      fault: fault ?? null,
      ...(nextAt ? { next_at: nextAt } : {}),
      ...(state === 'SENT' ? { sent_at: tx.now } : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'SENDING')
    .execute();
}

/** What did not leave, or nobody knows whether it did, in the scope; with whose it is, but no address. */
export async function listTroubled(tx: Transaction, { before, limit }: { before?: string | undefined; limit: number }) {
  let query = tx.sql
    .selectFrom('messages as m')
    .leftJoin('accounts as a', 'a.id', 'm.account_id')
    .select(['m.id', 'm.channel', 'm.state', 'm.fault', 'm.attempts', 'm.made_at as madeAt', 'a.person_name as person'])
    .where('m.state', 'in', ['FAILED', 'UNCLEAR'])
    .orderBy('m.id', 'desc')
    .limit(limit);
  if (before) query = query.where('m.id', '<', before);
  return query.execute();
}

/** How many wait, and how many left since an instant, in the scope. */
export async function countMessages(tx: Transaction, since: Date): Promise<{ waiting: number; sent: number }> {
  const { waiting, sent } = await tx.sql
    .selectFrom('messages')
    .select([
      sql<number>`count(*) filter (where state in ('WAITING', 'SENDING'))`.as('waiting'),
      sql<number>`count(*) filter (where state = 'SENT' and sent_at >= ${since})`.as('sent'),
    ])
    .executeTakeFirstOrThrow();
  return { waiting: Number(waiting), sent: Number(sent) };
}

/** Lets one that failed or is unclear leave after all; false where there is none in the scope. */
export async function sendAgain(tx: Transaction, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('messages')
    .set({ state: 'WAITING', attempts: 0, next_at: tx.now, fault: null })
    .where('id', '=', id)
    .where('state', 'in', ['FAILED', 'UNCLEAR'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The sealed part of a guardian's row, in the scope; undefined where the guardian is gone. */
export async function findGuardianSealed(
  tx: Transaction,
  studentId: string,
  ordinal: number,
): Promise<Buffer | undefined> {
  const row = await tx.sql
    .selectFrom('guardians')
    .select('sealed')
    .where('student_id', '=', studentId)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return row?.sealed;
}
