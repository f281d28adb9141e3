/** 健康记录接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { enterHealth } from './enter-health.ts';
import { healthEntryShape, healthGridQuery, healthGridShape, studentHealthShape } from './health.api.ts';
import { viewHealthGrid, viewStudentHealth } from './view-health.ts';

const LEVELS: Level[] = ['SCHOOL'];
const READERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: LEVELS };
const WRITERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR'] as Role[], levels: LEVELS };
const TAG = '健康记录';
const byId = z.object({ id: z.uuid() });

/** Values open to the student's own school only; everybody above sees that there are records. */
export function healthRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/class-groups/:id/health',
      tag: TAG,
      title: '看班级健康记录',
      who: READERS,
      params: byId,
      query: healthGridQuery,
      answer: healthGridShape,
      handle: ({ actor, params, query }) =>
        db.write(scopeOf(actor), (tx) => viewHealthGrid(tx, services, actor, { classGroupId: params.id, ...query })),
    }),
    route({
      method: 'PUT',
      path: '/api/class-groups/:id/health',
      tag: TAG,
      title: '录入班级健康记录',
      who: WRITERS,
      params: byId,
      body: healthEntryShape,
      answer: z.object({ recorded: z.number().int() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          recorded: await enterHealth(tx, services, actor, { classGroupId: params.id, ...body }),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/health',
      tag: TAG,
      title: '看学生健康记录',
      who: READERS,
      params: byId,
      answer: studentHealthShape,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), (tx) => viewStudentHealth(tx, services, actor, params.id)),
    }),
  ];
}
