/**
 * 停办与脱机受理: a county sets its yearly window and tells of an outage; its schools see both, are told why nothing can be
 * opened, and enter later what they took in on paper; the county consents where no window covers the day.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { townPages } from '../town-pages.ts';
import { FORM, find, twoTowns } from '../two-towns.ts';

const town = await twoTowns();
const { app, neighbour, sending, changge } = town;
const { open, look, lookAround } = await townPages(town, 'standstill');
const at = (day: string) => app.clock.set(`${day}T10:00:00+08:00`);

test('the county draws up its window on screen, with its paper and reasons; the leader reads the law above and signs', async (t) => {
  const page = await open(t, changge, 'registrar', '/local-settings');
  await page.getByRole('textbox', { name: /^依据文件/ }).fill('2026年学籍业务停办安排的通知');
  await page.getByRole('textbox', { name: /^网址/ }).fill('https://example.org/tongzhi');
  await page.getByRole('textbox', { name: /^发布日期/ }).fill('2026-09-01');
  await page.getByRole('textbox', { name: /^生效日期/ }).fill('2026-09-03');
  await page.getByRole('button', { name: '设定业务停办期' }).click();
  const freeze = page.getByRole('group', { name: '业务停办期' });
  await freeze.getByRole('textbox', { name: /^名称/ }).fill('年度统计');
  await freeze.getByRole('textbox', { name: /^每年自/ }).fill('9月20日');
  await freeze.getByRole('textbox', { name: /^至/ }).fill('10月7日');
  await freeze.getByLabel('转学', { exact: true }).check();
  await freeze.getByLabel('受理和核办都停').check({ force: true });
  await freeze.getByLabel('在办件的时限停计').check();
  await freeze.getByRole('textbox', { name: /^原因/ }).fill('教育事业统计期间数据不变');
  await page.getByRole('textbox', { name: /^说明/ }).fill('统计口径须与在籍人数一致');
  await look(page, 'draw-up');
  await page.getByRole('button', { name: '提交签署' }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByText('“年度统计”每年9月20日至10月7日，停止受理和核办转学').first().waitFor();
  await look(page, 'setting-case');
  const path = new URL(page.url()).pathname;
  const leader = await open(t, changge, 'leader', path);
  const answered = leader.waitForResponse((response) => response.url().endsWith('/acts'));
  await leader.getByRole('button', { name: '签署“发布”' }).click();
  assert.equal((await answered).status(), 200);
});

test('the school sees it on its workbench and in the law of the place, before and while it holds', async (t) => {
  const caseOf = async (name: string) => {
    const child = await town.child(name);
    const { token } = await find(neighbour, child);
    const form = { ...FORM, moved: 'WITHIN_COUNTY', ground: 'HOUSEHOLD_MOVED' };
    const { body } = await neighbour.registrar.post<{ caseId: string }>('/api/transfers', {
      token,
      form,
      opinion: '已搬迁',
    });
    await neighbour.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT' });
    return body.caseId;
  };
  at('2026-09-17');
  const running = await caseOf('李沐辰');
  const bench = await open(t, neighbour, 'registrar', '/workbench');
  await bench.getByText('年度统计 9月20日至10月7日').waitFor();
  await lookAround(bench, 'workbench');
  await bench.goto(new URL('/law/in-force?place=411082&day=2026-09-21', bench.url()).href);
  await bench.getByText('正在停办').waitFor();
  await lookAround(bench, 'in-force');
  const settings = await open(t, changge, 'registrar', '/local-settings');
  await settings.getByText(/业务停办期“年度统计”/).waitFor();
  await lookAround(settings, 'settings');
  at('2026-09-21');
  const stopped = await open(t, sending, 'registrar', `/cases/${running}`);
  await stopped
    .getByText(/停办|停止受理和核办/)
    .first()
    .waitFor();
  await look(stopped, 'stopped-case');
});

test('what was taken in on paper is entered with its day, waits for the county where no window covers it, and shows its mark', async (t) => {
  at('2026-10-12');
  const child = await town.child('王静怡');
  const { token } = await find(neighbour, child);
  const form = { ...FORM, moved: 'WITHIN_COUNTY', ground: 'HOUSEHOLD_MOVED' };
  const offline = { receivedOn: '2026-10-09', reason: '学校停电，收纸质申请' };
  const { body, detail } = await neighbour.registrar.post<{ caseId: string }>('/api/transfers', {
    token,
    form,
    opinion: '已搬迁',
    offline,
  });
  assert.ok(body.caseId, detail);
  const waiting = await open(t, changge, 'registrar', `/cases/${body.caseId}`);
  await waiting.getByRole('button', { name: '同意脱机受理', exact: true }).waitFor();
  await lookAround(waiting, 'offline-case');
  const bench = await open(t, changge, 'registrar', '/workbench');
  await bench.getByText('脱机受理待同意').waitFor();
  await look(bench, 'offline-bench');
  const page = await open(t, changge, 'registrar', `/cases/${body.caseId}`);
  await page.getByLabel('意见', { exact: true }).first().fill('当日该镇停电，情况属实');
  await page.getByRole('button', { name: '同意脱机受理', exact: true }).click();
  await page.getByText(/可以继续/).waitFor();
  const lists = await open(t, neighbour, 'leader', '/workbench');
  await lists.getByText('（脱机受理）').first().waitFor();
  await look(lists, 'offline-lists');
});
