/**
 * 问法规: a family on the phone asks before it walks to the school, compares two places, reads where a value comes from;
 * an officer finds the same pages in the frame, and a chip on any page leads to its article.
 */
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { testApplication } from '../application.ts';
import { newPage, type PageOptions } from '../browser.ts';
import { anAccount, anAuthority } from '../builders.ts';
import { look, lookAround, OFFICE, officePages, PHONE } from '../office-pages.ts';

const app = await testApplication({ now: '2026-10-12T10:00:00+08:00' });
const county = await anAuthority(app);
const officer = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' });

const pages = await officePages(app);
const { home } = pages;

async function open(t: TestContext, path: string, options: PageOptions = PHONE): Promise<Page> {
  const page = await newPage(t, options);
  await page.goto(`${home}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  return page;
}

async function choosePlace(page: Page, label: string, names: readonly string[]): Promise<void> {
  for (const [at, step] of ['省', '市', '县（市、区）'].slice(0, names.length).entries()) {
    const list = page.getByRole('combobox', { name: `${label}：${step}` });
    await list.locator('option', { hasText: names[at]! }).waitFor({ state: 'attached' });
    await list.selectOption({ label: names[at]! });
  }
}

const TRANSFER = {
  ...{ 'f.stage': 'JUNIOR', 'f.grade': '7', 'f.targetGrade': '7', 'f.lastGrade': '0' },
  ...{ 'f.ground': 'HOUSEHOLD_MOVED', 'f.moved': 'ACROSS_PROVINCES', 'f.schools': 'OTHER_PROVINCE' },
  ...{ 'f.forTerm': 'RUNNING', 'f.termStart': '2026-09-01', 'f.termEnd': '2027-01-20' },
  ...{ 'f.guardianApplies': '1', 'f.onLeave': '0', 'f.underSanction': '0' },
};
const transferInto = (receiving: string): string =>
  `law/check?${new URLSearchParams({ question: 'transfer', day: '2026-10-12', sending: '120101', receiving, ...TRANSFER })}`;

/** The conclusion as the phone shows it. */
async function show(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '看结论' }).click();
  await look(page, name);
}

const child = 'f.intakeYear=2026&f.grade=1&f.bornOn=2020-09-01';

test('a family asks from the sign-in page, on the phone, and is told what cures the refusal', async (t) => {
  const page = await open(t, 'sign-in');
  await page.getByRole('link', { name: '办事预查与法规' }).click();
  await page.getByRole('link', { name: '入学年龄' }).first().click();
  await choosePlace(page, '在哪里办', ['河南省', '许昌市', '长葛市']);
  await page.getByRole('textbox', { name: '出生日期' }).fill('20200901');
  await page.getByRole('textbox', { name: '招生年度' }).fill('2026');
  await page.getByRole('textbox', { name: '就读年级' }).fill('1');
  await page.getByRole('button', { name: '看结论' }).click();
  const verdict = page.getByRole('region', { name: '结论' });
  await verdict.getByText('入学年龄：不符合规定').waitFor();
  assert.match((await verdict.textContent()) ?? '', /8月31日前未满6周岁：经学籍主管部门批准的，附批准文件/);
  await look(page, 'law-age');

  // The same address is the same answer, on another machine and another day.
  const address = page.url();
  const other = await newPage(t, PHONE);
  await other.goto(address);
  await other.getByRole('region', { name: '结论' }).getByText('不符合规定').waitFor();
});

test('the same transfer in October in three places: yes, with a reason, no', async (t) => {
  const page = await open(t, transferInto('411082'));
  const verdict = page.getByRole('region', { name: '结论' });
  await verdict.getByText('转学：符合规定').waitFor();
  await page.getByRole('region', { name: '学生及监护人的材料' }).getByText('学籍证明').waitFor();
  await page.getByText('10月26日周一').waitFor();
  await look(page, 'law-transfer');
  await show(page, 'law-transfer-changge');
  await page.goto(`${home}${transferInto('510107')}`);
  await verdict.getByText(/与一般规定不合，.*可酌情准许/).waitFor();
  await show(page, 'law-transfer-sichuan');
  await page.goto(`${home}${transferInto('130283')}`);
  await verdict.getByText('转学：不符合规定').waitFor();
  await show(page, 'law-transfer-qianan');

  // One press tries what would help.
  await page.goto(`${home}${transferInto('510107')}`);
  await page.getByRole('button', { name: /转入学期：下学期.*符合规定/ }).click();
  await verdict.getByText('转学：符合规定').waitFor();
  assert.match(page.url(), /f\.forTerm=NEXT/);
});

test('how far apart the schools lie is not asked where their places tell it', async (t) => {
  const page = await open(t, 'law/check?question=transfer');
  await choosePlace(page, '现在学校所在地', ['天津市', '和平区']);
  await choosePlace(page, '要去的学校所在地', ['河南省', '许昌市', '长葛市']);
  await page.waitForURL(/f\.schools=OTHER_PROVINCE/);
});

test('an article opens under its finding in our words, and leads to its text', async (t) => {
  const page = await open(t, `law/check?question=entry-age&day=2026-10-12&place=411082&${child}`, OFFICE);
  await page.getByRole('button', { name: /长葛.*二、1/ }).click();
  await page.getByRole('note').getByText('长葛市中小学生学籍管理补充规定').waitFor();
  await page.getByRole('link', { name: '看这部法规' }).click();
  await page.getByRole('heading', { level: 1, name: '长葛市中小学生学籍管理补充规定' }).waitFor();
  await page.locator('.article-row.is-shown').waitFor();
  await page.goBack();
  await page.getByRole('region', { name: '结论' }).waitFor();
});

test('what is not yet said stands where the answer will be; nothing typed is lost on the way back', async (t) => {
  const page = await open(t, 'law/check?question=entry-age&place=411082&f.grade=1', OFFICE);
  await page.getByText('再填出生日期、招生年度，就有结论').waitFor();
  await page.getByRole('textbox', { name: '招生年度' }).fill('二〇二六');
  await page.getByText('请填数字').waitFor();
  await page.getByRole('link', { name: '本地规定' }).click();
  await page.getByText('有本地规定的：').waitFor();
  await page.goBack();
  assert.equal(await page.getByRole('textbox', { name: '就读年级' }).inputValue(), '1');
});

/** Goes on by Tab until the thing has the focus. */
async function tabTo(page: Page, thing: Locator): Promise<void> {
  await thing.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${thing} is not reached by Tab`);
}

test('by keyboard alone: choose the matter, say how it stands, read the article', async (t) => {
  const page = await open(t, 'law/check?place=411082', OFFICE);
  await tabTo(page, page.getByRole('link', { name: '入学年龄' }).first());
  await page.keyboard.press('Enter');
  for (const [name, typed] of [
    ['出生日期', '20200901'],
    ['招生年度', '2026'],
    ['就读年级', '1'],
  ] as const) {
    await tabTo(page, page.getByRole('textbox', { name }));
    await page.keyboard.type(typed);
  }
  await page.getByRole('region', { name: '结论' }).getByText('不符合规定').waitFor();
  await tabTo(page, page.getByRole('button', { name: /长葛.*二、1/ }));
  await page.keyboard.press('Enter');
  await page.getByRole('note').getByText('自2019年12月9日起施行').waitFor();
});

test('two places beside each other: what differs is marked, what is alike can be shown', async (t) => {
  const page = await open(t, 'law/compare');
  await page.getByRole('button', { name: /太原迎泽区与成都武侯区/ }).click();
  await page.getByText(/\d+处不同/).waitFor();
  await page.getByRole('combobox', { name: '事项' }).selectOption({ label: '建籍编班' });
  await page.getByRole('row', { name: /入学后建立学籍档案的期限/ }).waitFor();
  await look(page, 'law-compare-phone');
  await page.getByText('也看相同的').click();
  await page.waitForURL(/same=1/);
});

test('every page of the law can be read and reached, in the office and on the phone, by day and by night', async (t) => {
  const page = await open(t, 'law', OFFICE);
  for (const [at, [path, there]] of [
    ['law/check', '全部事项'],
    [`law/check?question=entry-age&day=2026-10-12&place=411082&${child}`, '结论供参考，以学籍主管部门核办为准'],
    [transferInto('510107'), '换个条件会怎样'],
    ['law/in-force', '有本地规定的：'],
    ['law/in-force?place=130283&day=2026-10-12', '14'],
    ['law/compare?a=140106&b=510107&day=2026-10-12', '处不同'],
    ['law/texts', '四川省中小学生学籍管理办法'],
    ['law/texts/SC?clause=SC-15.2', '第十五条'],
  ].entries()) {
    await page.goto(`${home}${path}`);
    await page.getByText(there!).first().waitFor();
    await lookAround(page, `law-${at}`);
  }
});

test('an officer finds the law in the frame, and comes back to where the chip was', async (t) => {
  const page = await pages.open(t, officer, 'workbench');
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '法规' }).click();
  await page.getByText('常问的事').waitFor();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  await page.goto(`${home}law/at?chip=${encodeURIComponent('四川·第十五条')}`);
  await page.waitForURL(/law\/texts\/SC\?clause=SC-15/);
  await look(page, 'law-office-text');
});
