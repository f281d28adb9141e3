/** 会话接口: signing in and out, and what a person must set up first. */
import {
  asAuditActor,
  type Call,
  type LiveSession,
  type Route,
  route,
  type Services,
  scopeOf,
} from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { isDemo } from '../../db/node-facts.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { hasAnyAccount } from '../first-run/first-run.store.ts';
import { makeTriesPerAddress } from '../sign-in/attempts-per-address.ts';
import { changePassword } from '../sign-in/change-password.ts';
import { giveCode } from '../sign-in/give-code.ts';
import { beginTotp, confirmTotp } from '../sign-in/set-up-totp.ts';
import { signIn } from '../sign-in/sign-in.ts';
import type { SignInPolicy } from '../sign-in/sign-in-policy.ts';
import type { SessionKeys } from './open-session.ts';
import {
  codeBody,
  passwordBody,
  type Session,
  sessionShape,
  signedOutShape,
  signInBody,
  totpShape,
  waysInShape,
} from './session.api.ts';
import { endSessions } from './session.store.ts';
import { viewSession } from './session-view.ts';
import type { SessionKeeper } from './sessions.ts';

const TAG = '登录';

export interface SessionRoutesNeeds {
  services: Services;
  sessions: SessionKeeper;
  policy: SignInPolicy;
  hasIdentityProvider: boolean;
  /** Everything the product declares; asked only once it is all joined. */
  routes: () => readonly Route[];
}

/** The routes of the person's own session. */
export function sessionRoutes({
  services,
  sessions,
  policy,
  hasIdentityProvider,
  routes,
}: SessionRoutesNeeds): Route[] {
  const { db, index } = services;
  const tries = makeTriesPerAddress();
  const view = (live: LiveSession): Promise<Session> =>
    db.read(NODE_SCOPE, (tx) => viewSession(tx, live, { routes: routes(), index }));

  /** Hands the new token to the caller and tells what it now opens. */
  const begin = async (call: Call<unknown, unknown, unknown>, { token }: SessionKeys): Promise<Session> => {
    if (call.session.token) sessions.forget(call.session.token);
    call.session.start(token);
    return view(await live(token, call.requestId));
  };
  const live = async (token: string | undefined, requestId: string): Promise<LiveSession> => {
    const found = token ? await sessions.find(token, requestId) : undefined;
    if (!found) throw refuse('NOT_SIGNED_IN');
    return found;
  };

  return [
    route({
      method: 'GET',
      path: '/api/session/ways-in',
      tag: TAG,
      title: '看登录方式',
      who: 'PUBLIC',
      answer: waysInShape,
      handle: () =>
        db.read(NODE_SCOPE, async (tx) => ({
          firstRun: !(await hasAnyAccount(tx)),
          identityProvider: hasIdentityProvider,
          minPasswordLength: policy.passwords.minLength,
          demo: await isDemo(tx),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/session',
      tag: TAG,
      title: '登录',
      who: 'PUBLIC',
      body: signInBody,
      answer: sessionShape,
      handle: async (call) => {
        const { device } = call.session;
        const takeBack = tries.count(call.address, services.now());
        const keys = await signIn(services, { ...call.body, device, requestId: call.requestId }).catch((error) => {
          // Whoever is asked for the code has given the right password: half a sign-in is no failed one.
          if (error instanceof Refusal && error.code === 'SECOND_FACTOR_NEEDED') takeBack();
          throw error;
        });
        takeBack();
        return begin(call, keys);
      },
    }),
    route({
      method: 'GET',
      path: '/api/session',
      tag: TAG,
      title: '看本人',
      who: 'SIGNED_IN',
      beforeSetUp: true,
      answer: sessionShape,
      handle: async ({ session, requestId }) => view(await live(session.token, requestId)),
    }),
    route({
      method: 'DELETE',
      path: '/api/session',
      tag: TAG,
      title: '退出',
      who: 'SIGNED_IN',
      beforeSetUp: true,
      answer: signedOutShape,
      handle: async ({ actor, session }) => {
        await db.write(scopeOf(actor), async (tx) => {
          await endSessions(tx, actor.accountId, '退出');
          const subject = { subjectKind: 'ACCOUNT' as const, subjectId: actor.accountId, path: actor.institution.path };
          await record(tx, asAuditActor(actor), { action: 'SIGN_OUT', ...subject });
        });
        if (session.token) sessions.forget(session.token);
        session.end();
        return { signedOut: true as const };
      },
    }),
    route({
      method: 'POST',
      path: '/api/session/password',
      tag: TAG,
      title: '修改本人密码',
      who: 'SIGNED_IN',
      beforeSetUp: true,
      body: passwordBody,
      answer: sessionShape,
      handle: async (call) => {
        const { token = '' } = call.session;
        return begin(call, await changePassword(services, policy, call.actor, { token, ...call.body }));
      },
    }),
    route({
      method: 'POST',
      path: '/api/session/code',
      tag: TAG,
      title: '补验动态口令',
      who: 'SIGNED_IN',
      beforeSetUp: true,
      body: codeBody,
      answer: sessionShape,
      handle: async (call) => {
        const { token = '' } = call.session;
        return begin(call, await giveCode(services, call.actor, { token, ...call.body }));
      },
    }),
    route({
      method: 'POST',
      path: '/api/session/totp',
      tag: TAG,
      title: '开始设置动态口令',
      who: 'SIGNED_IN',
      beforeSetUp: true,
      answer: totpShape,
      handle: ({ actor }) => beginTotp(services, actor),
    }),
    route({
      method: 'POST',
      path: '/api/session/totp/confirm',
      tag: TAG,
      title: '确认动态口令',
      who: 'SIGNED_IN',
      beforeSetUp: true,
      body: codeBody,
      answer: sessionShape,
      handle: async (call) => {
        const { token = '' } = call.session;
        return begin(call, await confirmTotp(services, call.actor, { token, ...call.body }));
      },
    }),
  ];
}
