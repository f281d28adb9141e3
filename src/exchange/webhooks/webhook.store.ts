/** 推送地址存取. */
import { type Selectable, sql } from 'kysely';
import type { Webhooks } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { ChangeKind } from '../../feed/change-kinds.api.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Webhook } from './webhook.ts';

const asWebhook = (row: Selectable<Webhooks>): Webhook => ({
  id: row.id,
  systemId: row.system_id,
  path: row.path,
  url: row.url,
  kinds: row.kinds as ChangeKind[],
  state: row.state as Webhook['state'],
  stateNote: row.state_note,
  position: row.position,
  secretSealed: row.secret_sealed,
  madeByName: row.made_by_name,
  madeAt: row.made_at,
});

/** Keeps a new address. */
export async function insertWebhook(
  tx: Transaction,
  one: Omit<Webhook, 'state' | 'stateNote' | 'madeAt'>,
  madeBy: string,
): Promise<void> {
  await tx.sql
    .insertInto('webhooks')
    .values({
      id: one.id,
      system_id: one.systemId,
      path: one.path,
      url: one.url,
      kinds: one.kinds,
      secret_sealed: one.secretSealed,
      state: 'ACTIVE',
      position: one.position,
      made_by: madeBy,
      made_by_name: one.madeByName,
      made_at: tx.now,
    })
    .execute();
}

/** An address of a system of this institution, locked. Refuses NOT_FOUND, also for one that has ended. */
export async function lockWebhook(tx: Transaction, id: string, institutionId: string): Promise<Webhook> {
  const row = await ownWebhook(tx, id, institutionId).where('w.state', '<>', 'ENDED').forUpdate('w').executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此推送地址' });
  return asWebhook(row);
}

/** The same to be looked at, whether it has ended or not. */
export async function getWebhook(tx: Transaction, id: string, institutionId: string): Promise<Webhook> {
  const row = await ownWebhook(tx, id, institutionId).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此推送地址' });
  return asWebhook(row);
}

const ownWebhook = (tx: Transaction, id: string, institutionId: string) =>
  tx.sql
    .selectFrom('webhooks as w')
    .innerJoin('partner_systems as s', 's.id', 'w.system_id')
    .selectAll('w')
    .where('w.id', '=', id)
    .where('s.institution_id', '=', institutionId);

/** Addresses of some systems that have not ended, with how their deliveries stand. */
export async function listWebhooks(tx: Transaction, systemIds: readonly string[]) {
  if (systemIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('webhooks as w')
    .selectAll('w')
    .select((w) => [
      countOf('WAITING').as('waiting'),
      countOf('DEAD').as('dead'),
      w
        .selectFrom('webhook_deliveries as d')
        .select((d) => d.fn.max('d.tried_at').as('at'))
        .whereRef('d.webhook_id', '=', 'w.id')
        .where('d.state', '=', 'DELIVERED')
        .as('deliveredAt'),
    ])
    .where('w.system_id', 'in', [...systemIds])
    .where('w.state', '<>', 'ENDED')
    .orderBy('w.made_at')
    .execute();
  return rows.map((row) => ({
    ...asWebhook(row),
    waiting: row.waiting ?? 0,
    dead: row.dead ?? 0,
    deliveredAt: row.deliveredAt,
  }));
}

const countOf = (state: string) =>
  sql<number>`(select count(*) from webhook_deliveries d where d.webhook_id = w.id and d.state = ${state})`;

/** Active addresses, a lock on each that nobody else is laying out at the moment. */
export async function lockActive(tx: Transaction): Promise<Webhook[]> {
  const rows = await tx.sql
    .selectFrom('webhooks')
    .selectAll()
    .where('state', '=', 'ACTIVE')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(asWebhook);
}

/** Addresses by id. */
export async function webhooksById(tx: Transaction, ids: readonly string[]): Promise<Map<string, Webhook>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('webhooks')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, asWebhook(row)]));
}

/** Lets an address rest, go on or end. */
export async function setWebhookState(
  tx: Transaction,
  id: string,
  state: Webhook['state'],
  note: string | null,
): Promise<void> {
  await tx.sql.updateTable('webhooks').set({ state, state_note: note }).where('id', '=', id).execute();
}

/** Ends every address of a system. */
export async function endWebhooks(tx: Transaction, systemId: string): Promise<void> {
  await tx.sql.updateTable('webhooks').set({ state: 'ENDED' }).where('system_id', '=', systemId).execute();
}

/** Everything up to here is laid out. */
export async function setPosition(tx: Transaction, id: string, position: number): Promise<void> {
  await tx.sql.updateTable('webhooks').set({ position }).where('id', '=', id).execute();
}
