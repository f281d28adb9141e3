/** 通知与对接: a county lets a system follow and hands over its key; what happens arrives there and under the bell. */
import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import { announce } from '../../src/feed/announce.store.ts';
import { openBrowser } from '../browser.ts';
import { newcomer } from '../newcomer.ts';
import { lookAround } from '../office-pages.ts';

await openBrowser();
const house = await newcomer({
  students: 600,
  port: 18_097,
  deliverTo: '127.0.0.0/8',
  ways: { XUEJI_SMTP_URL: 'smtp://127.0.0.1:9', XUEJI_MAIL_FROM: 'xueji@example.cn' },
});

const got: string[] = [];
const receiver = http.createServer(async (request, answer) => {
  let body = '';
  for await (const piece of request) body += piece;
  got.push(JSON.parse(body).type);
  answer.writeHead(got.length > 1 ? 503 : 204).end();
});
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
after(() => receiver.close());
const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/xueji`;

const look = (page: Page, name: string) => lookAround(page, `told-${name}`);

test('the registrar applies for a system, the leader approves it, the key and the secret are shown once', async (t) => {
  const registrar = await house.signIn(t, 'wuhou.jingban');
  await registrar.getByRole('link', { name: '机构账号' }).click();
  await registrar.getByRole('link', { name: '对接' }).click();
  await registrar.getByText('还没有对接系统').waitFor();
  await look(registrar, 'exchange-empty');
  await registrar.getByRole('button', { name: '申请对接系统' }).click();
  await registrar.getByLabel('系统名称').fill('城市校园卡平台');
  await registrar.getByLabel('接收单位').fill('成都市数据局');
  await registrar.getByLabel('用途').fill('校园卡随学籍开通和停用');
  await registrar.getByRole('button', { name: '提交申请' }).click();
  await registrar.getByText('请写批准文件的文号').waitFor();
  await registrar.getByLabel('批准文号').fill('武教函〔2026〕18号');
  await look(registrar, 'apply');
  await registrar.getByRole('button', { name: '提交申请' }).click();
  await registrar.getByText('待主管领导审批').waitFor();

  const leader = await house.signIn(t, 'wuhou.lingdao');
  await leader.getByRole('link', { name: '机构账号' }).click();
  await leader.getByRole('link', { name: '对接' }).click();
  await leader.getByRole('button', { name: '批准', exact: true }).click();
  await leader.getByText('已批准').waitFor();

  await registrar.reload();
  await registrar.getByRole('button', { name: '颁发密钥' }).click();
  const key = (await registrar.getByText(/^xueji_/).textContent())!;
  await look(registrar, 'key');
  await registrar.getByRole('button', { name: '已妥善保存' }).click();
  await registrar.getByText(`末四位${key.slice(-4)}，未使用过`).waitFor();

  await registrar.getByRole('button', { name: '设置推送地址' }).click();
  await registrar.getByRole('textbox', { name: '地址' }).fill('https://10.0.0.8/xueji');
  await registrar.getByRole('button', { name: '设置', exact: true }).click();
  await registrar.getByText(/推送地址是内部网络的地址，不能推送/).waitFor();
  await look(registrar, 'webhook');
  await registrar.getByRole('textbox', { name: '地址' }).fill(hook);
  await registrar.getByRole('button', { name: '设置', exact: true }).click();
  await registrar.getByText(/^whsec_/).waitFor();
  await registrar.getByRole('button', { name: '已妥善保存' }).click();
  await registrar.getByRole('button', { name: '办理' }).click();
  await registrar.getByRole('menuitem', { name: '试推' }).click();
  await registrar.getByText('试推已送达').waitFor();
  assert.deepEqual(got, ['TEST']);

  const { db } = house.application.services;
  const { path, id: schoolId } = await db.read(NODE_SCOPE, (tx) =>
    tx.sql
      .selectFrom('institutions')
      .select(['path', 'id'])
      .where('kind', '=', 'SCHOOL')
      .where('place_code', '=', '510107')
      .executeTakeFirstOrThrow(),
  );
  await db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    const body = {
      registrationId: tx.newId(),
      schoolId,
      stage: 'PRIMARY',
      grade: 4,
      intakeYear: 2023,
      state: 'ENROLLED',
    };
    announce(tx, {
      kind: 'REGISTRATION_BEGUN',
      path,
      studentId: tx.newId(),
      caseId: null,
      body: { ...body, on: '2026-09-17' },
    });
  });
  await registrar.waitForFunction(() => true);
  for (let tries = 0; got.length < 2 && tries < 50; tries++) await new Promise((done) => setTimeout(done, 200));
  assert.deepEqual(got, ['TEST', 'REGISTRATION_BEGUN']);
  await registrar.reload();
  await registrar.getByText('待推送1条', { exact: false }).waitFor();
  await look(registrar, 'exchange');
  await registrar.getByRole('button', { name: '办理' }).click();
  await registrar.getByRole('menuitem', { name: '推送记录' }).click();
  await registrar.getByText('第1次：对方答复503').waitFor();
  await look(registrar, 'deliveries');
});

test('under the bell: what was told, read with a press, and chosen in the settings', async (t) => {
  const { db } = house.application.services;
  house.wait(2);
  const page = await house.signIn(t, 'wuhou.jingban');
  await page.getByRole('link', { name: '通知', exact: true }).click();
  await page.getByText('没有未读的通知').waitFor();
  await look(page, 'notices-empty');
  await db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    const { id, path } = await tx.sql
      .selectFrom('accounts')
      .select(['id', 'path'])
      .where('login_name', '=', 'wuhou.jingban')
      .executeTakeFirstOrThrow();
    const told = [
      ['CASE_OVERDUE', '转学办件ZX-2026-0903-K7Q2M已过9月16日的期限，请立即办理，上级可依规强制办理'],
      ['CASE_RETURNED', '转学办件ZX-2026-0910-H4RTW已退回，请按退回意见补正后再报'],
      ['REGISTRATION_CHANGED', '本校有学生学籍变动，见学生名册'],
    ] as const;
    const rows = told.map(([kind, sentence], place) => ({
      ...{ account_id: id, path, kind, sentence, id: tx.newId(), source: String(place), at: tx.now },
    }));
    await tx.sql.insertInto('notices').values(rows).execute();
  });
  await page.reload();
  await page.getByRole('link', { name: '通知，3条未读' }).waitFor();
  await look(page, 'notices');
  await page.getByRole('button', { name: '已阅', exact: true }).first().click();
  await page.getByRole('link', { name: '通知，2条未读' }).waitFor();
  await page.getByRole('button', { name: '全部已阅' }).click();
  await page.getByText('没有未读的通知').waitFor();
  await page.getByRole('tab', { name: '设置' }).click();
  await page.getByLabel('邮箱').fill('wuhou@example.cn');
  await page.getByRole('checkbox', { name: '办件逾期：电子邮件', exact: true }).check();
  await look(page, 'choices');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await page.getByPlaceholder('w***@example.cn').waitFor();
  await page.getByRole('tab', { name: '发送情况' }).click();
  await page.getByText('没有未发出的消息').waitFor();
  await db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    const row = {
      path: '51/01/07/',
      channel: 'SMS',
      student_id: tx.newId(),
      guardian_ordinal: 0,
      sentences: [],
      made_at: tx.now,
      next_at: tx.now,
    };
    await tx.sql
      .insertInto('messages')
      .values([
        { ...row, id: tx.newId(), source: 'a', state: 'FAILED', fault: '连不上短信网关', attempts: 6 },
        { ...row, id: tx.newId(), source: 'b', state: 'UNCLEAR', fault: '送出后没有收到短信网关的答复', attempts: 1 },
      ])
      .execute();
  });
  await page.reload();
  await page.getByText('是否到达不明').waitFor();
  await look(page, 'messages');
});
