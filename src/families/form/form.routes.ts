/** 基本信息表签字接口: the guardian's side and the school's. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { traceView } from '../record/record.routes.ts';
import { checkSigned, openDrawing, viewSigned } from './check-signed.ts';
import { formShape, signedFormShape, signingQuery } from './form.api.ts';
import { signForm, viewForm } from './sign-form.ts';

const SCHOOL: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER'],
  levels: ['SCHOOL'],
};
const CHECKERS: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_LEADER', 'CLASS_TEACHER'], levels: ['SCHOOL'] };
const named = z.object({ id: z.uuid(), signatureId: z.uuid() });
const done = z.object({ done: z.literal(true) });

/** Checking, signing, and the school's look at what was signed. */
export function formRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/family/form',
      tag: '家长',
      title: '家长看学生基本信息表',
      who: 'FAMILY',
      answer: formShape,
      handle: ({ family }) =>
        db.write(family.scope, async (tx) => {
          const form = await viewForm(tx, services, family);
          await traceView(tx, family, 'FORM');
          return form;
        }),
    }),
    route({
      method: 'POST',
      path: '/api/family/form/signatures',
      tag: '家长',
      title: '家长签字确认',
      who: 'FAMILY',
      query: signingQuery,
      takesFile: true,
      answer: done,
      handle: async ({ family, query, upload }) => {
        await signForm(services, family, { ...query, upload: (await upload()).stream });
        return { done: true as const };
      },
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/family-signatures/:signatureId',
      tag: '家长链接',
      title: '看家长签字的信息表',
      who: SCHOOL,
      params: named,
      answer: signedFormShape,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), (tx) =>
          viewSigned(tx, services, actor, { studentId: params.id, signatureId: params.signatureId }),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/family-signatures/:signatureId/drawing',
      tag: '家长链接',
      title: '看签字图像',
      who: SCHOOL,
      params: named,
      answer: 'FILE',
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), (tx) =>
          openDrawing(services, tx, actor, { studentId: params.id, signatureId: params.signatureId }),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/family-signatures/:signatureId/check',
      tag: '家长链接',
      title: '审核家长签字的信息表',
      who: CHECKERS,
      params: named,
      answer: done,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await checkSigned(tx, services, actor, { studentId: params.id, signatureId: params.signatureId });
          return { done: true as const };
        }),
    }),
  ];
}
