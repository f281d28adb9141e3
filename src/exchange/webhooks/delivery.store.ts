/** 推送记录存取: a queue of its own kind, in which the events of one student keep their order. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { ChangeEvent } from '../../feed/change-event.api.ts';
import type { ChangeKind } from '../../feed/change-kinds.api.ts';
import type { Delivery, Webhook } from './webhook.ts';

/** Lays out events for an address; each once, whoever lays out. */
export async function insertDeliveries(
  tx: Transaction,
  webhook: Webhook,
  events: readonly ChangeEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.sql
    .insertInto('webhook_deliveries')
    .values(
      events.map((event) => ({
        webhook_id: webhook.id,
        position: event.position,
        path: webhook.path,
        event_id: event.id,
        event_kind: event.kind,
        student_id: event.studentId ?? null,
        state: 'WAITING',
        next_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes deliveries whose time has come: nobody else tries them until the lease ends, after which they count as lost and
 * are tried again. An event waits while an earlier one of the same student waits for the same address.
 */
export async function claimDeliveries(
  tx: Transaction,
  { limit, leaseUntil }: { limit: number; leaseUntil: Date },
): Promise<{ webhookId: string; position: number; attempts: number }[]> {
  const { rows } = await sql<{ webhookId: string; position: number; attempts: number }>`
    update webhook_deliveries t
    set attempts = t.attempts + 1, tried_at = ${tx.now}, next_at = ${leaseUntil}
    from (
      select d.webhook_id, d.position from webhook_deliveries d
      join webhooks w on w.id = d.webhook_id and w.state = 'ACTIVE'
      where d.state = 'WAITING' and d.next_at <= ${tx.now}
        and not exists (select from webhook_deliveries e where e.webhook_id = d.webhook_id and e.state = 'WAITING'
          and e.student_id = d.student_id and e.position < d.position)
      order by d.position limit ${limit} for update of d skip locked) as due
    where t.webhook_id = due.webhook_id and t.position = due.position
    returning t.webhook_id as "webhookId", t.position, t.attempts`.execute(tx.sql);
  return rows;
}

/** What came of a try. `nextAt` is given where another follows. */
export async function noteOutcome(
  tx: Transaction,
  { webhookId, position }: Pick<Delivery, 'webhookId' | 'position'>,
  outcome: { state: Delivery['state']; status: number | undefined; fault: string | undefined; nextAt?: Date },
): Promise<void> {
  await tx.sql
    .updateTable('webhook_deliveries')
    .set({
      state: outcome.state,
      answer_status: outcome.status ?? null,
      fault: outcome.fault ?? null,
      ...(outcome.nextAt ? { next_at: outcome.nextAt } : {}),
    })
    .where('webhook_id', '=', webhookId)
    .where('position', '=', position)
    .where('state', '=', 'WAITING')
    .execute();
}

/** The log of an address, the latest first. */
export async function listDeliveries(
  tx: Transaction,
  webhookId: string,
  { state, before, limit }: { state?: Delivery['state'] | undefined; before?: number | undefined; limit: number },
): Promise<Delivery[]> {
  let query = tx.sql
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('position', 'desc')
    .limit(limit);
  if (state) query = query.where('state', '=', state);
  if (before !== undefined) query = query.where('position', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    webhookId: row.webhook_id,
    position: row.position,
    eventId: row.event_id,
    eventKind: row.event_kind as ChangeKind,
    state: row.state as Delivery['state'],
    attempts: row.attempts,
    nextAt: row.next_at,
    triedAt: row.tried_at,
    answerStatus: row.answer_status,
    fault: row.fault,
  }));
}

/** Puts dead deliveries back in the queue, all of them or one; answers how many. */
export async function reviveDead(tx: Transaction, webhookId: string, position?: number): Promise<number> {
  let query = tx.sql
    .updateTable('webhook_deliveries')
    .set({ state: 'WAITING', attempts: 0, next_at: tx.now })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'DEAD');
  if (position !== undefined) query = query.where('position', '=', position);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** Forgets what was delivered before this instant. */
export async function forgetDelivered(tx: Transaction, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('webhook_deliveries')
    .where('state', '=', 'DELIVERED')
    .where('tried_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
