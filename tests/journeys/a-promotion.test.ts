/** 一次升级: the county rehearses in July, sees who cannot go up, orders it; on the first of September it is done. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { runPromotion } from '../../src/progression/promotion/run-promotion.ts';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { ILL } from '../leave-desks.ts';
import { officePages, PHONE } from '../office-pages.ts';
import { someStudents } from '../students.ts';

const app = await testApplication({ now: '2026-07-05T10:00:00+08:00' });
const { open, look } = await officePages(app);
const county = await anAuthority(app, { placeCode: '140106' });
const school = await aSchool(app, { under: county, name: '桃园小学' });
const registrar = await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' });
const head = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' });
for (const [place, first] of [...'甲乙丙丁戊己'].entries()) {
  const group = { ...(await aClassGroup(app, { school, grade: place + 1 })), firstGrade: place + 1 };
  const wish = { school, classGroup: group, registeredOn: '2025-09-01' };
  await someStudents(app, ...[...'一二三四'].map((last) => ({ ...wish, name: `${first}学${last}` })));
}

test('the leader of a county moves its students up', async (t) => {
  const asked = await app.as(registrar).get<{ items: { studentId: string }[] }>('/api/students?q=甲学一');
  const { studentId } = asked.body.items[0]!;
  const matter = { kind: 'LEAVE', form: { ...ILL, beginsOn: '2026-07-01', endsOn: '2027-07-01' } };
  const leave = await app.as(registrar).post('/api/leaves', { studentId, matter, opinion: '情况属实' });
  assert.equal(leave.status, 200, leave.detail);

  const page = await open(t, head, 'promotions');
  await page.getByText('还没有预演过升级').waitFor();
  await look(page, 'promotion-none');
  await page.getByRole('button', { name: '预演升级' }).click();
  await page.getByRole('heading', { name: '升入2026—2027学年' }).waitFor();
  const why = page.getByRole('row', { name: /甲学一/ });
  await why.getByText('有未办结的办件').waitFor();
  await look(page, 'promotion-rehearsed');
  await page.getByRole('button', { name: '下达升级：19人' }).click();
  await page.getByText('2026-09-01自动升级').waitFor();

  app.clock.set('2026-09-01T00:01:00+08:00');
  const path = new URL(page.url()).pathname.slice(1);
  const id = path.split('/').at(-1)!;
  await runPromotion(app.services, id);
  const phone = await open(t, head, path, { ...PHONE, dark: true });
  await phone.getByText('19人升入上一年级').waitFor();
  await look(phone, 'promotion-done-phone');
  const desk = await open(t, head, path);
  await desk.getByRole('button', { name: '整体撤回' }).click();
  await desk.getByRole('textbox', { name: '理由' }).fill('学年设置有误');
  await look(desk, 'promotion-taking-back');
  await desk.getByRole('button', { name: '撤回', exact: true }).click();
  await desk.getByText('撤回中').waitFor();
  await runPromotion(app.services, id);
  await desk.getByText('19人回到原年级').waitFor();
  await look(desk, 'promotion-taken-back');
});
