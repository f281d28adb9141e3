/**
 * 一名患病的学生: in Shanxi a registrar applies for a leave on a child's record, is told what the law wants, school and
 * authority sign; the leave is prolonged, watched as it runs out, and ends with the return into the next grade.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { OFFICE, officePages, PHONE } from '../office-pages.ts';
import { someStudents } from '../students.ts';

const app = await testApplication({ now: '2026-10-10T10:00:00+08:00' });
const authority = await anAuthority(app, { placeCode: '140106' });
const school = await aSchool(app, { under: authority, name: '桃园小学' });
const registrar = await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' });
const leader = await anAccount(app, { at: school, role: 'SCHOOL_LEADER' });
const officer = await anAccount(app, { at: authority, role: 'AUTHORITY_REGISTRAR' });
const head = await anAccount(app, { at: authority, role: 'AUTHORITY_LEADER' });
const group = await aClassGroup(app, { school, grade: 4 });
const [child = ''] = await someStudents(app, {
  ...{ school, classGroup: { ...group, firstGrade: 4 }, name: '李沐辰', bornOn: '2016-05-12' },
  registeredOn: '2023-09-01',
});

const { open, look } = await officePages(app, 'leave');
const fill = (page: Page, label: string, text: string) => page.getByRole('textbox', { name: label }).fill(text);
const pick = (page: Page, label: string, words: string) =>
  page.getByRole('combobox', { name: label }).selectOption({ label: words });

/** Everybody after the registrar does the same act on the case. */
async function carryOn(path: string): Promise<void> {
  const acts = `/api${path.slice(path.indexOf('/cases/'))}/acts`;
  for (const [person, action] of [
    [leader, 'SUBMIT'],
    [officer, 'APPROVE'],
    [head, 'APPROVE'],
  ] as const) {
    const answer = await app.as(person).post(acts, { action, opinion: '情况属实' });
    assert.equal(answer.status, 200, answer.detail);
  }
}

test('on the record of the child: too few hours are refused with the article, a third of the term goes through', async (t) => {
  const page = await open(t, registrar, `students/${child}`);
  await page.getByRole('button', { name: '休学复学' }).click();
  await page.waitForURL(/leaves\/students/);
  await pick(page, '休学原因', '伤病');
  await fill(page, '起始日', '2026-10-08');
  await fill(page, '期满日', '2027-09-10');
  await fill(page, '学期学时', '600');
  await fill(page, '缺课学时', '120');
  await pick(page, '医疗证明', '县级医疗单位');
  await page.getByText('未达到学期总学时600的三分之一').waitFor();
  await page.getByText('先处理1项不符').first().waitFor();
  await look(page, 'refused');
  await fill(page, '缺课学时', '300');
  await page.getByText('达到学期总学时600的三分之一').waitFor();
  await page.getByText('《山西省中小学生休学、复学申请表》').waitFor();
  await look(page, 'form');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByText('停课休养', { exact: true }).waitFor();
  await page.getByRole('button', { name: '交其他材料' }).waitFor();
  await look(page, 'case');
  const path = new URL(page.url()).pathname;
  const phone = await open(t, officer, path.slice(1), { ...PHONE, dark: true });
  await phone.getByText('李沐辰 休学').first().waitFor();
  await look(phone, 'case-phone-dark');
  await carryOn(path);
});

test('the leave is prolonged before it ends, and the workbench tells when it is about to', async (t) => {
  app.clock.set('2027-08-25T10:00:00+08:00');
  const bench = await open(t, registrar, 'workbench');
  await bench.getByText('1名学生休学将期满').click();
  await bench.waitForURL(/leaves/);
  await bench.getByText('还有16天').waitFor();
  await look(bench, 'list');
  await bench.getByRole('button', { name: '复学或延长' }).click();
  await bench.getByText('延长休学', { exact: true }).click();
  await fill(bench, '申请休至', '2028-08-31');
  await pick(bench, '医疗证明', '县级医疗单位');
  await bench.getByText('连续休学最长').waitFor();
  await look(bench, 'extension');
  await bench.getByRole('button', { name: '提交签署' }).click();
  await bench.waitForURL(/\/cases\//);
  await carryOn(new URL(bench.url()).pathname);
});

test('run out, it stands in red; back into the next grade, and the course of the child tells all of it', async (t) => {
  app.clock.set('2028-09-04T10:00:00+08:00');
  const page = await open(t, registrar, 'leaves?tab=ended');
  await page.getByText('期满4天').waitFor();
  await look(page, 'ended');
  await look(await open(t, registrar, 'leaves?tab=ended', { ...PHONE, dark: true }), 'ended-phone-dark');
  const phone = await open(t, registrar, `leaves/students/${child}`, PHONE);
  await phone.getByText('复学申请').waitFor();
  await look(phone, 'return-phone');
  await page.getByRole('button', { name: '复学或延长' }).click();
  await fill(page, '复学日期', '2028-09-04');
  await pick(page, '就读年级', '五年级');
  await pick(page, '康复证明', '县级医疗单位');
  await page.getByText('按本人要求编入5年级').waitFor();
  await look(page, 'return');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  await carryOn(new URL(page.url()).pathname);
  const record = await open(t, registrar, `students/${child}`, { ...OFFICE, dark: true });
  await record.getByText('五年级，未分班').waitFor();
  await record.getByText('复学', { exact: true }).first().waitFor();
  await look(record, 'record-dark');
});
