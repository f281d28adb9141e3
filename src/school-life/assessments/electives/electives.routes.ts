/** 选修接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import type { TermOf } from '../assessment.api.ts';
import { chooseElectives, viewChoices, viewModule } from './choose-electives.ts';
import {
  choicesBody,
  choicesQuery,
  choicesShape,
  electivesQuery,
  electivesShape,
  moduleListShape,
  offerBody,
} from './electives.api.ts';
import { closeElective, offerElective, viewElectives } from './offer-electives.ts';

const LEVELS: Level[] = ['SCHOOL'];
const SEES = { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER'] as Role[], levels: LEVELS };
const CHOOSES = { roles: ['SCHOOL_REGISTRAR', 'CLASS_TEACHER'] as Role[], levels: LEVELS };
const OFFERS = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: LEVELS };
const TAG = '选修';
const byId = z.object({ id: z.uuid() });

export function electiveRoutes({ db }: Pick<Services, 'db'>): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/electives',
      tag: TAG,
      title: '看本学期选修模块',
      who: SEES,
      query: electivesQuery,
      answer: electivesShape,
      handle: ({ actor, query: { schoolYear, term } }) =>
        db.read(scopeOf(actor), (tx) =>
          viewElectives(tx, actor, schoolYear && term ? ({ schoolYear, term } as TermOf) : undefined),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/electives',
      tag: TAG,
      title: '开设选修模块',
      who: OFFERS,
      body: offerBody,
      answer: electivesShape,
      handle: ({ actor, body }) => db.write(scopeOf(actor), (tx) => offerElective(tx, actor, body)),
    }),
    route({
      method: 'POST',
      path: '/api/electives/:id/closing',
      tag: TAG,
      title: '截止选课',
      who: OFFERS,
      params: byId,
      answer: electivesShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => closeElective(tx, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/electives/:id',
      tag: TAG,
      title: '看选修模块名单',
      who: SEES,
      params: byId,
      answer: moduleListShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewModule(tx, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/class-groups/:id/elective-choices',
      tag: TAG,
      title: '看班级选课',
      who: SEES,
      params: byId,
      query: choicesQuery,
      answer: choicesShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), (tx) => viewChoices(tx, actor, { classGroupId: params.id, ...(query as TermOf) })),
    }),
    route({
      method: 'PUT',
      path: '/api/class-groups/:id/elective-choices',
      tag: TAG,
      title: '登记班级选课',
      who: CHOOSES,
      params: byId,
      body: choicesBody,
      answer: choicesShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => chooseElectives(tx, actor, { classGroupId: params.id, ...body })),
    }),
  ];
}
