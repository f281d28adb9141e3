/** 学校学籍档案接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services } from '../../access/index.ts';
import { SCHOOL_FILE_KINDS, type SchoolFileKind } from '../../policy/index.ts';
import { closeYear, proposeClosing } from './closing/close-year.ts';
import type { RegisterOfChanges } from './drawing/draw-items.ts';
import { schoolFileItemShape, schoolFileShape } from './school-file.api.ts';
import { exportSchoolFile } from './school-file-workbook.ts';
import { viewItem, viewSchoolFile } from './view-school-file.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAG = '学校学籍档案';
const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'],
};
const byId = z.object({ id: z.uuid() });
const year = z.coerce.number().int().min(1990).max(2100);
const kinds = Object.keys(SCHOOL_FILE_KINDS) as [SchoolFileKind, ...SchoolFileKind[]];
const done = z.object({ done: z.literal(true) });

/** `register` draws the register of increases and decreases, which lies above archives. */
export function schoolFileRoutes(services: Services, register: RegisterOfChanges): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/schools/:id/school-file',
      tag: TAG,
      title: '看学校学籍档案',
      who: READERS,
      params: byId,
      query: z.object({ year: year.optional() }),
      answer: schoolFileShape,
      handle: ({ actor, params, query }) =>
        viewSchoolFile(services, register, actor, { schoolId: params.id, year: query.year }),
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/school-file.xlsx',
      tag: TAG,
      title: '导出学校学籍档案',
      who: READERS,
      params: byId,
      query: z.object({ year: year.optional(), kind: z.enum(kinds).optional() }),
      answer: 'FILE',
      handle: async ({ actor, params, query }) => {
        const which = { schoolId: params.id, year: query.year, kind: query.kind };
        const { bytes, fileName } = await exportSchoolFile(services, register, actor, which);
        return { file: bytes, mediaType: WORKBOOK, downloadAs: fileName };
      },
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/school-file/:kind',
      tag: TAG,
      title: '看学校学籍档案一项',
      who: READERS,
      params: byId.extend({ kind: z.enum(kinds) }),
      query: z.object({ year: year.optional() }),
      answer: schoolFileItemShape,
      handle: ({ actor, params, query }) =>
        viewItem(services, register, actor, { schoolId: params.id, kind: params.kind, year: query.year }),
    }),
    route({
      method: 'POST',
      path: '/api/school-file/proposals',
      tag: TAG,
      title: '提请封存学年档案',
      who: { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] },
      body: z.object({ year }),
      answer: done,
      handle: async ({ actor, body }) => {
        await proposeClosing(services, register, actor, body.year);
        return { done: true as const };
      },
    }),
    route({
      method: 'POST',
      path: '/api/school-file/closings',
      tag: TAG,
      title: '封存学年档案',
      who: { roles: ['SCHOOL_LEADER'], levels: ['SCHOOL'] },
      body: z.object({ year }),
      answer: done,
      handle: async ({ actor, body }) => {
        await closeYear(services, register, actor, body.year);
        return { done: true as const };
      },
    }),
  ];
}
