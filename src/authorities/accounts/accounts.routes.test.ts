/** 账号: made by the level above, in use after training, out at once when sealed; never the last one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import {
  aCentreSchool,
  aClassGroup,
  anAccount,
  anAuthority,
  aSchool,
  NEXT_DOOR,
  type TestAccount,
} from '../../../tests/builders.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { hasRegistrar } from '../index.ts';
import type { AccountView } from './accounts.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const county = await anAuthority(app);
const officer = await anAccount(app, { at: county });
const nextDoor = await anAuthority(app, { placeCode: NEXT_DOOR });
const stranger = await anAccount(app, { at: nextDoor });

const TRAINING = {
  trainedOn: '2026-09-10',
  topics: ['IMPORTANCE', 'MEASURES', 'SYSTEM', 'DATA_CAPTURE', 'CHANGES'],
  trainer: '长葛市教育局',
  formalStaff: true,
};
const REASON = { reason: '调离本岗位' };

let named = 0;
const wishFor = (institutionId: string, role = 'SCHOOL_REGISTRAR') => ({
  institutionId,
  role,
  personName: '钱思远',
  loginName: `qiansiyuan${++named}`,
});

const make = async (by: TestAccount, institutionId: string, role?: string) =>
  app.as(by).post<{ id: string; temporaryPassword: string }>('/api/accounts', wishFor(institutionId, role));

async function stateOf(id: string): Promise<AccountView | undefined> {
  const { body } = await app.as(officer).get<{ items: AccountView[] }>('/api/accounts?limit=200');
  return body.items.find((one) => one.id === id);
}

test('the county opens a registrar for a school; after training the person signs in and changes the password', async () => {
  const school = await aSchool(app);
  const wish = wishFor(school.id);
  const made = await app.as(officer).post<{ id: string; temporaryPassword: string }>('/api/accounts', wish);
  assert.equal(made.status, 200, made.detail);
  assert.match(made.body.temporaryPassword, /^[a-z\d]{4}(-[a-z\d]{4}){3}$/);
  const credentials = { loginName: wish.loginName, password: made.body.temporaryPassword };
  assert.match((await app.anonymous.post('/api/session', credentials)).detail ?? '', /尚未登记培训/);

  const today = civilDate('2026-09-17');
  const staffed = () => app.db.read(NODE_SCOPE, (tx) => hasRegistrar(tx, school.id, today));
  assert.equal(await staffed(), false);
  const trained = await app.as(officer).post(`/api/accounts/${made.body.id}/training`, TRAINING);
  assert.deepEqual(trained.body, { state: 'ACTIVE' });
  assert.equal(await staffed(), true, 'with the record of training the office begins');

  const signedIn = await app.anonymous.post<{ mustChangePassword: boolean }>('/api/session', credentials);
  assert.equal(signedIn.body.mustChangePassword, true);
});

test('training without one of the five topics, or in the future, puts nobody in office', async () => {
  const school = await aSchool(app);
  const { id } = (await make(officer, school.id)).body;
  const partly = { ...TRAINING, topics: TRAINING.topics.slice(0, 4) };
  const refused = await app.as(officer).post(`/api/accounts/${id}/training`, partly);
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail ?? '', /先培训后上岗.*缺“各类学籍变动的操作”/);
  const ahead = await app.as(officer).post(`/api/accounts/${id}/training`, { ...TRAINING, trainedOn: '2026-09-18' });
  assert.equal(ahead.code, 'BAD_INPUT');
  assert.equal((await stateOf(id))?.state, 'UNTRAINED');
});

test('a first password that nobody changes within a week opens nothing more', async () => {
  const school = await aSchool(app);
  const wish = wishFor(school.id);
  const made = await app.as(officer).post<{ id: string; temporaryPassword: string }>('/api/accounts', wish);
  await app.as(officer).post(`/api/accounts/${made.body.id}/training`, TRAINING);
  const credentials = { loginName: wish.loginName, password: made.body.temporaryPassword };
  app.clock.advance(7 * 86_400_000 + 1);
  assert.match((await app.anonymous.post('/api/session', credentials)).detail ?? '', /临时密码已过七日/);
  app.clock.set('2026-09-17T10:00:00+08:00');
});

test('the neighbouring county neither finds nor keeps the accounts of this one', async () => {
  const school = await aSchool(app);
  const bystander = await anAccount(app, { at: school });
  assert.equal((await make(stranger, school.id)).code, 'NOT_FOUND');
  for (const act of ['seal', 'unseal', 'close']) {
    assert.equal((await app.as(stranger).post(`/api/accounts/${bystander.id}/${act}`, REASON)).code, 'NOT_FOUND');
  }
  assert.equal((await app.as(stranger).post(`/api/accounts/${bystander.id}/reset-password`)).code, 'NOT_FOUND');
  const { body } = await app.as(stranger).get<{ items: AccountView[] }>('/api/accounts?limit=200');
  assert.ok(body.items.every(({ institutionId }) => institutionId === nextDoor.id));
  assert.equal((await stateOf(bystander.id))?.state, 'ACTIVE');
});

test('a school keeps the accounts of its class teachers and no others', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const leader = await anAccount(app, { at: school, role: 'SCHOOL_LEADER' });
  assert.equal((await make(registrar, school.id, 'CLASS_TEACHER')).status, 200);
  assert.match((await make(registrar, school.id, 'SCHOOL_LEADER')).detail ?? '', /此账号由长葛市教育局管理/);
  assert.equal((await app.as(registrar).post(`/api/accounts/${leader.id}/seal`, REASON)).code, 'NOT_ALLOWED');
  assert.equal((await make(leader, school.id, 'CLASS_TEACHER')).code, 'NOT_ALLOWED');
  const otherSchool = await aSchool(app);
  assert.equal((await make(registrar, otherSchool.id, 'CLASS_TEACHER')).code, 'NOT_FOUND');
});

test('a township centre school keeps the accounts of its schools, and the county still may', async () => {
  const centre = await aCentreSchool(app, { under: county });
  const registrar = await anAccount(app, { at: centre, role: 'SCHOOL_REGISTRAR' });
  const school = await aSchool(app, { under: centre });
  assert.equal((await make(registrar, school.id)).status, 200);
  assert.equal((await make(officer, school.id)).status, 200);
  assert.equal((await make(registrar, (await aSchool(app)).id)).code, 'NOT_FOUND');
});

test('a role that the institution does not have, and a name that is nobody’s, are refused', async () => {
  const school = await aSchool(app);
  assert.match((await make(officer, school.id, 'AUTHORITY_LEADER')).detail ?? '', /没有“教育局学籍主管领导”岗位/);
  const impersonal = { ...wishFor(school.id), loginName: 'admin01' };
  assert.match((await app.as(officer).post('/api/accounts', impersonal)).detail ?? '', /账号一人一个/);
});

test('a login name that is taken somewhere else is refused, and of two at once one wins', async () => {
  const school = await aSchool(app);
  const taken = { ...wishFor(school.id), loginName: stranger.loginName };
  assert.match((await app.as(officer).post('/api/accounts', taken)).detail ?? '', /已有人使用/);
  const wish = wishFor(school.id);
  const both = await Promise.all([1, 2].map(() => app.as(officer).post('/api/accounts', wish)));
  const codes = both.map(({ status, code }) => code ?? status).sort();
  assert.equal(codes[0], 200);
  assert.ok(codes[1] === 'BAD_INPUT' || codes[1] === 'CONFLICT', String(codes[1]));
});

test('who is sealed is out within two seconds, and comes back when unsealed', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const bystander = await anAccount(app, { at: school });
  assert.equal((await app.as(registrar).get('/api/session')).status, 200);
  assert.equal((await app.as(bystander).get('/api/session')).status, 200);
  const sealed = await app.as(officer).post(`/api/accounts/${registrar.id}/seal`, REASON);
  assert.deepEqual(sealed.body, { state: 'SEALED' });
  app.clock.advance(2_000);
  assert.equal((await app.as(registrar).get('/api/session')).status, 401);
  assert.equal((await app.as(bystander).get('/api/session')).status, 200);
  const again = await app.as(officer).post(`/api/accounts/${registrar.id}/seal`, REASON);
  assert.match(again.detail ?? '', /当前状态（已封存）不能“封存”/);
  const unsealed = await app.as(officer).post(`/api/accounts/${registrar.id}/unseal`, { reason: '返岗' });
  assert.deepEqual(unsealed.body, { state: 'ACTIVE' });
});

test('nobody seals without a reason', async () => {
  const registrar = await anAccount(app, { at: await aSchool(app) });
  const answer = await app.as(officer).post(`/api/accounts/${registrar.id}/seal`, { reason: ' ' });
  assert.match(answer.detail ?? '', /请写明理由/);
});

test('a closed account ends its office and leaves its class groups, and never comes back', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const teacher = await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
  const group = await aClassGroup(app, { school, teacher });
  for (const { id } of [registrar, teacher]) {
    assert.deepEqual((await app.as(officer).post(`/api/accounts/${id}/close`, REASON)).body, { state: 'CLOSED' });
    assert.equal((await app.as(officer).post(`/api/accounts/${id}/unseal`, REASON)).code, 'STEP_NOT_ALLOWED');
    assert.equal((await app.as(officer).post(`/api/accounts/${id}/reset-password`)).code, 'BAD_INPUT');
  }
  await app.db.read(NODE_SCOPE, async (tx) => {
    assert.equal(await hasRegistrar(tx, school.id, civilDate('2026-09-16')), true, 'it was held until then');
    assert.equal(await hasRegistrar(tx, school.id, civilDate('2026-09-17')), false);
    const { teacher_id } = await tx.sql
      .selectFrom('class_groups')
      .select('teacher_id')
      .where('id', '=', group.id)
      .executeTakeFirstOrThrow();
    assert.equal(teacher_id, null);
  });
});

test('another role means signing in anew, and another office from that day', async () => {
  const school = await aSchool(app);
  const person = await anAccount(app, { at: school });
  assert.equal((await app.as(person).get('/api/session')).status, 200);
  const wish = { role: 'SCHOOL_LEADER', reason: '任副校长' };
  const changed = await app.as(officer).post(`/api/accounts/${person.id}/role`, wish);
  assert.deepEqual(changed.body, { role: 'SCHOOL_LEADER' });
  app.clock.advance(2_000);
  assert.equal((await app.as(person).get('/api/session')).status, 401);
  const { body } = await app
    .as(officer)
    .get<{ offices: { post: string; validFrom: string; validTo: string | null }[] }>(
      `/api/institutions/${school.id}/offices?history=true`,
    );
  assert.deepEqual(
    body.offices.map(({ post, validFrom, validTo }) => [post, validFrom, validTo]),
    [
      ['LEADER', '2026-09-17', null],
      ['REGISTRAR', '2015-09-01', '2026-09-17'],
    ],
  );
});

test('a reset password, a reset second factor and a lock taken off are acts of the level above', async () => {
  const school = await aSchool(app);
  const password = 'Meihua-Kai7-Yard';
  const person = await anAccount(app, { at: school, password });
  const signIn = (given: string) =>
    app.anonymous.post('/api/session', { loginName: person.loginName, password: given });
  for (let tried = 0; tried < 5; tried++) await signIn('Guessed-4-Once');
  assert.equal((await signIn(password)).code, 'ACCOUNT_LOCKED');
  assert.equal((await stateOf(person.id))?.isLocked, true);
  assert.equal((await app.as(officer).post(`/api/accounts/${person.id}/unlock`)).status, 200);
  assert.equal((await signIn(password)).status, 200);

  const reset = await app.as(officer).post<{ temporaryPassword: string }>(`/api/accounts/${person.id}/reset-password`);
  assert.equal((await signIn(password)).code, 'WRONG_CREDENTIALS');
  assert.equal((await signIn(reset.body.temporaryPassword)).status, 200);
  assert.deepEqual((await app.as(officer).post(`/api/accounts/${person.id}/reset-totp`)).body, { reset: true });
  const { body } = await app.as(officer).get<{ items: AccountView[] }>(`/api/accounts?institution=${school.id}`);
  assert.equal(JSON.stringify(body).includes(reset.body.temporaryPassword), false);
});

test('one’s own account is kept by somebody else', async () => {
  for (const act of ['seal', 'close']) {
    const answer = await app.as(officer).post(`/api/accounts/${officer.id}/${act}`, REASON);
    assert.equal(answer.code, 'NOT_ALLOWED');
  }
});

test('a county whose city works here is kept by the city; until then by its own people', async () => {
  const leader = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' });
  const other = await anAccount(app, { at: county });
  assert.equal((await app.as(leader).post(`/api/accounts/${other.id}/seal`, REASON)).status, 200);
  assert.equal((await app.as(leader).post(`/api/accounts/${other.id}/unseal`, REASON)).status, 200);

  const city = await anAuthority(app, { placeCode: '411000' });
  const cityOfficer = await anAccount(app, { at: city });
  const refused = await app.as(leader).post(`/api/accounts/${other.id}/seal`, REASON);
  assert.match(refused.detail ?? '', /此账号由许昌市教育局管理/);
  assert.equal((await app.as(cityOfficer).post(`/api/accounts/${other.id}/seal`, REASON)).status, 200);
  const school = await aSchool(app);
  assert.match(
    (await make(cityOfficer, school.id)).detail ?? '',
    /由长葛市教育局管理/,
    'the level above, not any above',
  );
  await app.as(cityOfficer).post(`/api/accounts/${leader.id}/close`, REASON);
});

test('accounts are listed page by page, by role, state and name, a page never repeating a row', async () => {
  const school = await aSchool(app);
  for (let made = 0; made < 5; made++) await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
  const listed: string[] = [];
  for (let after = ''; ; ) {
    const address = `/api/accounts?institution=${school.id}&limit=2${after && `&after=${after}`}`;
    const { body } = await app.as(officer).get<{ items: AccountView[]; next: string | null }>(address);
    listed.push(...body.items.map(({ id }) => id));
    if (!body.next) break;
    after = body.next;
  }
  assert.equal(listed.length, 5);
  assert.equal(new Set(listed).size, 5);
  const person = await anAccount(app, { at: school, personName: '司马_光', role: 'SCHOOL_LEADER' });
  const search = (text: string) =>
    app.as(officer).get<{ items: AccountView[] }>(`/api/accounts?search=${encodeURIComponent(text)}`);
  assert.deepEqual(
    (await search('马_')).body.items.map(({ id }) => id),
    [person.id],
    'signs are taken as they are',
  );
  const leaders = await app.as(officer).get<{ items: AccountView[] }>('/api/accounts?role=SCHOOL_LEADER&limit=200');
  assert.ok(leaders.body.items.every(({ role }) => role === 'SCHOOL_LEADER'));
});
