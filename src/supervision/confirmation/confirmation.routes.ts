/** 花名册确认接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { confirmationListShape, stageShape } from './confirmation.api.ts';
import { markOutside, openConfirmation, recountConfirmation } from './open-confirmation.ts';
import { viewConfirmations } from './view-confirmations.ts';

const LEVELS: Level[] = ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'];
const OFFICERS: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
const SCHOOL_REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const AUTHORITY_REGISTRAR = { roles: ['AUTHORITY_REGISTRAR'] as Role[], levels: LEVELS };
const TAG = '核查统计';
const byId = z.object({ id: z.uuid() });

/** Hand in, count anew, mark whom the authority does not accept, and look; the case itself is decided like every other. */
export function confirmationRoutes(services: Services, engine: CaseEngine, workflows: readonly Workflow[]): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/roster-confirmations',
      tag: TAG,
      title: '看本学年花名册确认',
      who: { roles: OFFICERS, levels: LEVELS },
      answer: confirmationListShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewConfirmations(tx, services, actor, workflows)),
    }),
    route({
      method: 'POST',
      path: '/api/roster-confirmations',
      tag: TAG,
      title: '上报花名册',
      who: SCHOOL_REGISTRAR,
      body: z.object({ stage: stageShape, opinion: z.string().max(500).optional() }),
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          caseId: await openConfirmation(tx, services, engine, actor, body),
        })),
    }),
    route({
      method: 'PUT',
      path: '/api/roster-confirmations/:id/roster',
      tag: TAG,
      title: '重新编制花名册',
      who: SCHOOL_REGISTRAR,
      params: byId,
      answer: z.object({ recounted: z.literal(true) }),
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await recountConfirmation(tx, engine, actor, params.id);
          return { recounted: true as const };
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/roster-confirmations/:id/outside-rules',
      tag: TAG,
      title: '标记不予注册的学生',
      who: AUTHORITY_REGISTRAR,
      params: byId,
      body: z.object({ studentIds: z.array(z.uuid()).max(2000) }),
      answer: z.object({ marked: z.number().int() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await markOutside(tx, actor, { caseId: params.id, studentIds: body.studentIds });
          return { marked: body.studentIds.length };
        }),
    }),
  ];
}
