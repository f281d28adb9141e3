/**
 * 家长先提出: a family tells the school that has the child where it wants to go; the school that is asked finds the wish on
 * its workbench, sees which grounds are none, begins the transfer from it, and at the end the paper file follows.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { townPages } from '../town-pages.ts';
import { both as bothSay, FORM, twoTowns } from '../two-towns.ts';

const town = await twoTowns();
const { app, receiving, sending, wuhou, changge, chengdu } = town;
const { open, look, lookAround } = await townPages(town, 'family');
const child = await town.child('李沐辰');
const other = await town.child('王静怡');
let path = '';

test('the school of the child records what the family wishes', async (t) => {
  const page = await open(t, sending, 'registrar', `/students/${child.id}`);
  await page.getByRole('button', { name: '转学意愿' }).click();
  await page.getByText('由意向学校发起转学').waitFor();
  await look(page, 'wish');
  const school = page.getByRole('combobox', { name: /意向学校/ });
  await school.click();
  await school.fill('锦里');
  await page.locator('.ant-select-item-option').filter({ hasText: '锦里西路小学' }).click();
  await page.getByRole('combobox', { name: /转学事由/ }).selectOption({ label: '父母工作调动' });
  await page.getByRole('combobox', { name: /迁移范围/ }).selectOption({ label: '跨省' });
  await page.getByRole('textbox', { name: /家长说明/ }).fill('父亲9月起调到武侯区工作，想就近读锦里西路小学');
  await look(page, 'wish-filled');
  await page.getByRole('button', { name: '转达意向学校' }).click();
  await page.getByText('待答复').first().waitFor();
  await look(page, 'wishes');
});

test('the school that is asked sees which grounds are none, and begins with what the family said', async (t) => {
  const page = await open(t, receiving, 'registrar', '/workbench');
  await page.getByText('1件转学意愿待答复').waitFor();
  await look(page, 'workbench');
  await page.getByRole('link', { name: /转学意愿待答复/ }).click();
  await page.getByRole('button', { name: '不能接收' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('试读不合格', { exact: true }).waitFor();
  await look(page, 'decline');
  await dialog.getByRole('button', { name: '返回' }).click();
  await page.getByRole('button', { name: '发起转学' }).click();
  await page.getByText('父亲9月起调到武侯区工作').first().waitFor();
  await page.getByLabel('没有', { exact: true }).check({ force: true });
  const papers = page.getByRole('list', { name: '转学材料' }).getByRole('checkbox');
  await papers.first().waitFor();
  for (let at = 0; at < FORM.papers.length; at++) await papers.nth(at).check();
  await page.locator('.button.is-primary:not(.is-locked)').waitFor();
  await page.getByRole('textbox', { name: /^说明/ }).fill('家长意愿，父亲工作调动');
  await look(page, 'prefilled');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  path = new URL(page.url()).pathname;
  const caseId = path.split('/').at(-1)!;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT', opinion: '同意' });
});

test('the authority that would refuse must choose its ground; what is none is locked with its article', async (t) => {
  const page = await open(t, wuhou, 'registrar', path);
  await page.getByRole('button', { name: '不同意' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('入学考试或考核未通过', { exact: true }).waitFor();
  const beyond = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  assert.ok(beyond <= 0, 'nothing lies below the bar of a page that fills the window');
  await look(page, 'refuse');
  await dialog.getByRole('button', { name: '提出不同意' }).click();
  await dialog.getByText('请选择一项理由').waitFor();
  await dialog.getByRole('radio', { name: '班额已满' }).check();
  await dialog.getByRole('textbox', { name: /具体情况/ }).fill('四年级各班均已满额');
  const answered = page.waitForResponse((response) => response.url().endsWith('/refusals'));
  await dialog.getByRole('button', { name: '提出不同意' }).click();
  assert.equal((await answered).status(), 200);
  const signing = await open(t, wuhou, 'leader', path);
  await signing.getByText('班额已满：四年级各班均已满额').first().waitFor();
  await look(signing, 'refusal-to-sign');
  await signing.locator('.decision-opinion .control').fill('三班还有学位，不予签署');
  await signing.getByRole('button', { name: '退回经办' }).click();
  await signing.getByText('现在没有等您办的').waitFor(); // the next case opens by itself, and there is none
  const again = await open(t, wuhou, 'registrar', path);
  await again.getByText('三班还有学位').first().waitFor();
});

test('the paper file follows: sent with its list, received and the receipt there to print', async (t) => {
  const caseId = path.split('/').at(-1)!;
  for (const desk of [wuhou, sending, changge, chengdu]) {
    assert.equal((await bothSay(desk, caseId, 'APPROVE')).status, 200);
  }
  app.clock.set('2026-09-28T10:00:00+08:00');
  const page = await open(t, sending, 'registrar', '/workbench');
  await page.getByText('1份学籍档案待转出').waitFor();
  await look(page, 'file-reminder');
  await page.getByRole('link', { name: /学籍档案待转出/ }).click();
  await page.getByText('待转出，还剩5天').waitFor();
  await look(page, 'files-out');
  await page.getByRole('button', { name: '转出档案', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: '学籍基础信息及变动情况' }).check();
  await dialog.getByRole('checkbox', { name: '学籍信息证明材料' }).check();
  await dialog.getByRole('textbox', { name: /页数/ }).fill('36');
  await dialog.getByLabel('机要或挂号邮寄').check({ force: true });
  await dialog.getByRole('textbox', { name: /邮件号/ }).fill('XA12345678901');
  await look(page, 'file-sending');
  await dialog.getByRole('button', { name: '转出', exact: true }).click();
  await page.getByText('已转出，待签收').waitFor();

  const there = await open(t, receiving, 'registrar', '/hand-overs?side=IN');
  await there.getByRole('button', { name: '签收档案' }).click();
  const receipt = there.getByRole('dialog');
  await receipt.getByLabel('与清单相符').check({ force: true });
  await look(there, 'file-receipt');
  await receipt.getByRole('button', { name: '签收', exact: true }).click();
  await there.getByText('没有在途的档案').waitFor();
  await there.goto(new URL(path, there.url()).href);
  await there.getByRole('region', { name: '纸质档案' }).getByText('已签收').waitFor();
  await there.getByRole('button', { name: '打印回执' }).waitFor();
  await look(there, 'case-over');
});

test('the same on the phone and in the dark', async (t) => {
  const page = await open(t, sending, 'registrar', path);
  await page.getByRole('region', { name: '纸质档案' }).getByText('已签收').waitFor({ state: 'attached' });
  await lookAround(page, 'case-over');
  await page.goto(new URL('/transfers?side=WISHES', page.url()).href);
  await page.getByText('已发起转学').waitFor();
  await lookAround(page, 'wishes');
  await page.goto(new URL(`/transfers/wishes/${other.id}`, page.url()).href);
  await page.getByText('转达意向学校').first().waitFor();
  await lookAround(page, 'wish');
  await page.goto(new URL(`/transfers/wishes/${child.id}`, page.url()).href);
  await page.getByText('没有找到此学生').first().waitFor();
});
