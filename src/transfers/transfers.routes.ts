/** 转学接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { type CaseEngine, getCase, maybeOffline, maybeReceivedOn } from '../cases/index.ts';
import type { TakeOver } from '../evidence/index.ts';
import { studentShape, viewCopy } from '../students/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { refusalRoutes } from './deciding/refusal.routes.ts';
import { invitationRoutes } from './invitations/invitations.routes.ts';
import { choices } from './opening/choices.ts';
import { findChild } from './opening/find-child.ts';
import { mendTransfer } from './opening/mend-transfer.ts';
import { openTransfer } from './opening/open-transfer.ts';
import { previewTransfer } from './opening/preview-transfer.ts';
import { openingShape, previewRequestShape, transferFormShape } from './transfer-form.ts';
import {
  choicesShape,
  findingChildShape,
  foundChildShape,
  previewShape,
  type TransferItem,
  transferPageShape,
} from './transfers.api.ts';
import { listTransfers, type TransferRow } from './transfers.store.ts';

const REGISTRAR: { roles: Role[] } = { roles: ['SCHOOL_REGISTRAR'] };
const DECIDERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
const TAG = '转学';
const PAGE = 50;
const caseId = z.object({ id: z.uuid() });

/** Opening, mending and listing; the case itself is decided like every other. */
export function transferRoutes(
  services: Services,
  engine: CaseEngine,
  workflows: readonly Workflow[],
  takeOver: TakeOver,
): Route[] {
  const { db } = services;
  const titleOf = (workflow: string) => workflows.find(({ id }) => id === workflow)?.title ?? '办件';
  return [
    ...refusalRoutes(services, engine, DECIDERS),
    ...invitationRoutes(services, DECIDERS, titleOf),
    route({
      method: 'GET',
      path: '/api/transfers',
      tag: TAG,
      title: '看转学办件',
      who: DECIDERS,
      query: z.object({ side: z.enum(['IN', 'OUT']).default('IN'), before: z.uuid().optional() }),
      answer: transferPageShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          const rows = await listTransfers(tx, { path: actor.institution.path, ...query, limit: PAGE + 1 });
          const items = rows.slice(0, PAGE).map((row) => itemOf(engine, row));
          return { items, next: rows.length > PAGE ? items.at(-1)!.caseId : null };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/transfers/choices',
      tag: TAG,
      title: '看转学可选项',
      who: DECIDERS,
      answer: choicesShape,
      handle: async () => choices(),
    }),
    route({
      method: 'POST',
      path: '/api/transfers/finds',
      tag: TAG,
      title: '查找转入学生',
      who: REGISTRAR,
      body: findingChildShape,
      answer: z.object({ child: foundChildShape.nullable() }),
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ child: await findChild(tx, services, actor, body, titleOf) })),
    }),
    route({
      method: 'POST',
      path: '/api/transfers/previews',
      tag: TAG,
      title: '预查转学',
      who: REGISTRAR,
      body: previewRequestShape.extend(maybeReceivedOn),
      answer: previewShape,
      handle: ({ actor, body }) =>
        db.read(scopeOf(actor), (tx) => previewTransfer(tx, services, workflows, actor, body)),
    }),
    route({
      method: 'POST',
      path: '/api/transfers',
      tag: TAG,
      title: '发起转学',
      who: REGISTRAR,
      body: openingShape.extend(maybeOffline),
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          const { caseId, studentId } = await openTransfer(tx, services, engine, actor, body);
          // Papers that the family sent with its wish come along.
          if (body.invitationId) await takeOver(tx, actor, { caseId, studentId, requestId: body.invitationId });
          return { caseId };
        }),
    }),
    route({
      method: 'PUT',
      path: '/api/transfers/:id/form',
      tag: TAG,
      title: '补正转学申请',
      who: REGISTRAR,
      params: caseId,
      body: transferFormShape,
      answer: z.object({ mended: z.boolean() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await mendTransfer(tx, services, engine, actor, { caseId: params.id, form: body });
          return { mended: true };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/transfers/:id/copy',
      tag: TAG,
      title: '看留存的学籍副本',
      who: DECIDERS,
      params: caseId,
      answer: z.object({ keptOn: z.string(), view: studentShape }),
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          const { subjectId } = await getCase(tx, params.id);
          return viewCopy(tx, services, actor, { studentId: subjectId, caseId: params.id });
        }),
    }),
  ];
}

function itemOf(engine: CaseEngine, row: TransferRow): TransferItem {
  const table = engine.workflowOf(row);
  const { tone, words, holder } = table.states[row.state]!;
  return {
    caseId: row.caseId,
    number: row.number,
    title: row.title,
    stateWords: words,
    tone: holder ? 'PROCESS' : (tone ?? 'NEUTRAL'),
    holderName: row.holderName,
    dueOn: row.dueOn,
    openedAt: row.openedAt.toISOString(),
  };
}
