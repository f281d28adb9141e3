/**
 * 家长端: a family opens the school's link on a telephone, signs the form, has an item corrected, asks for a transfer and
 * follows it, draws a proof of registration that a stranger verifies, and takes it back. The family of a child who is not
 * registered yet fills in what the form lacks, and signs.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { OfficePage } from '../../src/families/requests/requests.api.ts';
import type { InvitationPage, TakenUp } from '../../src/transfers/invitations/invitations.api.ts';
import { testApplication } from '../application.ts';
import { newPage } from '../browser.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { childRow } from '../entrant-rows.ts';
import { aFamilyLink, CHECK } from '../families.ts';
import { officePages, PHONE } from '../office-pages.ts';
import { readPdf, textOf } from '../read-pdf.ts';
import { someStudents } from '../students.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const county = await anAuthority(app, { placeCode: '510107' });
const school = await aSchool(app, { under: county, name: '武侯区磨子桥小学' });
const wished = await aSchool(app, { under: county, name: '武侯区棕北小学' });
const classGroup = await aClassGroup(app, { school, ordinal: 1 });
const [child = '', bystander = ''] = await someStudents(
  app,
  { school, classGroup, name: '李沐辰', seatNo: 1 },
  { school, classGroup, name: '王小满', seatNo: 2 },
);
const account = await anAccount(app, { at: school });
const registrar = app.as(account);
const receiving = app.as(await anAccount(app, { at: wished }));
const pages = await officePages(app);
const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#e8e2d4' } })
  .jpeg()
  .toBuffer();

/** Draws a name across the field, as a finger would. */
async function sign(page: Page): Promise<void> {
  const field = page.getByRole('img', { name: /手写签名框/ });
  await field.scrollIntoViewIfNeeded();
  const box = (await field.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [90, 150],
    [140, 50],
    [190, 160],
    [260, 80],
  ] as const) {
    await page.mouse.move(box.x + x, box.y + y, { steps: 8 });
  }
  await page.mouse.up();
  await page.getByRole('button', { name: '签字确认' }).click();
}

test('a family on the phone', async (t) => {
  const office = await pages.open(t, account, 'family-links');
  await office.getByRole('button', { name: '开出一(1)班链接' }).click();
  const slip = office.getByRole('listitem').filter({ hasText: '李沐辰' });
  const link = new URL((await slip.locator('.family-slip-address').textContent()) ?? '');
  assert.match(link.pathname, /^\/family\/[\w-]{22}$/);

  const page = await newPage(t, PHONE);
  await page.goto(`${pages.home}${link.pathname.slice(1)}`);
  await page.getByLabel('孩子的出生日期').fill(CHECK.bornOn);
  await page.getByLabel('末四位').fill('0000');
  await page.getByRole('button', { name: '进入' }).click();
  await page.getByText('与学校留存的不一致').waitFor();
  await page.getByLabel('末四位').fill(CHECK.lastFour);
  await page.getByRole('button', { name: '进入' }).click();
  await page.getByRole('heading', { name: '李沐辰' }).waitFor();
  assert.ok(!page.url().includes(link.pathname.split('/').at(-1)!), 'the secret leaves the address');
  await page.getByText('请核对学生基本信息表并签字').waitFor();
  await pages.look(page, 'family-home');

  await page.getByRole('link', { name: '去核对签字' }).click();
  await page.getByText('签到哪一步').waitFor();
  await pages.look(page, 'family-form');
  await sign(page);
  await page.getByText('现在不用您签字').waitFor();

  await page.getByRole('button', { name: /有误\s*工作单位/ }).click();
  await page.getByLabel('工作单位改为').fill('武侯区第二人民医院');
  await page.getByLabel('为什么更正').fill('上月换了工作单位');
  await page.getByRole('button', { name: '提交更正' }).click();
  await page.getByRole('button', { name: '提交更正' }).waitFor({ state: 'detached' });
  const [asked] = (await registrar.get<OfficePage>('/api/family-requests')).body.items;
  await office.goto(`${pages.home}family-requests/${asked!.id}`);
  await office.getByRole('button', { name: '核对无误，予以更正' }).click();
  await office.getByText('已受理').waitFor();

  await page.goto(`${pages.home}family/ask/TRANSFER`);
  await page.getByLabel('意向学校').fill('棕北');
  await page.getByRole('button', { name: /棕北小学/ }).click();
  await page.getByLabel('转学事由').selectOption('RESIDENCE_MOVED');
  await page.getByLabel('从哪里到哪里').selectOption('WITHIN_COUNTY');
  await page.getByLabel('说明').fill('已搬到棕北，步行可到校');
  await page.getByLabel('要附的材料').selectOption('房产证或租房合同');
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo };
  await page.getByLabel(/拍照或选照片/).setInputFiles([file]);
  await page.getByRole('button', { name: '删去' }).waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('待意向学校答复').waitFor();
  await page.getByText('已更正').waitFor();

  const { body: wishes } = await receiving.get<InvitationPage>('/api/transfer-invitations');
  const invitationId = wishes.items[0]!.id;
  const { body: taken } = await receiving.post<TakenUp>(`/api/transfer-invitations/${invitationId}/taking-up`);
  const form = {
    ...{ ground: taken.ground, moved: taken.moved, forTerm: 'RUNNING', targetGrade: 1 },
    ...{ guardianApplies: true, underSanction: false },
    papers: ['FORM', 'IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'EVIDENCE'],
  };
  const opening = { token: taken.child.token, form, invitationId, opinion: '按家长意愿办理' };
  const { body: opened, detail } = await receiving.post<{ caseId: string }>('/api/transfers', opening);
  assert.ok(opened.caseId, detail);
  const papers = await receiving.get<{ items: { what: string }[] }>(`/api/cases/${opened.caseId}/evidence`);
  assert.deepEqual(
    papers.body.items.map(({ what }) => what),
    ['家长上传：房产证或租房合同'],
  );
  await page.reload();
  await page.getByText('武侯区棕北小学已发起转学').waitFor();
  await page.getByText('现由武侯区棕北小学办理').waitFor();
  await pages.look(page, 'family-progress');

  await page.goto(`${pages.home}family/proofs`);
  await page.getByLabel('用途').fill('参加夏令营');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '开具并下载' }).click(),
  ]);
  const pdf = await readPdf(new Uint8Array(await readFile(await download.path())));
  const code = /核验码：([0-9A-Z-]+)/.exec(pdf.pages.map(textOf).join('\n'))?.[1] ?? '';
  const stranger = await newPage(t, PHONE);
  await stranger.goto(`${pages.home}verify/${code.replaceAll('-', '')}`);
  await stranger.getByText('武侯区磨子桥小学').first().waitFor();
  await page.getByRole('button', { name: '撤销此份' }).click();
  await page.getByText('已撤销').waitFor();
  await stranger.reload();
  await stranger
    .getByText(/已.*撤销/)
    .first()
    .waitFor();
  assert.equal(await stranger.getByText('李').count(), 0, 'a revoked paper tells nothing of the child');

  await page.goto(`${pages.home}family/viewers`);
  await page.getByText('开具在籍证明').first().waitFor();

  const row = childRow(3, { schoolCode: '', classGroup: '一(1)班', currentAddress: '' });
  const { body: draft } = await registrar.post<{ id: string }>('/api/admissions/entrants', { values: row });
  const { secret } = await aFamilyLink(registrar, draft.id);
  await stranger.goto(`${pages.home}family/${secret}`);
  await stranger.getByLabel('孩子的出生日期').fill(row['bornOn'] ?? '');
  await stranger.getByLabel('末四位').fill(row['guardians.0.phone']?.slice(-4) ?? '');
  await stranger.getByRole('button', { name: '进入' }).click();
  await stranger.getByRole('link', { name: '去填写签字' }).click();
  await stranger.getByText('现住址为必填项').waitFor();
  await pages.look(stranger, 'family-entrant-form');
  await stranger.getByLabel('填写现住址').fill('四川省成都市武侯区一环路南一段9号');
  await stranger.getByRole('button', { name: '交给学校' }).click();
  await stranger.getByText('您填的内容已交学校').waitFor();
  await sign(stranger);
  await stranger.getByText('现在不用您签字').waitFor();

  const other = await registrar.get<{ openCases: unknown[]; name: string }>(`/api/students/${bystander}`);
  assert.deepEqual([other.body.name, other.body.openCases], ['王小满', []]);
  assert.equal(
    (await registrar.get(`/api/students/${child}`)).status,
    200,
    'registered here until the transfer is done',
  );
});
