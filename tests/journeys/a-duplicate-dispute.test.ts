/**
 * 问题学籍: two schools in two counties each hold a record of one child. One raises it, both hand in evidence, the city
 * above both rules; then new evidence comes, the city takes its ruling back, and everything stands where it stood.
 */
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { searchPairs } from '../../src/duplicates/suspicion/search-pairs.ts';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { OFFICE, officePages, type PageOptions, PHONE } from '../office-pages.ts';
import { aReadablePdf } from '../sample-pdf.ts';
import { rowsOfStudent, standingOfRows } from '../student-rows.ts';
import { someStudents } from '../students.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const [city, wuhou, jinniu] = [
  await anAuthority(app, { placeCode: '510100' }),
  await anAuthority(app, { placeCode: '510107' }),
  await anAuthority(app, { placeCode: '510106' }),
];
const [one, other] = [
  await aSchool(app, { under: wuhou, name: '锦里西路小学' }),
  await aSchool(app, { under: jinniu, name: '沙湾路小学' }),
];
const person = (at: typeof one, role: 'SCHOOL' | 'AUTHORITY', rank: 'REGISTRAR' | 'LEADER', personName: string) =>
  anAccount(app, { at, role: `${role}_${rank}` as const, personName });
const people = {
  wang: await person(one, 'SCHOOL', 'REGISTRAR', '王敏'),
  zhao: await person(one, 'SCHOOL', 'LEADER', '赵建国'),
  liu: await person(other, 'SCHOOL', 'REGISTRAR', '刘芳'),
  chen: await person(other, 'SCHOOL', 'LEADER', '陈国栋'),
  sun: await person(city, 'AUTHORITY', 'REGISTRAR', '孙立新'),
  zhou: await person(city, 'AUTHORITY', 'LEADER', '周海燕'),
};
const groups = new Map([
  [one, await aClassGroup(app, { school: one, grade: 4 })],
  [other, await aClassGroup(app, { school: other, grade: 4 })],
]);
const child = async (school: typeof one, name: string, more = {}) => {
  const wish = { school, classGroup: { ...groups.get(school)!, firstGrade: 4 }, name, bornOn: '2016-05-12', ...more };
  return (await someStudents(app, { ...wish, registeredOn: '2023-09-01' }))[0]!;
};
// In this order: boys and girls alternate in what the tests make, and one child has one gender.
const [kept, bystander, gone] = [
  await child(one, '李沐辰', { identityType: 'Z' }),
  await child(other, '王静怡'),
  await child(other, '李沐辰'),
];
const standing = async (id: string) => standingOfRows(await rowsOfStudent(app, id));
const before = [await standing(kept), await standing(gone)];
const untouched = await rowsOfStudent(app, bystander);
assert.equal(await searchPairs(app.services, new AbortController().signal), 1);

const { open, look, lookAround } = await officePages(app, 'dispute');
const records = (page: Page): Locator => page.getByRole('table', { name: '两条记录' });
let address = '';

/** One press on the case, with an opinion where one is given. */
async function press(
  t: TestContext,
  who: { id: string },
  button: RegExp,
  { options = OFFICE, opinion = '', name }: { options?: PageOptions; opinion?: string; name?: string } = {},
) {
  const page = await open(t, who, address, options);
  await records(page).waitFor();
  if (name) await look(page, name);
  if (opinion) await page.getByLabel('意见', { exact: true }).fill(opinion);
  await page.getByRole('button', { name: button }).first().click();
  await page.waitForURL((url) => !url.pathname.endsWith(address));
}

async function handIn(who: Parameters<typeof app.as>[0], paper: string, what: string): Promise<void> {
  const file = { name: '户口簿.pdf', bytes: aReadablePdf(1) };
  const { status } = await app.as(who).upload(`/api/${address}/evidence?${new URLSearchParams({ paper, what })}`, file);
  assert.equal(status, 200);
}

test('the search has found the pair; the registrar sets both side by side and says that ours is right', async (t) => {
  const page = await open(t, people.wang, 'duplicates?tab=PAIRS');
  await page.getByRole('link', { name: '李沐辰' }).waitFor();
  await look(page, 'pairs');
  await page.getByRole('button', { name: '并排核对' }).click();
  await records(page).waitFor();
  await page.getByLabel('本校依据').fill('学生2023年9月起在本校连续就读，户口簿、考勤可证');
  await look(page, 'raise');
  await page.getByRole('button', { name: '提交主管领导签署' }).click();
  await page.waitForURL(/\/cases\//);
  await records(page).waitFor();
  address = new URL(page.url()).pathname.slice(1);
  await handIn(people.wang, 'HOUSEHOLD_0', '甲方：户口簿');
});

test('the leader signs; the other school reads both records masked, hands in its own evidence and disputes', async (t) => {
  await press(t, people.zhao, /签署“提交”/, { name: 'leader' });
  const page = await open(t, people.liu, address);
  await records(page).getByText('乙方').waitFor();
  assert.equal(await page.getByRole('link', { name: '打开学籍' }).count(), 1, 'only its own record opens');
  await handIn(people.liu, 'HOUSEHOLD_1', '乙方：户口簿');
  await press(t, people.liu, /本校佐证，报请裁定/, { name: 'second-school', opinion: '学生一直在我校就读' });
  await press(t, people.chen, /签署“本校佐证，报请裁定”/, {
    options: { ...PHONE, dark: true },
    name: 'second-leader-phone',
  });
});

test('the city sees the evidence of both and rules, two people; the record that goes is ended', async (t) => {
  await press(t, people.sun, /^乙方删除/, { name: 'ruler', opinion: '经两县核对户口簿和考勤' });
  await press(t, people.zhou, /签署“乙方删除”/, {
    options: { ...OFFICE, dark: true },
    name: 'ruler-leader-dark',
    opinion: '同意裁定',
  });
  assert.equal((await rowsOfStudent(app, gone)).roster.length, 0);
  const held = async (id: string) => (await rowsOfStudent(app, id)).identities.length;
  assert.deepEqual([await held(kept), await held(gone)], [1, 0], 'the document now stands for the record that is kept');
  const list = await open(t, people.liu, 'duplicates?tab=ENDED');
  await list.getByText('甲方为准，乙方学籍已删除').waitFor();
  await look(list, 'ended');
});

test('the city takes its ruling back with a reason and a second person, and everything stands where it stood', async (t) => {
  app.clock.set('2026-09-24T10:00:00+08:00');
  const page = await open(t, people.sun, address);
  await page.getByRole('button', { name: '撤销此次变动' }).click();
  await page.getByRole('textbox', { name: '撤销理由' }).fill('出生医学证明表明为双胞胎，并非一人');
  await look(page, 'reversal-dialog');
  await page.getByRole('button', { name: '提出撤销' }).click();
  await page.getByText('撤销的办件').waitFor();
  const reversal = new URL(page.url()).pathname.slice(1);
  await look(page, 'reversal');
  const signing = await open(t, people.zhou, reversal, PHONE);
  await signing.getByText('撤销的办件').waitFor();
  await look(signing, 'reversal-phone');
  await signing.getByLabel('意见', { exact: true }).fill('同意撤销');
  await signing.getByRole('button', { name: /签署“撤销此次变动”/ }).click();
  await signing.waitForURL((url) => !url.pathname.endsWith(reversal));

  assert.deepEqual([await standing(kept), await standing(gone)], before);
  assert.deepEqual(await rowsOfStudent(app, bystander), untouched);
  const over = await open(t, people.liu, address);
  await over.getByText(/此件已于.*撤销，恢复原状/).waitFor();
  await look(over, 'reversed');
  const record = await open(t, people.liu, `students/${gone}`);
  await record.getByRole('heading', { name: '李沐辰' }).waitFor();
  const { body } = await app.as(people.liu).get<{ marks: { title: string }[] }>(`/api/students/${gone}`);
  assert.deepEqual(
    body.marks.slice(-2).map(({ title }) => title),
    ['学籍撤销', '撤销变动'],
  );
  await look(record, 'record');
});

test('the list, the way to raise by hand and the empty lists, by night and on a phone', async (t) => {
  await look(await open(t, people.sun, 'duplicates', { ...OFFICE, dark: true }), 'list-city');
  const page = await open(t, people.wang, 'duplicates?tab=PAIRS');
  await lookAround(page, 'pairs');
  await page.goto(new URL('/duplicates', page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await lookAround(page, 'list');
  await page.goto(new URL(`/duplicates/raise?student=${kept}`, page.url()).href);
  await page.getByRole('button', { name: '查找并比对' }).waitFor();
  await lookAround(page, 'find');
  await page.goto(new URL(`/duplicates/raise?student=${kept}&pair=${gone}`, page.url()).href);
  await records(page).waitFor();
  await lookAround(page, 'raise');
});
