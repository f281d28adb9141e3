/** 首次设置: an empty installation becomes somebody's, once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { Session } from '../sessions/session.api.ts';
import type { PlaceChoice } from './first-run.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });

const WISH = {
  placeCode: '411082',
  authorityName: '长葛市教育体育局',
  registrar: { personName: '赵晓梅', loginName: 'zhaoxiaomei', password: 'Meihua-Kai7-Yard' },
  leader: { personName: '孙建国', loginName: 'sunjianguo', password: 'Lanhua-Xie4-Gate' },
};
const setUp = (change: object = {}) => app.anonymous.post('/api/first-run', { ...WISH, ...change });
const places = (upper?: string) =>
  app.anonymous.get<{ places: PlaceChoice[] }>(`/api/first-run/places${upper ? `?upper=${upper}` : ''}`);

test('an empty installation says so and offers the places of the country level by level', async () => {
  assert.deepEqual((await app.anonymous.get('/api/first-run')).body, { empty: true });
  const provinces = (await places()).body.places;
  assert.ok(provinces.length >= 31 && provinces.length <= 34, String(provinces.length));
  assert.deepEqual(
    provinces.find(({ code }) => code === '410000'),
    { code: '410000', name: '河南省', authorityName: '河南省教育厅' },
  );
  assert.equal(provinces.find(({ code }) => code === '110000')?.authorityName, '北京市教育委员会');
  const counties = (await places('411000')).body.places;
  assert.deepEqual(
    counties.find(({ code }) => code === '411082'),
    { code: '411082', name: '长葛市', authorityName: '长葛市教育局' },
  );
});

test('a place that does not exist, one person in both offices, a weak password: nothing is set up', async () => {
  assert.match((await setUp({ placeCode: '419999' })).detail ?? '', /不在国家标准代码中/);
  assert.match((await setUp({ leader: { ...WISH.leader, personName: '赵晓梅' } })).detail ?? '', /须是两个人/);
  const weak = { ...WISH.leader, password: 'sunjianguo-2026' };
  assert.match((await setUp({ leader: weak })).detail ?? '', /含有账号名、姓名或单位名称/);
  assert.deepEqual((await app.anonymous.get('/api/first-run')).body, { empty: true });
});

test('of four who try at once one sets it up; afterwards nobody does', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => setUp()));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
  assert.deepEqual((await app.anonymous.get('/api/first-run')).body, { empty: false });
  assert.match((await setUp()).detail ?? '', /已完成首次设置/);
  assert.equal((await places()).status, 404);
  const accounts = await app.db.read(NODE_SCOPE, (tx) => tx.sql.selectFrom('accounts').select('role').execute());
  assert.deepEqual(accounts.map(({ role }) => role).sort(), ['AUTHORITY_LEADER', 'AUTHORITY_REGISTRAR']);
});

test('its two people sign in, set up their second factor, and stand under four levels of authorities', async () => {
  const { loginName, password } = WISH.registrar;
  const { body } = await app.anonymous.post<Session>('/api/session', { loginName, password });
  assert.equal(body.institution.name, '长葛市教育体育局');
  assert.equal(body.institution.placeName, '长葛市');
  assert.deepEqual([body.mustChangePassword, body.mustSetUpTotp], [false, true]);
  const names = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('institutions').select('name').orderBy('path').execute(),
  );
  assert.deepEqual(
    names.map(({ name }) => name),
    ['教育部', '河南省教育厅', '许昌市教育局', '长葛市教育体育局'],
  );
});

test('the trail says that the system did it, and holds no password', async () => {
  const rows = await app.db.read(NODE_SCOPE, (tx) => tx.sql.selectFrom('audit_events').selectAll().execute());
  const done = rows.find(({ action }) => action === 'SET_UP_INSTALLATION');
  assert.deepEqual([done?.person_name, done?.account_id], ['系统', null]);
  assert.equal(rows.filter(({ action }) => action === 'MAKE_ACCOUNT').length, 2);
  assert.equal(/Meihua|Lanhua/.test(JSON.stringify(rows)), false);
});
