/** 佐证材料接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { evidenceShape, handInShape } from './evidence.api.ts';
import { returnPaper } from './return-paper.ts';
import { handIn } from './taking/hand-in.ts';
import { openEvidence, viewEvidence } from './view-evidence.ts';
import { withdraw } from './withdraw.ts';

/** As for the case itself; who takes part in one is asked of the case. */
const WHO: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION'],
};
const TAG = '佐证材料';
const caseId = z.object({ id: z.uuid() });
const paperId = z.object({ id: z.uuid(), evidenceId: z.uuid() });
const done = z.object({ done: z.literal(true) });

/** The papers of any case, whatever its kind. */
export function evidenceRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/cases/:id/evidence',
      tag: TAG,
      title: '看办件材料清单',
      who: WHO,
      params: caseId,
      answer: evidenceShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewEvidence(tx, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/cases/:id/evidence',
      tag: TAG,
      title: '交材料',
      who: WHO,
      params: caseId,
      query: handInShape,
      takesFile: true,
      answer: z.object({ id: z.uuid() }),
      handle: async ({ actor, params, query, upload }) => ({
        id: await handIn(services, actor, params.id, query, (await upload()).stream),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id/evidence/:evidenceId',
      tag: TAG,
      title: '看一份材料',
      who: WHO,
      params: paperId,
      answer: 'FILE',
      handle: ({ actor, params }) => openEvidence(services, actor, params.id, params.evidenceId),
    }),
    route({
      method: 'DELETE',
      path: '/api/cases/:id/evidence/:evidenceId',
      tag: TAG,
      title: '撤回材料',
      who: WHO,
      params: paperId,
      answer: done,
      handle: async ({ actor, params }) => {
        await withdraw(services, actor, params.id, params.evidenceId);
        return { done: true as const };
      },
    }),
    route({
      method: 'POST',
      path: '/api/cases/:id/evidence/:evidenceId/returns',
      tag: TAG,
      title: '退回材料',
      who: WHO,
      params: paperId,
      body: z.object({ reason: z.string().trim().min(2, '请写明退回理由，不少于2个字').max(200) }),
      answer: done,
      handle: async ({ actor, params, body }) => {
        await returnPaper(db, actor, params.id, params.evidenceId, body.reason);
        return { done: true as const };
      },
    }),
  ];
}
