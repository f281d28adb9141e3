/** 新生登记接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { rawRecordSchema } from '../../students/index.ts';
import { confirmFinding, leaveOut } from './confirm-finding.ts';
import { listDrafts } from './entrant.store.ts';
import { entrantPageShape, entrantRowShape, entrantShape, entrantStateShape, suspicionsShape } from './entrants.api.ts';
import { mendEntrant } from './mend-entrant.ts';
import { putForward, takeAway } from './put-forward.ts';
import { viewSuspicions } from './suspicions.ts';
import { listedOf, openedOf, rowOf, viewEntrant } from './view-entrant.ts';

const REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const SCHOOL = { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: ['SCHOOL'] as Level[] };
/** The nation has no business with personal data. */
const DECIDERS = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] as Role[],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'] as const,
};

const entrantId = z.object({ id: z.uuid() });
const PAGE = 50;
/** Besides the items of the form: the number of the paper by which an early entry was approved. */
const values = rawRecordSchema.extend({ entryApproval: z.string().max(100).optional().describe('提前入学批准文号') });
const causeOf = z.object({ code: z.string().max(60), field: z.string().max(60) });

/** One entrant at a time: put forward, look, mend, confirm, leave out, delete, compare. */
export function entrantRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/admissions/entrants',
      tag: '入学注册',
      title: '看本校登记的新生',
      who: SCHOOL,
      query: z.object({
        state: entrantStateShape.default('DRAFT'),
        after: z.union([z.uuid(), z.literal('')]).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(PAGE),
      }),
      answer: entrantPageShape,
      handle: ({ actor, query: { state, after, limit } }) =>
        db.read(scopeOf(actor), async (tx) => {
          const rows = await listDrafts(tx, {
            schoolId: actor.institution.id,
            state,
            after: after || undefined,
            limit: limit + 1,
          });
          const items = rows.slice(0, limit).map((one) => listedOf(services, one));
          return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/entrants',
      tag: '入学注册',
      title: '登记一名新生',
      who: REGISTRAR,
      body: z.object({ values }),
      answer: entrantShape,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) =>
          openedOf(services, actor, await putForward(tx, services, actor, body.values)),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/admissions/entrants/:id',
      tag: '入学注册',
      title: '看一名新生的登记',
      who: DECIDERS,
      params: entrantId,
      answer: entrantShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewEntrant(tx, services, actor, params.id)),
    }),
    route({
      method: 'PATCH',
      path: '/api/admissions/entrants/:id',
      tag: '入学注册',
      title: '修改一名新生的登记',
      who: REGISTRAR,
      params: entrantId,
      body: z.object({ values, version: z.number().int() }),
      answer: entrantRowShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) =>
          rowOf(services, await mendEntrant(tx, services, actor, params.id, body)),
        ),
    }),
    route({
      method: 'DELETE',
      path: '/api/admissions/entrants/:id',
      tag: '入学注册',
      title: '删除一名新生的登记',
      who: REGISTRAR,
      params: entrantId,
      answer: z.object({ deleted: z.literal(true) }),
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await takeAway(tx, actor, params.id);
          return { deleted: true as const };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/entrants/:id/confirm',
      tag: '入学注册',
      title: '确认一项核对结果',
      who: REGISTRAR,
      params: entrantId,
      body: causeOf,
      answer: entrantRowShape,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => rowOf(services, await confirmFinding(tx, actor, params.id, body))),
    }),
    ...(['skip', 'unskip'] as const).map((act) =>
      route({
        method: 'POST',
        path: `/api/admissions/entrants/:id/${act}`,
        tag: '入学注册',
        title: act === 'skip' ? '暂不导入一行' : '恢复导入一行',
        who: REGISTRAR,
        params: entrantId,
        answer: entrantRowShape,
        handle: ({ actor, params }) =>
          db.write(scopeOf(actor), async (tx) => rowOf(services, await leaveOut(tx, actor, params.id, act === 'skip'))),
      }),
    ),
    route({
      method: 'GET',
      path: '/api/admissions/entrants/:id/suspicions',
      tag: '入学注册',
      title: '比对疑似同一人的学籍',
      who: DECIDERS,
      params: entrantId,
      answer: suspicionsShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewSuspicions(tx, services, actor, params.id)),
    }),
  ];
}
