/** 对接系统接口. */
import { z } from 'zod';
import { type Actor, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { listWebhooks } from '../webhooks/webhook.store.ts';
import { applyForSystem, decideOnSystem, giveKey, revokeSystem } from './approve-system.ts';
import { listSystems } from './partner-system.store.ts';
import { isLive, latestValidTo, type PartnerSystem } from './partner-system.ts';
import { applicationShape, type SystemsView, type SystemView, systemsShape, type WebhookView } from './systems.api.ts';

const AUTHORITIES: { roles: Role[] } = { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };
const REGISTRARS: { roles: Role[] } = { roles: ['AUTHORITY_REGISTRAR'] };
const LEADERS: { roles: Role[] } = { roles: ['AUTHORITY_LEADER'] };
const TAG = '对接';
const byId = z.object({ id: z.uuid() });
const done = z.object({});

/** Who outside may follow: the registrar applies, the leader approves, for a year at most. */
export function systemRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/exchange/systems',
      tag: TAG,
      title: '看对接系统',
      who: AUTHORITIES,
      answer: systemsShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewSystems(tx, actor)),
    }),
    route({
      method: 'POST',
      path: '/api/exchange/systems',
      tag: TAG,
      title: '申请对接系统',
      who: REGISTRARS,
      body: applicationShape,
      answer: z.object({ id: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) => db.write(scopeOf(actor), (tx) => applyForSystem(tx, actor, body)),
    }),
    route({
      method: 'POST',
      path: '/api/exchange/systems/:id/decision',
      tag: TAG,
      title: '审批对接系统',
      who: LEADERS,
      params: byId,
      body: z.object({ approve: z.boolean(), note: z.string().trim().min(1).max(200).optional() }),
      answer: done,
      handle: async ({ actor, params, body }) => {
        await db.write(scopeOf(actor), (tx) => decideOnSystem(tx, actor, params.id, body));
        return {};
      },
    }),
    route({
      method: 'POST',
      path: '/api/exchange/systems/:id/key',
      tag: TAG,
      title: '颁发对接密钥',
      who: REGISTRARS,
      params: byId,
      answer: z.object({ key: z.string().describe('密钥，只出示这一次；此前的密钥即时作废') }),
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => giveKey(services, tx, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/exchange/systems/:id/revocation',
      tag: TAG,
      title: '停用对接系统',
      who: AUTHORITIES,
      params: byId,
      body: z.object({ reason: z.string().trim().min(2, '请写停用的理由').max(200) }),
      answer: done,
      handle: async ({ actor, params, body }) => {
        await db.write(scopeOf(actor), (tx) => revokeSystem(tx, actor, params.id, body.reason));
        return {};
      },
    }),
  ];
}

async function viewSystems(tx: Transaction, actor: Actor): Promise<SystemsView> {
  const today = dayOf(tx.now);
  const systems = await listSystems(tx, actor.institution.id);
  const webhooks = await listWebhooks(
    tx,
    systems.map(({ id }) => id),
  );
  const items = systems.map((one): SystemView => {
    const { institutionId: _, path: __, scopePath: ___, appliedBy, ...shown } = one;
    return {
      ...shown,
      state: one.state === 'APPROVED' && !isLive(one, today) ? 'EXPIRED' : one.state,
      mayDecide: mayDecide(actor, one),
      keyMadeAt: one.keyMadeAt?.toISOString() ?? null,
      keyUsedAt: one.keyUsedAt?.toISOString() ?? null,
      appliedAt: one.appliedAt.toISOString(),
      decidedAt: one.decidedAt?.toISOString() ?? null,
      webhooks: webhooks.filter(({ systemId }) => systemId === one.id).map(viewWebhook),
    };
  });
  return { items, latestValidTo: latestValidTo(today) };
}

const mayDecide = ({ role, accountId }: Actor, { state, appliedBy }: PartnerSystem): boolean =>
  role === 'AUTHORITY_LEADER' && state === 'APPLIED' && appliedBy !== accountId;

function viewWebhook(one: Awaited<ReturnType<typeof listWebhooks>>[number]): WebhookView {
  const { id, url, kinds, state, stateNote, madeByName, madeAt, waiting, dead, deliveredAt } = one;
  return {
    ...{ id, url, kinds, state, stateNote, madeByName, waiting, dead },
    madeAt: madeAt.toISOString(),
    deliveredAt: deliveredAt?.toISOString() ?? null,
  };
}
