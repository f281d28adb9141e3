/** 不同意转学接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { groundView } from '../law/ground-view.ts';
import { againstWords } from '../law/refusal-grounds.ts';
import { refusalShape } from '../transfer-form.ts';
import { refusalGroundShape } from '../transfers.api.ts';
import { listGrounds, proposeRefusal, recordUnlawful, weighGround } from './refuse-transfer.ts';

const TAG = '转学';
const caseId = z.object({ id: z.uuid() });

/** Choosing a ground and proposing the refusal; its signature is an act like every other. */
export function refusalRoutes(
  services: Services,
  engine: CaseEngine,
  who: { roles: Role[]; levels: Level[] },
): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/transfers/:id/refusal-grounds',
      tag: TAG,
      title: '看不同意转学的理由',
      who,
      params: caseId,
      answer: z.object({ grounds: z.array(refusalGroundShape) }),
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), async (tx) => ({
          grounds: (await listGrounds(tx, services, engine, actor, params.id)).map(groundView),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/transfers/:id/refusals',
      tag: TAG,
      title: '提出不同意转学',
      who,
      params: caseId,
      body: refusalShape,
      answer: z.object({ seq: z.number().int(), step: z.string(), stateWords: z.string() }),
      idempotent: true,
      handle: async ({ actor, params, body }) => {
        const { reason, opinion, seq } = body;
        const ground = await db.read(scopeOf(actor), (tx) =>
          weighGround(tx, services, engine, actor, { caseId: params.id, reason }),
        );
        if (!ground.lawful) {
          // In a transaction of its own: the row stands although the act is refused.
          await db.write(scopeOf(actor), (tx) => recordUnlawful(tx, actor, params.id, ground));
          throw refuse('LAW_REFUSES', { sentence: againstWords(ground) });
        }
        return db.write(scopeOf(actor), async (tx) => {
          const refusal = { caseId: params.id, opinion, seq, ground };
          const { event, workflow } = await proposeRefusal(tx, engine, actor, refusal);
          const stateWords = workflow.states[event.toState]!.words;
          return { seq: event.seq, step: event.step, stateWords };
        });
      },
    }),
  ];
}
