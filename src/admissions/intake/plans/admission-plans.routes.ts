/** 招生计划接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import type { CaseEngine } from '../../../cases/index.ts';
import { planListShape, planProposalShape } from './admission-plans.api.ts';
import { proposePlan } from './propose-plan.ts';
import { viewPlans } from './view-plans.ts';

const AUTHORITIES: Level[] = ['COUNTY', 'CITY', 'PROVINCE'];
const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', ...AUTHORITIES],
};
const TAG = '入学注册';

/** Look, and draw up; the case itself is decided like every other. */
export function admissionPlanRoutes(services: Services, engine: CaseEngine): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/admission-plans',
      tag: TAG,
      title: '看招生计划及使用情况',
      who: READERS,
      query: z.object({ intakeYear: z.coerce.number().int().min(2000).max(2100).optional() }),
      answer: planListShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewPlans(tx, services, actor, query.intakeYear)),
    }),
    route({
      method: 'POST',
      path: '/api/admission-plans',
      tag: TAG,
      title: '拟定招生计划',
      who: { roles: ['AUTHORITY_REGISTRAR'], levels: AUTHORITIES },
      body: planProposalShape,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ caseId: await proposePlan(services, engine, tx, actor, body) })),
    }),
  ];
}
