/**
 * 权限矩阵: every declared route, called by every role at every level, about the own place and about another. What the
 * declaration says of roles is what happens, and nobody does anything in a place that is not theirs. A route that has
 * no example call fails here: it cannot be forgotten.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEVELS, mayCall, type Route } from '../src/access/index.ts';
import { openSession } from '../src/authorities/index.ts';
import { findCredentials } from '../src/authorities/sign-in/credentials.store.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import { holds } from '../src/kernel/place-codes.ts';
import { type Call, type CallExamples, type MatrixPlace, makeCall } from './access/call.ts';
import { type Answer, callAs } from './access/caller.ts';
import { ADMISSION_CALLS } from './access/calls/admissions.ts';
import { AUTHORITY_CALLS } from './access/calls/authorities.ts';
import { CASE_CALLS } from './access/calls/cases.ts';
import { EXCHANGE_CALLS } from './access/calls/exchange.ts';
import { FILE_CALLS, KEY_DATA_CALLS } from './access/calls/key-data.ts';
import { CHANGE_CALLS, DROPOUT_CALLS, LEAVE_CALLS } from './access/calls/leave.ts';
import { FAMILY_CALLS, NOTICE_CALLS } from './access/calls/notices.ts';
import { REGULATION_CALLS } from './access/calls/regulations.ts';
import { SCHOOL_LIFE_CALLS } from './access/calls/school-life.ts';
import {
  CERTIFICATE_CALLS,
  PROGRESSION_CALLS,
  RESTRUCTURING_CALLS,
  STUDY_CALLS,
  SUPERVISION_CALLS,
} from './access/calls/school-year.ts';
import { NUMBERING_CALLS, PAPER_CALLS, PLACEMENT_CALLS, PLAN_CALLS, STUDENT_CALLS } from './access/calls/students.ts';
import { TRANSFER_CALLS } from './access/calls/transfers.ts';
import { aMatrixPlace, everyCaller, type MatrixCaller } from './access/matrix-world.ts';
import { testApplication } from './application.ts';
import { anAccount, FAR_AWAY, HERE } from './builders.ts';

const CALLS: CallExamples = {
  ...AUTHORITY_CALLS,
  ...STUDENT_CALLS,
  ...PLACEMENT_CALLS,
  ...PLAN_CALLS,
  ...NUMBERING_CALLS,
  ...PAPER_CALLS,
  ...CASE_CALLS,
  ...ADMISSION_CALLS,
  ...REGULATION_CALLS,
  ...TRANSFER_CALLS,
  ...KEY_DATA_CALLS,
  ...FILE_CALLS,
  ...EXCHANGE_CALLS,
  ...NOTICE_CALLS,
  ...FAMILY_CALLS,
  ...CHANGE_CALLS,
  ...LEAVE_CALLS,
  ...SCHOOL_LIFE_CALLS,
  ...DROPOUT_CALLS,
  ...PROGRESSION_CALLS,
  ...SUPERVISION_CALLS,
  ...CERTIFICATE_CALLS,
  ...RESTRUCTURING_CALLS,
  ...STUDY_CALLS,
};

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const here = await aMatrixPlace(app, HERE);
const elsewhere = await aMatrixPlace(app, FAR_AWAY);
const callers = await everyCaller(app, here);
const { routes } = app.features;
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const callOf = (route: Route, place: MatrixPlace): Call => {
  const example = CALLS[nameOf(route)]!;
  return example.kind === 'PLACELESS' ? example.call : example.at(place);
};

/** The refusal that the role alone brings about; a use case that refuses for its own reasons says another sentence. */
const refusedByRole = (route: Route, { status, detail }: Answer<unknown>) =>
  status === 403 && detail === `您的岗位不能办理此事：${route.title}`;
const wordsOf = ({ role, level }: MatrixCaller) => `${LEVELS[level]} ${role}`;

test('every route has an example call, and every example a route', () => {
  assert.deepEqual(Object.keys(CALLS).sort(), routes.map(nameOf).sort());
});

test('who is not signed in is answered by public routes only', async () => {
  for (const route of routes) {
    const answer = await makeCall(app.anonymous, route, callOf(route, here));
    const signedOut = answer.status === 401 && answer.code === 'NOT_SIGNED_IN';
    assert.equal(signedOut, route.who !== 'PUBLIC', `${nameOf(route)}: ${answer.status} ${answer.code}`);
  }
});

const answered = new Set<string>();

for (const caller of callers) {
  test(`${wordsOf(caller)}: each route answers or refuses as it declares, and nothing outside the place`, async () => {
    const home = caller.account.institution.path;
    for (const route of routes) {
      const example = CALLS[nameOf(route)]!;
      const allowed = mayCall(route.who, caller);
      const about = async (place: MatrixPlace) => {
        const answer = await makeCall(app.as(caller.account), route, callOf(route, place));
        const told = `${nameOf(route)}: ${answer.status} ${answer.code} ${answer.detail}`;
        assert.equal(refusedByRole(route, answer), !allowed, told);
        assert.ok(answer.status < 500, told);
        assert.notEqual(answer.code, 'NOT_SIGNED_IN', told);
        // What is answered may have fields of its own; in a refusal they say that the call was not well formed.
        const { fields } = answer.status < 300 ? {} : ((answer.body ?? {}) as { fields?: unknown });
        assert.equal(fields, undefined, `${told}: no example`);
        return { answer, told };
      };
      const own = await about(here);
      if (own.answer.status < 300) answered.add(nameOf(route));
      if (route.method === 'DELETE' && route.path === '/api/session') app.clock.advance(11 * 60_000); // signs in anew
      if (example.kind === 'PLACELESS' || !allowed || holds(home, elsewhere.school.path)) continue;
      const { answer, told } = await about(elsewhere);
      if (example.kind === 'OPEN') assert.equal(answer.status, 200, `${told}: ${example.why}`);
      else assert.ok([403, 404].includes(answer.status), told);
    }
  });
}

test('a write without the token of its session does nothing, whatever it is', async () => {
  const officer = callers.find(({ role, level }) => role === 'AUTHORITY_LEADER' && level === 'COUNTY')!;
  const keys = await sessionFor(officer.account.id, true);
  const forged = callAs(app.server, async () => ({ token: keys.token, csrfToken: 'forged' }));
  for (const route of routes.filter(
    ({ method, who }) => method !== 'GET' && mayCall(who, officer) && who !== 'PUBLIC',
  )) {
    const answer = await makeCall(forged, route, callOf(route, here));
    assert.match(answer.detail ?? '', /页面已过期/, nameOf(route));
  }
});

test('a decider without a second factor gets at nothing but setting one up', async () => {
  const officer = await anAccount(app, { at: here.authority, role: 'AUTHORITY_LEADER' });
  const keys = await sessionFor(officer.id, false);
  const restricted = callAs(app.server, async () => keys);
  const open: string[] = [];
  for (const route of routes.filter(({ who }) => who !== 'PUBLIC')) {
    const answer = await makeCall(restricted, route, callOf(route, here));
    if (answer.code !== 'SET_UP_FIRST') open.push(nameOf(route));
    if (nameOf(route) === 'DELETE /api/session') Object.assign(keys, await sessionFor(officer.id, false));
  }
  assert.deepEqual(open, [
    'GET /api/session',
    'DELETE /api/session',
    'POST /api/session/password',
    'POST /api/session/code',
    'POST /api/session/totp',
    'POST /api/session/totp/confirm',
  ]);
});

test('every reading of something in a place answered somebody there: the examples name what there is', () => {
  const reading = routes.filter((route) => route.method === 'GET' && CALLS[nameOf(route)]!.kind === 'SCOPED');
  assert.deepEqual(
    reading.map(nameOf).filter((name) => !answered.has(name)),
    [],
  );
});

test('the place elsewhere stands as it stood', async () => {
  await app.db.read(NODE_SCOPE, async (tx) => {
    const one = await tx.sql
      .selectFrom('accounts')
      .select(['state', 'role', 'oidc_subject', 'version'])
      .where('id', '=', elsewhere.accountId)
      .executeTakeFirstOrThrow();
    assert.deepEqual(one, { state: 'ACTIVE', role: 'SCHOOL_REGISTRAR', oidc_subject: null, version: 1 });
    const { count } = await tx.sql
      .selectFrom('class_groups')
      .select((group) => group.fn.countAll<number>().as('count'))
      .where('school_id', '=', elsewhere.school.id)
      .where('valid_to', 'is', null)
      .executeTakeFirstOrThrow();
    assert.equal(count, 2);
  });
});

function sessionFor(accountId: string, secondFactor: boolean) {
  return app.db.write(NODE_SCOPE, async (tx) => {
    const account = await findCredentials(tx, { id: accountId });
    return openSession(app.services, tx, account!, { device: 'test', requestId: 'test', secondFactor });
  });
}
