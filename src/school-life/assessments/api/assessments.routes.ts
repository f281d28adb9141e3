/** 考核接口: overview, subjects, grids of results with their workbooks, and one student's file. */
import { z } from 'zod';
import {
  asAuditActor,
  type Level,
  type Role,
  type Route,
  route,
  type Services,
  scopeOf,
} from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { TermOf } from '../assessment.api.ts';
import { earlierRoutes } from '../earlier/earlier.routes.ts';
import { electiveRoutes } from '../electives/electives.routes.ts';
import { viewOverview } from '../filing/view-overview.ts';
import { readGridWorkbook, writeGrid } from '../results/grid-workbook.ts';
import { gridTitle, saveResults } from '../results/save-results.ts';
import { viewGrid } from '../results/view-grid.ts';
import { viewStudentAssessments } from '../student/view-student.ts';
import { setSubject, viewSubjects } from '../subjects/school-subjects.ts';
import {
  gridBody,
  gridQuery,
  gridShape,
  overviewShape,
  rowsShape,
  subjectsShape,
  subjectWish,
  termQuery,
} from './assessments.api.ts';
import { studentAssessmentsShape } from './further.api.ts';
import { furtherRoutes } from './further.routes.ts';

const TAG = '考核';
const AT_SCHOOL: Level[] = ['SCHOOL'];
const SEES = { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER'] as Role[], levels: AT_SCHOOL };
const ENTERS = { roles: ['SCHOOL_REGISTRAR', 'CLASS_TEACHER'] as Role[], levels: AT_SCHOOL };
const SETS = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: AT_SCHOOL };
const READS = {
  roles: [...SEES.roles, 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] as Role[],
  levels: ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'] as Level[],
};
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const byId = z.object({ id: z.uuid() });
const maybeTerm = termQuery.partial();

export function assessmentRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/assessments',
      tag: TAG,
      title: '看各班成绩登记和归档',
      who: SEES,
      query: maybeTerm,
      answer: overviewShape,
      handle: ({ actor, query: { schoolYear, term } }) =>
        db.read(scopeOf(actor), (tx) =>
          viewOverview(tx, services, actor, schoolYear && term ? ({ schoolYear, term } as TermOf) : undefined),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/subjects',
      tag: TAG,
      title: '看本校科目和模块',
      who: SEES,
      answer: subjectsShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewSubjects(tx, actor)),
    }),
    route({
      method: 'PUT',
      path: '/api/subjects',
      tag: TAG,
      title: '设定本校科目和模块',
      who: SETS,
      body: subjectWish,
      answer: subjectsShape,
      handle: ({ actor, body }) => db.write(scopeOf(actor), (tx) => setSubject(tx, actor, body)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/assessments',
      tag: TAG,
      title: '看班级成绩表',
      who: SEES,
      params: byId,
      query: gridQuery,
      answer: gridShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) => viewGrid(tx, services, actor, { classGroupId: params.id, ...query })),
    }),
    route({
      method: 'PUT',
      path: '/api/class-groups/:id/assessments',
      tag: TAG,
      title: '登记班级成绩',
      who: ENTERS,
      params: byId,
      body: gridBody,
      answer: gridShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => saveResults(tx, services, actor, { classGroupId: params.id, ...body })),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/assessments.xlsx',
      tag: TAG,
      title: '导出班级成绩表',
      who: SEES,
      params: byId,
      query: gridQuery,
      answer: 'FILE',
      handle: async ({ actor, params, query }) => {
        const grid = await db.write(scopeOf(actor), async (tx) => {
          const view = await viewGrid(tx, services, actor, { classGroupId: params.id, ...query });
          await record(tx, asAuditActor(actor), {
            action: 'EXPORT_ASSESSMENTS',
            subjectKind: 'CLASS_GROUP',
            subjectId: params.id,
            path: actor.institution.path,
            detail: { ...query, rows: view.rows.length },
          });
          return view;
        });
        return { file: writeGrid(grid), mediaType: WORKBOOK, downloadAs: `${gridTitle(grid)}.xlsx` };
      },
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/assessments/readings',
      tag: TAG,
      title: '读入成绩工作簿',
      who: ENTERS,
      params: byId,
      query: gridQuery,
      takesFile: true,
      answer: rowsShape,
      handle: async ({ actor, params, query, upload, signal }) => {
        const wish = { classGroupId: params.id, ...query };
        const grid = await db.read(scopeOf(actor), (tx) => viewGrid(tx, services, actor, wish));
        return { rows: await readGridWorkbook((await upload()).stream, grid, signal) };
      },
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/assessments',
      tag: TAG,
      title: '看学生历年考核',
      who: READS,
      params: byId,
      answer: studentAssessmentsShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewStudentAssessments(tx, actor, params.id)),
    }),
    ...furtherRoutes(services),
    ...earlierRoutes(services),
    ...electiveRoutes(services),
  ];
}
