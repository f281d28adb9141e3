/** 变动接口: a partner system follows what happens below its path. */
import { z } from 'zod';
import { type Route, route, type Services, systemAsAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { changeKindShape } from '../../feed/change-event.api.ts';
import { lastPosition, readFeed } from '../../feed/follow.store.ts';
import { refuse } from '../../kernel/refusal.ts';
import { noteUse } from '../systems/partner-system.store.ts';
import { eventPageShape } from './events.api.ts';
import { viewEvents } from './view-events.ts';

const kindsShape = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(changeKindShape));

/** Each reading that gives something out leaves its row before it does (S6-28.2). */
export function eventRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/events',
      tag: '对接',
      title: '按游标读取变动',
      who: 'SYSTEM',
      query: z.object({
        after: z
          .union([z.coerce.number().int().min(0), z.literal('latest')])
          .default(0)
          .describe('上次答复的next；从头读起为0，只要今后的为latest'),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
        kinds: kindsShape.optional().describe('只要这些种类，以逗号分隔；不填为全部'),
      }),
      answer: eventPageShape,
      handle: async ({ system, requestId, query: { after, limit, kinds } }) => {
        if (after === 'latest') {
          const next = await db.read(system.scope, lastPosition);
          return { events: [], next, more: false };
        }
        const page = await db.read(system.scope, async (tx) => {
          // After a restore the feed may be shorter than what a follower has had: silence would lose what comes now.
          const last = await lastPosition(tx);
          if (after > last) {
            const why = `游标${after}在最后一条变动（${last}）之后，系统可能由备份恢复过`;
            throw refuse('BAD_INPUT', { what: `${why}，请从较早的游标重新读取` });
          }
          const { events, ...rest } = await readFeed(tx, { after, limit, ...(kinds ? { kinds } : {}) });
          return { events: await viewEvents(tx, services, system, events), ...rest };
        });
        if (page.events.length > 0) {
          const [from, to] = [page.events[0]!.position, page.events.at(-1)!.position];
          await db.write({ lo: system.path, hi: `${system.path}~` }, async (tx) => {
            await noteUse(tx, system.id);
            await record(tx, systemAsAuditActor(system, requestId), {
              action: 'FOLLOW_EVENTS',
              subjectKind: 'SYSTEM',
              subjectId: system.id,
              path: system.path,
              detail: { from, to, events: page.events.length, withNumbers: system.withNumbers },
            });
          });
        }
        return page;
      },
    }),
  ];
}
