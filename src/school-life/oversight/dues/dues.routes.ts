/** 到期事项接口. */
import { type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { duesShape } from './dues.api.ts';
import { viewDues } from './view-dues.ts';

export const duesRoutes = (services: Services): Route[] => [
  route({
    method: 'GET',
    path: '/api/school-life/dues',
    tag: '奖惩资助',
    title: '看在校生活到期事项',
    who: { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'], levels: ['SCHOOL'] },
    answer: duesShape,
    handle: ({ actor }) => services.db.read(scopeOf(actor), (tx) => viewDues(tx, services, actor)),
  }),
];
