/** 辍学名册接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { dropoutsShape, handOverReceiptShape, handOverRequestShape } from './dropouts.api.ts';
import { handOverFile, keepHandOverReceipt } from './listing/hand-over.ts';
import { viewDropouts } from './listing/list-dropouts.ts';

const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
const SENDERS: { roles: Role[]; levels: Level[] } = { roles: ['AUTHORITY_REGISTRAR'], levels: ['COUNTY', 'CITY'] };
const TAG = '旷课与辍学';
const byId = z.object({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });
const DONE = { done: true } as const;

/** The list of dropouts and the files that go home at term end; the cases go the way of every change. */
export function dropoutRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/dropouts',
      tag: TAG,
      title: '看辍学名册',
      who: READERS,
      answer: dropoutsShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewDropouts(tx, services, actor)),
    }),
    route({
      method: 'POST',
      path: '/api/dropouts/:id/hand-overs',
      tag: TAG,
      title: '转交辍学随迁子女档案',
      who: SENDERS,
      params: byId,
      body: handOverRequestShape,
      answer: done,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await handOverFile(tx, services, actor, { studentId: params.id, ...body });
          return DONE;
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/dropouts/:id/hand-over-receipt',
      tag: TAG,
      title: '登记档案签收',
      who: SENDERS,
      params: byId,
      body: handOverReceiptShape,
      answer: done,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await keepHandOverReceipt(tx, actor, { studentId: params.id, ...body });
          return DONE;
        }),
    }),
  ];
}
