/** 表册用语: an authority calls the forms of its schools otherwise; the lowest that has said anything prevails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { anAccount, anAuthority, aSchool } from '../../../../tests/builders.ts';
import { readPdf, textOf } from '../../../../tests/read-pdf.ts';
import { someStudents } from '../../../../tests/students.ts';
import type { WordingView } from './wording.api.ts';

const app = await testApplication({ now: '2026-09-17T10:42:00+08:00' });
const county = await anAuthority(app);
const city = await anAuthority(app, { placeCode: '411000' });
const school = await aSchool(app, { under: county });
const elsewhere = await aSchool(app, { under: await anAuthority(app, { placeCode: '130283' }) });
const [child = '', stranger = ''] = await someStudents(app, { school }, { school: elsewhere });
const [officer, above, registrar, other] = await Promise.all(
  [county, city, school, elsewhere].map(async (at) => app.as(await anAccount(app, { at }))),
);

const AT = '/api/forms/student-base/wording';
const printed = async (by = registrar!, id = child) => {
  const answer = await by.get(`/api/students/${id}/forms/student-base`);
  assert.equal(answer.status, 200, answer.detail);
  return (await readPdf(new Uint8Array(answer.bytes))).pages.map(textOf).join('');
};
const set = (by: typeof registrar, body: object) =>
  by!.put<WordingView>(AT, { title: null, note: null, labels: {}, ...body });

test('title, remark and words of items change on the next paper, the data and other places do not', async () => {
  const before = await printed(other, stranger);
  const answer = await set(officer, { title: '学生登记表', note: '一式两份', labels: { 民族: '民族成份' } });
  assert.deepEqual(
    [answer.status, answer.body.placeName, answer.body.mine],
    [200, '河南省许昌市长葛市', true],
    answer.detail,
  );
  const text = await printed();
  for (const part of ['学生登记表', '一式两份', '民族成份汉族']) assert.ok(text.includes(part), part);
  assert.ok(!text.includes('学生基本信息表'));
  const withoutCode = (paper: string) => paper.replaceAll(/核验码：[0-9A-Z-]+/g, '');
  assert.equal(withoutCode(await printed(other, stranger)), withoutCode(before));
});

test('the lower authority prevails over the higher; taking its words back lets those above hold', async () => {
  await set(above, { title: '市定学生登记表' });
  assert.ok((await printed()).includes('学生登记表') && !(await printed()).includes('市定'));
  await set(officer, {});
  assert.ok((await printed()).includes('市定学生登记表'));
  const seen = await registrar!.get<WordingView>(AT);
  assert.deepEqual([seen.body.title, seen.body.mine], ['市定学生登记表', false]);
});

test('a school does not change the words, nor does anybody beyond their bounds', async () => {
  assert.equal((await set(registrar, { title: '自定' })).status, 403);
  assert.equal((await set(officer, { title: '长'.repeat(41) })).status, 400);
  const labels = Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`项目${at}`, '新']));
  assert.equal((await set(officer, { labels })).status, 400);
});
