/** 学校学籍档案: ten items drawn from data, a year closed by two people, and never changed by anybody afterwards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { anAuthority, aSchool } from '../../../tests/builders.ts';
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
const [mistaken, found] = [await shanxi.student({ name: '赵雨桐' }), await shanxi.student({ name: '陈思远' })];

/** Leaves the school by a case; its id and number. */
async function withdraw(studentId: string) {
  const papers = ['APPLICATION', 'FORM', 'PASSPORT', 'HOUSEHOLD'];
  const form = { ground: 'EMIGRATION', initiatedBy: 'FAMILY', papers };
  const { caseId, stateWords } = await carryOut(shanxi, studentId, { kind: 'WITHDRAWAL', form });
  assert.equal(stateWords, '已退学，学籍终止');
  return caseId;
}

/** Taken back by the authority above, proposed and signed. */
async function reverse(caseId: string): Promise<void> {
  const [authority] = shanxi.above;
  const reason = '经查系误办，家长撤回申请';
  const { body, detail } = await authority!.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, {
    reason,
  });
  assert.ok(body.caseId, detail);
  const act = { action: 'REVERSE', opinion: '同意撤销' };
  const signed = await authority!.leader.post(`/api/cases/${body.caseId}/acts`, act);
  assert.equal(signed.status, 200, signed.detail);
}
let late = '';

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
    ['陈思远', '李沐辰', '王静怡', '赵雨桐'],
  );
  const form = new Map((await itemOf('SCHOOL_FORM')).rows.map(([what = '', words = '']) => [what, words]));
  assert.deepEqual([form.get('学校标识码'), form.get('办学类型')], [school.at.code, '初级中学']);
  assert.ok(form.has('统一社会信用代码') && form.has('校区数'), 'the items of annex 1, filled or not');
  const [finding] = view.findings;
  assert.deepEqual([finding?.chip, finding?.complies], ['山西·第六条', false]);
  assert.match(finding!.sentence, /缺.*毕业生花名册/);
  const elsewhere = await sichuan.school.registrar.get(`/api/schools/${id}/school-file?year=2026`);
  assert.equal(elsewhere.status, 404);
});

test('a change of the year stands among the changes and in the register of who came and went', async () => {
  await withdraw(leaves);
  const [changes, counts] = [await itemOf('CHANGES'), await itemOf('COUNTS')];
  assert.deepEqual(
    changes.rows.map(([, kind, title, , , back]) => [kind, title, back]),
    [['退学', '王静怡 退学', '']],
  );
  assert.ok(counts.rows.some(([, , name]) => name === '王静怡'));
  assert.deepEqual((await itemOf('CHANGES', 2025)).rows, [], 'nothing of it stands in another year');
});

test('a change that was taken back stays among the changes and says when and by which case', async () => {
  const [caseId] = [await withdraw(mistaken)];
  late = await withdraw(found);
  await reverse(caseId);
  const { rows } = await itemOf('CHANGES');
  const told = new Map(rows.map(([, , title, , , back]) => [title, back]));
  assert.match(told.get('赵雨桐 退学') ?? '', /^2026-10-12撤销（.+）$/);
  assert.deepEqual([told.get('王静怡 退学'), told.get('陈思远 退学')], ['', '']);
});

test('what the province wants in the files stands with the vouchers of the years in which it was wanted', async () => {
  const province = await aDesk(app, await anAuthority(app, { placeCode: '140000' }));
  const field = { kind: 'FILE_FIELD', title: '家庭常用语言', valueKind: 'TEXT', stages: ['JUNIOR'], required: true };
  const notice = { title: '补充信息采集通知', issuedOn: '2026-10-08' };
  const wish = { notice, from: '2026-10-12', items: [field] };
  const { body, detail } = await province.registrar.post<{ caseId: string }>('/api/local-settings', wish);
  assert.ok(body.caseId, detail);
  assert.equal((await province.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SET' })).status, 200);
  const fieldsIn = async (year: number) =>
    (await itemOf('VOUCHERS', year)).rows.filter(([kind]) => kind === '地方规定的信息').map(([, title]) => title);
  assert.deepEqual([await fieldsIn(2026), await fieldsIn(2025)], [['家庭常用语言'], []]);
});

test('any year since the school opened is offered, none that has not begun', async () => {
  const { years } = await fileOf(2026);
  assert.deepEqual([years[0], years.at(-1)], [2026, Number(school.at.validFrom.slice(0, 4))]);
  const ahead = await school.registrar.get(`/api/schools/${id}/school-file?year=2027`);
  assert.equal(ahead.code, 'BAD_INPUT');
});

test('the whole year is a workbook with a sheet for each of the ten, one item a workbook of its own', async () => {
  const path = `/api/schools/${id}/school-file.xlsx`;
  const whole = await school.registrar.get(`${path}?year=2026`);
  assert.equal(whole.status, 200, whole.detail);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(whole.bytes.buffer.slice(whole.bytes.byteOffset) as ArrayBuffer);
  assert.deepEqual(
    [book.worksheets.length, book.worksheets[0]?.name, book.worksheets[3]?.name],
    [11, '目录', '3、在校生分班名册'],
  );
  const sheet = book.getWorksheet('4、休学、复学、转学、借读、退学情况')!;
  const { columns, rows } = await itemOf('CHANGES');
  const cells = sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1).map(String)] : []));
  assert.deepEqual(cells[2], columns);
  assert.deepEqual(
    cells.slice(3).map((row) => row[0]),
    rows.map(([number]) => number),
  );
  const one = await school.registrar.get(`${path}?year=2026&kind=CHANGES`);
  assert.match(decodeURIComponent(String(one.headers['content-disposition'])), /2026学年休学.*\.xlsx/);
  assert.equal((await sichuan.school.registrar.get(`${path}?year=2026`)).status, 404);
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

test('a reversal after the closing is told beside what was closed, which stays as it was', async () => {
  const before = await itemOf('CHANGES');
  await reverse(late);
  const after = await itemOf('CHANGES');
  assert.deepEqual(after.rows, before.rows);
  assert.ok(after.rows.some(([, , title, , , back]) => title === '陈思远 退学' && back === ''));
  assert.deepEqual(
    after.takenBack.map(([, , title]) => title),
    ['陈思远 退学'],
  );
  assert.match(after.takenBack[0]!.at(-1)!, /^2027-09-06撤销/);
  assert.deepEqual([after.onlyNow, after.onlyClosed], [[], []]);
  assert.equal(entries(await fileOf(2026), 'CHANGES').differs, true);
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
