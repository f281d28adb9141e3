/** 归档情况接口. */
import { type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { termQuery } from '../../assessments/api/assessments.api.ts';
import type { TermOf } from '../../assessments/assessment.api.ts';
import { filingsShape } from './filings.api.ts';
import { viewFilings } from './view-filings.ts';

export const filingsRoutes = (services: Services): Route[] => [
  route({
    method: 'GET',
    path: '/api/school-filings',
    tag: '考核',
    title: '看各校归档情况',
    who: { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'], levels: ['CENTRE', 'COUNTY', 'CITY', 'PROVINCE'] },
    query: termQuery.partial(),
    answer: filingsShape,
    handle: ({ actor, query: { schoolYear, term } }) =>
      services.db.read(scopeOf(actor), (tx) =>
        viewFilings(tx, services, actor, schoolYear && term ? ({ schoolYear, term } as TermOf) : undefined),
      ),
  }),
];
