/** 健康记录接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { readGroupSheet, writeGroupSheet } from '../standing/group-workbook.ts';
import { enterHealth } from './enter-health.ts';
import { healthEntryShape, healthGridQuery, healthGridShape, rowsShape, studentHealthShape } from './health.api.ts';
import { healthSheet, healthTitle } from './health-workbook.ts';
import { viewHealthGrid, viewStudentHealth } from './view-health.ts';

const LEVELS: Level[] = ['SCHOOL'];
const READERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: LEVELS };
const WRITERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR'] as Role[], levels: LEVELS };
const TAG = '健康记录';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
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
      path: '/api/class-groups/:id/health.xlsx',
      tag: TAG,
      title: '导出班级健康记录',
      who: READERS,
      params: byId,
      query: healthGridQuery,
      answer: 'FILE',
      handle: async ({ actor, params, query }) => {
        const wish = { classGroupId: params.id, ...query };
        const grid = await db.write(scopeOf(actor), (tx) => viewHealthGrid(tx, services, actor, wish, 'EXPORT_HEALTH'));
        return {
          file: writeGroupSheet(healthSheet(grid)),
          mediaType: WORKBOOK,
          downloadAs: `${healthTitle(grid)}.xlsx`,
        };
      },
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/health/readings',
      tag: TAG,
      title: '读入健康工作簿',
      who: WRITERS,
      params: byId,
      query: healthGridQuery,
      takesFile: true,
      answer: rowsShape,
      handle: async ({ actor, params, query, upload, signal }) => {
        const wish = { classGroupId: params.id, ...query };
        const grid = await db.write(scopeOf(actor), (tx) => viewHealthGrid(tx, services, actor, wish));
        return { rows: await readGroupSheet((await upload()).stream, healthSheet(grid), signal) };
      },
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
