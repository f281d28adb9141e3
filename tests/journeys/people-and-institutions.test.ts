/**
 * 从空系统到第一位学籍管理员: an empty installation is set up, a school founded, a list of schools imported, a registrar
 * opened, trained, let in and sealed: in a real browser, each person with a session of their own.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import XLSX from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { buildWebIfStale } from '../../scripts/build.ts';
import { totpCode } from '../../src/crypto/totp.ts';
import { testApplication } from '../application.ts';
import { newPage, openBrowser } from '../browser.ts';
import { look as lookAt } from '../office-pages.ts';

await openBrowser();
const { folder } = await buildWebIfStale();
const app = await testApplication({ now: '2026-09-17T10:00:00+08:00', pages: folder });
const home = await app.server.listen({ host: '127.0.0.1', port: 0 });

const OFFICE = { width: 1366, height: 768 };
const REGISTRAR = { name: '赵晓梅', loginName: 'zhaoxiaomei', password: 'Meihua-Kai7-Yard' };
const LEADER = { name: '孙建国', loginName: 'sunjianguo', password: 'Lanhua-Xie4-Gate' };
const SCHOOL = { code: '2141000123', name: '长葛市葛天路小学' };
const NEW_PASSWORD = 'Zhulin-Feng6-Door';
let secret = '';
let temporary = '';

/** The control of the row with exactly this label; the star and its hidden word stand behind the label's own words. */
const field = (room: Page | Locator, label: string): Locator =>
  room.locator(`.form-row:has(> label:text-matches("^${label}([*]|$)"))`).locator('input,select,textarea').first();

const look = (page: Page, name: string) => lookAt(page, `people-${name}`);

async function signIn(page: Page, { loginName, password }: { loginName: string; password: string }, code?: string) {
  await page.goto(`${home}/sign-in`);
  await field(page, '登录名').fill(loginName);
  await field(page, '密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  if (code === undefined) return;
  await field(page, '动态口令').fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** The next code of the county's registrar: each works once, so the clock goes on. */
function nextCode(): string {
  app.clock.advance(31_000);
  return totpCode(secret, app.clock.now());
}

async function signInAsCounty(page: Page): Promise<void> {
  await signIn(page, REGISTRAR, nextCode());
  await page.waitForURL(/workbench/);
}

test('whoever opens an empty installation is led to set it up, and then to sign in', async (t) => {
  const page = await newPage(t, OFFICE);
  await page.goto(home);
  await page.waitForURL(/first-run/);
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByText('请选择所在地').waitFor();
  await look(page, 'first-run');
  for (const [label, place] of [
    ['省', '河南省'],
    ['市', '许昌市'],
    ['县（市、区）', '长葛市'],
  ] as const) {
    await field(page, label).selectOption({ label: place });
  }
  await field(page, '名称').fill('长葛市教育体育局');
  for (const [title, person] of [
    ['学籍管理员', REGISTRAR],
    ['学籍主管领导', LEADER],
  ] as const) {
    const card = page.getByRole('region', { name: title });
    await field(card, '姓名').fill(person.name);
    await field(card, '登录名').fill(person.loginName);
    await field(card, '密码').fill(person.password);
    await field(card, '再输一遍').fill(person.password);
  }
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByText('长葛市教育体育局已设立').waitFor();
  await page.getByRole('link', { name: '去登录' }).click();
  await page.waitForURL(/sign-in/);
  await look(page, 'sign-in');
});

test('a decider sets up the second factor before anything else', async (t) => {
  const page = await newPage(t, OFFICE);
  await page.goto(`${home}/institutions`);
  await page.waitForURL(/sign-in\?to=/);
  await field(page, '登录名').fill(REGISTRAR.loginName);
  await field(page, '密码').fill('Guessed-4-Once');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('用户名、密码或动态口令不正确').waitFor();
  await field(page, '密码').fill(REGISTRAR.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '设置动态口令' }).waitFor();
  await page.locator('.totp-code svg').waitFor();
  await look(page, 'totp');
  secret = ((await page.locator('.totp-secret').textContent()) ?? '').replaceAll(' ', '');
  await field(page, '动态口令').fill(totpCode(secret, app.clock.now()));
  await page.getByRole('button', { name: '确认' }).click();
  await page.waitForURL(`${home}/institutions`);
  await page.getByRole('heading', { name: '机构账号' }).waitFor();
});

test('the county founds a school and opens its registrar, who must be trained first', async (t) => {
  const page = await newPage(t, OFFICE);
  await signInAsCounty(page);
  await page.getByRole('link', { name: '机构账号' }).click();
  await page.getByRole('button', { name: '设立' }).click();
  await page.getByRole('menuitem', { name: /设立学校/ }).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, '学校标识码').fill('3141000123');
  await field(dialog, '名称').fill(SCHOOL.name);
  await field(dialog, '办学类型').selectOption({ label: '小学' });
  await dialog.getByRole('button', { name: '设立' }).click();
  await dialog.getByText('前两位是类别码，此办学类型应为21').waitFor();
  await look(page, 'found-school');
  await field(dialog, '学校标识码').fill(SCHOOL.code);
  await dialog.getByRole('button', { name: '设立' }).click();
  await page.getByRole('heading', { name: SCHOOL.name }).waitFor();
  await page.getByText('没有学籍管理员，不能开始入学注册').waitFor();
  await look(page, 'new-school');

  await page.getByRole('tab', { name: '账号' }).click();
  await page.getByRole('button', { name: '开设账号' }).click();
  await field(dialog, '姓名').fill('钱思远');
  await field(dialog, '登录名').fill('qiansiyuan');
  await dialog.getByRole('button', { name: '开设' }).click();
  await dialog.getByText('只显示这一次').waitFor();
  temporary = (await dialog.locator('.given-password dd').last().textContent()) ?? '';
  await look(page, 'given-password');
  await dialog.getByRole('button', { name: '已转交本人' }).click();
  await page.getByText('待登记培训').last().waitFor();

  await page.getByRole('button', { name: '办理' }).click();
  await page.getByRole('menuitem', { name: /登记培训/ }).click();
  await dialog.getByLabel('学籍管理办法').check();
  await field(dialog, '培训日期').fill('20260910');
  await field(dialog, '培训单位').fill('长葛市教育体育局');
  await dialog.getByText('是', { exact: true }).click();
  await dialog.getByRole('button', { name: '登记并启用' }).click();
  await dialog.getByText('先培训后上岗，培训须含五项内容').waitFor();
  await look(page, 'training');
  for (const topic of ['学籍管理工作的重要意义', '系统的基本功能', '学籍信息采集的基本要求', '各类学籍变动的操作']) {
    await dialog.getByLabel(topic).check();
  }
  await dialog.getByRole('button', { name: '登记并启用' }).click();
  await page.getByRole('cell', { name: '在用' }).waitFor();
  await page.getByText('没有学籍管理员').waitFor({ state: 'detached' });
});

test('the new registrar changes the password on a phone, and knows only the own school', async (t) => {
  const page = await newPage(t, { width: 375, height: 812 });
  await signIn(page, { loginName: 'qiansiyuan', password: temporary });
  await page.getByRole('heading', { name: '修改密码' }).waitFor();
  await look(page, 'first-password-phone');
  await field(page, '原密码').fill(temporary);
  await field(page, '新密码').fill('qiansiyuan-2026');
  await field(page, '再输一遍新密码').fill('qiansiyuan-2026');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('密码中含有账号名、姓名或单位名称').waitFor();
  await field(page, '新密码').fill(NEW_PASSWORD);
  await field(page, '再输一遍新密码').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.waitForURL(/workbench/);
  await page.goto(`${home}/institutions`);
  await page.getByRole('heading', { name: SCHOOL.name }).waitFor();
  assert.equal(await page.getByLabel('机构目录').count(), 0);
  await page.getByRole('button', { name: '维护' }).click();
  await field(page.getByRole('dialog'), '邮政编码').fill('4615');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('邮政编码须是6位数字').waitFor();
  await look(page, 'profile-phone');
  await field(page.getByRole('dialog'), '邮政编码').fill('461500');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('461500').waitFor();
});

test('a list of schools is mended in place and founded', async (t) => {
  const page = await newPage(t, { ...OFFICE, dark: true });
  await signInAsCounty(page);
  await page.goto(`${home}/institutions/import`);
  const book = XLSX.utils.book_new();
  const lines = [
    ['学校标识码', '学校名称', '办学类型', '办学性质'],
    ['2141000201', '长葛市实验小学', '小学', '公办'],
    ['3141000202', '长葛市第二初级中学', '初级中学', '集体'],
    [SCHOOL.code, SCHOOL.name, '小学', '公办'],
  ];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(lines), '名录');
  const buffer = Buffer.from(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name: '长葛市学校名录.xlsx', mimeType, buffer });
  await page.getByText('行有误，须改').waitFor();
  await look(page, 'import-dark');
  await page.getByRole('combobox', { name: /办学性质/ }).selectOption({ label: '公办' });
  await page.getByRole('button', { name: '改好，再校验' }).click();
  await page.getByRole('button', { name: '设立2所学校' }).waitFor();
  await page.getByText(`学校标识码${SCHOOL.code}已用于${SCHOOL.name}`).waitFor();
  await page.getByRole('button', { name: '不导入此行' }).click();
  await page.getByText('全部无误').waitFor();
  await page.getByRole('button', { name: '设立2所学校' }).click();
  await page.getByText('已设立2所学校').waitFor();
  await page.getByRole('link', { name: '看机构目录' }).click();
  await page.getByRole('link', { name: '长葛市第二初级中学' }).click();
  await page.getByRole('heading', { name: '长葛市第二初级中学' }).waitFor();
  await page.getByRole('searchbox').fill('葛天');
  await page.getByRole('link', { name: SCHOOL.name }).click();
  await page.getByRole('heading', { name: SCHOOL.name }).waitFor();
});

test('who is sealed is out with the next press, and the leader of the county can do it', async (t) => {
  const registrar = await newPage(t, OFFICE);
  await signIn(registrar, { loginName: 'qiansiyuan', password: NEW_PASSWORD });
  await registrar.waitForURL(/workbench/);
  const county = await newPage(t, OFFICE);
  await signInAsCounty(county);
  await county.goto(`${home}/institutions`);
  await county.getByRole('link', { name: SCHOOL.name }).click();
  await county.getByRole('tab', { name: '账号' }).click();
  await county.getByRole('button', { name: '办理' }).click();
  await county.getByRole('menuitem', { name: '封存' }).click();
  await county.getByRole('button', { name: '休假' }).click();
  await look(county, 'seal');
  await county.getByRole('dialog').getByRole('button', { name: '封存' }).click();
  await county.getByRole('cell', { name: '已封存' }).waitFor();
  app.clock.advance(2_000);
  await registrar.getByRole('link', { name: '机构账号' }).click();
  await registrar.waitForURL(/sign-in\?to=/);
});

test('a sample of the pages at the width of a phone', async (t) => {
  const page = await newPage(t, { width: 375, height: 812 });
  await signInAsCounty(page);
  for (const tab of ['overview', 'accounts', 'offices', 'logins']) {
    await page.goto(join(home, `institutions?tab=${tab}`).replace(':/', '://'));
    await page.getByRole('heading', { name: '长葛市教育体育局' }).waitFor();
    await look(page, `phone-${tab}`);
  }
});
