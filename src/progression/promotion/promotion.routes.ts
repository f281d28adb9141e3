/** 升级接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { cancelPromotion, orderPromotion, takeBackPromotion } from './order-promotion.ts';
import { fatePageShape, fatesQueryShape, promotionListShape, promotionViewShape } from './promotion.api.ts';
import { rehearsePromotion } from './rehearse-promotion.ts';
import { resumePromotions, type SendJob } from './run-promotion.ts';
import { viewFates, viewPromotion, viewPromotions } from './view-promotion.ts';

const LEVELS: Level[] = ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'];
const LEADERS: Role[] = ['SCHOOL_LEADER', 'AUTHORITY_LEADER'];
const OFFICERS = { roles: [...LEADERS, 'SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR'] as Role[], levels: LEVELS };
const BY_LEADER = { roles: LEADERS, levels: LEVELS };
const TAG = '毕业升级';
const byId = z.object({ id: z.uuid() });
const REASON = z.string().trim().min(4, '理由至少写四个字').max(500);

/** Rehearse, order, call off, take back, and look. */
export function promotionRoutes(services: Services, send: SendJob): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/promotions',
      tag: TAG,
      title: '看升级办理',
      who: OFFICERS,
      answer: promotionListShape,
      handle: ({ actor }) => db.read(scopeOf(actor), viewPromotions),
    }),
    route({
      method: 'POST',
      path: '/api/promotions',
      tag: TAG,
      title: '预演升级',
      who: OFFICERS,
      answer: z.object({ id: z.uuid() }),
      idempotent: true,
      handle: ({ actor }) =>
        db.write(scopeOf(actor), async (tx) => ({ id: (await rehearsePromotion(tx, services, actor)).id })),
    }),
    route({
      method: 'GET',
      path: '/api/promotions/students',
      tag: TAG,
      title: '看升级去向的学生',
      who: OFFICERS,
      query: fatesQueryShape,
      answer: fatePageShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewFates(tx, actor, query)),
    }),
    route({
      method: 'GET',
      path: '/api/promotions/:id',
      tag: TAG,
      title: '看一次升级',
      who: OFFICERS,
      params: byId,
      answer: promotionViewShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewPromotion(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/promotions/:id/order',
      tag: TAG,
      title: '下达升级',
      who: BY_LEADER,
      params: byId,
      answer: z.object({ takesEffectOn: z.string() }),
      handle: async ({ actor, params }) => {
        const { takesEffectOn } = await db.write(scopeOf(actor), (tx) => orderPromotion(tx, actor, params.id));
        await resumePromotions(services, send);
        return { takesEffectOn };
      },
    }),
    route({
      method: 'POST',
      path: '/api/promotions/:id/cancel',
      tag: TAG,
      title: '取消升级',
      who: OFFICERS,
      params: byId,
      answer: z.object({ state: z.literal('CANCELLED') }),
      handle: async ({ actor, params }) => {
        await db.write(scopeOf(actor), (tx) => cancelPromotion(tx, actor, params.id));
        return { state: 'CANCELLED' as const };
      },
    }),
    route({
      method: 'POST',
      path: '/api/promotions/:id/take-back',
      tag: TAG,
      title: '撤回升级',
      who: BY_LEADER,
      params: byId,
      body: z.object({ reason: REASON }),
      answer: z.object({ state: z.literal('TAKING_BACK') }),
      handle: async ({ actor, params, body }) => {
        await db.write(scopeOf(actor), (tx) => takeBackPromotion(tx, actor, { id: params.id, reason: body.reason }));
        await resumePromotions(services, send);
        return { state: 'TAKING_BACK' as const };
      },
    }),
  ];
}
