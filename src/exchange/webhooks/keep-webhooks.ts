/** 推送设置: where the feed is delivered: set up, let rest, tried out, ended. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { lastPosition } from '../../feed/follow.store.ts';
import { refuse } from '../../kernel/refusal.ts';
import { lockLive } from '../systems/approve-system.ts';
import { reviveDead } from './delivery.store.ts';
import { type PostOutcome, post } from './post.ts';
import type { AddressRules } from './safe-address.ts';
import { newSecret, signedHeaders } from './signature.ts';
import { insertWebhook, lockWebhook, setWebhookState } from './webhook.store.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookWish } from './webhooks.api.ts';

/** Sets up an address, from the next event on; its secret is shown this once. Refuses addresses that may not be called. */
export async function addWebhook(
  services: Pick<Services, 'cipher' | 'randomBytes'>,
  rules: AddressRules,
  tx: Transaction,
  actor: Actor,
  { systemId, url, kinds }: WebhookWish & { systemId: string },
): Promise<{ id: string; secret: string }> {
  const system = await lockLive(tx, actor, systemId);
  const fault = rules.faultOf(url);
  if (fault) throw refuse('BAD_INPUT', { what: `推送地址${fault}` });
  const id = tx.newId();
  const secret = newSecret(services.randomBytes);
  const secretSealed = services.cipher.seal('webhooks', id, secret);
  const position = await lastPosition(tx);
  const one = { id, systemId, path: system.path, url, kinds, secretSealed, position, madeByName: actor.personName };
  await insertWebhook(tx, one, actor.accountId);
  await trace(tx, actor, one, 'ADD_WEBHOOK', { system: system.name, host: new URL(url).host, kinds });
  return { id, secret };
}

/** Lets deliveries rest or go on; what came meanwhile is delivered then. */
export async function pauseWebhook(tx: Transaction, actor: Actor, id: string, paused: boolean): Promise<void> {
  const one = await lockWebhook(tx, id, actor.institution.id);
  if (!paused) await lockLive(tx, actor, one.systemId);
  await setWebhookState(tx, id, paused ? 'PAUSED' : 'ACTIVE', paused ? `由${actor.personName}暂停` : null);
  await trace(tx, actor, one, paused ? 'PAUSE_WEBHOOK' : 'RESUME_WEBHOOK', {});
}

/** Ends an address. */
export async function endWebhook(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const one = await lockWebhook(tx, id, actor.institution.id);
  await setWebhookState(tx, id, 'ENDED', null);
  await trace(tx, actor, one, 'END_WEBHOOK', {});
}

/** Puts dead deliveries back in the queue. */
export async function sendAgain(
  tx: Transaction,
  actor: Actor,
  id: string,
  position: number | undefined,
): Promise<{ again: number }> {
  const one = await lockWebhook(tx, id, actor.institution.id);
  const again = await reviveDead(tx, id, position);
  await trace(tx, actor, one, 'SEND_AGAIN', { again, ...(position === undefined ? {} : { position }) });
  return { again };
}

/** 试推: sends a delivery that tells of nothing, and says what came of it. */
export async function tryWebhook(
  services: Pick<Services, 'db' | 'cipher' | 'now' | 'newId'>,
  rules: AddressRules,
  actor: Actor,
  id: string,
): Promise<PostOutcome> {
  const { path } = actor.institution;
  const one = await services.db.write({ lo: path, hi: `${path}~` }, async (tx) => {
    const found = await lockWebhook(tx, id, actor.institution.id);
    await lockLive(tx, actor, found.systemId);
    await trace(tx, actor, found, 'TRY_WEBHOOK', {});
    return found;
  });
  const at = services.now();
  const body = JSON.stringify({ type: 'TEST', timestamp: at.toISOString(), data: { message: '试推，不含变动' } });
  const secret = services.cipher.open('webhooks', id, one.secretSealed) as string;
  return post(rules, one.url, { body, headers: signedHeaders(secret, { id: services.newId(), at, body }) });
}

const trace = (
  tx: Transaction,
  actor: Actor,
  one: Pick<Webhook, 'id' | 'systemId'>,
  action: string,
  detail: Record<string, unknown>,
) =>
  record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'SYSTEM',
    subjectId: one.systemId,
    path: actor.institution.path,
    detail: { webhook: one.id, ...detail },
  });
