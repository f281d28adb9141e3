/** 自设项接口: what authorities have set for the files of their place, and the grid in which it is filled in. */
import { z } from 'zod';
import { type Actor, type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { readGroupSheet, writeGroupSheet } from '../standing/group-workbook.ts';
import { enterFields } from './enter-fields.ts';
import { fieldSheet, fieldTitle } from './field-workbook.ts';
import { fieldEntryShape, fieldGridShape, fieldsShape } from './further.api.ts';
import { viewFieldGrid, viewFields } from './view-fields.ts';

const LEVELS: Level[] = ['SCHOOL'];
const READERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: LEVELS };
const WRITERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR'] as Role[], levels: LEVELS };
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAG = '学籍档案';
const byId = z.object({ id: z.uuid() });

/** Fields are set by a case of local settings; here they are read and filled in. */
export function furtherRoutes(services: Services): Route[] {
  const { db } = services;
  const gridOf = (actor: Actor, id: string, action?: 'EXPORT_FILE_FIELDS') =>
    db.write(scopeOf(actor), (tx) => viewFieldGrid(tx, services, actor, id, action));
  return [
    route({
      method: 'GET',
      path: '/api/file-fields',
      tag: TAG,
      title: '看归档自设项',
      who: {
        roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
        levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION'],
      },
      answer: fieldsShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewFields(tx, services, actor)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/file-fields',
      tag: TAG,
      title: '看班级归档自设项',
      who: READERS,
      params: byId,
      answer: fieldGridShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewFieldGrid(tx, services, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/file-fields.xlsx',
      tag: TAG,
      title: '导出班级归档自设项',
      who: READERS,
      params: byId,
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const grid = await gridOf(actor, params.id, 'EXPORT_FILE_FIELDS');
        const file = writeGroupSheet(fieldSheet(grid));
        return { file, mediaType: WORKBOOK, downloadAs: `${fieldTitle(grid)}.xlsx` };
      },
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/file-fields/readings',
      tag: TAG,
      title: '读入自设项工作簿',
      who: WRITERS,
      params: byId,
      takesFile: true,
      answer: z.object({ rows: z.array(z.array(z.string())).describe('首行为表头') }),
      handle: async ({ actor, params, upload, signal }) => {
        const grid = await gridOf(actor, params.id);
        return { rows: await readGroupSheet((await upload()).stream, fieldSheet(grid), signal) };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/class-groups/:id/file-fields',
      tag: TAG,
      title: '填班级归档自设项',
      who: WRITERS,
      params: byId,
      body: fieldEntryShape,
      answer: z.object({ recorded: z.number().int() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          recorded: await enterFields(tx, services, actor, { classGroupId: params.id, ...body }),
        })),
    }),
  ];
}
