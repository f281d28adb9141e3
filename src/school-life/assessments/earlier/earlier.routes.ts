/** 补录接口: terms that a student spent at another school, of which only papers tell. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import type { TermOf } from '../assessment.api.ts';
import { earlierBody, earlierQuery, earlierShape } from './earlier.api.ts';
import { viewEarlier } from './earlier-term.ts';
import { saveEarlier } from './save-earlier.ts';

const ENTERS = { roles: ['SCHOOL_REGISTRAR', 'CLASS_TEACHER'] as Role[], levels: ['SCHOOL'] as Level[] };
const TAG = '考核';
const byId = z.object({ id: z.uuid() });

export function earlierRoutes({ db }: Pick<Services, 'db'>): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/students/:id/earlier-term',
      tag: TAG,
      title: '看转入前学期的补录',
      who: ENTERS,
      params: byId,
      query: earlierQuery.partial(),
      answer: earlierShape,
      handle: ({ actor, params, query: { schoolYear, term, kind = 'FINAL' } }) =>
        db.read(scopeOf(actor), (tx) =>
          viewEarlier(tx, actor, {
            ...{ studentId: params.id, kind },
            term: schoolYear && term ? ({ schoolYear, term } as TermOf) : undefined,
          }),
        ),
    }),
    route({
      method: 'PUT',
      path: '/api/students/:id/earlier-term',
      tag: TAG,
      title: '补录转入前学期',
      who: ENTERS,
      params: byId,
      body: earlierBody,
      answer: earlierShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => saveEarlier(tx, actor, { studentId: params.id, ...body })),
    }),
  ];
}
