/** 班级接口: class groups and their students on any day, placing, moving, seat numbers, review. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { type CivilDate, isCivilDate } from '../kernel/civil-date.ts';
import { viewChanges } from './class-groups/view-changes.ts';
import { viewClassGroups } from './class-groups/view-class-groups.ts';
import { viewRoster, viewUnplacedStudents } from './class-groups/view-roster.ts';
import {
  changedGroupsShape,
  changesShape,
  classGroupsShape,
  classRosterShape,
  stageShape,
  unplacedPageShape,
} from './placements.api.ts';
import { giveSeatNumbers } from './placing/give-seat-numbers.ts';
import { moveBetweenClassGroups } from './placing/move-between-class-groups.ts';
import { placeStudents } from './placing/place-students.ts';
import { reviewPlacement } from './placing/review-placement.ts';

/** Whoever works with students' records: the nation has no business with them. */
const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const SUPERVISORS: { roles: Role[]; levels: Level[] } = {
  roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['COUNTY', 'CITY', 'PROVINCE'],
};

const TAG = '班级';
const id = z.object({ id: z.uuid() });
const day = z.string().refine(isCivilDate, '日期须写作2026-09-01');
const onDay = z.object({ on: day.optional() });
const reason = z.string().trim().min(2, '请写明理由，不少于2个字').max(200);
const studentIds = z.array(z.uuid()).min(1).max(3000);
const asDay = (on: string | undefined) => on as CivilDate | undefined;

/** Everything about class groups but their opening. */
export function placementRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/schools/:id/class-groups',
      tag: TAG,
      title: '看班级',
      who: READERS,
      params: id,
      query: onDay,
      answer: classGroupsShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) =>
          viewClassGroups(tx, services, actor, { schoolId: params.id, on: asDay(query.on) }),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/unplaced',
      tag: TAG,
      title: '看未分班学生',
      who: { ...READERS, roles: READERS.roles.filter((role) => role !== 'CLASS_TEACHER') },
      params: id,
      query: onDay.extend({
        stage: stageShape,
        grade: z.coerce.number().int().min(1).max(12),
        intakeYear: z.coerce.number().int().min(1980).max(2200),
        after: z.string().min(37).max(300).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
      answer: unplacedPageShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) =>
          viewUnplacedStudents(tx, services, actor, { ...query, schoolId: params.id, on: asDay(query.on) }),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/roster',
      tag: TAG,
      title: '看班级名册',
      who: READERS,
      params: id,
      query: onDay,
      answer: classRosterShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) =>
          viewRoster(tx, services, actor, { classGroupId: params.id, on: asDay(query.on) }),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/changes',
      tag: TAG,
      title: '看班级调整记录',
      who: READERS,
      params: id,
      answer: changesShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewChanges(tx, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/schools/:id/placements',
      tag: TAG,
      title: '编入班级',
      who: REGISTRAR,
      params: id,
      body: z.object({
        assignments: z
          .array(z.object({ classGroupId: z.uuid(), studentIds }))
          .min(1)
          .max(100),
        reason: reason.optional(),
      }),
      answer: changedGroupsShape,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          classGroups: await placeStudents(services, tx, actor, { schoolId: params.id, ...body }),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/schools/:id/class-group-moves',
      tag: TAG,
      title: '调班',
      who: REGISTRAR,
      params: id,
      body: z.object({
        studentIds,
        fromClassGroupId: z.uuid(),
        toClassGroupId: z.uuid().nullable().describe('空为退回未分班'),
        reason,
      }),
      answer: changedGroupsShape,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          classGroups: await moveBetweenClassGroups(services, tx, actor, { schoolId: params.id, ...body }),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/seat-numbers',
      tag: TAG,
      title: '编班内学号',
      who: REGISTRAR,
      params: id,
      body: z.object({ order: z.enum(['PINYIN', 'BIRTH', 'KEPT']) }),
      answer: z.object({ changed: z.number().int() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          changed: await giveSeatNumbers(tx, actor, { classGroupId: params.id, ...body }),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/schools/:id/placement-reviews',
      tag: TAG,
      title: '审核分班',
      who: SUPERVISORS,
      params: id,
      body: z.object({
        stage: stageShape,
        intakeYear: z.number().int().min(1980).max(2200),
        opinion: reason.describe('审核的名册、文号和意见'),
      }),
      answer: z.object({ reviewed: z.literal(true) }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await reviewPlacement(tx, actor, { schoolId: params.id, ...body });
          return { reviewed: true as const };
        }),
    }),
  ];
}
