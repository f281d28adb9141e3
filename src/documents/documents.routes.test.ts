/** 打印件接口: what papers and workbooks say, who gets them, and what each leaves in the trail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceljs from 'exceljs';
import pg from 'pg';
import { testApplication } from '../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../tests/builders.ts';
import { readPdf, textOf } from '../../tests/read-pdf.ts';
import { someStudents } from '../../tests/students.ts';
import { LOOKS_A_DAY } from '../students/index.ts';

const app = await testApplication({ now: '2026-09-17T10:42:00+08:00' });
const school = await aSchool(app, { name: '葛天路小学' });
const teacher = await anAccount(app, { at: school, role: 'CLASS_TEACHER', personName: '宋老师' });
const first = await aClassGroup(app, { school, teacher });
const second = await aClassGroup(app, { school, ordinal: 2 });
const names = ['李沐辰', '王可心', '阿依古丽·买买提'];
const [child] = await someStudents(
  app,
  ...names.map((name, index) => ({ school, name, classGroup: first, seatNo: index + 1 })),
  { school, name: '赵二班', classGroup: second, seatNo: 1 },
  { school, name: '钱未编', registeredOn: '2026-09-10' },
);
const registrar = await anAccount(app, { at: school });
const leader = await anAccount(app, { at: school, role: 'SCHOOL_LEADER' });
const county = await anAuthority(app);
const officer = await anAccount(app, { at: county });
const city = await anAccount(app, { at: await anAuthority(app, { placeCode: '411000' }) });
const elsewhere = await anAccount(app, {
  at: await aSchool(app, { under: await anAuthority(app, { placeCode: '130283' }) }),
});

const at = {
  group: `/api/class-groups/${first.id}`,
  other: `/api/class-groups/${second.id}`,
  school: `/api/schools/${school.id}`,
};
const FULL = `full=1&reason=${encodeURIComponent('归档')}`;

const run = async (text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: app.ownerUrl });
  await client.connect();
  const { rows } = await client.query(text, values);
  await client.end();
  return rows;
};
const lastAct = async () => {
  const [row] = await run('select * from audit_events order by id desc limit 1');
  return row as { action: string; reason: string | null; subject_id: string; detail: Record<string, unknown> };
};
const pagesOf = async (bytes: Uint8Array) => (await readPdf(new Uint8Array(bytes))).pages.map(textOf);

test('the printed roster of a class group holds its students, masked, and leaves its row', async () => {
  const answer = await app.as(registrar).get(`${at.group}/roster.pdf`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'application/pdf');
  assert.equal(answer.headers['content-disposition'], 'inline');
  const [page, ...more] = await pagesOf(answer.bytes);
  assert.deepEqual(more, []);
  for (const name of names) assert.ok(page!.includes(name), name);
  assert.ok(!page!.includes('赵二班'));
  assert.match(page!, /2026级一年级1班/);
  assert.match(page!, /班主任：宋老师/);
  assert.match(page!, /截至2026年9月17日/);
  assert.match(page!, /4110\*{10}\d{3}[\dX]/);
  assert.doesNotMatch(page!, /4110\d{13}[\dX]/);
  assert.match(page!, /2026-09-1710:42/);
  const act = await lastAct();
  assert.deepEqual([act.action, act.subject_id, act.reason], ['PRINT_ROSTER', first.id, null]);
  const { asOf, total, fullNumbers } = act.detail;
  assert.deepEqual({ asOf, total, fullNumbers }, { asOf: '2026-09-17', total: 3, fullNumbers: false });
});

test('full numbers: only for registrar and leader of school and county, with a reason that is kept', async () => {
  for (const person of [registrar, leader, officer]) {
    const answer = await app.as(person).get(`${at.group}/roster.pdf?${FULL}`);
    assert.equal(answer.status, 200, answer.detail);
    assert.match((await pagesOf(answer.bytes))[0]!, /4110\d{13}[\dX]/);
    const { reason, detail } = await lastAct();
    assert.deepEqual([reason, detail['fullNumbers']], ['归档', true]);
  }
  for (const person of [teacher, city]) {
    const answer = await app.as(person).get(`${at.group}/roster.pdf?${FULL}`);
    assert.deepEqual([answer.status, answer.code], [403, 'NOT_ALLOWED']);
  }
  const unsaid = await app.as(registrar).get(`${at.group}/roster.pdf?full=1`);
  assert.deepEqual([unsaid.status, unsaid.code], [400, 'REASON_NEEDED']);
});

test('a paper with full numbers counts against the day’s measure, once, however many students it shows', async () => {
  const busy = await anAccount(app, { at: school, role: 'SCHOOL_LEADER' });
  const print = (what: string) => app.as(busy).get(`${at.group}/${what}?${FULL}`);
  assert.equal((await print('registration-cards.pdf')).status, 200);
  assert.equal((await print('roster.pdf')).status, 200);
  const reveal = () => app.as(busy).post(`/api/students/${child}/reveals`, { field: 'phone', reason: '核对户口簿' });
  for (let count = 2; count < LOOKS_A_DAY; count++) assert.equal((await reveal()).status, 200);
  for (const refused of [await reveal(), await print('roster.pdf'), await print('registration-cards.pdf')]) {
    assert.deepEqual([refused.status, refused.code], [429, 'TOO_MANY']);
  }
  assert.equal((await app.as(busy).get(`${at.group}/roster.pdf`)).status, 200, 'a masked paper is not counted');
});

test('a roster of a past day, before one was registered, does without', async () => {
  const before = await app.as(registrar).get(`${at.school}/roster.pdf?on=2026-09-05`);
  assert.ok(!(await pagesOf(before.bytes)).join('').includes('钱未编'));
  const now = (await pagesOf((await app.as(registrar).get(`${at.school}/roster.pdf`)).bytes)).join('');
  assert.match(now, /未分班/);
  for (const name of [...names, '赵二班', '钱未编']) assert.ok(now.includes(name), name);
  const act = await lastAct();
  assert.deepEqual([act.subject_id, act.detail['total'], act.detail['classGroups']], [school.id, 5, 3]);
  const early = await app.as(registrar).get(`${at.school}/roster.pdf?on=2026-08-31`);
  assert.deepEqual([early.status, early.detail], [404, '没有找到2026-08-31在籍的学生，或不在您的管理范围']);
  assert.equal((await app.as(registrar).get(`${at.school}/roster.pdf?grade=2`)).status, 404);
  assert.equal((await app.as(registrar).get(`${at.school}/roster.pdf?on=2026-02-30`)).status, 400);
  assert.equal((await app.as(registrar).get(`${at.school}/roster.pdf?on=2026-09-18`)).status, 400);
});

test('the workbook holds the same lines masked, and in full it is refused until disclosure is approved', async () => {
  const answer = await app.as(registrar).get(`${at.group}/roster.xlsx`);
  assert.equal(answer.status, 200);
  assert.match(
    decodeURIComponent(String(answer.headers['content-disposition'])),
    /attachment.*葛天路小学2026级一年级1班花名册-2026-09-17\.xlsx/,
  );
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(answer.bytes).buffer);
  const cells = workbook.worksheets[0]!.getSheetValues().flat().map(String);
  for (const name of names) assert.ok(cells.includes(name), name);
  assert.ok(cells.every((cell) => !/^\D?4110\d{13}[\dX]$/.test(cell)));
  assert.equal((await lastAct()).action, 'EXPORT_ROSTER');
  const full = await app.as(registrar).get(`${at.school}/roster.xlsx?${FULL}`);
  assert.deepEqual([full.status, full.code], [422, 'LAW_REFUSES']);
  assert.match(full.detail!, /书面批准.*请导出脱敏的工作簿/);
});

test('registration cards: one student, a whole class group; each student’s record says that it was printed', async () => {
  const one = await app.as(registrar).get(`/api/students/${child}/registration-card.pdf`);
  assert.equal(one.status, 200, one.detail);
  const [page] = await pagesOf(one.bytes);
  assert.match(page!, /李沐辰/);
  assert.match(page!, /葛天路小学/);
  assert.match(page!, /长葛市教育体育局|长葛市教育局/);
  assert.doesNotMatch(page!, /4110\d{13}[\dX]/);
  const act = await lastAct();
  assert.deepEqual([act.action, act.subject_id], ['PRINT_REGISTRATION_CARD', child]);
  const full = await app.as(registrar).get(`/api/students/${child}/registration-card.pdf?${FULL}`);
  assert.match((await pagesOf(full.bytes))[0]!, /4110\d{13}[\dX]/);
  const all = await app.as(teacher).get(`${at.group}/registration-cards.pdf`);
  const pages = await pagesOf(all.bytes);
  assert.equal(pages.length, 3);
  for (const [index, name] of names.entries()) assert.ok(pages[index]!.includes(name), name);
});

test('a card tells the whole course, also of a school that lies elsewhere', async () => {
  const before = elsewhere.institution;
  await run(
    `insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
       begun_by, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, 'PRIMARY', 1, 2025, '1', 'ENROLLED', $2, '2025-09-01', '2026-09-01')`,
    [child, app.services.newId(), before.id, before.path, before.county],
  );
  const answer = await app.as(registrar).get(`/api/students/${child}/registration-card.pdf`);
  const [page] = await pagesOf(answer.bytes);
  assert.ok(page!.includes(`2025-09-012026-09-01${before.name}小学一年级转出`), page);
  const listed = await app.as(elsewhere).get(`/api/students/${child}/registration-card.pdf`);
  assert.equal(listed.status, 404, 'the earlier school has the past, not the file');
});

test('what lies outside the caller’s place or class group is as if it were not there', async () => {
  const papers = [`${at.group}/roster.pdf`, `${at.school}/roster.pdf`, `/api/students/${child}/registration-card.pdf`];
  for (const path of [...papers, `${at.group}/registration-cards.pdf`, `${at.group}/roster.xlsx`]) {
    const answer = await app.as(elsewhere).get(path);
    assert.deepEqual([answer.status, answer.code], [404, 'NOT_FOUND'], path);
    assert.equal((await app.anonymous.get(path)).status, 401);
  }
  assert.equal((await app.as(teacher).get(`${at.other}/roster.pdf`)).status, 404);
  assert.equal((await app.as(teacher).get(`${at.school}/roster.pdf`)).status, 403);
  assert.equal((await app.as(teacher).get(`${at.group}/roster.pdf`)).status, 200);
  assert.equal((await app.as(officer).get(`${at.school}/roster.pdf`)).status, 200);
});
