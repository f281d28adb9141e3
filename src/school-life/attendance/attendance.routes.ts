/** 考勤接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  awayDecisionShape,
  awayRequestShape,
  awaysShape,
  dayShape,
  gateShape,
  registerShape,
  releaseShape,
  rollCallShape,
  schoolDayShape,
  slipShape,
  sumsShape,
} from './attendance.api.ts';
import { askForLeave } from './away/ask-for-leave.ts';
import { decideLeave } from './away/decide-leave.ts';
import { viewAways } from './away/list-aways.ts';
import { letGo, signSlip, viewGate } from './gate/let-go.ts';
import { callRoll } from './register/call-roll.ts';
import { viewRegister } from './register/view-register.ts';
import { viewSchoolDay } from './register/view-school-day.ts';
import { viewSums } from './register/view-sums.ts';

const LEVELS: Level[] = ['SCHOOL'];
const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'],
  levels: LEVELS,
};
const CALLERS: { roles: Role[]; levels: Level[] } = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR'], levels: LEVELS };
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: LEVELS };
const TAG = '考勤';
const byId = z.object({ id: z.uuid() });
const made = z.object({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });
const DONE = { done: true } as const;

/** The register, leave of absence, the gate. */
export function attendanceRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/attendance',
      tag: TAG,
      title: '看今日考勤',
      who: READERS,
      answer: schoolDayShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewSchoolDay(tx, actor)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/register',
      tag: TAG,
      title: '看考勤表',
      who: READERS,
      params: byId,
      query: z.object({ from: dayShape, to: dayShape }),
      answer: registerShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) =>
          viewRegister(tx, services, actor, {
            classGroupId: params.id,
            from: query.from as CivilDate,
            to: query.to as CivilDate,
          }),
        ),
    }),
    route({
      method: 'PUT',
      path: '/api/class-groups/:id/register',
      tag: TAG,
      title: '点名、更正考勤',
      who: CALLERS,
      params: byId,
      body: rollCallShape,
      answer: registerShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => callRoll(tx, services, actor, { classGroupId: params.id, ...body })),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/attendance-sums',
      tag: TAG,
      title: '看学期考勤汇总',
      who: READERS,
      params: byId,
      query: z.object({ on: dayShape.optional() }),
      answer: sumsShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) =>
          viewSums(tx, actor, { classGroupId: params.id, on: query.on as CivilDate | undefined }),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/leaves-of-absence',
      tag: TAG,
      title: '看请假',
      who: READERS,
      answer: awaysShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewAways(tx, services, actor)),
    }),
    route({
      method: 'POST',
      path: '/api/leaves-of-absence',
      tag: TAG,
      title: '登记请假',
      who: CALLERS,
      body: awayRequestShape,
      answer: made,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ id: await askForLeave(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/leaves-of-absence/:id/decisions',
      tag: TAG,
      title: '准假',
      who: READERS,
      params: byId,
      body: awayDecisionShape,
      answer: done,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await decideLeave(tx, services, actor, { id: params.id, ...body });
          return DONE;
        }),
    }),
    route({
      method: 'GET',
      path: '/api/gate-slips',
      tag: TAG,
      title: '看今日离校假条',
      who: READERS,
      answer: gateShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewGate(tx, actor)),
    }),
    route({
      method: 'POST',
      path: '/api/gate-slips',
      tag: TAG,
      title: '签署离校假条',
      who: { roles: ['CLASS_TEACHER'], levels: LEVELS },
      body: slipShape,
      answer: made,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ id: await signSlip(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/gate-releases',
      tag: TAG,
      title: '登记放行',
      who: REGISTRAR,
      body: releaseShape,
      answer: done,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await letGo(tx, services, actor, body.studentId);
          return DONE;
        }),
    }),
  ];
}
