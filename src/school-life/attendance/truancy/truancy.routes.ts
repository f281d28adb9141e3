/** 旷课接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { listTruants } from './list-truants.ts';
import { logContact } from './log-contact.ts';
import { keepReceipt, reportInWriting } from './report-in-writing.ts';
import {
  contactRequestShape,
  receiptRequestShape,
  reportRequestShape,
  truantStandingShape,
  truantsShape,
} from './truancy.api.ts';
import { viewTruantStanding } from './view-standing.ts';

const WATCHERS: { roles: Role[]; levels: Level[] } = {
  roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY'],
};
const SCHOOL: { roles: Role[]; levels: Level[] } = {
  roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'],
  levels: ['SCHOOL'],
};
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const TAG = '旷课与辍学';
const byId = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid() });

/** Who stays away, contacts, written reports. */
export function truancyRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/truancy',
      tag: TAG,
      title: '看旷课预警',
      who: WATCHERS,
      answer: truantsShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => listTruants(tx, services, actor)),
    }),
    route({
      method: 'GET',
      path: '/api/truancy/students/:id',
      tag: TAG,
      title: '看一名学生的旷课和联系记录',
      who: WATCHERS,
      params: byId,
      answer: truantStandingShape,
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), (tx) => viewTruantStanding(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/truancy/students/:id/contacts',
      tag: TAG,
      title: '登记联系监护人',
      who: SCHOOL,
      params: byId,
      body: contactRequestShape,
      answer: made,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          id: await logContact(tx, services, actor, { studentId: params.id, ...body }),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/truancy/students/:id/reports',
      tag: TAG,
      title: '登记书面告知',
      who: REGISTRAR,
      params: byId,
      body: reportRequestShape,
      answer: made,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          id: await reportInWriting(tx, actor, { studentId: params.id, ...body }),
        })),
    }),
    route({
      method: 'PUT',
      path: '/api/written-reports/:id/receipt',
      tag: TAG,
      title: '登记签收',
      who: REGISTRAR,
      params: byId,
      body: receiptRequestShape,
      answer: z.object({ done: z.literal(true) }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await keepReceipt(tx, actor, { id: params.id, ...body });
          return { done: true as const };
        }),
    }),
  ];
}
