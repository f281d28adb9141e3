/** 学校学籍档案: ten items drawn from data, a year closed by two people, and never changed by anybody afterwards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { aSchool } from '../../../tests/builders.ts';
import { aDesk, carryOut, changeTowns } from '../../../tests/change-desks.ts';
import type { SchoolFileItemView, SchoolFileView } from './school-file.api.ts';

const { app, shanxi, sichuan } = await changeTowns();
const { school } = shanxi;
const id = school.at.id;
const fileOf = async (year: number, by = school.registrar) =>
  (await by.get<SchoolFileView>(`/api/schools/${id}/school-file?year=${year}`)).body;
const itemOf = async (kind: string, year = 2026) =>
  (await school.registrar.get<SchoolFileItemView>(`/api/schools/${id}/school-file/${kind}?year=${year}`)).body;
const entries = ({ items }: SchoolFileView, kind: string) => items.find((one) => one.kind === kind)!;
const propose = () => school.registrar.post('/api/school-file/proposals', { year: 2026 });
const close = () => school.leader.post('/api/school-file/closings', { year: 2026 });

const [stays, leaves] = [await shanxi.student({ name: '李沐辰' }), await shanxi.student({ name: '王静怡' })];

test('the ten items of the text are drawn from data, in its order; what is missing is said with the article', async () => {
  const view = await fileOf(2026);
  assert.deepEqual(
    view.items.map(({ kind }) => kind),
    [
      ...['SCHOOL_FORM', 'CAMPUS_FORM', 'CLASS_ROSTERS', 'CHANGES', 'COUNTS', 'GRADUATES'],
      ...['COMPLETION_STUBS', 'SCHOOLING_STUBS', 'ENTRANTS', 'VOUCHERS'],
    ],
  );
  const rosters = await itemOf('CLASS_ROSTERS');
  assert.deepEqual(
    rosters.rows.map((row) => row[2]),
    ['李沐辰', '王静怡'],
  );
  const form = await itemOf('SCHOOL_FORM');
  assert.ok(form.rows.some(([what, words]) => what === '学校标识码' && words === school.at.code));
  const [finding] = view.findings;
  assert.deepEqual([finding?.chip, finding?.complies], ['山西·第六条', false]);
  assert.match(finding!.sentence, /缺.*毕业生花名册/);
  const elsewhere = await sichuan.school.registrar.get(`/api/schools/${id}/school-file?year=2026`);
  assert.equal(elsewhere.status, 404);
});

test('a change of the year stands among the changes and in the register of who came and went', async () => {
  const form = {
    ground: 'EMIGRATION',
    initiatedBy: 'FAMILY',
    papers: ['APPLICATION', 'FORM', 'PASSPORT', 'HOUSEHOLD'],
  };
  const { stateWords } = await carryOut(shanxi, leaves, { kind: 'WITHDRAWAL', form });
  assert.equal(stateWords, '已退学，学籍终止');
  const [changes, counts] = [await itemOf('CHANGES'), await itemOf('COUNTS')];
  assert.deepEqual(
    changes.rows.map(([, kind, title]) => [kind, title]),
    [['退学', '王静怡 退学']],
  );
  assert.ok(counts.rows.some(([, , name]) => name === '王静怡'));
  assert.deepEqual((await itemOf('CHANGES', 2025)).rows, [], 'nothing of it stands in another year');
});

test('a year that still runs is not closed; afterwards one puts it forward and another closes it', async () => {
  const running = await propose();
  assert.equal(running.code, 'STEP_NOT_ALLOWED');
  app.clock.set('2027-09-06T10:00:00+08:00');
  assert.equal((await fileOf(2026)).may, 'PROPOSE');
  assert.equal((await close()).code, 'STEP_NOT_ALLOWED', 'nobody has put it forward');
  assert.equal((await school.leader.post('/api/school-file/proposals', { year: 2026 })).status, 403);
  assert.equal((await propose()).status, 200);
  assert.equal((await fileOf(2026)).may, null);
  assert.equal((await fileOf(2026, school.leader)).may, 'CLOSE');
});

test('what changes between the two hands is not closed unseen', async () => {
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  await owner.query(`update key_data set name = '李木辰' where student_id = $1`, [stays]);
  assert.match((await close()).detail!, /提请之后档案内容有变动/);
  assert.equal((await fileOf(2026)).proposal?.stale, true);
  await owner.query(`update key_data set name = '李沐辰' where student_id = $1`, [stays]);
  const closed = await close();
  assert.equal(closed.status, 200, closed.detail);
  assert.equal((await close()).code, 'CONFLICT');
  assert.equal((await propose()).code, 'CONFLICT');

  await owner.query(`update key_data set name = '李牧辰' where student_id = $1`, [stays]);
  const view = await fileOf(2026);
  assert.equal(entries(view, 'CLASS_ROSTERS').differs, true);
  assert.equal(entries(view, 'SCHOOL_FORM').differs, false);
  const rosters = await itemOf('CLASS_ROSTERS');
  assert.ok(
    rosters.rows.some((row) => row[2] === '李沐辰'),
    'the closed one stays as it was',
  );
  assert.deepEqual(
    [rosters.onlyNow.map((row) => row[2]), rosters.onlyClosed.map((row) => row[2])],
    [['李牧辰'], ['李沐辰']],
  );
  await owner.end();
});

test('the role of the application may neither change nor delete what was closed', async () => {
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ name: string; may: boolean }>(
    `select t as name, has_table_privilege('xueji_app', t, 'UPDATE') or has_table_privilege('xueji_app', t, 'DELETE')
       or has_any_column_privilege('xueji_app', t, 'UPDATE') as may
     from unnest(array['school_file_proposals', 'school_file_closings', 'school_file_items']) as t`,
  );
  await owner.end();
  assert.deepEqual(
    rows.filter(({ may }) => may),
    [],
  );
  assert.equal(rows.length, 3);
});

test('another school and another year are open as they were', async () => {
  const other = await aDesk(app, await aSchool(app, { under: shanxi.above[0]!.at, schoolType: 'JUNIOR' }));
  const { body } = await other.registrar.get<SchoolFileView>(`/api/schools/${other.at.id}/school-file?year=2026`);
  assert.deepEqual([body.closing, body.may], [null, 'PROPOSE']);
  assert.equal((await fileOf(2027)).closing, null);
});
