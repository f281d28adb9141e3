/** 长期未用封存与登录频次: silence seals, the last one stays, and a county that signs in too seldom is named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { anAccount, anAuthority, aSchool, FAR_AWAY, NEXT_DOOR, type TestAccount } from '../../../../tests/builders.ts';
import type { LoginFrequency } from '../accounts.api.ts';
import { dormantDaysOf, sealDormantAccounts } from './seal-dormant-accounts.ts';

const DAY = 86_400_000;
const PASSWORD = 'Meihua-Kai7-Yard';

const app = await testApplication({ now: '2026-09-01T10:00:00+08:00' });
const county = await anAuthority(app);

const stateOf = (account: TestAccount) =>
  app.db.read({ lo: '', hi: '~' }, async (tx) => {
    const row = await tx.sql.selectFrom('accounts').select('state').where('id', '=', account.id).executeTakeFirst();
    return row?.state;
  });
const signIn = async ({ loginName }: TestAccount) =>
  assert.equal((await app.anonymous.post('/api/session', { loginName, password: PASSWORD })).status, 200);

test('ninety days without a login seal an account, a day less does not; whoever was unsealed counts from then', async () => {
  const officer = await anAccount(app, { at: county });
  const school = await aSchool(app);
  const silent = await anAccount(app, { at: school, password: PASSWORD });
  const busy = await anAccount(app, { at: school, password: PASSWORD });
  app.clock.advance(80 * DAY);
  await signIn(busy);
  await app.as(officer).get('/api/session');
  app.clock.advance(10 * DAY);
  assert.equal(await sealDormantAccounts(app.services), 0);
  app.clock.advance(1);
  assert.equal(await sealDormantAccounts(app.services), 1);
  assert.deepEqual(
    [await stateOf(silent), await stateOf(busy), await stateOf(officer)],
    ['SEALED', 'ACTIVE', 'ACTIVE'],
  );
  const unsealed = await app.as(officer).post(`/api/accounts/${silent.id}/unseal`, { reason: '返岗' });
  assert.equal(unsealed.status, 200);
  assert.equal(await sealDormantAccounts(app.services), 0);
  app.clock.advance(90 * DAY + 1);
  assert.equal(await sealDormantAccounts(app.services), 2, 'the officer is the last one of the highest institution');
  assert.equal(await stateOf(officer), 'ACTIVE');
});

test('of a highest institution that all forgot, whoever was there last is spared', async () => {
  const far = await anAuthority(app, { placeCode: FAR_AWAY });
  const first = await anAccount(app, { at: far, password: PASSWORD });
  const last = await anAccount(app, { at: far, password: PASSWORD, role: 'AUTHORITY_LEADER' });
  app.clock.advance(DAY);
  await signIn(last);
  app.clock.advance(400 * DAY);
  await sealDormantAccounts(app.services);
  assert.deepEqual([await stateOf(first), await stateOf(last)], ['SEALED', 'ACTIVE']);
});

test('the sealing is the system’s own act, with its reason in the trail', async () => {
  const rows = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql
      .selectFrom('audit_events')
      .select(['person_name', 'account_id', 'reason', 'detail'])
      .where('action', '=', 'SEAL_ACCOUNT')
      .execute(),
  );
  assert.ok(rows.length > 0);
  for (const row of rows) assert.deepEqual([row.person_name, row.account_id, row.reason], ['系统', null, '长期未用']);
});

test('of the days that places along the chain set, the fewest count; ninety where nobody sets any', () => {
  const settings = new Map([
    ['000000', 120],
    ['410000', 60],
    ['411082', 100],
  ]);
  assert.equal(dormantDaysOf(settings, '411082'), 60);
  assert.equal(dormantDaysOf(settings, '130283'), 120);
  assert.equal(dormantDaysOf(new Map(), '130283'), 90);
});

test('a leader sets the days for the own place, for the day it is done and on', async () => {
  const nextDoor = await anAuthority(app, { placeCode: NEXT_DOOR });
  const leader = await anAccount(app, { at: nextDoor, role: 'AUTHORITY_LEADER' });
  const registrar = await anAccount(app, { at: nextDoor });
  const set = (by: TestAccount, days: number) => app.as(by).put('/api/accounts/dormant-days', { days });
  assert.equal((await set(registrar, 60)).code, 'NOT_ALLOWED');
  assert.equal((await set(leader, 29)).code, 'BAD_INPUT');
  assert.deepEqual((await set(leader, 60)).body, { days: 60 });
  assert.deepEqual((await set(leader, 45)).body, { days: 45 }, 'set twice on one day, the second counts');
  app.clock.advance(DAY);
  assert.deepEqual((await set(leader, 50)).body, { days: 50 });
  assert.deepEqual((await app.as(registrar).get('/api/accounts/dormant-days')).body, { days: 50 });
});

test('a county officer who signs in once in a week is named when the week is over, and not before', async () => {
  app.clock.set('2028-03-08T10:00:00+08:00'); // a Wednesday
  const city = await anAuthority(app, { placeCode: '411000' });
  const cityLeader = await anAccount(app, { at: city, role: 'AUTHORITY_LEADER' });
  const once = await anAccount(app, { at: county, password: PASSWORD });
  const twice = await anAccount(app, { at: county, password: PASSWORD });
  await signIn(once);
  await signIn(twice);
  app.clock.set('2028-03-12T23:59:00+08:00'); // Sunday night
  await signIn(twice);
  const reportOn = async (day?: string) => {
    const { body } = await app
      .as(cityLeader)
      .get<LoginFrequency>(`/api/accounts/login-frequency${day ? `?day=${day}` : ''}`);
    const verdictOf = (one: TestAccount) => body.items.find(({ accountId }) => accountId === one.id)?.verdict;
    return { ...body, once: verdictOf(once), twice: verdictOf(twice) };
  };
  const open = await reportOn();
  assert.deepEqual([open.weekFrom, open.weekTo, open.closed], ['2028-03-06', '2028-03-12', false]);
  assert.deepEqual([open.once, open.twice], ['OPEN', 'MET']);
  app.clock.set('2028-03-13T00:00:00+08:00');
  const closed = await reportOn('2028-03-08');
  assert.deepEqual([closed.closed, closed.once, closed.twice], [true, 'SHORT', 'MET']);
  assert.equal((await reportOn()).once, 'OPEN', 'a new week begins');
  assert.ok(
    closed.items.every(({ institutionName }) => /长葛市|禹州市/.test(institutionName)),
    'no other city’s counties',
  );
});
