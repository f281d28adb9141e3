/**
 * 逾期督办: a county lets the term of a registration pass; the city sees it on its workbench, presses for it, and finds it in
 * its list and in the table of the month.
 */
import assert from 'node:assert/strict';
import { before, type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildWebIfStale } from '../../scripts/build.ts';
import { SESSION_COOKIE } from '../../src/http/index.ts';
import { signedIn } from '../access/caller.ts';
import { act, anAdmissionDesk, type Desk, importRows } from '../admission-desk.ts';
import { testApplication } from '../application.ts';
import { newPage, openBrowser, type PageOptions } from '../browser.ts';
import { anAccount, anAuthority, type TestAccount } from '../builders.ts';
import { childRows } from '../entrant-rows.ts';
import { look as lookAt } from '../office-pages.ts';

await openBrowser();
const { folder } = await buildWebIfStale();
const app = await testApplication({ now: '2026-09-21T10:00:00+08:00', pages: folder });
const home = await app.server.listen({ host: '127.0.0.1', port: 0 });
const sessions = signedIn(app.services, app.clock);
const city = await anAuthority(app, { placeCode: '411000' });
const pressing = await anAccount(app, { at: city, role: 'AUTHORITY_REGISTRAR', personName: '王敏' });
const signing = await anAccount(app, { at: city, role: 'AUTHORITY_LEADER', personName: '赵建国' });
const nation = await anAccount(app, { at: await anAuthority(app, { placeCode: '000000' }), role: 'AUTHORITY_LEADER' });
let holding: TestAccount;

const OFFICE = { width: 1366, height: 768 };
const THREE = /一年级\s*3\s*人/;
const PHONE = { width: 375, height: 812, dark: true };

async function handIn(desk: Desk, first: number, count: number): Promise<void> {
  const importId = await importRows(app, desk.registrar, childRows(count, first));
  const { body, detail } = await desk.registrar.post<{ caseIds: string[] }>(
    `/api/admissions/imports/${importId}/submissions`,
    {
      mode: 'GOOD',
      signedForms: true,
    },
  );
  assert.ok(body.caseIds, detail);
  await act(desk.leader, body.caseIds[0]!, 'SUBMIT');
}

before(async () => {
  const desk = await anAdmissionDesk(app);
  holding = await anAccount(app, { at: desk.authority, role: 'AUTHORITY_REGISTRAR', personName: '陈岚' });
  await handIn(desk, 1, 3);
  await handIn(desk, 20, 2);
  await handIn(desk, 40, 4);
  app.clock.set('2026-10-09T10:00:00+08:00');
});

async function open(t: TestContext, account: TestAccount, path: string, options: PageOptions = OFFICE): Promise<Page> {
  const page = await newPage(t, options);
  const { token } = await sessions(account.id);
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: home }]);
  await page.goto(`${home}${path}`);
  return page;
}

const look = (page: Page, name: string) => lookAt(page, `overdue-${name}`);

test('the city finds what its counties let pass, opens one and presses for it', async (t) => {
  const page = await open(t, pressing, '/workbench');
  await page.getByText('下级逾期，可督办').waitFor();
  await page.getByRole('link', { name: /3\s*件下级逾期/ }).waitFor();
  await look(page, 'workbench');
  await page.getByRole('link', { name: THREE }).click();
  await page.getByText('许昌市教育局可催办').waitFor();
  await look(page, 'case');
  await page.getByRole('button', { name: '催办' }).click();
  await page.getByRole('button', { name: '催办' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /办理经过/ }).click();
  await page.locator('.case-event').first().getByText('催办', { exact: true }).waitFor();
  await look(page, 'pressed');
});

test('the county reads on its workbench that it is pressed', async (t) => {
  const page = await open(t, holding, '/workbench');
  await page.getByText('上级今天催办').waitFor();
  await look(page, 'holder');
  await page.getByRole('link', { name: /3\s*件逾期/ }).click();
  await page.getByRole('heading', { name: '该我办' }).waitFor();
  await page.getByRole('button', { name: '已逾期' }).waitFor();
  await page.getByRole('link', { name: THREE }).waitFor();
  assert.equal(await page.getByRole('link', { name: /一年级/ }).count(), 3);
});

test('with the keyboard alone: the list of all that is overdue, narrowed to one county, and a case opened', async (t) => {
  const page = await open(t, pressing, '/overdue');
  await page.getByRole('link', { name: THREE }).waitFor();
  await look(page, 'list');
  await page.getByRole('button', { name: '全部单位' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('menuitemradio', { name: /长葛市.*3件/ })
    .or(page.getByRole('menuitem', { name: /长葛市.*3件/ }))
    .first()
    .waitFor();
  await page.locator('[role=menu] :focus').waitFor(); // the keys are the menu's once it has the focus
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.waitForURL(/under=/);
  await page.getByRole('link', { name: /一年级\s*4\s*人/ }).waitFor();
  await page.goto(page.url()); // the choice is in the address: a link to it can be sent
  await page.getByRole('link', { name: THREE }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cases\//);
});

test('on a phone in the dark: the list, the table of the month, and a case', async (t) => {
  const page = await open(t, signing, '/overdue', PHONE);
  await page.getByRole('link', { name: THREE }).waitFor();
  await look(page, 'list-phone');
  await page.goto(`${home}/league`);
  await page.getByText('长葛市').first().waitFor();
  await look(page, 'league-phone');
});

test('the nation reads the table of the month and takes it away as a workbook; children it does not see', async (t) => {
  const page = await open(t, nation, '/workbench');
  await page.getByRole('link', { name: '核查统计' }).click();
  await page
    .getByRole('cell', { name: /河南/ })
    .or(page.getByText(/河南省教育/))
    .first()
    .waitFor();
  assert.equal(await page.getByRole('link', { name: '逾期', exact: true }).count(), 0);
  await look(page, 'league');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  assert.match((await downloading).suggestedFilename(), /逾期通报2026-10\.xlsx$/);
});
