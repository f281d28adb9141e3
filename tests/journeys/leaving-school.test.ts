/**
 * 离开学校: a senior student of Sichuan withdraws on application, drawn up on the record, signed at the school and decided by
 * the authority; a child dies, and the registration ends with the proof; both stay to be found by the school.
 */
import test from 'node:test';
import type { Page } from 'playwright-core';
import { anAccount } from '../builders.ts';
import { changeTowns, type Town } from '../change-desks.ts';
import { OFFICE, officePages, PHONE } from '../office-pages.ts';

const { app, sichuan, sichuanSenior } = await changeTowns();
const { open, look } = await officePages(app);
const senior = await sichuanSenior.student({ name: '周雨桐' });
await sichuan.student({ name: '陈思远' });
const people = async ({ school, above }: Town) => ({
  registrar: await anAccount(app, { at: school.at, role: 'SCHOOL_REGISTRAR' }),
  leader: await anAccount(app, { at: school.at, role: 'SCHOOL_LEADER' }),
  officer: await anAccount(app, { at: above[0]!.at, role: 'AUTHORITY_REGISTRAR' }),
  head: await anAccount(app, { at: above[0]!.at, role: 'AUTHORITY_LEADER' }),
});
const [seniors, juniors] = [await people(sichuanSenior), await people(sichuan)];

const fill = (page: Page, label: string, text: string) => page.getByRole('textbox', { name: label }).fill(text);
const pick = (page: Page, label: string, words: string) =>
  page.getByRole('combobox', { name: label }).selectOption({ label: words });
const pathOf = (page: Page) => new URL(page.url()).pathname.slice(1);

test('on the record: what may be done, the form with the law beside it, signature and decision', async (t) => {
  const page = await open(t, seniors.registrar, `students/${senior}`);
  await page.getByRole('button', { name: '异动' }).click();
  await page.getByText('周雨桐可办的').waitFor();
  await look(page, 'change-kinds');
  await look(await open(t, seniors.registrar, `changes/students/${senior}`, PHONE), 'change-kinds-phone');
  await page.getByRole('button', { name: '办理退学' }).click();
  await page.getByText('填好必填项后核对').waitFor();
  await look(page, 'change-blank');
  await pick(page, '退学事由', '其他特殊情况');
  await pick(page, '由谁提出', '学生及监护人');
  await page.getByText('退学材料缺书面退学申请、退学申请表').waitFor();
  await look(page, 'change-refused');
  await page.getByText('书面退学申请', { exact: true }).first().click();
  await page.getByText('退学申请表', { exact: true }).first().click();
  await page.getByText('四川省中小学生退学申请表（附件6）').waitFor();
  await page.getByText('因特殊情况书面申请').waitFor();
  await look(page, 'change-form');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByText('退学事由', { exact: true }).waitFor();
  await look(page, 'change-case');
  const path = pathOf(page);

  const blocked = await open(t, seniors.registrar, `changes/students/${senior}`, { ...OFFICE, dark: true });
  await blocked.getByText('办结或撤回后再办').waitFor();
  await look(blocked, 'change-blocked-dark');

  const acts = `/api/${path}/acts`;
  await app.as(seniors.leader).post(acts, { action: 'SUBMIT' });
  await app.as(seniors.officer).post(acts, { action: 'APPROVE', opinion: '情况属实' });
  const desk = await open(t, seniors.head, path, { ...PHONE, dark: true });
  await desk.getByText('周雨桐 退学').first().waitFor();
  await look(desk, 'change-case-phone-dark');
  await app.as(seniors.head).post(acts, { action: 'APPROVE', opinion: '情况属实' });

  const record = await open(t, seniors.registrar, `students/${senior}`);
  await record.getByText('已退学').first().waitFor();
  await look(record, 'change-record-left');
});

test('a death is entered with its proof within the ten working days; the child stays in the list of those who left', async (t) => {
  const page = await open(t, juniors.registrar, 'changes');
  await page.getByText('没有正在办理的异动').waitFor();
  await look(page, 'changes-empty');
  await page.getByRole('button', { name: '办理异动' }).click();
  await fill(page, '学生', '陈思');
  await page.getByRole('link', { name: '陈思远' }).waitFor();
  await look(page, 'change-choose');
  const phone = await open(t, juniors.registrar, 'changes/apply', { ...PHONE, dark: true });
  await look(phone, 'change-choose-phone-dark');
  await page.getByRole('link', { name: '陈思远' }).click();
  await page.getByRole('button', { name: '办理死亡注销' }).click();
  await fill(page, '死亡日期', '2026-10-08');
  await page.getByText('缺死亡证明，不予注销').waitFor();
  await page.getByText('有死亡证明', { exact: true }).click();
  await fill(page, '证明的名称和出具单位', '死亡医学证明，区人民医院');
  await page
    .getByText(/10个工作日内报请注销/)
    .first()
    .waitFor();
  await look(page, 'change-death');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  const acts = `/api/${pathOf(page)}/acts`;
  await app.as(juniors.leader).post(acts, { action: 'SUBMIT' });
  const running = await open(t, juniors.officer, 'changes');
  await running.getByText('陈思远 死亡注销').waitFor();
  await look(running, 'changes-running');
  await app.as(juniors.officer).post(acts, { action: 'APPROVE', opinion: '证明属实' });
  await app.as(juniors.head).post(acts, { action: 'APPROVE', opinion: '证明属实' });

  const list = await open(t, juniors.registrar, 'changes?side=LEFT');
  await list.getByText('2026-10-12 死亡').waitFor();
  await look(list, 'changes-left');
  await look(await open(t, juniors.registrar, 'changes?side=LEFT', PHONE), 'changes-left-phone');
  await list.getByRole('link', { name: '陈思远' }).click();
  await list.getByText('已去世').first().waitFor();
  await look(list, 'change-record-deceased');
});
