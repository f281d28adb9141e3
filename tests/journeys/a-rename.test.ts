import test, { type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { OFFICE, officePages, type PageOptions } from '../office-pages.ts';
import { someStudents } from '../students.ts';

const app = await testApplication();
const county = await anAuthority(app);
const school = await aSchool(app, { under: county, name: '双洎河小学' });
const registrar = await anAccount(app, { at: school, personName: '王敏' });
const leader = await anAccount(app, { at: school, role: 'SCHOOL_LEADER', personName: '赵建国' });
const officer = await anAccount(app, { at: county, role: 'AUTHORITY_REGISTRAR', personName: '孙立新' });
const chief = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER', personName: '周海燕' });
const classGroup = await aClassGroup(app, { school, grade: 1 });
const [id = ''] = await someStudents(app, { school, classGroup, name: '李沐辰', seatNo: 1 });

const { open, look } = await officePages(app, 'rename');
const field = (room: Page | Locator, label: string): Locator =>
  room.locator(`.form-row:has(> label:text-matches("^${label}([*]|$)"))`).locator('input,select,textarea').first();

let address = '';

test('the registrar applies: the new name stands beside the old one before anything is sent', async (t) => {
  const page = await open(t, registrar, `students/${id}`);
  await page.getByRole('link', { name: '申请变更关键数据' }).click();
  await field(page, '姓名').fill('王沐辰');
  const compared = page.getByRole('table', { name: '新旧对照' });
  await compared.getByRole('cell', { name: '李沐辰' }).waitFor();
  await compared.getByRole('cell', { name: '王沐辰' }).waitFor();
  await page.getByLabel('变更缘由').fill('随母姓，户口簿已更名');
  await page.getByRole('button', { name: '提交主管领导签署' }).click();
  await page.getByText(/变更关键数据须有居民户口簿或其他证明文件/).waitFor();
  await page.getByRole('checkbox', { name: '居民户口簿' }).check();
  await page.getByRole('checkbox', { name: '所持证件的复印件' }).check();
  await look(page, 'form');
  await page.getByRole('button', { name: '提交主管领导签署' }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByRole('table', { name: '新旧对照' }).waitFor();
  address = new URL(page.url()).pathname.slice(1);
});

/** One more signature or proposal on the case. */
async function decide(t: TestContext, person: { id: string }, button: RegExp, options: PageOptions = OFFICE) {
  const page = await open(t, person, address, options);
  await page.getByRole('table', { name: '新旧对照' }).waitFor();
  await look(page, `case-${person === officer ? 'officer' : person === chief ? 'chief' : 'leader'}`);
  await page.getByRole('button', { name: button }).first().click();
  return page;
}

test('school and authority decide, two people each, on any window', async (t) => {
  const signed = await decide(t, leader, /签署“提交”/);
  await signed.waitForURL((url) => !url.pathname.endsWith(address));
  const proposed = await decide(t, officer, /同意变更/, { width: 1366, height: 768, dark: true });
  await proposed.waitForURL((url) => !url.pathname.endsWith(address));
  const approved = await decide(t, chief, /签署“同意变更”/, { width: 375, height: 812 });
  await approved.waitForURL((url) => !url.pathname.endsWith(address));
});

test('the record bears the new name, keeps the former one and its number', async (t) => {
  const page = await open(t, registrar, `students/${id}`);
  await page.getByRole('heading', { name: '王沐辰' }).waitFor();
  await page.getByText('李沐辰').first().waitFor();
  await look(page, 'record');
});

test('the form on a phone', async (t) => {
  const page = await open(t, registrar, `students/${id}/key-data-change`, { width: 375, height: 812, dark: true });
  await field(page, '姓名').fill('王沐阳');
  await look(page, 'form-phone');
});
