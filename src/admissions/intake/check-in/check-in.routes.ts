/** 报到接口. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { ROLL_READERS } from '../roll/roll.routes.ts';
import { actOnRoll } from './act-on-roll.ts';
import { noShowsShape, rollActShape } from './check-in.api.ts';
import { listNoShows } from './list-no-shows.ts';

const TAG = '入学注册';

/** Acts of the school on its roll, and the list of those who have not come. */
export function checkInRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'POST',
      path: '/api/admission-roll/:id/acts',
      tag: TAG,
      title: '办理报到、延期和未报到',
      who: { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] },
      params: z.object({ id: z.uuid() }),
      body: rollActShape,
      answer: z.object({ done: z.literal(true) }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await actOnRoll(tx, services, actor, params.id, body);
          return { done: true as const };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/admission-no-shows',
      tag: TAG,
      title: '看未报到的新生',
      who: ROLL_READERS,
      answer: noShowsShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => listNoShows(tx, services, actor)),
    }),
  ];
}
