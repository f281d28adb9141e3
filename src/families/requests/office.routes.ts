/** 家长申请的办理接口: the school's and the authority's side. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { answer, openRequestPaper, viewRequest, viewRequests } from './office-requests.ts';
import { answeredShape, answeringShape, officeDetailShape, officePageShape } from './requests.api.ts';

const OFFICES: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'],
};
const TAG = '家长申请';
const byId = z.object({ id: z.uuid() });

/** Looking and answering; what needs a case is opened on that case's own page. */
export function officeRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/family-requests',
      tag: TAG,
      title: '看家长申请',
      who: OFFICES,
      query: z.object({ shown: z.enum(['OPEN', 'ALL']).default('OPEN') }),
      answer: officePageShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), (tx) => viewRequests(tx, services, actor, query.shown === 'OPEN')),
    }),
    route({
      method: 'GET',
      path: '/api/family-requests/:id',
      tag: TAG,
      title: '看一件家长申请',
      who: OFFICES,
      params: byId,
      answer: officeDetailShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewRequest(tx, services, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/family-requests/:id/papers/:paperId',
      tag: TAG,
      title: '看家长上传的材料',
      who: OFFICES,
      params: byId.extend({ paperId: z.uuid() }),
      answer: 'FILE',
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => openRequestPaper(services, tx, actor, params)),
    }),
    route({
      method: 'POST',
      path: '/api/family-requests/:id/answer',
      tag: TAG,
      title: '答复家长申请',
      who: OFFICES,
      params: byId,
      body: answeringShape,
      answer: answeredShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => answer(tx, services, actor, { id: params.id, ...body })),
    }),
  ];
}
