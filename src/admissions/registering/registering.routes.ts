/** 提交与核办新生的接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { type CaseEngine, maybeOffline } from '../../cases/index.ts';
import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { returnSome } from '../submitting/return-some.ts';
import { listSigned, type SignedForms } from '../submitting/signed-forms.ts';
import { submitDrafts, submitImport } from '../submitting/submit-drafts.ts';
import { undoImport } from '../submitting/undo-submission.ts';
import { viewCaseEntrants } from './case-entrants.ts';
import { caseEntrantPageShape, signedFormsShape, submittedShape } from './registering.api.ts';

const REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const AUTHORITY = ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] as Role[];
const BELOW_NATION = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'] as const;

const byId = z.object({ id: z.uuid() });
const PAGE = 50;
const MOST_AT_ONCE = 2_000;
const declaration = {
  signedForms: z.boolean().describe('未在手机上签字的，监护人已在纸质基本信息表上签字确认'),
  paperInstead: z.boolean().optional().describe('手机签字未完成的，已改在纸质表上签字'),
  enteredOn: z
    .string()
    .refine(isCivilDate, '须是实有的日期，写作2026-09-01')
    .transform((day) => day as CivilDate)
    .optional()
    .describe('入学日期；不填按秋季开学'),
  opinion: z.string().max(500).optional(),
  ...maybeOffline,
};

/** Handing in, taking back, and what deciders see of the children and return. */
export function registeringRoutes(services: Services, engine: CaseEngine, signed: SignedForms): Route[] {
  const { db } = services;
  return [
    route({
      method: 'POST',
      path: '/api/admissions/imports/:id/submissions',
      tag: '入学注册',
      title: '提交一次导入',
      who: REGISTRAR,
      params: byId,
      body: z.object({ mode: z.enum(['GOOD', 'ALL']), ...declaration }),
      answer: submittedShape,
      idempotent: true,
      handle: ({ actor, params, body }) => submitImport(services, engine, actor, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/submissions',
      tag: '入学注册',
      title: '提交登记的新生',
      who: REGISTRAR,
      body: z.object({ entrantIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE), ...declaration }),
      answer: submittedShape,
      idempotent: true,
      handle: ({ actor, body }) => submitDrafts(services, engine, actor, body),
    }),
    route({
      method: 'GET',
      path: '/api/admissions/signed-forms',
      tag: '入学注册',
      title: '看新生的手机签字',
      who: REGISTRAR,
      answer: signedFormsShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => ({ items: await listSigned(tx, signed, actor.institution.id) })),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/imports/:id/undo',
      tag: '入学注册',
      title: '整批撤销一次导入',
      who: REGISTRAR,
      params: byId,
      answer: z.object({ state: z.literal('UNDONE') }),
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await undoImport(tx, engine, actor, params.id);
          return { state: 'UNDONE' as const };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id/entrants',
      tag: '办件',
      title: '看办件中的新生',
      who: { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', ...AUTHORITY], levels: BELOW_NATION },
      params: byId,
      query: z.object({
        after: z.union([z.uuid(), z.literal('')]).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(PAGE),
      }),
      answer: caseEntrantPageShape,
      handle: ({ actor, params, query: { after, limit } }) =>
        db.read(scopeOf(actor), (tx) =>
          viewCaseEntrants(tx, { ...services, signed }, params.id, { after: after || undefined, limit }),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/cases/:id/returns',
      tag: '入学注册',
      title: '退回办件中的部分新生',
      who: { roles: AUTHORITY },
      params: byId,
      body: z.object({
        entrantIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
        opinion: z.string().trim().min(1, '请写明须补正什么').max(500),
        seq: z.number().int().optional(),
      }),
      answer: z.object({ caseId: z.uuid().describe('退回的办件') }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          caseId: await returnSome(tx, services, engine, actor, params.id, body),
        })),
    }),
  ];
}
