/** 账号接口. */
import { z } from 'zod';
import { type Actor, ROLES, type Route, route, type Services, scopeOf, type Who } from '../../access/index.ts';
import { byId } from '../form-fields.api.ts';
import { needsTotp, type SignInPolicy } from '../sign-in/sign-in-policy.ts';
import { listAccounts } from './account.store.ts';
import { ACCOUNT_STATES } from './account.ts';
import {
  type AccountView,
  accountBody,
  accountShape,
  accountsQuery,
  madeAccountShape,
  reasonBody,
  roleBody,
  roleField,
  stateShape,
  subjectBody,
  trainingBody,
} from './accounts.api.ts';
import { closeAccount, sealAccount, unsealAccount } from './change-account-state.ts';
import { changeRole } from './change-role.ts';
import { makeAccount } from './make-account.ts';
import { recordTraining } from './record-training.ts';
import { bindToProvider, resetPassword, resetTotp, unlockAccount } from './reset-account.ts';

const TAG = '账号';
const VIEWERS: Who = { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };
const KEEPERS: Who = { roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };

/** The routes of accounts. Answers with a password in them are never kept for repetition. */
export function accountRoutes(services: Services, policy: SignInPolicy): Route[] {
  const { db } = services;
  const viewOf =
    (actor: Actor) =>
    (row: Awaited<ReturnType<typeof listAccounts>>[number]): AccountView => ({
      id: row.id,
      loginName: row.loginName,
      personName: row.personName,
      role: row.role,
      roleWords: ROLES[row.role],
      state: row.state,
      stateWords: ACCOUNT_STATES[row.state],
      institutionId: row.institutionId,
      institutionName: row.institutionName,
      trainedOn: row.trainedOn,
      trainingNote: row.trainingNote,
      hasTotp: row.hasTotp,
      needsTotp: needsTotp(row.role, policy),
      signsInElsewhere: row.signsInElsewhere,
      isLocked: row.lockedUntil !== null && row.lockedUntil > services.now(),
      mustChangePassword: row.mustChangePassword,
      madeAt: row.madeAt.toISOString(),
      lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
      isOwn: row.id === actor.accountId,
    });

  return [
    route({
      method: 'GET',
      path: '/api/accounts',
      tag: TAG,
      title: '看账号',
      who: VIEWERS,
      query: accountsQuery,
      answer: z.object({ items: z.array(accountShape), next: z.uuid().nullable() }),
      handle: ({ actor, query: { institution, ...filter } }) =>
        db.read(scopeOf(actor), async (tx) => {
          const rows = await listAccounts(tx, { ...filter, institutionId: institution });
          const next = rows.length === filter.limit ? rows.at(-1)!.id : null;
          return { items: rows.map(viewOf(actor)), next };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/accounts',
      tag: TAG,
      title: '开设账号',
      who: KEEPERS,
      body: accountBody,
      answer: madeAccountShape,
      handle: ({ actor, body }) => makeAccount(services, policy, actor, body),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/training',
      tag: TAG,
      title: '登记培训',
      who: KEEPERS,
      params: byId,
      body: trainingBody,
      answer: stateShape,
      idempotent: true,
      handle: ({ actor, params, body }) => recordTraining(services, actor, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/seal',
      tag: TAG,
      title: '封存账号',
      who: KEEPERS,
      params: byId,
      body: reasonBody,
      answer: stateShape,
      idempotent: true,
      handle: ({ actor, params, body }) => sealAccount(services, actor, params.id, body.reason),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/unseal',
      tag: TAG,
      title: '启封账号',
      who: KEEPERS,
      params: byId,
      body: reasonBody,
      answer: stateShape,
      idempotent: true,
      handle: ({ actor, params, body }) => unsealAccount(services, actor, params.id, body.reason),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/close',
      tag: TAG,
      title: '停用账号',
      who: KEEPERS,
      params: byId,
      body: reasonBody,
      answer: stateShape,
      idempotent: true,
      handle: ({ actor, params, body }) => closeAccount(services, actor, params.id, body.reason),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/role',
      tag: TAG,
      title: '换岗',
      who: KEEPERS,
      params: byId,
      body: roleBody,
      answer: z.object({ role: roleField }),
      idempotent: true,
      handle: ({ actor, params, body }) => changeRole(services, actor, params.id, body),
    }),
    ...resetRoutes(services, policy),
  ];
}

function resetRoutes(services: Services, policy: SignInPolicy): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/accounts/:id/reset-password',
      tag: TAG,
      title: '重置密码',
      who: KEEPERS,
      params: byId,
      answer: z.object({ temporaryPassword: z.string() }),
      handle: ({ actor, params }) => resetPassword(services, policy, actor, params.id),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/reset-totp',
      tag: TAG,
      title: '重置动态口令',
      who: KEEPERS,
      params: byId,
      answer: z.object({ reset: z.literal(true) }),
      idempotent: true,
      handle: ({ actor, params }) => resetTotp(services, actor, params.id),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/unlock',
      tag: TAG,
      title: '解锁账号',
      who: KEEPERS,
      params: byId,
      answer: z.object({ unlocked: z.literal(true) }),
      idempotent: true,
      handle: ({ actor, params }) => unlockAccount(services, actor, params.id),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/identity',
      tag: TAG,
      title: '绑定统一身份',
      who: KEEPERS,
      params: byId,
      body: subjectBody,
      answer: z.object({ bound: z.literal(true) }),
      idempotent: true,
      handle: ({ actor, params, body }) => bindToProvider(services, actor, params.id, body.subject),
    }),
  ];
}
