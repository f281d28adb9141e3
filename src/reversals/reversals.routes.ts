/** 撤销变动接口. */
import { z } from 'zod';
import { type Actor, type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { type CaseEngine, checkMayRead, getCase } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { assessReversal, standsAbove } from './assess-reversal.ts';
import { openReversal } from './open-reversal.ts';
import type { OwnUndoings } from './reversal.ts';
import { type ReversalView, reversalRequestShape, reversalShape } from './reversals.api.ts';

/** The nation only where it took part. */
const LEVELS: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION'];
const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: LEVELS,
};
const PROPOSER: { roles: Role[]; levels: Level[] } = { roles: ['AUTHORITY_REGISTRAR'], levels: LEVELS };
const caseId = z.object({ id: z.uuid() });

/** Looking at what a reversal would do, and proposing it; it is signed like every other case. */
export function reversalRoutes(services: Services, engine: CaseEngine, own: OwnUndoings): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/cases/:id/reversal',
      tag: '办件',
      title: '看能否撤销已办结的变动',
      who: READERS,
      params: caseId,
      answer: reversalShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewReversal(tx, engine, own, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/cases/:id/reversal',
      tag: '办件',
      title: '拟撤销已办结的变动',
      who: PROPOSER,
      params: caseId,
      body: reversalRequestShape,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          caseId: await openReversal(tx, services, engine, own, actor, { caseId: params.id, reason: body.reason }),
        })),
    }),
  ];
}

async function viewReversal(
  tx: Transaction,
  engine: CaseEngine,
  own: OwnUndoings,
  actor: Actor,
  id: string,
): Promise<ReversalView> {
  checkMayRead(actor, await getCase(tx, id));
  const { target, reversible, reversed, against, restores } = await assessReversal(tx, engine, own, id);
  const offered = reversible && standsAbove(actor, target);
  return {
    offered,
    lockedBecause: offered ? (against ?? null) : null,
    restores: offered ? restores : [],
    reversed: reversed ?? null,
  };
}
