/**
 * 随迁子女转学: a child whose parents work in 成都 moves from 长葛 to 武侯: found, asked for, signed, sent back once for
 * mending, left lying by one authority until its superior forces the step, decided by the city, and then a child of the
 * new school; the old one keeps its copy.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { anAuthority } from '../builders.ts';
import { townPages } from '../town-pages.ts';
import { both as bothSay, deskOf, twoTowns } from '../two-towns.ts';

const town = await twoTowns();
const { app, receiving, sending, wuhou, changge, chengdu } = town;
const { open, look, lookAround, act, both } = await townPages(town, 'transfer');
const xuchang = await deskOf(app, await anAuthority(app, { placeCode: '411000' }));
const child = await town.child('李沐辰');
/** Where the case is, once it was opened. */
let path = '';

/** Where the record lies, as the child's page says it to the sending school; 404 once it has gone. */
const seenBySending = async () => (await sending.registrar.get(`/api/students/${child.id}`)).status;
const openRegistrations = async () => {
  const { open } = await town.record(child.id);
  return open?.school_id;
};

test('3 September: the receiving school finds the child, fills in the form by what both laws ask, and hands in', async (t) => {
  const page = await open(t, receiving, 'registrar', '/workbench');
  await page.getByRole('link', { name: '异动办件' }).click();
  await page.getByText('还没有转入').waitFor();
  await look(page, 'empty');
  await page.getByRole('button', { name: '办理转入' }).click();
  const card = page.getByRole('region', { name: '转入学生' });
  await card.getByLabel('姓名').fill('李沐晨');
  await page.getByLabel('证件号').fill(child.number);
  await page.keyboard.press('Enter');
  await page.getByText('没有找到').waitFor();
  await card.getByLabel('姓名').fill('李沐辰');
  await page.keyboard.press('Enter');
  await page.getByText('葛天路小学').first().waitFor();
  await look(page, 'found');

  await page.getByLabel('转学事由').selectOption({ label: '父母外来务工' });
  await page.getByLabel('迁移范围').selectOption({ label: '跨省' });
  await page.getByLabel('编入班级').selectOption({ index: 1 });
  await page.getByLabel('没有', { exact: true }).check({ force: true });
  await page.getByLabel('监护人已提出书面申请').check();
  await page.getByRole('list', { name: '转学材料' }).waitFor();
  await look(page, 'form');
  const send = page.getByRole('button', { name: '提交签署' });
  assert.match((await send.getAttribute('class')) ?? '', /is-locked/, 'papers are missing');
  const papers = page.getByRole('list', { name: '转学材料' }).getByRole('checkbox');
  for (let at = 0; at < (await papers.count()); at++) await papers.nth(at).check();
  await page.getByText('已备6项，共6项').waitFor();
  await page.locator('.button.is-primary:not(.is-locked)').waitFor();
  await look(page, 'ready');
  await page.getByRole('textbox', { name: /^说明/ }).fill('父母自8月起在武侯区务工，有劳动合同和居住证');
  await send.click();
  await page.waitForURL(/\/cases\//);
  path = new URL(page.url()).pathname;
  await page.getByText('李沐辰 葛天路小学→锦里西路小学').first().waitFor();
  await page.locator('dd').filter({ hasText: '父母外来务工' }).waitFor();
  await look(page, 'case');
  await act(t, receiving, 'leader', { path, button: '签署“提交”' });
});

test('7 to 14 September: agreed to, sent back by the sending school, mended, handed in again, agreed to', async (t) => {
  app.clock.set('2026-09-07T10:00:00+08:00');
  await both(t, wuhou, path, '同意转入');
  app.clock.set('2026-09-09T10:00:00+08:00');
  const page = await open(t, sending, 'registrar', '/workbench');
  await page.getByText('李沐辰').first().waitFor();
  await look(page, 'workbench');
  await act(t, sending, 'registrar', { path, button: '退回补正', opinion: '请核对迁移范围' });

  const mending = await open(t, receiving, 'registrar', path);
  await mending.getByText('请核对迁移范围').first().waitFor();
  await mending.getByText('时限暂停，还剩8个工作日').waitFor();
  await look(mending, 'returned');
  await mending.getByRole('button', { name: '修改申请' }).click();
  const dialog = mending.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^迁移范围/ }).selectOption({ label: '同省跨市' });
  await dialog.getByRole('combobox', { name: /^迁移范围/ }).selectOption({ label: '跨省' });
  await dialog.getByRole('checkbox', { name: '监护人已提出书面申请' }).check();
  await look(mending, 'mending');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  const caseId = path.split('/').at(-1)!;
  assert.equal((await bothSay(receiving, caseId, 'SUBMIT')).status, 200);
  app.clock.set('2026-09-14T10:00:00+08:00');
  assert.equal((await bothSay(sending, caseId, 'APPROVE')).status, 200);
  assert.equal(await openRegistrations(), sending.at.id);
});

test('12 October: the sending authority has let ten working days pass; its superior forces the step, reason and second person', async (t) => {
  app.clock.set('2026-10-12T10:00:00+08:00');
  const page = await open(t, xuchang, 'registrar', '/workbench');
  await page.getByText('下级逾期，可督办').waitFor();
  await page.getByRole('link', { name: /李沐辰/ }).click();
  await page.getByText('许昌市教育局可强制办理').waitFor();
  await page.locator('dd').filter({ hasText: '父母外来务工' }).waitFor();
  await look(page, 'overdue');
  path = new URL(page.url()).pathname;
  const force = page.getByRole('button', { name: '强制办理' });
  await force.click();
  await page.getByText('强制办理须写明意见').waitFor(); // without a reason nothing is sent
  await act(t, xuchang, 'registrar', {
    path,
    button: '强制办理',
    opinion: '长葛市教育局逾期未办，材料齐全，随迁子女已到校就读',
  });
  const waiting = await open(t, changge, 'registrar', path);
  await waiting.getByText('长葛市教育局逾期未办').first().waitFor();
  await act(t, xuchang, 'leader', { path, button: '签署“强制办理”', opinion: '同意' });

  for (const desk of [receiving, wuhou, sending, changge, chengdu]) {
    const seen = await open(t, desk, 'registrar', path);
    await seen
      .getByText(/许昌市教育局强制办理/)
      .first()
      .waitFor();
    await seen.getByRole('button', { name: /办理经过/ }).click();
    const events = seen.locator('.case-event');
    await events.filter({ hasText: '签署“强制办理”' }).waitFor();
    await events.filter({ hasText: '长葛市教育局逾期未办，材料齐全' }).waitFor();
    if (desk === receiving) await look(seen, 'forced');
  }
  assert.equal(await openRegistrations(), sending.at.id, 'the child is registered where it was while the case runs');
  assert.equal(await seenBySending(), 200);
});

test('13 October: the last decision ends the old registration and begins the new one; the sending school keeps its copy', async (t) => {
  app.clock.set('2026-10-13T10:00:00+08:00');
  await both(t, chengdu, path, '同意转学');
  assert.equal(await openRegistrations(), receiving.at.id);
  assert.equal(await seenBySending(), 404);

  const page = await open(t, receiving, 'registrar', `/students/${child.id}`);
  await page.getByText('锦里西路小学').first().waitFor();
  await page.getByText('葛天路小学').first().waitFor();
  await look(page, 'student');
  const list = await open(t, sending, 'registrar', '/transfers?side=OUT');
  await list.getByText('已办结').waitFor();
  await look(list, 'out');
  await list.getByRole('link', { name: /李沐辰/ }).click();
  await list.getByRole('button', { name: '看留存副本' }).click();
  await list.getByText(/留存于10月13日，只供查看/).waitFor();
  await look(list, 'copy');
});

test('the same on the phone and in the dark', async (t) => {
  const page = await open(t, receiving, 'registrar', path);
  await page
    .getByText('两校对照')
    .or(page.getByRole('table', { name: '两校对照' }))
    .first()
    .waitFor({ state: 'attached' });
  await lookAround(page, 'case');
  await page.goto(new URL('/transfers', page.url()).href);
  await page.getByText('已办结').waitFor();
  await lookAround(page, 'list');
  await page.goto(new URL('/transfers/open', page.url()).href);
  await page.getByLabel('证件号').waitFor();
  await lookAround(page, 'open');
});
