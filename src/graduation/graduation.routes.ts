/** 毕业接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import type { CaseEngine } from '../cases/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { openGraduation } from './ending/open-graduation.ts';
import {
  graduationListShape,
  gridShape,
  outcomesShape,
  resultsBody,
  stageShape,
  trialBody,
  trialShape,
} from './graduation.api.ts';
import { GRADUATION } from './graduation.ts';
import { viewGraduations } from './overview/view-graduations.ts';
import { enterResults } from './results/enter-results.ts';
import { tryResults, viewGrid, viewOutcomes } from './results/view-results.ts';

const LEVELS: Level[] = ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'];
const OFFICERS = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] as Role[],
  levels: LEVELS,
};
const SCHOOL_REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const TAG = '毕业';
const byId = z.object({ id: z.uuid() });

/** Results, outcomes and the list that is handed in; the case itself is decided like every other. */
export function graduationRoutes(services: Services, engine: CaseEngine, workflows: readonly Workflow[]): Route[] {
  const { db } = services;
  const ours = workflows.filter(({ kind }) => kind === GRADUATION);
  return [
    route({
      method: 'GET',
      path: '/api/graduations',
      tag: TAG,
      title: '看本年度毕业办理',
      who: OFFICERS,
      answer: graduationListShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewGraduations(tx, services, actor, ours)),
    }),
    route({
      method: 'GET',
      path: '/api/graduations/outcomes',
      tag: TAG,
      title: '看毕业结果和依据',
      who: OFFICERS,
      query: z.object({
        schoolId: z.uuid(),
        stage: stageShape,
        year: z.coerce.number().int().min(1990).max(2200).optional(),
      }),
      answer: outcomesShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewOutcomes(tx, services, actor, query)),
    }),
    route({
      method: 'GET',
      path: '/api/graduations/class-groups/:id',
      tag: TAG,
      title: '看班级毕业成绩',
      who: OFFICERS,
      params: byId,
      answer: gridShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewGrid(tx, services, actor, params.id)),
    }),
    route({
      method: 'PUT',
      path: '/api/graduations/class-groups/:id',
      tag: TAG,
      title: '录入班级毕业成绩',
      who: SCHOOL_REGISTRAR,
      params: byId,
      body: resultsBody,
      answer: z.object({ recorded: z.number().int() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          recorded: await enterResults(tx, actor, params.id, body.results),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/graduations/class-groups/:id/trial',
      tag: TAG,
      title: '试算毕业结果',
      who: SCHOOL_REGISTRAR,
      params: byId,
      body: trialBody,
      answer: trialShape,
      handle: ({ actor, params, body }) =>
        db.read(scopeOf(actor), (tx) =>
          tryResults(tx, services, actor, { classGroupId: params.id, results: body.results }),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/graduations',
      tag: TAG,
      title: '上报毕业名单',
      who: SCHOOL_REGISTRAR,
      body: z.object({ stage: stageShape, opinion: z.string().max(500).optional() }),
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          caseId: await openGraduation(tx, services, engine, actor, body),
        })),
    }),
  ];
}
