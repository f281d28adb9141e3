/** 学籍表核对接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { checkShape, formChecksShape, groupFormsShape } from './base-forms.api.ts';
import { checkForms, reviewSignOff, signOff } from './check-forms.ts';
import { viewFormChecks, viewForms } from './view-forms.ts';

const LEVELS: Level[] = ['SCHOOL'];
const READERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: LEVELS };
const TEACHER = { roles: ['CLASS_TEACHER'] as Role[], levels: LEVELS };
const LEADER = { roles: ['SCHOOL_LEADER'] as Role[], levels: LEVELS };
const TAG = '学籍表核对';
const byId = z.object({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });
const DONE = { done: true } as const;

/** The class teacher checks and signs, the leader reviews, the registrar sees how far it is. */
export function baseFormRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/form-checks',
      tag: TAG,
      title: '看各班学籍表核对',
      who: READERS,
      answer: formChecksShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewFormChecks(tx, actor)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/form-check',
      tag: TAG,
      title: '看班级学籍表核对',
      who: READERS,
      params: byId,
      answer: groupFormsShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewForms(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/form-check/ticks',
      tag: TAG,
      title: '核对学籍表',
      who: TEACHER,
      params: byId,
      body: checkShape,
      answer: z.object({ students: z.number().int() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          students: await checkForms(tx, services, actor, { classGroupId: params.id, ...body }),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/form-check/signature',
      tag: TAG,
      title: '班级学籍表签字',
      who: TEACHER,
      params: byId,
      answer: done,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await signOff(tx, services, actor, params.id);
          return DONE;
        }),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/form-check/review',
      tag: TAG,
      title: '审核班级学籍表',
      who: LEADER,
      params: byId,
      answer: done,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await reviewSignOff(tx, actor, params.id);
          return DONE;
        }),
    }),
  ];
}
