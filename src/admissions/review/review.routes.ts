/** 修正导入的接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import { applyCure, confirmAll, previewCure } from './cure-findings.ts';
import { markedWorkbook } from './marked-workbook.ts';
import { cureShape, importShape, rowPageShape } from './review.api.ts';
import { viewImport, viewRows } from './review-import.ts';

const REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const SCHOOL = { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: ['SCHOOL'] as Level[] };

const byId = z.object({ id: z.uuid() });
const causeOf = z.object({ code: z.string().max(60), field: z.string().max(60) });
const PAGE = 50;

/** What an import's rows come to, and curing many of them at once. */
export function reviewRoutes(services: Services, engine: CaseEngine): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/admissions/imports/:id',
      tag: '入学注册',
      title: '看一次导入',
      who: SCHOOL,
      params: byId,
      answer: importShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewImport(tx, engine, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/admissions/imports/:id/rows',
      tag: '入学注册',
      title: '看导入的各行',
      who: SCHOOL,
      params: byId,
      query: z.object({
        code: z.string().max(60).optional(),
        field: z.string().max(60).optional(),
        after: z.coerce.number().int().min(0).optional().describe('此行号以后的行'),
        limit: z.coerce.number().int().min(1).max(500).default(PAGE),
      }),
      answer: rowPageShape,
      handle: ({ actor, params, query }) => db.read(scopeOf(actor), (tx) => viewRows(tx, services, params.id, query)),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/imports/:id/cures',
      tag: '入学注册',
      title: '一次改同类有误的格',
      who: REGISTRAR,
      params: byId,
      body: causeOf.extend({ apply: z.boolean().describe('不改，先预览') }),
      answer: cureShape,
      handle: ({ actor, params, body: { apply, ...cause } }) =>
        apply
          ? db.write(scopeOf(actor), (tx) => applyCure(tx, services, actor, params.id, cause))
          : db.read(scopeOf(actor), (tx) => previewCure(tx, services, params.id, cause)),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/imports/:id/confirmations',
      tag: '入学注册',
      title: '一并确认同类核对结果',
      who: REGISTRAR,
      params: byId,
      body: causeOf,
      answer: z.object({ confirmed: z.number().int() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ confirmed: await confirmAll(tx, actor, params.id, body) })),
    }),
    route({
      method: 'GET',
      path: '/api/admissions/imports/:id/marked.xlsx',
      tag: '入学注册',
      title: '下载标注好的工作簿',
      who: REGISTRAR,
      params: byId,
      answer: 'FILE',
      handle: ({ actor, params }) => markedWorkbook(services, actor, params.id),
    }),
  ];
}
