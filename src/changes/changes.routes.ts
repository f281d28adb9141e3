/** 学籍异动接口: one set of operations for all kinds. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { type CaseEngine, maybeOffline, maybeReceivedOn } from '../cases/index.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Workflow } from '../workflow/index.ts';
import type { AnyChangeKind } from './change-kind.ts';
import {
  changeOpeningShape,
  changePageShape,
  changePreviewShape,
  changeRequestShape,
  findingLeftShape,
  foundLeftShape,
  kindsQueryShape,
  kindsShape,
} from './changes.api.ts';
import { formValuesShape } from './form/form.api.ts';
import { viewChanges } from './listing/list-changes.ts';
import { findLeftChild } from './opening/find-left-child.ts';
import { mendChange, openChange } from './opening/open-change.ts';
import { previewChange } from './opening/preview-change.ts';
import { viewKinds } from './opening/view-kinds.ts';

const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const WATCHERS: { roles: Role[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
};
const TAG = '学籍异动';

export interface ChangeNeeds {
  engine: CaseEngine;
  workflows: readonly Workflow[];
  /** In the order in which they are offered. */
  kinds: readonly AnyChangeKind[];
}

/** Choosing, previewing, opening, mending and listing; the case itself is decided like every other. */
export function changeRoutes(services: Services, { engine, workflows, kinds }: ChangeNeeds): Route[] {
  const { db } = services;
  const kindOf = (kind: string) => kinds.find((one) => one.kind === kind);
  const getKind = (kind: string): AnyChangeKind => {
    const found = kindOf(kind);
    if (!found) throw refuse('BAD_INPUT', { what: '没有这一办理事项，请从可办事项中选择' });
    return found;
  };
  return [
    route({
      method: 'GET',
      path: '/api/changes',
      tag: TAG,
      title: '看学籍异动办件',
      who: WATCHERS,
      query: z.object({ side: z.enum(['RUNNING', 'OVER']).default('RUNNING'), before: z.uuid().optional() }),
      answer: changePageShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), (tx) => {
          const listed = kinds.map(({ kind }) => kind);
          return viewChanges(tx, engine, actor, {
            kinds: listed,
            running: query.side === 'RUNNING',
            before: query.before,
          });
        }),
    }),
    route({
      method: 'GET',
      path: '/api/changes/kinds',
      tag: TAG,
      title: '看学生可办的异动事项',
      who: REGISTRAR,
      query: kindsQueryShape,
      answer: kindsShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), (tx) => viewKinds(tx, services, engine, kinds, actor, query)),
    }),
    route({
      method: 'POST',
      path: '/api/changes/finds',
      tag: TAG,
      title: '查找归来学生',
      who: REGISTRAR,
      body: findingLeftShape,
      answer: z.object({ child: foundLeftShape.nullable() }),
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ child: await findLeftChild(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/changes/previews',
      tag: TAG,
      title: '预查学籍异动',
      who: REGISTRAR,
      body: changeRequestShape.extend(maybeReceivedOn),
      answer: changePreviewShape,
      handle: ({ actor, body }) =>
        db.read(scopeOf(actor), (tx) =>
          previewChange(tx, services, workflows, actor, { ...body, kind: getKind(body.kind) }),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/changes',
      tag: TAG,
      title: '申请学籍异动',
      who: REGISTRAR,
      body: changeOpeningShape.extend(maybeOffline),
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          caseId: await openChange(tx, services, engine, actor, { ...body, kind: getKind(body.kind) }),
        })),
    }),
    route({
      method: 'PUT',
      path: '/api/changes/:id/form',
      tag: TAG,
      title: '补正学籍异动申请',
      who: REGISTRAR,
      params: z.object({ id: z.uuid() }),
      body: z.object({ form: formValuesShape }),
      answer: z.object({ mended: z.boolean() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await mendChange(tx, services, engine, actor, { kindOf, caseId: params.id, form: body.form });
          return { mended: true };
        }),
    }),
  ];
}
