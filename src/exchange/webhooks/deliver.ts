/**
 * 推送: lays the feed out for every address and sends what is due, at least once and each student in order.
 *
 * A process that dies between the answer and its note sends once more with the same id: the receiver goes by the id.
 */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import type { ChangeEvent } from '../../feed/change-event.api.ts';
import { readAt, readFeed } from '../../feed/follow.store.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { viewEvents } from '../following/view-events.ts';
import { systemsById } from '../systems/partner-system.store.ts';
import { isLive, type PartnerSystem } from '../systems/partner-system.ts';
import { claimDeliveries, insertDeliveries, noteOutcome } from './delivery.store.ts';
import { type PostOutcome, post, TIMEOUT_MS } from './post.ts';
import type { AddressRules } from './safe-address.ts';
import { signedHeaders } from './signature.ts';
import { lockActive, setPosition, setWebhookState, webhooksById } from './webhook.store.ts';
import { nextTry, TRIES_AT_MOST, type Webhook } from './webhook.ts';

type Needs = Pick<Services, 'db' | 'cipher' | 'now'>;

const AT_ONCE = 8;
const PORTION = 500;
/** After this long a try without an outcome counts as lost with its process. */
const LEASE_MS = 6 * TIMEOUT_MS;

/** Sends until nothing is due; answers how many tries were made. */
export async function deliverDue(services: Needs, rules: AddressRules): Promise<number> {
  await layOut(services);
  for (let tries = 0; ; ) {
    const due = await takeDue(services);
    if (due.length === 0) return tries;
    await Promise.all(due.map((one) => tryOne(services, rules, one)));
    tries += due.length;
  }
}

/** Lays out what the feed has gained; who may not follow any more gets nothing. */
function layOut({ db }: Needs): Promise<void> {
  return db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // what is due to whom; giving it out leaves its row below
    const active = await lockActive(tx);
    const systems = await systemsOf(tx, active);
    for (const webhook of active) {
      const system = systems.get(webhook.systemId);
      if (!system || !isLive(system, dayOf(tx.now))) {
        await setWebhookState(tx, webhook.id, 'PAUSED', '批准已到期，重新批准后另设地址');
        continue;
      }
      const wish = { after: webhook.position, limit: PORTION, kinds: webhook.kinds, within: rangeOf(system.scopePath) };
      const { events, next } = await readFeed(tx, wish);
      await insertDeliveries(tx, webhook, events);
      if (next > webhook.position) await setPosition(tx, webhook.id, next);
    }
  });
}

interface Due {
  webhook: Webhook;
  system: PartnerSystem;
  event: ChangeEvent;
  attempts: number;
}

/** Claims deliveries in a transaction of their own: what is being tried is known before the first byte leaves. */
function takeDue({ db }: Needs): Promise<Due[]> {
  return db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    const leaseUntil = new Date(tx.now.getTime() + LEASE_MS);
    const claimed = await claimDeliveries(tx, { limit: AT_ONCE, leaseUntil });
    const webhooks = await webhooksById(tx, [...new Set(claimed.map(({ webhookId }) => webhookId))]);
    const systems = await systemsOf(tx, [...webhooks.values()]);
    const events = await readAt(
      tx,
      claimed.map(({ position }) => position),
    );
    return claimed.map(({ webhookId, position, attempts }) => {
      const webhook = webhooks.get(webhookId)!;
      return { webhook, system: systems.get(webhook.systemId)!, event: events.get(position)!, attempts };
    });
  });
}

async function tryOne(services: Needs, rules: AddressRules, { webhook, system, event, attempts }: Due): Promise<void> {
  const outcome = isLive(system, dayOf(services.now()))
    ? await post(rules, webhook.url, await signedDelivery(services, webhook, system, event))
    : { delivered: false, fault: '批准已到期或已停用，未推送' };
  await services.db.write(NODE_SCOPE, (tx) => note(tx, { webhook, event, attempts }, outcome));
}

/** Body and headers; what the body says is read in the scope of the approval. */
async function signedDelivery(services: Needs, webhook: Webhook, system: PartnerSystem, event: ChangeEvent) {
  const [data] = await services.db.read(rangeOf(system.scopePath), (tx) => viewEvents(tx, services, system, [event]));
  const body = JSON.stringify({ type: event.kind, timestamp: event.at.toISOString(), data });
  const secret = services.cipher.open('webhooks', webhook.id, webhook.secretSealed) as string;
  return { body, headers: signedHeaders(secret, { id: event.id, at: services.now(), body }) };
}

async function note(tx: Transaction, { webhook, event, attempts }: Omit<Due, 'system'>, outcome: PostOutcome) {
  const { status, fault } = outcome;
  tx.markAudited(); // the delivery log itself is the record of what was given to whom and when
  const delivery = { webhookId: webhook.id, position: event.position };
  if (outcome.delivered) return noteOutcome(tx, delivery, { state: 'DELIVERED', status, fault });
  // 410: the receiver says for good that it is not there any more.
  const nextAt = status === 410 ? undefined : nextTry(attempts, tx.now);
  if (nextAt) return noteOutcome(tx, delivery, { state: 'WAITING', status, fault, nextAt });
  await noteOutcome(tx, delivery, { state: 'DEAD', status, fault });
  const why = status === 410 ? '对方答复此地址已停用' : `连续${TRIES_AT_MOST}次未送达（${fault}）`;
  await setWebhookState(tx, webhook.id, 'PAUSED', `${why}，已暂停；请与接收单位核对后恢复`);
}

const systemsOf = (tx: Transaction, webhooks: readonly Webhook[]) =>
  systemsById(tx, [...new Set(webhooks.map(({ systemId }) => systemId))]);
