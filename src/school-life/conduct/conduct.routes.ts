/** 奖惩资助接口: lists, proposals and entries; discipline and hardship themselves are cases. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { aidEntryShape, aidsShape } from '../aid/aid.api.ts';
import { enterAids, takeOutAid, viewAids } from '../aid/keep-aids.ts';
import { awardsShape, decisionShape, proposalShape } from '../awards/awards.api.ts';
import { cancelAward, decideAwards, proposeAwards } from '../awards/give-awards.ts';
import { viewAwards } from '../awards/view-awards.ts';
import { disciplinesShape } from './disciplines.api.ts';
import { viewDisciplines } from './view-disciplines.ts';

const at = (...roles: Role[]): { roles: Role[]; levels: Level[] } => ({ roles, levels: ['SCHOOL'] });
const READERS = at('CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER');
const TAG = '奖惩资助';
const yearShape = z.object({ schoolYear: z.coerce.number().int().min(1990).max(2100).optional() });
const byId = z.object({ id: z.uuid() });
const reasonShape = z.object({ reason: z.string().trim().min(4, '请写明理由，不少于四个字').max(200) });
const counted = z.object({ students: z.number().int() });
const done = z.object({ done: z.literal(true) });

/** Awards, discipline, hardship and aid of a school. */
export function conductRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/disciplines',
      tag: TAG,
      title: '看处分',
      who: READERS,
      answer: disciplinesShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewDisciplines(tx, actor)),
    }),
    route({
      method: 'GET',
      path: '/api/awards',
      tag: TAG,
      title: '看奖励',
      who: READERS,
      query: yearShape,
      answer: awardsShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewAwards(tx, services, actor, query.schoolYear)),
    }),
    route({
      method: 'POST',
      path: '/api/awards',
      tag: TAG,
      title: '提出奖励',
      who: at('CLASS_TEACHER', 'SCHOOL_REGISTRAR'),
      body: proposalShape,
      answer: counted,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ students: await proposeAwards(tx, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/awards/decisions',
      tag: TAG,
      title: '批准奖励',
      who: at('SCHOOL_LEADER'),
      body: decisionShape,
      answer: counted,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ students: await decideAwards(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/awards/:id/cancel',
      tag: TAG,
      title: '作废奖励',
      who: at('SCHOOL_LEADER'),
      params: byId,
      body: reasonShape,
      answer: done,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await cancelAward(tx, actor, { ...params, ...body });
          return { done: true as const };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/aids',
      tag: TAG,
      title: '看困难认定和资助',
      who: READERS,
      query: yearShape,
      answer: aidsShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewAids(tx, actor, query.schoolYear)),
    }),
    route({
      method: 'POST',
      path: '/api/aids',
      tag: TAG,
      title: '登记资助',
      who: at('SCHOOL_REGISTRAR'),
      body: aidEntryShape,
      answer: counted,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ students: await enterAids(tx, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/aids/:id/take-out',
      tag: TAG,
      title: '更正资助',
      who: at('SCHOOL_REGISTRAR'),
      params: byId,
      body: reasonShape,
      answer: done,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await takeOutAid(tx, actor, { ...params, ...body });
          return { done: true as const };
        }),
    }),
  ];
}
