/** 推送接口. */
import { z } from 'zod';
import { type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { listDeliveries } from './delivery.store.ts';
import { addWebhook, endWebhook, pauseWebhook, sendAgain, tryWebhook } from './keep-webhooks.ts';
import type { AddressRules } from './safe-address.ts';
import { getWebhook } from './webhook.store.ts';
import type { Delivery } from './webhook.ts';
import { deliveriesShape, outcomeShape, webhookWishShape } from './webhooks.api.ts';

const REGISTRARS: { roles: Role[] } = { roles: ['AUTHORITY_REGISTRAR'] };
const AUTHORITIES: { roles: Role[] } = { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };
const TAG = '对接';
const byId = z.object({ id: z.uuid() });
const done = z.object({});
const PAGE = 50;

/** Where the feed is delivered; a matter of the authority that answers for the system. */
export function webhookRoutes(services: Services, rules: AddressRules): Route[] {
  const { db } = services;
  return [
    route({
      method: 'POST',
      path: '/api/exchange/systems/:id/webhooks',
      tag: TAG,
      title: '设置推送地址',
      who: REGISTRARS,
      params: byId,
      body: webhookWishShape,
      answer: z.object({ id: z.uuid(), secret: z.string().describe('签名密钥，只出示这一次') }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => addWebhook(services, rules, tx, actor, { systemId: params.id, ...body })),
    }),
    route({
      method: 'POST',
      path: '/api/exchange/webhooks/:id/state',
      tag: TAG,
      title: '暂停或恢复推送',
      who: AUTHORITIES,
      params: byId,
      body: z.object({ paused: z.boolean() }),
      answer: done,
      handle: async ({ actor, params, body }) => {
        await db.write(scopeOf(actor), (tx) => pauseWebhook(tx, actor, params.id, body.paused));
        return {};
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/exchange/webhooks/:id',
      tag: TAG,
      title: '停用推送地址',
      who: REGISTRARS,
      params: byId,
      answer: done,
      handle: async ({ actor, params }) => {
        await db.write(scopeOf(actor), (tx) => endWebhook(tx, actor, params.id));
        return {};
      },
    }),
    route({
      method: 'POST',
      path: '/api/exchange/webhooks/:id/tests',
      tag: TAG,
      title: '试推',
      who: REGISTRARS,
      params: byId,
      answer: outcomeShape,
      handle: ({ actor, params }) => tryWebhook(services, rules, actor, params.id),
    }),
    route({
      method: 'GET',
      path: '/api/exchange/webhooks/:id/deliveries',
      tag: TAG,
      title: '看推送记录',
      who: AUTHORITIES,
      params: byId,
      query: z.object({
        state: z.enum(['WAITING', 'DELIVERED', 'DEAD']).optional(),
        before: z.coerce.number().int().min(1).optional().describe('上页最后一条的序位'),
      }),
      answer: deliveriesShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          await getWebhook(tx, params.id, actor.institution.id);
          const items = await listDeliveries(tx, params.id, { ...query, limit: PAGE + 1 });
          return { items: items.slice(0, PAGE).map(viewDelivery), more: items.length > PAGE };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/exchange/webhooks/:id/deliveries/again',
      tag: TAG,
      title: '重推未送达的变动',
      who: REGISTRARS,
      params: byId,
      body: z.object({ position: z.int().optional().describe('只重推这一条；不填为全部未送达的') }),
      answer: z.object({ again: z.int() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => sendAgain(tx, actor, params.id, body.position)),
    }),
  ];
}

const viewDelivery = ({
  position,
  eventId,
  eventKind,
  state,
  attempts,
  nextAt,
  triedAt,
  answerStatus,
  fault,
}: Delivery) => ({
  ...{ position, eventId, eventKind, state, attempts, answerStatus, fault },
  nextAt: state === 'WAITING' ? nextAt.toISOString() : null,
  triedAt: triedAt?.toISOString() ?? null,
});
