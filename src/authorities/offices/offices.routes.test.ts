/** 任职: who answers for a school on which day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, aSchool, NEXT_DOOR, type TestAccount } from '../../../tests/builders.ts';
import type { OfficeView } from './offices.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const school = await aSchool(app);
const bystander = await aSchool(app);
const registrar = await anAccount(app, { at: school });
const stranger = await anAccount(app, { at: await anAuthority(app, { placeCode: NEXT_DOOR }) });

const appoint = (by: TestAccount, wish: object, at = school.id) =>
  app.as(by).post<{ id: string }>(`/api/institutions/${at}/offices`, wish);
const offices = async (history = false) =>
  (await app.as(registrar).get<{ offices: OfficeView[] }>(`/api/institutions/${school.id}/offices?history=${history}`))
    .body.offices;
const held = (list: OfficeView[]) => list.map(({ personName, validFrom, validTo }) => [personName, validFrom, validTo]);

test('a new principal ends the old one’s office on the same day, and the telephone is kept sealed', async () => {
  const first = { post: 'PRINCIPAL', personName: '孙建国', workPhone: '0374-6112233', from: '2024-08-20' };
  assert.equal((await appoint(registrar, first)).status, 200);
  assert.equal((await appoint(registrar, { ...first, personName: '李雨桐', from: '2026-09-01' })).status, 200);
  const principals = (await offices(true)).filter(({ post }) => post === 'PRINCIPAL');
  assert.deepEqual(held(principals), [
    ['李雨桐', '2026-09-01', null],
    ['孙建国', '2024-08-20', '2026-09-01'],
  ]);
  assert.equal(principals[0]?.workPhone, '0374-6112233');
  assert.equal(principals[0]?.dutyWords, '第一责任人');
  const stored = await app.db.read({ lo: '', hi: '~' }, (tx) => tx.sql.selectFrom('offices').selectAll().execute());
  assert.equal(JSON.stringify(stored.map(({ sealed }) => sealed?.toString('latin1'))).includes('6112233'), false);
  assert.match((await appoint(registrar, { ...first, from: '2025-01-01' })).detail ?? '', /更晚到任/);
});

test('today’s offices are those that hold today', async () => {
  const today = await offices();
  assert.deepEqual(today.map(({ postWords }) => postWords).sort(), ['学籍管理员', '校长']);
});

test('an office ends on its day, and one that comes with an account ends with the account', async () => {
  const made = await appoint(registrar, { post: 'VICE_PRINCIPAL', personName: '周志强', from: '2026-09-10' });
  const end = (id: string, on: string) => app.as(registrar).post(`/api/offices/${id}/end`, { on });
  assert.match((await end(made.body.id, '2026-09-09')).detail ?? '', /早于到任/);
  assert.deepEqual((await end(made.body.id, '2026-09-16')).body, { validTo: '2026-09-16' });
  assert.match((await end(made.body.id, '2026-09-17')).detail ?? '', /已离任/);
  const own = (await offices()).find(({ post }) => post === 'REGISTRAR')!;
  assert.match((await end(own.id, '2026-09-17')).detail ?? '', /随账号任职/);
});

test('nobody appoints for another school, and what is outside is not found', async () => {
  const wish = { post: 'PRINCIPAL', personName: '吴静怡', from: '2026-09-01' };
  assert.equal((await appoint(registrar, wish, bystander.id)).code, 'NOT_FOUND');
  assert.equal((await appoint(stranger, wish)).code, 'NOT_FOUND');
  assert.equal((await app.as(stranger).get(`/api/institutions/${school.id}/offices`)).code, 'NOT_FOUND');
  const [first] = await offices();
  assert.equal((await app.as(stranger).post(`/api/offices/${first!.id}/end`, { on: '2026-09-17' })).code, 'NOT_FOUND');
});

test('a day that does not exist is refused with how to write one', async () => {
  const answer = await appoint(registrar, { post: 'PRINCIPAL', personName: '吴静怡', from: '2026-02-30' });
  assert.match(answer.detail ?? '', /须是实有的日期，写作2026-09-01/);
});
