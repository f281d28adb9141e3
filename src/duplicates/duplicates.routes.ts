/** 问题学籍接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import type { CaseEngine } from '../cases/index.ts';
import { type DisputeRow, listDisputes } from './disputes.store.ts';
import {
  correctionAnswer,
  correctionShape,
  type DisputeItem,
  disputePageShape,
  findingShape,
  openingShape,
  pairPageShape,
  previewRequestShape,
  previewShape,
  recordsShape,
} from './duplicates.api.ts';
import { findOther } from './opening/find-other.ts';
import { openDispute, previewDispute } from './opening/open-dispute.ts';
import { photoOf, viewRecords } from './records/view-records.ts';
import { fillCorrection } from './ruling/correct-record.ts';
import { viewPairs } from './suspicion/view-pairs.ts';

const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const DECIDERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
/** Of two provinces the nation rules, and sees no other case. */
const RULERS: typeof DECIDERS = { ...DECIDERS, levels: [...DECIDERS.levels, 'NATION'] };
const TAG = '问题学籍';
const PAGE = 50;
const caseId = z.object({ id: z.uuid() });

/** Finding, raising and looking at problem records; the case itself is decided like every other. */
export function duplicateRoutes(services: Services, engine: CaseEngine): Route[] {
  const { db, files } = services;
  return [
    route({
      method: 'GET',
      path: '/api/duplicates',
      tag: TAG,
      title: '看问题学籍',
      who: RULERS,
      query: z.object({ side: z.enum(['OPEN', 'ENDED']).default('OPEN'), before: z.uuid().optional() }),
      answer: disputePageShape,
      handle: ({ actor, query: { side, before } }) =>
        db.read(scopeOf(actor), async (tx) => {
          const rows = await listDisputes(tx, actor, { open: side === 'OPEN', before, limit: PAGE + 1 });
          const items = rows.slice(0, PAGE).map((row) => itemOf(engine, row));
          return { items, next: rows.length > PAGE ? items.at(-1)!.caseId : null };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/duplicates/pairs',
      tag: TAG,
      title: '看疑似重复',
      who: DECIDERS,
      query: z.object({ offset: z.coerce.number().int().min(0).max(100_000).default(0) }),
      answer: pairPageShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewPairs(tx, actor, query.offset)),
    }),
    route({
      method: 'POST',
      path: '/api/duplicates/finds',
      tag: TAG,
      title: '查找对方记录',
      who: REGISTRAR,
      body: findingShape,
      answer: z.object({ found: z.object({ token: z.string() }).nullable() }),
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ found: await findOther(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/duplicates/previews',
      tag: TAG,
      title: '比对两条记录',
      who: REGISTRAR,
      body: previewRequestShape,
      answer: previewShape,
      handle: ({ actor, body }) => db.write(scopeOf(actor), (tx) => previewDispute(tx, services, actor, body)),
    }),
    route({
      method: 'POST',
      path: '/api/duplicates',
      tag: TAG,
      title: '报问题学籍',
      who: REGISTRAR,
      body: openingShape,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ caseId: await openDispute(tx, services, engine, actor, body) })),
    }),
    route({
      method: 'GET',
      path: '/api/duplicates/:id/records',
      tag: TAG,
      title: '看问题学籍的两条记录',
      who: RULERS,
      params: caseId,
      answer: recordsShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewRecords(tx, services, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/duplicates/:id/photos/:side',
      tag: TAG,
      title: '看问题学籍一方的照片',
      who: RULERS,
      params: caseId.extend({ side: z.enum(['first', 'second']) }),
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const id = await db.read(scopeOf(actor), (tx) => photoOf(tx, services, actor, params.id, params.side));
        return { file: await files.fetch(id), mediaType: 'image/jpeg' };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/duplicates/:id/correction',
      tag: TAG,
      title: '填报问题学籍的变更内容',
      who: REGISTRAR,
      params: caseId,
      body: correctionShape,
      answer: correctionAnswer,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) =>
          fillCorrection(tx, services, engine, actor, {
            caseId: params.id,
            values: body.values as Record<string, string>,
          }),
        ),
    }),
  ];
}

function itemOf(engine: CaseEngine, row: DisputeRow): DisputeItem {
  const table = engine.workflowOf(row);
  const { tone, words, holder } = table.states[row.state]!;
  const { basis, score, first, second } = row.data;
  return {
    ...{ caseId: row.caseId, number: row.number, title: row.title, basis, score },
    ...{ firstSchool: first.schoolName, secondSchool: second.schoolName, stateWords: words },
    tone: holder ? 'PROCESS' : (tone ?? 'NEUTRAL'),
    ...{ holderName: row.holderName, dueOn: row.dueOn },
  };
}
