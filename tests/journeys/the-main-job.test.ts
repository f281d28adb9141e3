/**
 * 从一张表到有号的学生: a registrar imports the register that another program saved, mends thirteen kinds of mistakes and
 * hands in; the leader signs, the county decides, the numbers are there, the printed roster holds them. A second school
 * that tries one of the children is refused; the officer of another county sees nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as xlsx from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import { civilDate } from '../../src/kernel/civil-date.ts';
import { makeIdentityNumber } from '../../src/students/index.ts';
import { assertAccessible, openBrowser } from '../browser.ts';
import { childRow, type Row, USUAL_COLUMNS } from '../entrant-rows.ts';
import { newcomer } from '../newcomer.ts';
import { readPdf, textOf } from '../read-pdf.ts';

await openBrowser();
const house = await newcomer({ students: 1_000, port: 18_095 });
const { services, url } = house.application;

const CHILDREN = 24;
const registered = await numberOfSomebodyElse();
const children = Array.from({ length: CHILDREN }, (_, n) => childRow(n, { classGroup: `一(${(n % 2) + 1})班` }));

/** Row of the sheet (the headings are row 1) → what the school wrote wrongly there. */
const WRONG: Record<number, Row> = {
  2: { identityNumber: withOtherCheckDigit(children[0]!['identityNumber']!) },
  3: { gender: children[1]!['gender'] === '男' ? '女' : '男' },
  4: { bornOn: '2020-01-01' },
  5: { name: '' },
  6: { classGroup: '一(9)班' },
  7: { 'guardians.0.phone': '1391234' },
  9: { identityNumber: children[8]!['identityNumber']! },
  11: { identityNumber: registered, bornOn: bornIn(registered), gender: genderIn(registered) },
  12: tooYoung(),
  13: { name: '王 浩' },
  14: { ethnicGroup: '火星族' },
  15: { currentAddress: '' },
};

/** What the registrar then reads in the household registers. */
const RIGHT: Record<number, string> = {
  2: children[0]!['identityNumber']!,
  3: numberFor('2019-09-02', WRONG[3]!['gender']!, 951),
  4: numberFor('2020-01-01', children[2]!['gender']!, 953),
  5: '李一诺',
  6: '一(1)班',
  7: '13912345678',
  8: children[6]!['identityNumber']!,
  9: children[7]!['identityNumber']!,
  14: '汉族',
  15: '河南省许昌市长葛市和尚桥镇大孙庄村15号',
};
/** Who must not be registered here: one is registered at the school already, one is too young. */
const LEFT_OUT = ['此人在本校已有学籍', '不足入学年龄，须批准'];
const HANDED_IN = CHILDREN - LEFT_OUT.length;

test('a registrar imports the register, mends thirteen kinds of mistakes and hands it in', async (t) => {
  const page = await house.signIn(t, 'muzhilu.jingban');
  await page.getByRole('link', { name: '入学注册' }).click();
  await page.getByRole('link', { name: '导入名册' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: '木芝路小学一年级报名表.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: savedElsewhere(),
  });
  await page.getByText('13类15处').waitFor();
  await assertAccessible(page);

  for (const [row, text] of Object.entries(RIGHT)) {
    await openCell(page, Number(row));
    await lineOf(page, Number(row)).locator('input:not([readonly])').first().fill(text);
    await page.keyboard.press('Enter');
    await lineOf(page, Number(row)).locator('.is-mended').first().waitFor();
  }
  await page
    .getByRole('button', { name: /预览后一次改/ })
    .first()
    .click();
  await page.getByRole('button', { name: '一次改1行', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  for (const cause of LEFT_OUT) {
    const rows = page.getByRole('table', { name: cause });
    await rows.locator('.is-wrong').first().click();
    await rows.getByRole('button', { name: '暂不导入此行' }).click();
  }
  await page.getByRole('button', { name: `提交${HANDED_IN}行` }).click();
  await page.getByLabel('监护人已在基本信息表上签字确认').check();
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

const CASE = new RegExp(`一年级.*${HANDED_IN}人`);

test('the leader signs, the county proposes and signs', async (t) => {
  const leader = await house.signIn(t, 'muzhilu.lingdao');
  await leader.getByRole('link', { name: CASE }).click();
  await leader.getByText('按9月17日有效的国家、长葛法规核对').waitFor();
  await assertAccessible(leader);
  await leader.getByRole('button', { name: /签署“提交”/ }).click();
  await leader.getByText('现在没有等您办的').waitFor();

  for (const [loginName, act] of [
    ['changge.jingban', /^同意建籍/],
    ['changge.lingdao', /签署“同意建籍”/],
  ] as const) {
    const officer = await house.signIn(t, loginName);
    await officer.getByRole('link', { name: CASE }).click();
    await officer.getByRole('button', { name: act }).click();
    await officer.getByText('现在没有等您办的').waitFor();
  }
});

test('the children have their numbers, and the printed roster holds them', async (t) => {
  const page = await house.signIn(t, 'muzhilu.jingban');
  await page.getByRole('link', { name: '学生', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '学生' }).waitFor(); // a search would be lost on the way there
  await page.getByPlaceholder(/学籍号/).fill('李一诺');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '李一诺' }).first().click();
  await page
    .getByText(/L4110\*+/)
    .first()
    .waitFor();
  await page.getByText('入学注册').first().waitFor();
  await assertAccessible(page);

  const { institution } = await asked<{ institution: { id: string } }>(page, '/api/session');
  const answer = await page.request.get(`${url}/api/schools/${institution.id}/roster.pdf?grade=1`);
  assert.equal(answer.status(), 200);
  const { pages } = await readPdf(new Uint8Array(await answer.body()));
  const text = pages.map(textOf).join('\n');
  for (const [row, child] of children.entries()) {
    const name = RIGHT[row + 2] === '李一诺' ? '李一诺' : child['name']!;
    const leftOut = row + 2 === 11 || row + 2 === 12;
    if (!leftOut && row + 2 !== 13) assert.ok(text.includes(name), `${name} stands on the roster`);
  }
  assert.match(text, /L4110\*{8,}/);
});

test('a second school that tries one of them is told that the child has a registration', async (t) => {
  const page = await house.signIn(t, 'heming.jingban');
  await page.getByRole('link', { name: '入学注册' }).click();
  await page.getByRole('link', { name: '导入名册' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: '鹤鸣街小学一年级报名表.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: savedAs([{ ...children[0]!, classGroup: '' }]),
  });
  const refused = page.getByRole('table', { name: '身份证件号已有学籍' });
  await refused.locator('.is-wrong').first().click();
  await refused.getByText('在长葛市已有学籍，一人只能有一个学籍').waitFor();
});

test('the officer of another county finds nothing of them', async (t) => {
  const page = await house.signIn(t, 'yuzhou.jingban');
  await page.getByRole('link', { name: '学生', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '学生' }).waitFor(); // a search would be lost on the way there
  await page.getByPlaceholder(/学籍号/).fill('李一诺');
  await page.keyboard.press('Enter');
  await page.getByText('没有找到“李一诺”').waitFor();
  assert.equal(await page.getByRole('row', { name: /李一诺/ }).count(), 0);
  const found = await asked<{ items: unknown[] }>(page, `/api/students?q=${children[0]!['identityNumber']}`);
  assert.deepEqual(found.items, []);
});

async function asked<T>(page: Page, address: string): Promise<T> {
  const answer = await page.request.get(`${url}${address}`);
  assert.equal(answer.status(), 200);
  return (await answer.json()) as T;
}

const lineOf = (page: Page, row: number) =>
  page.locator('tr', { has: page.getByRole('cell', { name: String(row), exact: true }) });

async function openCell(page: Page, row: number): Promise<void> {
  await lineOf(page, row).locator('.is-wrong').first().click();
}

/** The register with its mistakes; row 8 holds its number as a number, as a careless spreadsheet does. */
const savedElsewhere = (): Buffer =>
  savedAs(
    children.map((child, place) => ({ ...child, ...WRONG[place + 2] })),
    8,
  );

/** Rows as SheetJS saves them. */
function savedAs(rows: readonly Row[], numeric?: number): Buffer {
  const cells = rows.map((row, place) =>
    USUAL_COLUMNS.map(({ path }) => {
      const text = row[path] ?? '';
      return path === 'identityNumber' && place + 2 === numeric ? Number(text.replace('X', '0')) : text;
    }),
  );
  const sheet = xlsx.utils.aoa_to_sheet([USUAL_COLUMNS.map(({ heading }) => heading), ...cells]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, '一年级');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
}

/** A number that a child of another school already has its registration under. */
async function numberOfSomebodyElse(): Promise<string> {
  return services.db.read(NODE_SCOPE, async (tx) => {
    const row = await tx.sql
      .selectFrom('key_data as k')
      .innerJoin('registrations as r', 'r.student_id', 'k.student_id')
      .select(['k.student_id', 'k.sealed'])
      .where('k.identity_type', '=', '1')
      .where('r.grade', '=', 2)
      .limit(1)
      .executeTakeFirstOrThrow();
    const { number } = services.cipher.open('key_data', row.student_id, row.sealed) as { number: string };
    return number;
  });
}

function withOtherCheckDigit(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
}

function bornIn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

function genderIn(number: string): string {
  return Number(number[16]) % 2 === 1 ? '男' : '女';
}

/** A sound number of that birthday and gender, in a sequence that no sample uses. */
function numberFor(born: string, gender: string, odd: number): string {
  return makeIdentityNumber({ area: '411025', bornOn: civilDate(born), sequence: gender === '男' ? odd : odd + 1 });
}

/** Born one day after the day by which a child must be six. */
function tooYoung(): Row {
  return { bornOn: '2020-09-01', gender: '男', identityNumber: numberFor('2020-09-01', '男', 901) };
}
