/**
 * 一名学生: a registrar finds a child by keyboard, looks at a number for a reason, changes what the family told, one item
 * wrong at first, gives the child a photo, and finds all of it in the list of who looked.
 */
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import test from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { officePages } from '../office-pages.ts';
import { someStudents } from '../students.ts';

const app = await testApplication();
const county = await anAuthority(app);
const school = await aSchool(app, { under: county, name: '双洎河小学' });
const empty = await aSchool(app, { under: county, name: '石固小学' });
const registrar = await anAccount(app, { at: school, personName: '王敏' });
const officer = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' });
const classGroup = await aClassGroup(app, { school, grade: 1 });
const names = ['安静', '柏一鸣', '岑可', '狄子安', '李沐辰', '李沐阳'];
const ids = await someStudents(
  app,
  ...names.map((name, at) => ({ school, classGroup, name, seatNo: at + 1 })),
  ...Array.from({ length: 60 }, (_, at) => ({ school, name: `张${'伟芳娜秀敏'[at % 5]}` })),
);

const { home, open, look, lookAround } = await officePages(app, 'student');
const rowsOf = (page: Page) => page.locator('tr[data-at] a').allTextContents();

test('a child is found by keyboard: the list, its pages, its filters, and the record behind a row', async (t) => {
  const page = await open(t, registrar, 'students');
  await page.getByText('共66人').first().waitFor();
  assert.deepEqual((await rowsOf(page)).slice(0, 6), names);
  await page.getByRole('button', { name: '下一页' }).click();
  await page.waitForURL(/after=/);
  await page.waitForFunction(() => document.querySelectorAll('tr[data-at]').length === 16);
  await page.getByRole('button', { name: '上一页' }).click();
  await page.waitForFunction(() => document.querySelectorAll('tr[data-at]').length === 50);
  assert.deepEqual((await rowsOf(page)).slice(0, 6), names);

  await page.keyboard.press('/');
  await page.keyboard.type('李沐');
  await page.keyboard.press('Enter');
  await page.getByText('共2人').first().waitFor();
  await page.getByRole('combobox', { name: /^搜索/ }).blur();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`students/${ids[4]}`));
  await page.getByRole('heading', { level: 1, name: '李沐辰' }).waitFor();
  await page.goBack();
  await page.getByText('查找“李沐”').waitFor();
});

test('what the family told is written down, the wrong item shows at its place, nothing typed is lost', async (t) => {
  const page = await open(t, registrar, `students/${ids[4]}`);
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByRole('textbox', { name: '特长' }).fill('游泳');
  await page.getByRole('button', { name: /^改填.*联系电话/ }).click();
  const phone = page.getByRole('textbox', { name: '联系电话' });
  await phone.fill('1391234551');
  await page.getByText('已改2项').waitFor();
  await page.getByRole('tab', { name: '家庭成员' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();

  await page.getByText('联系电话应为11位手机号').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  assert.equal(await phone.inputValue(), '1391234551');
  assert.equal(await page.getByRole('textbox', { name: '特长' }).inputValue(), '游泳');
  await look(page, 'found');

  await phone.fill('13912345512');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '修改' }).waitFor();
  await page.getByText('139****5512').waitFor();
  await page.getByText('游泳').waitFor();
});

test('of two who change one record the later one is told, and keeps what was typed', async (t) => {
  const page = await open(t, registrar, `students/${ids[5]}`);
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByRole('textbox', { name: '特长' }).fill('游泳');
  const other = await app.as(registrar).patch(`/api/students/${ids[5]}/items`, {
    values: { postalCode: '461501' },
    version: 1,
  });
  assert.equal(other.status, 200);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('他人刚更新过此学生').waitFor();
  assert.equal(await page.getByRole('textbox', { name: '特长' }).inputValue(), '游泳');
  assert.equal(await page.getByRole('textbox', { name: '邮政编码' }).inputValue(), '461501');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '修改' }).waitFor();
  await page.getByText('游泳').waitFor();
});

test('a number is shown for a reason, a photo is cut by keyboard, and both stand in the list of who looked', async (t) => {
  const page = await open(t, registrar, `students/${ids[0]}`);
  await page.getByRole('button', { name: '看完整学籍号，将留痕' }).click();
  await page.getByRole('button', { name: '核对户口簿' }).click();
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByText(/^L411082202002270\d{3}$/).waitFor();

  await page.getByRole('button', { name: '传照片' }).click();
  const picture = await sharp({ create: { width: 1200, height: 1600, channels: 3, background: '#bfdcf5' } })
    .jpeg()
    .toBuffer();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture) });
  const stage = page.getByRole('button', { name: /照片裁剪框/ });
  await stage.focus();
  for (const key of ['+', '+', 'ArrowDown', 'ArrowLeft', '-']) await page.keyboard.press(key);
  await look(page, 'edited');
  await page.getByRole('button', { name: '用此照片' }).click();
  await page.getByRole('img', { name: '安静的照片' }).waitFor();

  await page.getByRole('tab', { name: '谁看过' }).click();
  const lines = await page.locator('.viewers > li').allTextContents();
  assert.match(lines[0] ?? '', /王敏.*更换照片/);
  assert.match(lines[1] ?? '', /王敏.*查看完整值：学籍号事由：核对户口簿/);
});

test('an officer narrows the county to a school; a school without students says what will fill the list', async (t) => {
  const page = await open(t, officer, `students?school=${school.id}&state=ON_LEAVE`);
  await page.getByText('没有符合筛选的').waitFor();
  await page.getByRole('button', { name: '清除筛选' }).first().click();
  await page.getByText('共66人').first().waitFor();
  await page.getByRole('link', { name: '柏一鸣' }).click();
  await page.getByRole('heading', { level: 1, name: '柏一鸣' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '修改' }).count(), 0);

  const newSchool = await open(t, await anAccount(app, { at: empty }), 'students');
  await newSchool.getByText('本校还没有在籍学生').waitFor();
  await newSchool.goto(`${home}students/${ids[0]}`);
  await newSchool.getByText('没有找到此学生，或不在您的管理范围').waitFor();
});

test('list and record can be read and reached by everybody', async (t) => {
  const page = await open(t, registrar, 'students');
  await page.getByText('共66人').first().waitFor();
  await lookAround(page, 'list');
  await page.goto(`${home}students/${ids[4]}`);
  await page.getByRole('heading', { level: 1, name: '李沐辰' }).waitFor();
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByRole('textbox', { name: '特长' }).waitFor();
  await lookAround(page, 'record');
});
