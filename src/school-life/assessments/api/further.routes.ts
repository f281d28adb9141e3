/** 考核接口: credits, quality reports and activities of a class group. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { viewCredits } from '../electives/credits/view-credits.ts';
import { addPractice, takePracticeOut, viewPractice } from '../practice/keep-practice.ts';
import { viewReports } from '../quality/view-reports.ts';
import { signOff, writeReports } from '../quality/write-reports.ts';
import {
  creditsShape,
  practiceBody,
  practiceEndBody,
  practiceShape,
  reportsBody,
  reportsQuery,
  reportsShape,
  signatureBody,
} from './further.api.ts';

const TAG = '考核';
const AT_SCHOOL: Level[] = ['SCHOOL'];
const SEES = { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER'] as Role[], levels: AT_SCHOOL };
const ENTERS = { roles: ['SCHOOL_REGISTRAR', 'CLASS_TEACHER'] as Role[], levels: AT_SCHOOL };
const SIGNS = { roles: ['CLASS_TEACHER'] as Role[], levels: AT_SCHOOL };
const byId = z.object({ id: z.uuid() });

export function furtherRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/class-groups/:id/credits',
      tag: TAG,
      title: '看班级学分',
      who: SEES,
      params: byId,
      answer: creditsShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewCredits(tx, services, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/quality-reports',
      tag: TAG,
      title: '看班级综合素质报告',
      who: SEES,
      params: byId,
      query: reportsQuery,
      answer: reportsShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) => viewReports(tx, services, actor, { classGroupId: params.id, ...query })),
    }),
    route({
      method: 'PUT',
      path: '/api/class-groups/:id/quality-reports',
      tag: TAG,
      title: '填写综合素质报告',
      who: SIGNS,
      params: byId,
      body: reportsBody,
      answer: reportsShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => writeReports(tx, services, actor, { classGroupId: params.id, ...body })),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/quality-reports/signatures',
      tag: TAG,
      title: '签署综合素质报告',
      who: SIGNS,
      params: byId,
      body: signatureBody,
      answer: reportsShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => signOff(tx, services, actor, { classGroupId: params.id, ...body })),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/practice',
      tag: TAG,
      title: '看班级实践活动',
      who: SEES,
      params: byId,
      answer: practiceShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewPractice(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/practice',
      tag: TAG,
      title: '登记实践活动',
      who: ENTERS,
      params: byId,
      body: practiceBody,
      answer: practiceShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => addPractice(tx, services, actor, { classGroupId: params.id, ...body })),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/practice/endings',
      tag: TAG,
      title: '撤下实践活动记录',
      who: ENTERS,
      params: byId,
      body: practiceEndBody,
      answer: practiceShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => takePracticeOut(tx, services, actor, { classGroupId: params.id, ...body })),
    }),
  ];
}
