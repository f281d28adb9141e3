/** 登录: what a person meets between the sign-in page and the first work of the day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callAs } from '../../../tests/access/caller.ts';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { totpCode } from '../../crypto/totp.ts';
import { rememberFact } from '../../db/node-facts.ts';
import { SESSION_COOKIE } from '../../http/index.ts';
import { MOST_TRIES } from '../sign-in/attempts-per-address.ts';
import type { Session, WaysIn } from './session.api.ts';

const PASSWORD = 'Meihua-Kai7-Yard';
const NEXT = 'Lanhua-Xie4-Gate';
const MINUTE = 60_000;

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const school = await aSchool(app);

/** Signs in by the route and calls with what the route handed out. */
async function signInAs(loginName: string, password: string, code?: string) {
  const answer = await app.anonymous.post<Session>('/api/session', { loginName, password, code });
  return { answer, caller: callerOf(answer) };
}

function callerOf({ cookies, body }: { cookies: { name: string; value: string }[]; body: Session }) {
  const token = cookies.find(({ name }) => name === SESSION_COOKIE)?.value ?? '';
  return callAs(app.server, async () => ({ token, csrfToken: body.csrfToken }));
}

test('a registrar who signs in learns who, where, which term, and what the office may do', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD, personName: '赵晓梅' });
  const { answer, caller } = await signInAs(registrar.loginName, PASSWORD);
  assert.equal(answer.status, 200);
  const { body } = await caller.get<Session>('/api/session');
  assert.deepEqual(body, answer.body);
  assert.equal(body.personName, '赵晓梅');
  assert.equal(body.roleWords, '学校学籍管理员');
  assert.deepEqual(
    { ...body.institution },
    {
      id: school.id,
      name: school.name,
      shortName: school.shortName,
      level: 'SCHOOL',
      levelWords: '学校',
      placeCode: '411082',
      placeName: '长葛市',
    },
  );
  assert.equal(body.termWords, '2026—2027学年第一学期');
  assert.equal(body.today, '2026-09-17');
  assert.deepEqual([body.mustChangePassword, body.mustSetUpTotp, body.mustGiveCode], [false, false, false]);
  assert.ok(body.capabilities.includes('POST /api/institutions/:id/class-groups'));
  assert.ok(!body.capabilities.includes('PUT /api/accounts/dormant-days'));
});

test('the cookie cannot be read by scripts and does not travel to other sites', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const { answer } = await signInAs(registrar.loginName, PASSWORD);
  assert.match(String(answer.headers['set-cookie']), /HttpOnly; SameSite=Strict/);
});

test('an unknown name and a wrong password get one and the same sentence', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const unknown = await signInAs('nobody-here', PASSWORD);
  const wrong = await signInAs(registrar.loginName, 'Guessed-4-Once');
  assert.deepEqual([unknown.answer.status, unknown.answer.detail], [wrong.answer.status, wrong.answer.detail]);
  assert.equal(wrong.answer.code, 'WRONG_CREDENTIALS');
});

test('the fifth wrong password locks for a quarter of an hour, also for the right one', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const bystander = await anAccount(app, { at: school, password: PASSWORD });
  for (let tried = 1; tried <= 4; tried++) {
    assert.equal((await signInAs(registrar.loginName, 'Guessed-4-Once')).answer.code, 'WRONG_CREDENTIALS');
  }
  const fifth = await signInAs(registrar.loginName, 'Guessed-4-Once');
  assert.equal(fifth.answer.code, 'ACCOUNT_LOCKED');
  assert.match(fifth.answer.detail ?? '', /10:15后可再试/);
  assert.equal((await signInAs(registrar.loginName, PASSWORD)).answer.code, 'ACCOUNT_LOCKED');
  assert.equal((await signInAs(bystander.loginName, PASSWORD)).answer.status, 200);
  app.clock.advance(15 * MINUTE + 1);
  assert.equal((await signInAs(registrar.loginName, PASSWORD)).answer.status, 200);
});

test('sixty failed tries a minute from one address are refused with the time to wait, whatever names they try', async () => {
  app.clock.advance(2 * MINUTE);
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    if (tried % 20 === 0) assert.equal((await signInAs(registrar.loginName, PASSWORD)).answer.status, 200);
    assert.equal((await signInAs(`nobody-${tried}`, PASSWORD)).answer.code, 'WRONG_CREDENTIALS');
  }
  const { answer } = await signInAs(registrar.loginName, PASSWORD);
  assert.deepEqual([answer.status, answer.code, String(answer.headers['retry-after'])], [429, 'TOO_MANY', '60']);
  assert.match(answer.detail ?? '', /60秒后再办/);
  app.clock.advance(MINUTE);
  assert.equal((await signInAs(registrar.loginName, PASSWORD)).answer.status, 200);
});

test('an installation with made-up children says so to everybody, signed in or not; another one does not', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const { caller } = await signInAs(registrar.loginName, PASSWORD);
  const says = async () => [
    (await caller.get<Session>('/api/session')).body.demo,
    (await app.anonymous.get<WaysIn>('/api/session/ways-in')).body.demo,
  ];
  assert.deepEqual(await says(), [false, false]);
  await rememberFact(app.db, 'demo', 'begun');
  assert.deepEqual(await says(), [true, true]);
});

test('a second login ends the first: one account, one person, one place', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const first = await signInAs(registrar.loginName, PASSWORD);
  const second = await signInAs(registrar.loginName, PASSWORD);
  app.clock.advance(2_000); // so long a process may believe what it knows of a session
  assert.equal((await first.caller.get('/api/session')).status, 401);
  assert.equal((await second.caller.get('/api/session')).status, 200);
});

test('fifteen idle minutes end a session, and so do eight hours of work', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const { caller } = await signInAs(registrar.loginName, PASSWORD);
  app.clock.advance(14 * MINUTE);
  assert.equal((await caller.get('/api/session')).status, 200);
  app.clock.advance(15 * MINUTE + 1);
  assert.equal((await caller.get('/api/session')).status, 401);
  const again = await signInAs(registrar.loginName, PASSWORD);
  for (let worked = 0; worked < 8 * 60; worked += 10) {
    assert.equal((await again.caller.get('/api/session')).status, 200, `after ${worked} minutes`);
    app.clock.advance(10 * MINUTE);
  }
  app.clock.advance(1);
  assert.equal((await again.caller.get('/api/session')).status, 401);
});

test('who signs out is out', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const { caller } = await signInAs(registrar.loginName, PASSWORD);
  assert.equal((await caller.delete('/api/session')).status, 200);
  assert.equal((await caller.get('/api/session')).status, 401);
});

test('a write without the token of its own session is refused', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const { answer } = await signInAs(registrar.loginName, PASSWORD);
  const token = answer.cookies.find(({ name }) => name === SESSION_COOKIE)!.value;
  const forged = callAs(app.server, async () => ({ token, csrfToken: 'x'.repeat(answer.body.csrfToken.length) }));
  assert.equal((await forged.delete('/api/session')).status, 400);
  assert.equal((await forged.get('/api/session')).status, 200);
});

test('a decider without a second factor gets nowhere until one is set up, and each code works once', async () => {
  const officer = await anAccount(app, { at: await anAuthority(app), password: PASSWORD });
  const { answer, caller } = await signInAs(officer.loginName, PASSWORD);
  assert.equal(answer.body.mustSetUpTotp, true);
  const refused = await caller.get('/api/accounts');
  assert.equal(refused.code, 'SET_UP_FIRST');
  assert.equal(refused.detail, '请先设置动态口令，再办理其他事项');

  const begun = await caller.post<{ secret: string; uri: string }>('/api/session/totp');
  assert.match(begun.body.uri, /^otpauth:\/\/totp\//);
  const wrong = await caller.post('/api/session/totp/confirm', { code: '000000' });
  assert.equal(wrong.code, 'BAD_INPUT');
  const code = totpCode(begun.body.secret, app.clock.now());
  const confirmed = await caller.post<Session>('/api/session/totp/confirm', { code });
  assert.equal(confirmed.body.mustSetUpTotp, false);
  assert.equal((await caller.get('/api/session')).status, 401, 'the token from before the step up is worth nothing');
  assert.equal((await callerOf(confirmed).get('/api/accounts')).status, 200);

  assert.equal((await signInAs(officer.loginName, PASSWORD)).answer.code, 'SECOND_FACTOR_NEEDED');
  assert.equal((await signInAs(officer.loginName, PASSWORD, code)).answer.code, 'WRONG_CREDENTIALS');
  app.clock.advance(MINUTE);
  const next = totpCode(begun.body.secret, app.clock.now());
  assert.equal((await signInAs(officer.loginName, PASSWORD, next)).answer.status, 200);
});

test('a password is changed with the old one, under the profile, and none of the last five comes back', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  let { caller } = await signInAs(registrar.loginName, PASSWORD);
  const change = (current: string, next: string) => caller.post<Session>('/api/session/password', { current, next });
  assert.match((await change('Guessed-4-Once', NEXT)).detail ?? '', /原密码不正确/);
  assert.match((await change(PASSWORD, 'short')).detail ?? '', /不得少于12位.*至少3类/);
  assert.match((await change(PASSWORD, PASSWORD)).detail ?? '', /最近5次/);

  const words = ['Meihua', 'Lanhua', 'Zhulin', 'Juhua', 'Hehua', 'Guihua', 'Shuixian'];
  const passwords = [PASSWORD, ...words.slice(1, 6).map((word) => `${word}-Kai7-Yard`)];
  for (const [index, next] of passwords.slice(1).entries()) {
    const answer = await change(passwords[index]!, next);
    assert.equal(answer.status, 200, answer.detail);
    caller = callerOf(answer);
  }
  const [last] = passwords.slice(-1);
  for (const kept of passwords.slice(1)) assert.match((await change(last!, kept)).detail ?? '', /最近5次/, kept);
  assert.equal((await change(last!, PASSWORD)).status, 200, 'the sixth before is free again');
});

test('wrong old passwords lock the account as wrong logins do', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  const { caller } = await signInAs(registrar.loginName, PASSWORD);
  for (let tried = 1; tried <= 5; tried++) {
    await caller.post('/api/session/password', { current: 'Guessed-4-Once', next: NEXT });
  }
  assert.equal((await signInAs(registrar.loginName, PASSWORD)).answer.code, 'ACCOUNT_LOCKED');
});

test('a password of ninety days must be changed before anything else', async () => {
  const registrar = await anAccount(app, { at: school, password: PASSWORD });
  app.clock.advance(89 * 24 * 60 * MINUTE);
  assert.equal((await signInAs(registrar.loginName, PASSWORD)).answer.body.mustChangePassword, false);
  app.clock.advance(24 * 60 * MINUTE);
  const { answer, caller } = await signInAs(registrar.loginName, PASSWORD);
  assert.equal(answer.body.mustChangePassword, true);
  assert.equal((await caller.get('/api/accounts')).detail, '请先修改密码，再办理其他事项');
  const changed = await caller.post<Session>('/api/session/password', { current: PASSWORD, next: NEXT });
  assert.equal((await callerOf(changed).get('/api/accounts')).status, 200);
});

test('accounts that are untrained, sealed or closed are told why they do not come in, and only with the right password', async () => {
  const why = { UNTRAINED: /尚未登记培训/, SEALED: /已封存/, CLOSED: /已停用/ } as const;
  for (const state of ['UNTRAINED', 'SEALED', 'CLOSED'] as const) {
    const account = await anAccount(app, { at: school, state, password: PASSWORD });
    assert.match((await signInAs(account.loginName, PASSWORD)).answer.detail ?? '', why[state]);
    assert.equal((await signInAs(account.loginName, 'Guessed-4-Once')).answer.code, 'WRONG_CREDENTIALS');
  }
});

test('a class teacher knows the class groups led today', async () => {
  const teacher = await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
  const group = await aClassGroup(app, { school, teacher });
  const { body } = await app.as(teacher).get<Session>('/api/session');
  assert.deepEqual(body.classGroupIds, [group.id]);
});

test('signing in by the wrong form is refused field by field', async () => {
  const answer = await app.anonymous.post<{ fields: unknown }>('/api/session', { loginName: '' });
  assert.equal(answer.status, 400);
  assert.deepEqual(answer.body.fields, [
    { path: 'loginName', sentence: '未填' },
    { path: 'password', sentence: '未填' },
  ]);
});
