/**
 * 新生分班: 296 entrants of a junior school in 山西 are dealt into six class groups by a seed, moved by mouse and by key with
 * their reasons, put forward, signed, reviewed by the county and seated; then drawn by a place without review.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { aClassGroup, anAccount, aSchool } from '../builders.ts';
import { officePages } from '../office-pages.ts';
import { someStudents } from '../students.ts';
import { NAMES, threeSchools } from '../three-schools.ts';

const town = await threeSchools();
const { app } = town;
const school = await aSchool(app, { under: town.shanxi.authority, name: '太原市迎泽区汾滨中学', schoolType: 'JUNIOR' });
for (let ordinal = 1; ordinal <= 6; ordinal++) await aClassGroup(app, { school, grade: 7, ordinal });
const ids = await someStudents(
  app,
  ...Array.from({ length: 296 }, (_, at) => ({
    school,
    name: `${NAMES[at % 100]!}${'甲乙丙'[Math.floor(at / 100)]}`,
    bornOn: '2014-02-27',
    raw: { studyMode: at % 4 === 0 ? '2' : '1', ...(at % 50 === 7 ? { inclusiveEducation: '13' } : {}) },
  })),
);
await town.run('update roster set grade = 7 where student_id = any($1)', [ids]);
const registrar = await anAccount(app, { at: school, personName: '冯敏' });
const leader = await anAccount(app, { at: school, role: 'SCHOOL_LEADER', personName: '周岩' });
for (const personName of ['郭静', '宋毅', '唐颖', '许峰', '邓芳', '曾志']) {
  await anAccount(app, { at: school, role: 'CLASS_TEACHER', personName });
}
const officer = await anAccount(app, { at: town.shanxi.authority });
const officerLeader = await anAccount(app, { at: town.shanxi.authority, role: 'AUTHORITY_LEADER' });

const { open, look, lookAround } = await officePages(app, 'placing');
const column = (page: Page, ordinal: number) =>
  page.getByRole('region', { name: new RegExp(`七\\(${ordinal}\\)班，`) });
const sizeOf = async (page: Page, ordinal: number) =>
  Number(await column(page, ordinal).locator('.board-size').textContent());
let board = '';
let caseAt = '';

test('the registrar draws the intake into six class groups, and sees sizes, boys and girls, and the seed', async (t) => {
  const page = await open(t, registrar, 'classes?group=unplaced-JUNIOR-7-2026');
  await page.getByRole('button', { name: '随机均衡分班' }).click();
  await column(page, 6).waitFor();
  board = new URL(page.url()).pathname.slice(1);
  const sizes = [];
  for (let ordinal = 1; ordinal <= 6; ordinal++) sizes.push(await sizeOf(page, ordinal));
  assert.deepEqual(sizes.toSorted(), [49, 49, 49, 49, 50, 50]);
  await page.getByText(/随机种子20260901-[0-9A-F]{6}/).waitFor();
  await page.getByRole('button', { name: '班主任抽签' }).click();
  await page.getByRole('button', { name: '重抽班主任' }).waitFor();
  await look(page, 'board');
});

test('a student is dragged to another class group: nothing is done before the reason is written', async (t) => {
  const page = await open(t, registrar, board);
  await column(page, 2).waitFor();
  const from = await sizeOf(page, 1);
  const row = column(page, 1)
    .getByRole('button', { name: /按M调班/ })
    .first();
  await row.hover();
  await page.mouse.down();
  await column(page, 3).locator('.board-students').hover();
  await page
    .locator('.board-tip')
    .getByText(/^放到七\(3\)班/)
    .waitFor();
  await look(page, 'drag');
  await page.mouse.up();
  const form = page.getByRole('form', { name: /^调整/ });
  await form.waitFor();
  assert.equal(await page.getByRole('button', { name: '提交审核' }).getAttribute('aria-disabled'), 'true');
  await page.getByText('先处理1项，才能提交：1处调整缺原因').waitFor();
  await form.getByRole('button', { name: '调整', exact: true }).click();
  await form.getByText('请写明调整原因，不少于2个字').waitFor();
  await form.getByLabel('调整原因').fill('行动不便，一楼教室');
  await look(page, 'reason');
  await page.keyboard.press('Enter');
  await page.getByText('行动不便，一楼教室').waitFor();
  await form.waitFor({ state: 'hidden' });
  assert.equal(await sizeOf(page, 1), from - 1);
});

test('by keys alone: M, the number of the class group, the reason; and the last adjustment is taken back', async (t) => {
  const page = await open(t, registrar, board);
  await column(page, 4).waitFor();
  const before = await sizeOf(page, 4);
  await column(page, 4)
    .getByRole('button', { name: /按M调班/ })
    .nth(1)
    .focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('m');
  await page.keyboard.type('5');
  await page.getByText(/^放到七\(5\)班/).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('班主任系亲属，回避');
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: /^调整/ }).waitFor({ state: 'hidden' });
  assert.equal(await sizeOf(page, 4), before - 1);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('班主任系亲属，回避').waitFor({ state: 'hidden' });
  assert.equal(await sizeOf(page, 4), before);
});

test('twins are wished into one class group, and the next draw heeds it', async (t) => {
  const page = await open(t, registrar, board);
  await column(page, 1).waitFor();
  const [first, second] = await Promise.all(
    [1, 2].map((ordinal) => column(page, ordinal).locator('.board-student-name').first().textContent()),
  );
  await page.getByRole('button', { name: '同班分开' }).click();
  await page.getByLabel('学生姓名').fill(`${first}、${second}`);
  await page.getByLabel('理由').fill('双胞胎，监护人申请');
  await page.getByRole('button', { name: '保存约定' }).click();
  await page.getByText(/先处理1项，才能提交：.*同班未落实/).waitFor();
  await page.getByRole('button', { name: '重新随机均衡' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('已有的1处人工调整不再保留').waitFor();
  await dialog.getByRole('button', { name: '按同班分开约定重抽' }).click();
  await dialog.getByRole('button', { name: '重新抽取' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(/第2次抽取，可复算/).waitFor();
  assert.equal(await page.getByText(/同班未落实/).count(), 0);
});

test('the registrar puts the plan forward, the leader signs, the county reviews; then everybody is seated', async (t) => {
  const page = await open(t, registrar, board);
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText(/已提交；主管领导签署后由.*审核/).waitFor();
  await page.getByRole('link', { name: '看办件' }).click();
  await page.getByRole('heading', { name: '分班方案' }).waitFor();
  caseAt = new URL(page.url()).pathname.slice(1);
  for (const [person, act] of [
    [leader, '提交审核'],
    [officer, '审核同意'],
    [officerLeader, '审核同意'],
  ] as const) {
    const desk = await open(t, person, caseAt);
    await desk.getByText(/随机种子20260901/).waitFor();
    if (person === officer) {
      await look(desk, 'case');
    }
    const answered = desk.waitForResponse((response) => response.url().endsWith('/acts'));
    await desk.getByRole('button', { name: new RegExp(act) }).click();
    assert.equal((await answered).status(), 200);
  }
  const done = await open(t, registrar, board);
  await done.getByText('已公布，学生已编入班级').waitFor();
  const { rows } = await town.run(
    'select count(*)::int as seated, count(distinct class_group_id)::int as groups from roster where path = $1 and class_group_id is not null',
    [school.path],
  );
  assert.deepEqual(rows, [{ seated: 296, groups: 6 }]);
});

test('the school numbers the intake without a gap; the roster and the student show the numbers', async (t) => {
  const page = await open(t, registrar, 'classes');
  await page.getByRole('button', { name: '辅号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('校内学号').waitFor();
  await dialog.getByRole('button', { name: '编296人' }).click();
  await dialog.getByText('已编296个校内学号，202620001至202620296').waitFor();
  await look(page, 'numbers');
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
  await page
    .getByText(/校内学号20262/)
    .first()
    .waitFor();
  await page.locator('tbody a').first().click();
  await page.getByRole('tab', { name: /学籍号沿革/ }).click();
  await page
    .getByRole('table', { name: '辅号沿革' })
    .getByText(/^20262\d{4}$/)
    .waitFor();
  await look(page, 'student-numbers');
});

test('on the phone and in the dark the board stands one under another, without sideways scroll', async (t) => {
  const page = await open(t, registrar, board);
  await column(page, 1).waitFor();
  await lookAround(page, 'board-at-rest');
});
