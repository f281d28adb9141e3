/** 佐证材料: a notice is photographed and scanned, handed in, looked at in place, returned and handed in anew. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from '../browser.ts';
import { newcomer } from '../newcomer.ts';
import { look as lookAt } from '../office-pages.ts';
import { aFaxScan, aReadablePdf } from '../sample-pdf.ts';

await openBrowser();
const house = await newcomer({ students: 600, port: 18_094 });
const folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
after(() => rm(folder, { recursive: true }));
const scan = path.join(folder, '通知.pdf');
const picture = path.join(folder, '通知.jpg');
const page = path.join(folder, '网页.pdf');
const fax = path.join(folder, '传真.pdf');
await writeFile(fax, aFaxScan());
await writeFile(scan, aReadablePdf(3));
await writeFile(page, '<html><p>通知</p></html>');
await writeFile(picture, await aNotice());

/** A sheet with lines on it, as a phone takes it. */
function aNotice(): Promise<Buffer> {
  const lines = Array.from(
    { length: 18 },
    (_, n) => `<rect x="120" y="${300 + n * 62}" width="${900 - (n % 4) * 90}" height="18" fill="#445"/>`,
  );
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#fdfcf7"/><rect x="320" y="140" width="600" height="44" fill="#b3261e"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(drawn)).jpeg().toBuffer();
}

const field = (room: Page | Locator, label: string): Locator =>
  room.locator(`.form-row:has(> label:text-matches("^${label}([*]|$)"))`).locator('input,select,textarea').first();

const look = (page: Page, name: string) => lookAt(page, `papers-${name}`);

const drawn = (on: Page, sheet: string) => on.locator(`canvas[data-drawn="${sheet}"]`).waitFor();
let address = '';

test('whoever draws up a setting hands in its notice, and reads it beside what it sets', async (t) => {
  const on = await house.signIn(t, 'wuhou.jingban');
  await on.getByRole('link', { name: '机构账号' }).click();
  await on.getByRole('link', { name: '地方设定' }).click();
  await field(on, '依据文件').fill('2026学年校历的通知');
  await field(on, '发布日期').fill('2026-09-01');
  await field(on, '生效日期').fill('2026-09-18');
  await on.getByRole('button', { name: '设定学期起止' }).click();
  await field(on, '开学').fill('2026-09-01');
  await field(on, '结束').fill('2027-01-22');
  await on.keyboard.press('Tab');
  await on.getByRole('button', { name: '提交签署' }).click();
  await on.waitForURL(/\/cases\//);
  address = new URL(on.url()).pathname;

  const papers = on.getByRole('region', { name: '佐证材料' });
  await papers.getByText('1项，还差1项').waitFor();
  await papers.getByText('未交', { exact: true }).waitFor();
  await papers.getByRole('button', { name: '交', exact: true }).click();
  const dialog = on.getByRole('dialog');
  await dialog.locator('input[type=file]').first().setInputFiles(page);
  await dialog.getByText(/只收JPEG、PNG、WebP图像和PDF/).waitFor();
  await look(on, 'refused');
  await dialog.locator('input[type=file]').first().setInputFiles(scan);
  await papers.getByText('1项，已交齐').waitFor();

  await drawn(on, '1-1-0');
  await look(on, 'scan-1366');
  await on.keyboard.press(']');
  await drawn(on, '2-1-0');
  await papers.getByText('第2页，共3页').waitFor();
  await on.keyboard.press('+');
  await drawn(on, '2-1.5-0');
  await on.keyboard.press('t');
  await drawn(on, '2-1.5-1');
  await look(on, 'turned');
  await papers.getByRole('button', { name: '交其他材料' }).click();
  await field(dialog, '材料名称').fill('会议纪要');
  await dialog.locator('input[type=file]').first().setInputFiles(fax);
  await papers.getByText('会议纪要').waitFor();
  await drawn(on, '1-1-0');
  const halves = await on.locator('canvas').evaluate((sheet: HTMLCanvasElement) => {
    const at = (part: number) =>
      sheet.getContext('2d')!.getImageData(sheet.width * part, sheet.height / 2, 1, 1).data[0];
    return [at(0.25), at(0.75)];
  });
  assert.deepEqual(halves, [0, 255], 'a scan in the code of fax machines is not drawn');
  await papers.getByRole('listitem').filter({ hasText: '会议纪要' }).getByRole('button', { name: '撤回' }).click();
  await papers.getByText('会议纪要').waitFor({ state: 'detached' });
  await papers.getByText('第1页，共3页').waitFor();
  await drawn(on, '1-1-0');
  await on.setViewportSize({ width: 1920, height: 1080 });
  await look(on, 'scan-1920');
});

test('the leader finds a sheet wanting and returns it; the registrar puts a photo in its place', async (t) => {
  const leader = await house.signIn(t, 'wuhou.lingdao', { width: 1366, height: 768, dark: true });
  await leader.goto(new URL(address, leader.url()).href);
  await drawn(leader, '1-1-0');
  await look(leader, 'dark');
  await leader.getByRole('region', { name: '佐证材料' }).getByRole('button', { name: '退回' }).click();
  await leader.getByRole('dialog').getByRole('button', { name: '缺页，请补齐' }).click();
  await leader.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  await leader.getByText('退回：缺页，请补齐').waitFor();

  house.wait(1);
  const on = await house.signIn(t, 'wuhou.jingban');
  await on.setViewportSize({ width: 375, height: 812 });
  await on.goto(new URL(address, on.url()).href);
  const papers = on.getByRole('region', { name: '佐证材料' });
  await papers.getByText('已退', { exact: true }).waitFor();
  await look(on, 'phone-returned');
  await papers.getByRole('button', { name: '换', exact: true }).click();
  const dialog = on.getByRole('dialog');
  await dialog.getByRole('button', { name: '拍照' }).waitFor();
  await look(on, 'phone-camera');
  await dialog.locator('input[capture]').setInputFiles(picture);
  await papers.getByText('已交', { exact: true }).waitFor();
  await drawn(on, '1-1-0');
  await papers.scrollIntoViewIfNeeded();
  await look(on, 'phone');
});

test('once it is signed, the form and the notice are printed from the case', async (t) => {
  house.wait(1);
  const leader = await house.signIn(t, 'wuhou.lingdao');
  await leader.goto(new URL(address, leader.url()).href);
  await leader.getByRole('button', { name: /签署“发布”/ }).click();
  await leader.goto(new URL(address, leader.url()).href);
  await leader.getByText('已生效').first().waitFor();
  const papers = leader.getByRole('region', { name: '佐证材料' });
  await papers.getByText('1项，已交齐').waitFor();
  assert.equal(await papers.getByRole('button', { name: '撤回' }).count(), 0);
  await leader.getByRole('button', { name: '打印' }).click();
  await leader.getByRole('menuitem', { name: /申请表/ }).waitFor();
  await look(leader, 'print-menu');
  const opened = await leader.evaluate(async (of) => {
    const answers = await Promise.all(['notice', 'application'].map((paper) => fetch(`/api${of}/${paper}.pdf`)));
    return answers.map(({ status, headers }) => [status, headers.get('content-type')]);
  }, address);
  assert.deepEqual(opened, [
    [200, 'application/pdf'],
    [200, 'application/pdf'],
  ]);
});
