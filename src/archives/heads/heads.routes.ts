/** 学籍档案接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { viewFile } from './file/view-file.ts';
import { viewGaps, viewGroupGaps } from './gaps/view-gaps.ts';
import { viewOverview } from './gaps/view-overview.ts';
import {
  fileShape,
  gapOverviewShape,
  gapsShape,
  groupGapsShape,
  notesShape,
  paperOnlyShape,
  paperQuery,
} from './heads.api.ts';
import { filePaper, filePaperOnly, openPaper, takeOut } from './papers/file-paper.ts';
import { noteNone } from './papers/note-none.ts';

const SCHOOL: Level[] = ['SCHOOL'];
const ALL: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
const READERS = { roles: ALL, levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'] as Level[] };
const WRITERS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR'] as Role[], levels: SCHOOL };
const TAG = '学籍档案';
const byId = z.object({ id: z.uuid() });
const byPaper = z.object({ id: z.uuid(), paperId: z.uuid() });
const counted = z.object({ students: z.number().int() });

/** The heads of a file, what is missing, papers and notes. */
export function headRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/students/:id/file',
      tag: TAG,
      title: '看学籍档案',
      who: READERS,
      params: byId,
      answer: fileShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewFile(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/file/papers',
      tag: TAG,
      title: '归档材料',
      who: WRITERS,
      params: byId,
      query: paperQuery,
      takesFile: true,
      answer: byId,
      handle: async ({ actor, params, query, upload }) => ({
        id: await filePaper(services, actor, params.id, query, (await upload()).stream),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/file/papers/:paperId',
      tag: TAG,
      title: '看归档材料',
      who: READERS,
      params: byPaper,
      answer: 'FILE',
      handle: ({ actor, params }) => openPaper(services, actor, { studentId: params.id, paperId: params.paperId }),
    }),
    route({
      method: 'DELETE',
      path: '/api/students/:id/file/papers/:paperId',
      tag: TAG,
      title: '撤出归档材料',
      who: WRITERS,
      params: byPaper,
      answer: counted,
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), (tx) =>
          takeOut(tx, services, actor, { studentId: params.id, paperId: params.paperId }),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/file-papers',
      tag: TAG,
      title: '登记纸质在档',
      who: WRITERS,
      body: paperOnlyShape,
      answer: counted,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ students: await filePaperOnly(tx, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/file-notes',
      tag: TAG,
      title: '注明档案某部分无内容',
      who: WRITERS,
      body: notesShape,
      answer: counted,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ students: await noteNone(tx, actor, body) })),
    }),
    route({
      method: 'GET',
      path: '/api/file-gaps',
      tag: TAG,
      title: '看档案缺项',
      who: READERS,
      query: z.object({ schoolId: z.uuid().optional() }),
      answer: gapsShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewGaps(tx, services, actor, query.schoolId)),
    }),
    route({
      method: 'GET',
      path: '/api/file-gaps/overview',
      tag: TAG,
      title: '看各校档案缺项',
      who: {
        roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'],
        levels: ['CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
      },
      query: z.object({ placeId: z.uuid().optional() }),
      answer: gapOverviewShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewOverview(tx, services, actor, query.placeId)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/file-gaps',
      tag: TAG,
      title: '看班级档案缺项',
      who: READERS,
      params: byId,
      answer: groupGapsShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewGroupGaps(tx, services, actor, params.id)),
    }),
  ];
}
