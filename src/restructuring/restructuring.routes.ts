/** 学校变动接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import {
  classGroupName,
  getInstitutionInScope,
  gradeName,
  gradeOf,
  gradesOf,
  listClassGroups,
} from '../authorities/index.ts';
import { type CaseEngine, getCase } from '../cases/index.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Workflow } from '../workflow/index.ts';
import { withSizes } from './deciding/ask-law.ts';
import { listRestructurings } from './list-restructurings.store.ts';
import { listKeepers } from './planning/list-keepers.ts';
import { makePlan } from './planning/make-plan.ts';
import { openRestructuring, previewRestructuring } from './planning/open-restructuring.ts';
import { countStanding, listStanding } from './planning/plan.store.ts';
import { listedShape, namesShape, openingShape, planShape, schoolShape, wishShape } from './restructuring.api.ts';
import { MATTER_WORDS, RESTRUCTURING } from './restructuring.ts';
import { dataOf } from './restructuring-case.ts';

const LEVELS: Level[] = ['CENTRE', 'COUNTY', 'CITY', 'PROVINCE'];
const ROLES: Role[] = ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'];
const OFFICERS = { roles: ROLES, levels: LEVELS };
const REGISTRARS = { roles: ['AUTHORITY_REGISTRAR', 'SCHOOL_REGISTRAR'] as Role[], levels: LEVELS };
const TAG = '机构';
const byId = z.object({ id: z.uuid() });

/** A school before it is changed, rehearse, draw up, and whom a move takes along; the case is decided like every other. */
export function restructuringRoutes(services: Services, engine: CaseEngine, all: readonly Workflow[]): Route[] {
  const { db } = services;
  const workflows = all.filter(({ kind }) => kind === RESTRUCTURING);
  const states = new Map(workflows.flatMap((table) => Object.entries(table.states)));
  return [
    route({
      method: 'GET',
      path: '/api/restructurings',
      tag: TAG,
      title: '看学校变动一览',
      who: OFFICERS,
      answer: listedShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => ({
          items: (await listRestructurings(tx, actor.institution.path)).map(
            ({ caseId, number, state, openedAt, data: { matter, schoolName, said, done } }) => ({
              ...{ caseId, number, state, schoolName, matterWords: MATTER_WORDS[matter.kind] },
              said: said
                .slice(1)
                .map(({ label, words }) => `${label}${words}`)
                .join('，'),
              stateWords: states.get(state)?.words ?? state,
              students: done?.students ?? null,
              openedOn: dayOf(openedAt),
              doneOn: done?.on ?? null,
            }),
          ),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/restructurings/schools/:id',
      tag: TAG,
      title: '看拟变动的学校',
      who: OFFICERS,
      params: byId,
      answer: schoolShape,
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), async (tx) => {
          const school = await getInstitutionInScope(tx, actor, params.id);
          const standing = await countStanding(tx, school);
          const today = dayOf(tx.now);
          const sum = (is: (one: (typeof standing)[number]) => boolean) =>
            standing.filter(is).reduce((total, { students }) => total + students, 0);
          return {
            ...{ id: school.id, name: school.name, stages: school.stages, years: school.years },
            ...(await listKeepers(tx, services, school, today)),
            schoolType: school.schoolType,
            provincialConsent: String(school.profile['provincialConsent'] ?? ''),
            grades: gradesOf(school.stages, school.years).map(({ stage, grade }) => ({
              ...{ stage, grade, words: gradeName(grade) },
              students: sum((one) => one.stage === stage && one.grade === grade),
            })),
            classGroups: (await listClassGroups(tx, school.id, today)).map((group) => ({
              id: group.id,
              words: classGroupName(gradeOf(group, today), group.ordinal),
              students: sum(({ classGroupId }) => classGroupId === group.id),
            })),
          };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/restructurings/previews',
      tag: TAG,
      title: '预演学校变动',
      who: OFFICERS,
      body: wishShape,
      answer: planShape,
      handle: ({ actor, body }) => db.read(scopeOf(actor), (tx) => previewRestructuring(tx, services, actor, body)),
    }),
    route({
      method: 'POST',
      path: '/api/restructurings/names',
      tag: TAG,
      title: '看随班级变动的学生',
      who: OFFICERS,
      body: z.object({
        schoolId: z.uuid(),
        classGroupId: z.uuid().nullable(),
        stage: z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']),
        grade: z.number().int(),
      }),
      answer: namesShape,
      handle: ({ actor, body }) =>
        db.read(scopeOf(actor), async (tx) => {
          const school = await getInstitutionInScope(tx, actor, body.schoolId);
          const rows = await listStanding(tx, school, body);
          return { items: rows.map(({ grade, ...row }) => ({ ...row, gradeWords: gradeName(grade) })) };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/restructurings',
      tag: TAG,
      title: '拟定学校变动',
      who: REGISTRARS,
      body: openingShape,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          caseId: await openRestructuring(tx, services, engine, actor, body),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/restructurings/:id/plan',
      tag: TAG,
      title: '看学校变动方案',
      who: OFFICERS,
      params: byId,
      answer: planShape,
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), async (tx) => {
          const one = await getCase(tx, params.id);
          if (one.kind !== RESTRUCTURING) throw refuse('NOT_FOUND', { what: '此办件' });
          const { matter, schoolName, said, done } = dataOf(one);
          const told = { schoolName, said, findings: [] };
          if (done) {
            const { moves, students, files } = done;
            return { ...told, moves, students, files, openCases: [], orphans: 0 };
          }
          const school = await getInstitutionInScope(tx, actor, one.subjectId);
          const plan = await makePlan(tx, school, matter, one.id);
          return { ...told, ...plan, moves: await withSizes(tx, services, plan.moves, dayOf(tx.now)) };
        }),
    }),
  ];
}
