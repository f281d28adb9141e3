/** 一次升级: the county rehearses in July, sees who cannot go up, orders it; on the first of September it is done. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import test, { after, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { createServer } from 'vite';
import { SESSION_COOKIE } from '../../src/http/index.ts';
import { runPromotion } from '../../src/progression/promotion/run-promotion.ts';
import { signedIn } from '../access/caller.ts';
import { testApplication } from '../application.ts';
import { assertAccessible, newPage, openBrowser, type PageOptions, screenshot } from '../browser.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { ILL } from '../leave-desks.ts';
import { someStudents } from '../students.ts';

await openBrowser();
const app = await testApplication({ now: '2026-07-05T10:00:00+08:00' });
const county = await anAuthority(app, { placeCode: '140106' });
const school = await aSchool(app, { under: county, name: '桃园小学' });
const registrar = await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' });
const head = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' });
for (const grade of [1, 2, 3, 4, 5, 6]) {
  const group = { ...(await aClassGroup(app, { school, grade })), firstGrade: grade };
  const wish = { school, classGroup: group, registeredOn: '2025-09-01' };
  await someStudents(
    app,
    ...Array.from({ length: 4 }, (_, place) => ({
      ...wish,
      name: `${'甲乙丙丁戊己'[grade - 1]}学${'一二三四'[place]}`,
    })),
  );
}

await app.server.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.server.address() as AddressInfo;
// The page's own modules lie under /api too: only what is no module goes to the server.
const proxy = { '^/api/(?!.*\\.tsx?($|\\?))': `http://127.0.0.1:${port}` };
const vite = await createServer({
  configFile: resolve(import.meta.dirname, '../../vite.config.ts'),
  server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, proxy },
  logLevel: 'error',
});
await vite.listen();
after(() => vite.close());
const home = vite.resolvedUrls!.local[0]!;
const sessionOf = signedIn(app.services, app.clock);

async function open(t: TestContext, path: string, options: PageOptions) {
  const page = await newPage(t, options);
  const { token } = await sessionOf(head.id);
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: home }]);
  await page.goto(`${home}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await assertAccessible(page);
  await screenshot(page, `promotion-${name}`);
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overhang <= 0, `${name} is ${overhang} pixels wider than the window`);
}

test('the leader of a county moves its students up', async (t) => {
  const asked = await app.as(registrar).get<{ items: { studentId: string }[] }>('/api/students?q=甲学一');
  const studentId = asked.body.items[0]!.studentId;
  const matter = { kind: 'LEAVE', form: { ...ILL, beginsOn: '2026-07-01', endsOn: '2027-07-01' } };
  const leave = await app.as(registrar).post('/api/leaves', { studentId, matter, opinion: '情况属实' });
  assert.equal(leave.status, 200, leave.detail);

  const page = await open(t, 'promotions', { width: 1366, height: 768 });
  await page.getByText('还没有预演过升级').waitFor();
  await look(page, 'none');
  await page.getByRole('button', { name: '预演升级' }).click();
  await page.getByRole('heading', { name: '升入2026—2027学年' }).waitFor();
  const why = page.getByRole('row', { name: /甲学一/ });
  await why.getByText('有未办结的办件').waitFor();
  await look(page, 'rehearsed');
  await page.getByRole('button', { name: '下达升级：19人' }).click();
  await page.getByText('2026-09-01自动升级').waitFor();

  app.clock.set('2026-09-01T00:01:00+08:00');
  await runPromotion(app.services, page.url().split('/').at(-1)!);
  const phone = await open(t, new URL(page.url()).pathname.slice(1), { width: 375, height: 812, dark: true });
  await phone.getByText('19人升入上一年级').waitFor();
  await look(phone, 'done-phone');
  const desk = await open(t, new URL(page.url()).pathname.slice(1), { width: 1366, height: 768 });
  await desk.getByRole('button', { name: '整体撤回' }).click();
  await desk.getByRole('textbox', { name: '理由' }).fill('学年设置有误');
  await look(desk, 'taking-back');
  await desk.getByRole('button', { name: '撤回', exact: true }).click();
  await runPromotion(app.services, page.url().split('/').at(-1)!);
  await desk.getByText('19人回到原年级').waitFor();
  await look(desk, 'taken-back');
});
