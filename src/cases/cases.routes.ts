/** 工作台与办件接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { dayOf } from '../kernel/civil-date.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import { labelOf } from '../workflow/index.ts';
import { clockView, viewCase } from './case-view.ts';
import { caseShape, type WorkItem, workbenchShape, workItemShape } from './cases.api.ts';
import type { CaseEngine } from './engine/advance.ts';
import { offlineRoutes } from './engine/offline/offline.routes.ts';
import { overdueRoutes } from './overdue/overdue.routes.ts';
import { countHandedUp, listHandedUp } from './overdue/overdue.store.ts';
import { countWork, listMine, listOthers, type WorkRow } from './worklist.store.ts';

/** Cases name children: class teachers see them in their class group's record, the nation has no business with them. */
const DECIDERS: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
/** The nation takes part only where nobody below stands above both sides: see checkMayRead. */
const ALL_LEVELS: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION'];
const FIRST_SCREEN = 60;
const kindFilter = z.object({
  kind: z.string().max(40).optional(),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
const listFilter = kindFilter.extend({ clock: z.enum(['OVERDUE', 'SOON']).optional() });
const caseId = z.object({ id: z.uuid() });

/** The routes of the workbench and of any case, whatever its kind. */
export function caseRoutes(services: Services, engine: CaseEngine, calendar: WorkingCalendar): Route[] {
  const { db } = services;
  const asItem = (row: WorkRow, today: WorkRow['startedOn']): WorkItem => {
    const table = engine.workflowOf(row);
    const { pendingAction, dueOn, termDays, stands, ...rest } = row;
    return {
      ...rest,
      kindTitle: table.title,
      stateWords: table.states[row.state]?.words ?? row.state,
      pendingLabel: pendingAction ? labelOf(table, pendingAction, row.state) : null,
      clock: clockView(calendar, { startedOn: row.startedOn, dueOn, termDays, stands }, today),
    };
  };

  return [
    ...offlineRoutes(services, engine),
    ...overdueRoutes({ services, calendar, asItem, titleOf: (workflow) => engine.workflowOf({ workflow }).title }),
    route({
      method: 'GET',
      path: '/api/workbench',
      tag: '办件',
      title: '看工作台',
      who: 'SIGNED_IN',
      query: kindFilter,
      answer: workbenchShape,
      handle: ({ actor, query: { kind, offset } }) =>
        db.read(scopeOf(actor), async (tx) => {
          const today = dayOf(services.now());
          const page = { limit: FIRST_SCREEN, kind, offset };
          const figures = await countWork(tx, actor, today, kind);
          const mine = await listMine(tx, actor, page);
          const others = await listOthers(tx, actor, page);
          const presses = actor.role.startsWith('AUTHORITY') && actor.institution.level !== 'NATION';
          const handedUp = presses ? await listHandedUp(tx, actor, today, FIRST_SCREEN, kind) : [];
          const total = handedUp.length < FIRST_SCREEN ? handedUp.length : await countHandedUp(tx, actor, today, kind);
          return {
            today,
            mine: { total: figures.mine, items: mine.map((row) => asItem(row, today)) },
            others: { total: figures.others, items: others.map((row) => asItem(row, today)) },
            handedUp: { total, items: handedUp.map((row) => asItem(row, today)) },
            figures,
          };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/workbench/:list',
      tag: '办件',
      title: '翻看工作台的一栏',
      who: 'SIGNED_IN',
      params: z.object({ list: z.enum(['mine', 'others']) }),
      query: listFilter,
      answer: z.object({ items: z.array(workItemShape) }),
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          const today = dayOf(services.now());
          const list = params.list === 'mine' ? listMine : listOthers;
          const { clock, ...page } = query;
          const wish = { limit: FIRST_SCREEN, ...page, ...(clock ? { clock: { is: clock, today } } : {}) };
          const rows = await list(tx, actor, wish);
          return { items: rows.map((row) => asItem(row, today)) };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id',
      tag: '办件',
      title: '看办件',
      who: { roles: DECIDERS, levels: ALL_LEVELS },
      params: caseId,
      answer: caseShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewCase(tx, actor, engine, calendar, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/cases/:id/acts',
      tag: '办件',
      title: '办理办件',
      who: { roles: DECIDERS, levels: ALL_LEVELS },
      params: caseId,
      body: z.object({
        action: z.string().max(40),
        opinion: z.string().max(500).optional(),
        seq: z.number().int().optional(),
      }),
      answer: z.object({ seq: z.number().int(), state: z.string(), stateWords: z.string(), step: z.string() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          const { action, opinion, seq } = body;
          const { event, workflow } = await engine.advance(tx, actor, params.id, { action, opinion, seenSeq: seq });
          const { toState, step } = event;
          return { seq: event.seq, state: toState, stateWords: workflow.states[toState]!.words, step };
        }),
    }),
  ];
}
