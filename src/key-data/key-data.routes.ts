/** 关键数据变更接口. */
import { z } from 'zod';
import { type Actor, type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { type CaseEngine, maybeOffline } from '../cases/index.ts';
import type { TakeOver } from '../evidence/index.ts';
import { countNumberCheck, mendChange, openChange, revealNewNumber } from './apply-for-change.ts';
import { type Application, mendingShape, openingShape, outcomeShape } from './key-data.api.ts';

const REGISTRAR: { roles: Role[] } = { roles: ['SCHOOL_REGISTRAR'] };
const PARTIES: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
const TAG = '关键数据变更';
const caseId = z.object({ id: z.uuid() });

/** Applying and mending; the case itself is decided like every other. */
export function keyDataRoutes(services: Services, engine: CaseEngine, takeOver: TakeOver): Route[] {
  const { db } = services;
  /** In a transaction of its own: it stands even where the application is refused. */
  const counted = async (actor: Actor, subjectId: string, values: Application['values']) => {
    if (values['identityNumber'] === undefined) return;
    await db.write(scopeOf(actor), (tx) => countNumberCheck(tx, actor, subjectId));
  };
  return [
    route({
      method: 'POST',
      path: '/api/key-data-changes',
      tag: TAG,
      title: '申请变更关键数据',
      who: REGISTRAR,
      body: openingShape.extend(maybeOffline),
      answer: outcomeShape,
      idempotent: true,
      handle: async ({ actor, body }) => {
        await counted(actor, body.studentId, body.values);
        return db.write(scopeOf(actor), async (tx) => {
          const { studentId, familyRequestId: requestId } = body;
          const outcome = await openChange(tx, services, engine, actor, body);
          if (outcome.caseId && requestId) await takeOver(tx, actor, { caseId: outcome.caseId, studentId, requestId });
          return outcome;
        });
      },
    }),
    route({
      method: 'PUT',
      path: '/api/key-data-changes/:id',
      tag: TAG,
      title: '补正关键数据变更申请',
      who: REGISTRAR,
      params: caseId,
      body: mendingShape,
      answer: outcomeShape,
      handle: async ({ actor, params, body }) => {
        await counted(actor, params.id, body.values);
        return db.write(scopeOf(actor), (tx) =>
          mendChange(tx, services, engine, actor, { caseId: params.id, ...body }),
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/key-data-changes/:id/reveals',
      tag: TAG,
      title: '查看拟变更的完整证件号',
      who: PARTIES,
      params: caseId,
      body: z.object({ reason: z.string().trim().min(2, '请写明事由').max(200) }),
      answer: z.object({ value: z.string() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          value: await revealNewNumber(tx, services, actor, { caseId: params.id, ...body }),
        })),
    }),
  ];
}
