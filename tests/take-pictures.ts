/**
 * 取图: takes the pictures of the readme and the handbook anew, from the demonstration as a newcomer finds it:
 *
 *     node tests/take-pictures.ts
 *
 * Prints where they lie: .cache/pictures, beside those in docs/pictures that they are to replace once somebody has seen them.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { findDemo, planPart } from '../src/demo/index.ts';
import { INTAKE_WORKBOOK, writeIntakeWorkbook } from '../src/demo/intake/write-intake-workbook.ts';
import { newPage, OFFICE, openBrowser, PHONE, settled } from './browser.ts';
import { newcomer } from './newcomer.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const folder = resolve(import.meta.dirname, '../.cache/pictures');
mkdirSync(folder, { recursive: true });
await openBrowser();
const house = await newcomer({ students: 20_000, port: 18_099 });
const home = `${house.application.url}/`;

/** What is seen in the window, as small as a picture without loss gets. */
async function take(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const path = join(folder, `${name}.png`);
  const { size } = await sharp(picture).png({ compressionLevel: 9 }).toFile(path);
  console.log(`${path} ${size}`);
}

const LAW = {
  ...{ question: 'transfer', day: '2026-10-12', sending: '120101' },
  ...{ 'f.stage': 'JUNIOR', 'f.grade': '7', 'f.targetGrade': '7', 'f.lastGrade': '0' },
  ...{ 'f.ground': 'HOUSEHOLD_MOVED', 'f.moved': 'ACROSS_PROVINCES', 'f.schools': 'OTHER_PROVINCE' },
  ...{ 'f.forTerm': 'RUNNING', 'f.termStart': '2026-09-01', 'f.termEnd': '2027-01-20' },
  ...{ 'f.guardianApplies': '1', 'f.onLeave': '0', 'f.underSanction': '0' },
};
const lawAt = (receiving: string) => `${home}law/check?${new URLSearchParams({ ...LAW, receiving })}`;

test('the law is asked on a desk and on a phone', async (t) => {
  const desk = await newPage(t, OFFICE);
  await desk.goto(lawAt('510107'));
  await desk.getByText('换个条件会怎样').waitFor();
  await take(desk, 'law');
  const phone = await newPage(t, PHONE);
  for (const [name, receiving] of [
    ['transfer-changge', '411082'],
    ['transfer-sichuan', '510107'],
    ['transfer-qianan', '130283'],
  ] as const) {
    await phone.goto(lawAt(receiving));
    await phone.getByRole('button', { name: '看结论' }).click();
    await take(phone, name);
    if (name === 'transfer-sichuan') await take(phone, 'law-phone');
  }
});

test('an intake is mended, handed in, signed, and looked at by the county', async (t) => {
  const { parts } = (await findDemo(house.application.services))!;
  const workbook = Buffer.from(await writeIntakeWorkbook(planPart(parts[0]!), new Date()));
  const desk = await house.signIn(t, 'muzhilu.jingban');
  await desk.getByRole('link', { name: '入学注册' }).click();
  await desk.getByRole('link', { name: '导入名册' }).click();
  await desk.locator('input[type=file]').setInputFiles({ name: INTAKE_WORKBOOK, mimeType: XLSX, buffer: workbook });
  await desk.getByText(/行有误，须改/).waitFor();
  await take(desk, 'import');
  await desk.getByRole('button', { name: /^先提交\d+行/ }).click();
  await desk.getByLabel('监护人已在基本信息表上签字确认').check();
  await desk.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });

  const leader = await house.signIn(t, 'muzhilu.lingdao');
  const intake = /一年级.*人/;
  await leader.getByRole('link', { name: intake }).click();
  await leader.getByRole('button', { name: /签署“提交”/ }).click();
  await leader.getByText('现在没有等您办的').waitFor();

  const county = await house.signIn(t, 'changge.jingban');
  await county.getByRole('link', { name: intake }).waitFor();
  await take(county, 'workbench');
  await county.getByRole('link', { name: intake }).click();
  await county.locator('tbody tr').first().waitFor();
  await take(county, 'case');
});

test('a school looks at a class group and at a child of it', async (t) => {
  const desk = await house.signIn(t, 'heming.jingban');
  await desk.getByRole('link', { name: '班级', exact: true }).click();
  await desk.getByRole('button', { name: /二\(1\)班/ }).click();
  await desk.locator('tbody a').first().waitFor();
  await take(desk, 'classes');
  await desk.locator('tbody a').first().click();
  await desk.getByRole('tab', { name: /基础信息/ }).waitFor();
  await take(desk, 'student');
});
