/** 学生增减: the register of a school agrees with its roster at both ends; another county reads nothing of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, aSchool, NEXT_DOOR } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { newId } from '../../kernel/ids.ts';
import type { RegisterView } from './increase-decrease.api.ts';

const app = await testApplication({ now: '2026-12-01T10:00:00+08:00' });
const county = await anAuthority(app);
const school = await aSchool(app, { under: county });
const other = await aSchool(app, { under: await anAuthority(app, { placeCode: NEXT_DOOR }) });
const officer = app.as(await anAccount(app, { at: county, role: 'AUTHORITY_REGISTRAR' }));
const registrar = app.as(await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' }));
const stranger = app.as(await anAccount(app, { at: other, role: 'SCHOOL_REGISTRAR' }));

const [stays, leaves, dies] = await someStudents(
  app,
  ...['甲一', '甲二', '甲三'].map((name) => ({ school, name, registeredOn: '2025-09-01' })),
);
await someStudents(app, { school, name: '甲四', registeredOn: '2026-09-01' });

const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
  await end(leaves!, '2026-10-10', null);
  await owner.query(
    `insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
       begun_by, valid_from)
     select student_id, $2, $3, $4, $5, stage, grade, intake_year, study_mode, state, $2, '2026-10-10'
     from registrations where student_id = $1`,
    [leaves, newId(), other.id, other.path, other.county],
  );
  await end(dies!, '2026-11-20', 'DECEASED');
});
after(() => owner.end());

const end = (studentId: string, on: string, reason: string | null) =>
  owner.query('update registrations set valid_to = $2, end_reason = $3 where student_id = $1 and valid_to is null', [
    studentId,
    on,
    reason,
  ]);
const read = async (query = '') => (await registrar.get<RegisterView>(`/api/change-register${query}`)).body;

test('the school year so far: one came, one went over and one died; the figures of both ends agree', async () => {
  const { before: first, after: last, items } = await read();
  assert.deepEqual([first, last], [3, 2]);
  assert.deepEqual(
    items.map(({ on, name, side, kindWords, other: where }) => [on, name, side, kindWords, where]),
    [
      ['2026-09-01', '甲四', 'IN', '入学注册', null],
      ['2026-10-10', '甲二', 'OUT', '转出', other.name],
      ['2026-11-20', '甲三', 'OUT', '死亡', null],
    ],
  );
  assert.ok(!items.some(({ studentId }) => studentId === stays), 'who stays is no change');
});

test('the time chosen bounds it to the day', async () => {
  assert.equal((await read('?from=2026-10-10&to=2026-10-10')).items.length, 1);
  assert.equal((await read('?from=2026-10-11&to=2026-11-19')).items.length, 0);
  const backwards = await registrar.get('/api/change-register?from=2026-10-10&to=2026-10-09');
  assert.equal(backwards.status, 400);
});

test('the county reads its school, and nobody reads a school elsewhere', async () => {
  assert.equal((await officer.get<RegisterView>(`/api/change-register?schoolId=${school.id}`)).body.items.length, 3);
  assert.equal((await officer.get(`/api/change-register?schoolId=${other.id}`)).status, 404);
  assert.equal((await stranger.get(`/api/change-register?schoolId=${school.id}`)).status, 404);
  assert.equal((await officer.get('/api/change-register')).status, 400, 'a county is no school');
});

test('who takes the register along stands in the trail', async () => {
  assert.equal((await registrar.get('/api/change-register.xlsx')).status, 200);
  const { rows } = await owner.query(`select subject_id from audit_events where action = 'EXPORT_CHANGE_REGISTER'`);
  assert.deepEqual(rows, [{ subject_id: school.id }]);
});
