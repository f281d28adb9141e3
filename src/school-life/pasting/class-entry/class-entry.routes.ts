/** 整班登记接口: tables of a class group out as workbooks and in again, and rows of which each is one student's own entry. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { rowsShape } from '../../assessments/api/assessments.api.ts';
import { practiceRowsBody, practiceShape } from '../../assessments/api/further.api.ts';
import { addPracticeRows } from '../../assessments/practice/keep-practice.ts';
import { awardRowsShape } from '../../awards/awards.api.ts';
import { proposeAwardRows } from '../../awards/give-awards.ts';
import { entryTableOf, exportEntryTable } from './entry-tables.ts';
import { readClassTable } from './table-workbook.ts';

const ENTERS = { roles: ['SCHOOL_REGISTRAR', 'CLASS_TEACHER'] as Role[], levels: ['SCHOOL'] as Level[] };
const TAG = '整班登记';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const byId = z.object({ id: z.uuid() });
const ofTable = z.object({ table: z.enum(['QUALITY', 'PRACTICE', 'AWARDS', 'AIDS']) });

export function classEntryRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/class-groups/:id/entry-table.xlsx',
      tag: TAG,
      title: '导出班级登记表',
      who: ENTERS,
      params: byId,
      query: ofTable,
      answer: 'FILE',
      handle: async ({ actor, params, query }) => {
        const { title, file } = await db.write(scopeOf(actor), (tx) =>
          exportEntryTable(tx, actor, { classGroupId: params.id, ...query }),
        );
        return { file, mediaType: WORKBOOK, downloadAs: `${title}.xlsx` };
      },
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/entry-table/readings',
      tag: TAG,
      title: '读入班级登记表',
      who: ENTERS,
      params: byId,
      query: ofTable,
      takesFile: true,
      answer: rowsShape,
      handle: async ({ actor, params, query, upload, signal }) => {
        const table = await db.read(scopeOf(actor), (tx) =>
          entryTableOf(tx, actor, { classGroupId: params.id, ...query }),
        );
        return { rows: await readClassTable((await upload()).stream, { ...table, signal }) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/practice/records',
      tag: TAG,
      title: '整班登记实践活动',
      who: ENTERS,
      params: byId,
      body: practiceRowsBody,
      answer: practiceShape,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => addPracticeRows(tx, services, actor, { classGroupId: params.id, ...body })),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/awards',
      tag: TAG,
      title: '整班提出奖励',
      who: ENTERS,
      params: byId,
      body: awardRowsShape,
      answer: z.object({ students: z.number().int() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          students: await proposeAwardRows(tx, actor, { classGroupId: params.id, ...body }),
        })),
    }),
  ];
}
