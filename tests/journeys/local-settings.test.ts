import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { newPage, openBrowser } from '../browser.ts';
import { newcomer } from '../newcomer.ts';
import { look as lookAt } from '../office-pages.ts';

await openBrowser();
const house = await newcomer({ students: 600, port: 18_092 });

const field = (room: Page | Locator, label: string): Locator =>
  room.locator(`.form-row:has(> label:text-matches("^${label}([*]|$)"))`).locator('input,select,textarea').first();

const look = (page: Page, name: string) => lookAt(page, `local-settings-${name}`);

test('what the law leaves open is drawn up, tried and handed to the leader', async (t) => {
  const page = await house.signIn(t, 'wuhou.jingban');
  await page.getByRole('link', { name: '机构账号' }).click();
  await page.getByRole('link', { name: '地方设定' }).click();
  const cutoff = page.getByRole('listitem').filter({ hasText: '年满入学年龄的截止日' });
  await cutoff.getByText('未规定', { exact: true }).waitFor();
  await look(page, 'list');
  await cutoff.getByRole('button', { name: '设定' }).click();

  const line = page.getByRole('group', { name: /入学年龄/ });
  await field(line, '年满入学年龄的截止日').fill('9月31日');
  await field(line, '依据条款').fill('第二条');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.getByText('请填每年的某一天，例如8月31日').waitFor();
  await field(line, '年满入学年龄的截止日').fill('8月31日');
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByText(/看完\d+件/).waitFor();

  await field(page, '依据文件').fill('2026年义务教育招生入学工作通知');
  await field(page, '文号').fill('武教发〔2026〕12号');
  await field(page, '发布日期').fill('2026-09-01');
  await field(page, '生效日期').fill('2026-09-18');
  await page.getByRole('button', { name: '设定学期起止' }).click();
  await field(page, '开学').fill('2026-09-01');
  await field(page, '结束').fill('2027-01-22');
  await page.getByRole('button', { name: '写通知内容' }).click();
  await field(page, '所涉事项').selectOption({ label: '新生报到与延期' });
  await field(page, '内容').fill('新生9月1日报到，带录取通知书和户口簿原件');
  await look(page, 'draft');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByText('年满入学年龄的截止日：8月31日，原未规定').waitFor();
  await look(page, 'case');
});

test('the leader signs, and the value stands in the list with its notice', async (t) => {
  const leader = await house.signIn(t, 'wuhou.lingdao');
  await leader.getByRole('link', { name: /2026年义务教育招生入学工作通知/ }).click();
  await leader.getByRole('button', { name: /签署“发布”/ }).click();
  await leader.getByText('现在没有等您办的').waitFor();
  await leader.getByRole('link', { name: '机构账号' }).click();
  await leader.getByRole('link', { name: '地方设定' }).click();
  await leader.getByText('年满入学年龄的截止日：8月31日').waitFor();
  await leader.getByText('2026学年第一学期：2026-09-01至2027-01-22').waitFor();
  await look(leader, 'set');
});

test('a family reads the notice beside the law of the place, on the phone', async (t) => {
  const page = await newPage(t, { width: 375, height: 812, dark: true });
  await page.goto(`${house.application.url}/law/in-force?place=510107&day=2026-09-20`);
  await page.getByText('新生9月1日报到，带录取通知书和户口簿原件').waitFor();
  await look(page, 'notice-phone');
});
