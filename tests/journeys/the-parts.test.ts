/** 部件: every part of the screens in a real browser: for everybody's eyes and ears, and by keyboard alone. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test, { after } from 'node:test';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { newPage, OFFICE, openBrowser } from '../browser.ts';
import { lookAround } from '../office-pages.ts';

await openBrowser();
// Built for itself, as the product's own build leaves the gallery out; bundled pages come an order of magnitude sooner than
// those of a developer's server, which gives each module alone.
const outDir = await mkdtemp(join(tmpdir(), 'xueji-parts-'));
const configFile = resolve(import.meta.dirname, '../../vite.config.ts');
await build({
  configFile,
  logLevel: 'error',
  define: { 'import.meta.env.DEV': 'true' },
  build: { outDir, minify: false },
});
const server = await preview({
  configFile,
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
after(async () => {
  await server.close();
  await rm(outDir, { recursive: true });
});
const gallery = `${server.resolvedUrls?.local[0]}_gallery`;

const VIEWS = ['work', 'case', 'record', 'table', 'form', 'states', 'workbook', 'phone'];

async function open(page: Page, view: string): Promise<void> {
  await page.goto(`${gallery}/${view}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('every part can be read and reached, in the office and on the phone, by day and by night', async (t) => {
  const page = await newPage(t, OFFICE);
  for (const view of VIEWS) {
    await open(page, view);
    if (view === 'form') await page.locator('.ant-select').first().waitFor();
    await lookAround(page, `parts-${view}`);
  }
});

test('a day of work by keyboard: walk, open, search, and see the keys', async (t) => {
  const page = await newPage(t, OFFICE);
  await open(page, 'work');
  for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
  assert.match((await page.locator('[data-item][aria-current]').textContent()) ?? '', /乙二/);
  await page.keyboard.press('/');
  await page.keyboard.type('jk?');
  assert.equal(await page.getByRole('combobox').inputValue(), 'jk?', 'letters typed into the box are text');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').blur();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('下一行').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForURL(/_gallery\/case/);
});

test('single keys can be switched off and stay off', async (t) => {
  const page = await newPage(t, OFFICE);
  await open(page, 'work');
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: '启用单键' }).uncheck();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('j');
  assert.equal(await page.locator('[data-item][aria-current]').count(), 0);
});

test('returning needs an opinion, agreeing is locked and leads to the line that locks it', async (t) => {
  const page = await newPage(t, OFFICE);
  await open(page, 'case');
  await page.keyboard.press('r');
  await page.getByRole('alert').filter({ hasText: '退回补正须写明意见' }).waitFor();
  const opinion = page.getByRole('textbox', { name: '意见' });
  assert.ok(await opinion.evaluate((field) => field === document.activeElement));
  await opinion.fill('缺证明');
  await page.getByRole('button', { name: '退回补正' }).click();
  await page.getByRole('status').filter({ hasText: '已退回' }).getByRole('button', { name: '撤回' }).click();
  await page.getByRole('button', { name: '同意送出' }).press('Enter');
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /缺原单位的证明/);
});

test('a masked value is shown for a reason only, and its article opens in place', async (t) => {
  const page = await newPage(t, OFFICE);
  await open(page, 'case');
  const eye = page.getByRole('button', { name: /看完整证件号/ });
  await eye.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await dialog.getByText('请写明事由').waitFor();
  assert.equal(await page.getByText('411082201505121234').count(), 0);
  await dialog.getByRole('textbox').fill('核对证件');
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByText('411082201505121234', { exact: true }).waitFor();
  await page.getByRole('button', { name: /第三十三条/ }).press('Enter');
  await page.getByRole('note').getByText('自2014年8月1日起施行').waitFor();
});

test('a date is understood as typed, refused with the reason, and chosen from the month by arrows', async (t) => {
  const page = await newPage(t, OFFICE);
  await open(page, 'form');
  const field = page.getByRole('textbox', { name: '日期' });
  await field.fill('2026年9月1日');
  await field.press('Enter');
  assert.equal(await field.inputValue(), '2026-09-01');
  await field.fill('20261001');
  await field.press('Enter');
  await page.getByText('不能晚于2026-09-27').waitFor();
  await field.fill('2026-09-10');
  await page.getByRole('button', { name: '日期：从月历选' }).click();
  await page.locator('[popover] :focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await field.inputValue(), '2026-09-17');
});

test('a hundred thousand rows draw only what is seen, and the keys reach what is not', async (t) => {
  const page = await newPage(t, OFFICE);
  await open(page, 'table?state=many');
  const drawn = page.locator('tr[data-at]');
  assert.ok((await drawn.count()) < 60);
  await page.locator('.data-table-scroll').evaluate((room) => room.scrollTo(0, room.scrollHeight));
  await page.locator('tr[data-at="99999"]').waitFor();
  assert.ok((await drawn.count()) < 60);
  await page.locator('tr[data-at="99998"] td').nth(2).click();
  await page.getByRole('heading', { level: 1, name: '甲一' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '表格' }).waitFor();
  for (let step = 0; step < 30; step++) await page.keyboard.press('j');
  const current = page.locator('tr[aria-current]');
  assert.equal(await current.getAttribute('data-at'), '29');
  assert.ok(await current.isVisible());
});
