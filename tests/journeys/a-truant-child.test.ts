/**
 * 一名旷课的学生: a class teacher marks a week of truancy on a phone, the alarm rises on the registrar's workbench, guardians
 * are spoken to, the township and the county are told, the dropout is noted by the authority, and the child comes back
 * into the same registration.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { testApplication } from '../application.ts';
import { anAttendanceDesk } from '../attendance-desks.ts';
import { anAccount, anAuthority } from '../builders.ts';
import { OFFICE, officePages, PHONE } from '../office-pages.ts';

const app = await testApplication({ now: '2026-09-14T16:30:00+08:00' });
const wuhou = await anAuthority(app, { placeCode: '510107' });
const desk = await anAttendanceDesk(app, { under: wuhou, schoolType: 'JUNIOR', name: '簇桥中学', grade: 7 });
const { teacher, registrar, leader } = desk.accounts;
const officer = await anAccount(app, { at: wuhou });
const [child = ''] = desk.students;

const { open, look } = await officePages(app, 'truant');
const fill = (page: Page, label: string, text: string) => page.getByRole('textbox', { name: label }).fill(text);
const pick = (page: Page, label: string, words: string) =>
  page.getByRole('combobox', { name: label }).selectOption({ label: words });

test('the class teacher marks the week on a phone, a press for the whole day, a press to save', async (t) => {
  for (const date of ['14', '15', '16', '17', '18']) {
    app.clock.set(`2026-09-${date}T16:30:00+08:00`);
    const page = await open(t, teacher, 'attendance', date === '15' ? { ...PHONE, dark: true } : PHONE);
    await page.getByRole('button', { name: /安静.*上午到/ }).waitFor();
    if (date === '14') await look(page, 'phone-empty');
    await page.getByTitle('登记全天').first().click();
    await page.getByRole('button', { name: /安静.*下午旷课3节/ }).waitFor();
    if (date === '14') {
      await page.locator('label', { hasText: '迟到' }).click();
      await page.getByRole('button', { name: /岑可.*上午到/ }).click();
    }
    await look(page, `phone-${date}`);
    await page.getByRole('button', { name: '保存点名' }).click();
    await page.getByText('已点名').first().waitFor();
  }
});

test('in the office the same register is a week, marked by keys', async (t) => {
  const page = await open(t, registrar, 'attendance');
  await page.getByRole('button', { name: /何静怡9月18日上午到/ }).focus();
  await page.keyboard.press('2');
  await page.getByRole('button', { name: /何静怡9月18日上午病假4节/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('5');
  await page.getByRole('button', { name: /江文博9月18日上午早退0节/ }).waitFor();
  await page.getByRole('button', { name: '保存点名' }).click();
  await page.getByText('何静怡未办请假').waitFor();
  await look(page, 'week');
  await look(await open(t, leader, 'attendance', { ...OFFICE, dark: true }), 'week-dark');
  await page.getByRole('tab', { name: '汇总' }).click();
  await page.getByText('35节').first().waitFor();
  await look(page, 'sums');
  await page.getByRole('tab', { name: '请假' }).click();
  await page.getByRole('button', { name: '登记请假' }).click();
  await pick(page, '学生', '何静怡');
  const note = { name: '家长证明.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await page.getByLabel('家长证明照片').setInputFiles(note);
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('因病，9月18日').waitFor();
  await page.getByRole('link', { name: '家长证明' }).waitFor();
  await look(page, 'away');
});

test('the alarm stands on the workbench; who was spoken to is logged, the township is told and signs', async (t) => {
  const bench = await open(t, registrar, 'workbench');
  await bench.getByText('1名学生旷课已到规定的时间').click();
  await bench.waitForURL(/truancy\//);
  await bench.getByText('连续旷课已满一周，告知乡镇人民政府（街道办事处）').waitFor();
  await look(bench, 'alarm');
  await fill(bench, '联系的人', '外祖母');
  await fill(bench, '情况', '随父母去了外县，电话无人接听');
  await bench.getByRole('button', { name: '登记联系' }).click();
  await bench.getByText('电话，外祖母').waitFor();
  const report = async (matter: string, to: string, name: string) => {
    await bench.getByRole('button', { name: '登记书面上报' }).click();
    await bench.getByRole('dialog').getByText(matter, { exact: true }).click();
    await pick(bench, '报送对象', to);
    await fill(bench, '名称', name);
    await bench.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    await bench.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await report('旷课告知', '乡镇人民政府（街道办事处）', '簇桥街道办事处');
  await bench.getByText('已告知').first().waitFor();
  await bench.getByRole('button', { name: '登记签收' }).click();
  await fill(bench, '签收人', '王建国');
  await bench.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await bench.getByText('2026-09-18由王建国签收').waitFor();
  await report('辍学报告', '乡镇人民政府（街道办事处）', '簇桥街道办事处');
  await report('辍学报告', '县级教育行政部门', '武侯区教育局');
  await look(bench, 'told');
  const phone = await open(t, teacher, `truancy/${child}`, { ...PHONE, dark: true });
  await phone.getByText('外祖母').waitFor();
  await look(phone, 'told-phone-dark');
  await look(await open(t, teacher, 'attendance?view=truancy', PHONE), 'alarms-phone');
  await bench.getByRole('link', { name: '打印告知书' }).click();
  await bench.getByText('自2026年9月14日起连续旷课5天').waitFor();
  await look(bench, 'notice');
});

test('the dropout is reported, noted by the authority, listed by the county, and the child comes back', async (t) => {
  const page = await open(t, registrar, `truancy/${child}`);
  await page.getByRole('link', { name: '报告辍学' }).click();
  await page.waitForURL(/changes\/students/);
  await fill(page, '认定日期', '2026-09-18');
  await fill(page, '辍学原因', '随父母外出');
  await pick(page, '现在去向', '随父母外出');
  await pick(page, '随迁子女', '外来务工人员随迁子女');
  await fill(page, '户籍所在地', '长葛市');
  await page.getByText('辍学情况已书面上报').waitFor();
  await look(page, 'dropout-form');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  const acts = `/api${new URL(page.url()).pathname}/acts`;
  const signed = await app.as(leader).post(acts, { action: 'SUBMIT' });
  assert.equal(signed.status, 200, signed.detail);
  const noted = await app.as(officer).post(acts, { action: 'NOTE' });
  assert.equal(noted.status, 200, noted.detail);
  const record = await open(t, registrar, `students/${child}`);
  await record.getByText('辍学', { exact: true }).first().waitFor();

  const list = await open(t, officer, 'dropouts');
  await list.getByRole('link', { name: '安静' }).waitFor();
  await look(list, 'dropouts');
  await list.getByRole('tab', { name: /学期末转交/ }).click();
  await list.getByRole('button', { name: '登记转交' }).click();
  await fill(list, '接收机构', '长葛市教育体育局');
  await list.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await list.getByText('转交长葛市教育体育局，待签收').waitFor();
  await look(list, 'hand-over');
  await look(await open(t, officer, 'dropouts', { ...PHONE, dark: true }), 'dropouts-phone-dark');

  app.clock.set('2026-10-12T09:00:00+08:00');
  const back = await open(t, registrar, `truancy/${child}`);
  await back.getByRole('link', { name: '办理复学' }).click();
  await back.waitForURL(/changes\/students/);
  await fill(back, '返校日期', '2026-10-12');
  await pick(back, '返校情形', '经劝返返校');
  await pick(back, '就读年级', '七年级');
  await look(back, 'return-form');
  await back.getByRole('button', { name: '提交签署' }).click();
  await back.waitForURL(/\/cases\//);
  const path = `/api${new URL(back.url()).pathname}/acts`;
  const head = await anAccount(app, { at: wuhou, role: 'AUTHORITY_LEADER' });
  for (const [person, action] of [
    [leader, 'SUBMIT'],
    [officer, 'APPROVE'],
    [head, 'APPROVE'],
  ] as const) {
    const { status, detail } = await app.as(person).post(path, { action, opinion: '情况属实' });
    assert.equal(status, 200, detail);
  }
  const again = await open(t, registrar, `students/${child}`, { ...OFFICE, dark: true });
  await again.getByText('七年级，未分班').waitFor();
  await look(again, 'back-dark');
});
