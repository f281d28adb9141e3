/** 休学复学接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { type CaseEngine, maybeOffline, maybeReceivedOn } from '../cases/index.ts';
import { previewShape } from '../changes/index.ts';
import type { TakeOver } from '../evidence/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Workflow } from '../workflow/index.ts';
import { listLeaves } from './expiry/list-on-leave.ts';
import { receiptReport, reportExpired } from './expiry/report-expired.ts';
import { urgeReturn } from './expiry/urge-return.ts';
import { onLeavePageShape, standingShape } from './leave.api.ts';
import {
  leaveMatterShape,
  openingShape,
  previewRequestShape,
  receiptShape,
  reportShape,
  urgingShape,
} from './leave-form.ts';
import { mendLeave, openLeave } from './opening/open-leave.ts';
import { previewLeave, viewStanding } from './opening/preview-leave.ts';

const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const WATCHERS: { roles: Role[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
};
const RECEIVERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'],
};
const TAG = '休学复学';
const byId = z.object({ id: z.uuid() });

/** Watching, opening and mending; the case itself is decided like every other. */
export function leaveRoutes(
  services: Services,
  engine: CaseEngine,
  workflows: readonly Workflow[],
  takeOver: TakeOver,
): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/leaves',
      tag: TAG,
      title: '看休学学生和期满日',
      who: WATCHERS,
      answer: onLeavePageShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => listLeaves(tx, services, actor)),
    }),
    route({
      method: 'GET',
      path: '/api/leaves/students/:id',
      tag: TAG,
      title: '看学生的休学情况',
      who: REGISTRAR,
      params: byId,
      answer: standingShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewStanding(tx, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/leaves/previews',
      tag: TAG,
      title: '预查休学复学',
      who: REGISTRAR,
      body: previewRequestShape.extend(maybeReceivedOn),
      answer: previewShape,
      handle: ({ actor, body }) => db.read(scopeOf(actor), (tx) => previewLeave(tx, services, workflows, actor, body)),
    }),
    route({
      method: 'POST',
      path: '/api/leaves',
      tag: TAG,
      title: '申请休学、延长休学、复学',
      who: REGISTRAR,
      body: openingShape.extend(maybeOffline),
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          const { studentId, familyRequestId: requestId } = body;
          const caseId = await openLeave(tx, services, engine, actor, body);
          if (requestId) await takeOver(tx, actor, { caseId, studentId, requestId });
          return { caseId };
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/leaves/:id/form',
      tag: TAG,
      title: '补正休学复学申请',
      who: REGISTRAR,
      params: byId,
      body: leaveMatterShape,
      answer: z.object({ mended: z.boolean() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await mendLeave(tx, services, engine, actor, { caseId: params.id, matter: body });
          return { mended: true };
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/leaves/students/:id/urging',
      tag: TAG,
      title: '登记督促复学',
      who: REGISTRAR,
      params: byId,
      body: urgingShape,
      answer: z.object({ urged: z.boolean() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await urgeReturn(tx, actor, { studentId: params.id, on: body.on as CivilDate });
          return { urged: true };
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/leaves/students/:id/report',
      tag: TAG,
      title: '登记期满未复学的书面报告',
      who: REGISTRAR,
      params: byId,
      body: reportShape,
      answer: z.object({ reported: z.boolean() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await reportExpired(tx, services, actor, { studentId: params.id, ...body, on: body.on as CivilDate });
          return { reported: true };
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/leaves/students/:id/receipt',
      tag: TAG,
      title: '登记书面报告的回执',
      who: RECEIVERS,
      params: byId,
      body: receiptShape,
      answer: z.object({ receipted: z.boolean() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await receiptReport(tx, actor, { studentId: params.id, ...body, on: body.on as CivilDate });
          return { receipted: true };
        }),
    }),
  ];
}
