/**
 * 分班: the new children of a school in 山西: the county reviews, the registrar places them past the usual size and says
 * why, takes it back, places them elsewhere, looks at yesterday and prints the roster.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { anAccount } from '../builders.ts';
import { officePages } from '../office-pages.ts';
import { someStudents } from '../students.ts';
import { NAMES, threeSchools } from '../three-schools.ts';

const town = await threeSchools();
const { app, shanxi } = town;
const { school, authority, groups } = shanxi;
const registrar = await anAccount(app, { at: school });
const officer = await anAccount(app, { at: authority });
const seated = (group: number, count: number) => {
  const classGroup = shanxi.classGroups[group]!;
  const wishes = NAMES.slice(0, count).map((name, at) => ({ school, name, classGroup, seatNo: at + 1 }));
  return someStudents(app, ...wishes);
};
await seated(0, 44);
await seated(1, 30);
town.today('2026-09-17');
await town.register(shanxi, ['安静', '柏一鸣', '岑可']);

const { open, lookAround } = await officePages(app);
const sizeOf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '班级' }).getByRole('button', { name }).locator('.class-size').textContent();
const selectAll = (page: Page) => page.locator('thead input[type=checkbox]').check();

test('before the county has reviewed, the registrar is told whose turn it is', async (t) => {
  const page = await open(t, registrar, 'classes');
  await page.getByRole('button', { name: /未分班/ }).click();
  await page.getByText('新生分班须经学籍主管部门审核后编入班级').waitFor();
  await page.getByRole('link', { name: '柏一鸣' }).waitFor();
  await selectAll(page);
  const act = page.getByRole('button', { name: '编入班级' });
  assert.equal(await act.getAttribute('aria-disabled'), 'true');
});

test('the county reviews with its opinion', async (t) => {
  const page = await open(t, officer, `classes?school=${school.id}&group=unplaced-PRIMARY-1-2026`);
  await page.getByRole('button', { name: '审核同意' }).click();
  await page.getByRole('button', { name: '名册已审核，同意编班' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('2026-09-17已审核：名册已审核，同意编班').waitFor();
});

test('the registrar places past the usual size with a reason, takes it back, and places elsewhere', async (t) => {
  const page = await open(t, registrar, 'classes?group=unplaced-PRIMARY-1-2026');
  await page.getByRole('link', { name: '岑可' }).waitFor();
  await selectAll(page);
  await page.keyboard.press('m');
  const target = page.getByLabel('编入哪个班级');
  assert.equal(await target.evaluate((element) => element === document.activeElement), true, 'M goes to the choice');
  await target.selectOption(groups[0]!);
  await page.getByText(/一\(1\)班44→47人.*超过原则上的45人，须写明理由/).waitFor();
  await page.getByRole('button', { name: '编入班级' }).click();
  await page.getByRole('button', { name: '本片区学位不足' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '编入班级' }).click();
  await page.getByText('已将3人编入一(1)班').waitFor();
  assert.equal(await sizeOf(page, '一(1)班'), '47');

  await page.getByRole('button', { name: '撤回' }).click();
  const waiting = page.getByRole('button', { name: /未分班/ });
  await waiting.click();
  await page.getByRole('link', { name: '岑可' }).waitFor();
  assert.equal(await sizeOf(page, '一(1)班'), '44');
  await selectAll(page);
  await page.getByLabel('编入哪个班级').selectOption(groups[1]!);
  await page.getByText(/一\(2\)班30→33人.*在限内/).waitFor();
  await page.getByRole('button', { name: '编入班级' }).click();
  await page.getByText('已将3人编入一(2)班').waitFor();
  await waiting.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /一\(2\)班/ }).click();
  await page.getByRole('link', { name: '安静' }).waitFor();
  await page.getByRole('tab', { name: '调整记录' }).click();
  await page.getByRole('cell', { name: '33人' }).waitFor();
});

test('yesterday’s roster is another one, only to be looked at; today’s is printed with its names', async (t) => {
  const page = await open(t, registrar, `classes?group=${groups[1]}`);
  await page.getByRole('link', { name: '安静' }).waitFor();
  await page.getByLabel('看某一天', { exact: true }).fill('20260916');
  await page.keyboard.press('Enter');
  await page.getByText('截至2026-09-16，只可查看').waitFor();
  await page.getByRole('link', { name: '安静' }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('thead input[type=checkbox]').count(), 0);
  await page.goBack();
  await page.getByRole('link', { name: '安静' }).waitFor();

  await page.getByRole('button', { name: '打印导出' }).last().click();
  const printed = page.context().waitForEvent('response', (answer) => answer.url().includes('/roster.pdf'));
  await page.getByRole('menuitem', { name: /^打印花名册 ?号码脱敏/ }).click();
  const answer = await printed;
  assert.deepEqual([answer.status(), answer.headers()['content-type']], [200, 'application/pdf']);
});

test('the page can be read and reached, in the office and on the phone', async (t) => {
  const page = await open(t, registrar, `classes?group=${groups[1]}`);
  await page.getByRole('link', { name: '安静' }).waitFor();
  await page.locator('tbody input[type=checkbox]').first().check();
  await page.getByLabel('调到哪个班级').selectOption(groups[0]!);
  await lookAround(page, 'classes');
});
