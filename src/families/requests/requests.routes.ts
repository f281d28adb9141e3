/** 家长申请接口: the guardian's side: papers, requests, choices, schools to wish for. */
import { z } from 'zod';
import { type Route, route, type Services } from '../../access/index.ts';
import { findSchools } from '../../authorities/index.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { readChild } from '../child/child.ts';
import { choicesFor, correctionFields } from './choices.ts';
import { dropPaper, keepPaper, openOwnPaper, shownPaper } from './keep-papers.ts';
import { listLoosePapers } from './paper.store.ts';
import { choicesShape, fieldShape, papersShape, requestShape, sendingShape } from './requests.api.ts';
import { sendRequest, withdrawRequest } from './send-request.ts';
import { viewOwnRequests } from './view-own-requests.ts';

const TAG = '家长';
const WHO = 'FAMILY';
const byId = z.object({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });
const schoolsShape = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), placeName: z.string() })) });

/** What a guardian asks for. */
export function requestRoutes(services: Services, calendar: WorkingCalendar): Route[] {
  const { db } = services;
  const sending = { ...services, calendar };
  return [
    route({
      method: 'GET',
      path: '/api/family/choices',
      tag: TAG,
      title: '家长看可选项',
      who: WHO,
      answer: choicesShape,
      handle: ({ family }) => db.read(family.scope, (tx) => choicesFor(tx, services, family)),
    }),
    route({
      method: 'GET',
      path: '/api/family/fields',
      tag: TAG,
      title: '家长看可更正的信息项',
      who: WHO,
      answer: z.object({ items: z.array(fieldShape) }),
      handle: ({ family }) =>
        db.read(family.scope, async (tx) => ({
          items: correctionFields(family, await readChild(tx, services, family.studentId)),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/family/schools',
      tag: TAG,
      title: '家长查找意向学校',
      who: WHO,
      query: z.object({ search: z.string().trim().min(2, '请输入校名，不少于2个字').max(40) }),
      answer: schoolsShape,
      handle: ({ family, query }) =>
        db.read(family.scope, async (tx) => ({ items: await findSchools(tx, query.search) })),
    }),
    route({
      method: 'GET',
      path: '/api/family/papers',
      tag: TAG,
      title: '家长看未提交的照片',
      who: WHO,
      answer: papersShape,
      handle: ({ family }) =>
        db.read(family.scope, async (tx) => ({
          items: (await listLoosePapers(tx, family.studentId, family.linkId)).map(shownPaper),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/family/papers',
      tag: TAG,
      title: '家长拍照上传材料',
      who: WHO,
      query: z.object({ what: z.string().trim().min(2, '请写明是什么材料').max(40) }),
      takesFile: true,
      answer: byId,
      handle: async ({ family, query, upload }) => ({
        id: await keepPaper(services, family, query.what, (await upload()).stream),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/family/papers/:id',
      tag: TAG,
      title: '家长看一张照片',
      who: WHO,
      params: byId,
      answer: 'FILE',
      handle: ({ family, params }) => openOwnPaper(services, family, params.id),
    }),
    route({
      method: 'DELETE',
      path: '/api/family/papers/:id',
      tag: TAG,
      title: '家长删去照片',
      who: WHO,
      params: byId,
      answer: done,
      handle: async ({ family, params }) => {
        await dropPaper(services, family, params.id);
        return { done: true as const };
      },
    }),
    route({
      method: 'GET',
      path: '/api/family/requests',
      tag: TAG,
      title: '家长看自己的申请',
      who: WHO,
      answer: z.object({ items: z.array(requestShape) }),
      handle: ({ family }) =>
        db.read(family.scope, async (tx) => ({ items: await viewOwnRequests(tx, services, family) })),
    }),
    route({
      method: 'POST',
      path: '/api/family/requests',
      tag: TAG,
      title: '家长提出申请',
      who: WHO,
      body: sendingShape,
      answer: byId,
      idempotent: true,
      handle: ({ family, body }) =>
        db.write(family.scope, async (tx) => ({ id: await sendRequest(tx, sending, family, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/family/requests/:id/withdrawal',
      tag: TAG,
      title: '家长撤回申请',
      who: WHO,
      params: byId,
      answer: done,
      handle: ({ family, params }) =>
        db.write(family.scope, async (tx) => {
          await withdrawRequest(tx, family, params.id);
          return { done: true as const };
        }),
    }),
  ];
}
