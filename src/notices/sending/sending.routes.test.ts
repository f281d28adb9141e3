/** 外发: by e-mail and short message, to a mail server and a gateway of the test's own. */
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import pg from 'pg';
import { tinyMail, tinySms } from '../../../tests/tiny-gateways.ts';
import { both, open, twoTowns } from '../../../tests/two-towns.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { makeMail, makeSms } from '../index.ts';
import type { MessagesView } from '../notices.api.ts';
import { claimMessages } from './message.store.ts';

const smtp = await tinyMail();
const hook = await tinySms();
const mail = makeMail({ url: smtp.url, from: '学籍系统 <xueji@example.cn>', publicUrl: 'https://xueji.example.cn' });
const sms = makeSms({
  url: hook.url,
  authorization: 'Bearer gateway',
  body: '{"to":"{phone}","content":"{text}","no":"{id}"}',
});
const town = await twoTowns({
  notices: { gateways: { mail, sms }, quiet: { from: 21, to: 8 }, tellsGuardians: true },
});
const { app, wuhou, receiving, sending } = town;
const owner = new pg.Client({ connectionString: app.ownerUrl });
owner.on('error', () => undefined); // the database is dropped before this connection is closed
await owner.connect();
after(async () => {
  await owner.end();
  await mail.close();
  smtp.close();
  hook.close();
});

beforeEach(async () => {
  [smtp.does, smtp.taken, hook.answers, hook.taken] = ['TAKE', [], 200, []];
  await owner.query('delete from messages');
});

async function settle() {
  await app.features.publish();
  await app.features.tell();
}
const messages = async () =>
  (await owner.query(`select channel, state, attempts, fault from messages order by id`)).rows;
const job = (name: string) => app.features.jobs.find((one) => one.name === name)!.run({}, new AbortController().signal);

/** Lays out a transfer that is returned for mending: a notice for who opened it, and word to the guardians. */
async function returned(name: string) {
  const child = await town.child(name);
  const { caseId } = (await open(receiving, child, { classGroupId: town.classGroupId })).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  await both(wuhou, caseId, 'APPROVE');
  await sending.registrar.post(`/api/cases/${caseId}/acts`, { action: 'RETURN', opinion: '缺工作调动证明' });
  return { child, caseId };
}

const choose = (kinds: object, rest: object = {}) =>
  receiving.registrar.put('/api/notices/choices', { kinds, digest: false, email: 'li@example.cn', ...rest });

test('who has chosen so gets an e-mail, once; it names nobody; the address lies nowhere in clear', async () => {
  await choose({ CASE_RETURNED: ['SITE', 'MAIL'] });
  const { child } = await returned('李沐辰');
  await Promise.all([settle(), settle()]);
  await settle();
  assert.deepEqual(
    smtp.taken.map(({ to }) => to),
    ['li@example.cn'],
  );
  const text = smtp.taken[0]!.text;
  const body = Buffer.from(text.split('\r\n\r\n').slice(1).join(), 'base64').toString();
  const readable = body.includes('办件')
    ? body
    : decodeURIComponent(
        text
          .replaceAll(/=\r\n/g, '')
          .replaceAll(/=([0-9A-F]{2})/g, '%$1')
          .split('\r\n\r\n')
          .slice(1)
          .join('\n'),
      );
  assert.match(readable, /已退回，请按退回意见补正后再报/);
  assert.match(readable, /https:\/\/xueji\.example\.cn/);
  assert.ok(!readable.includes(child.name));
  const { rows } = await owner.query('select * from messages, notice_choices');
  assert.ok(!JSON.stringify(rows).includes('li@example.cn'));
  const trail = await owner.query(`select detail from audit_events where action = 'SEND_MESSAGE'`);
  assert.ok(trail.rows.length > 0);
});

test('guardians get a number to ask with and nothing else, not at night, and their telephone is in no row', async () => {
  app.clock.set('2026-09-03T21:30:00+08:00');
  const { child } = await returned('王静怡');
  await settle();
  assert.deepEqual(hook.taken, [], 'it is night');
  app.clock.set('2026-09-04T08:00:00+08:00');
  await settle();
  assert.ok(hook.taken.length >= 2, 'at the opening and when it came back');
  const { record } = await town.record(child.id);
  const phones = new Set(record.guardians.flatMap(({ phone }) => phone ?? []));
  for (const { body, key, authorization } of hook.taken) {
    const { to, content, no } = body as Record<string, string>;
    assert.ok(phones.has(to!));
    assert.match(content!, /^您孩子的学籍办件有新进展，请凭办件号ZX-\d{4}-\d{4}-\w{5}向学校或学籍主管部门查询。$/);
    assert.deepEqual([no, authorization], [key, 'Bearer gateway']);
  }
  const { rows } = await owner.query(`select * from messages`);
  const trail = (await owner.query(`select * from audit_events where action = 'SEND_MESSAGE'`)).rows;
  for (const phone of phones) assert.ok(!JSON.stringify([rows, trail]).includes(phone));
});

test('what certainly did not leave is tried again until it does, or shown to an administrator after its last try', async () => {
  app.clock.set('2026-09-07T10:00:00+08:00');
  await choose({ CASE_RETURNED: ['MAIL'] });
  hook.answers = 503;
  smtp.does = 'LATER';
  await returned('赵子墨');
  await settle();
  assert.deepEqual(
    new Set((await messages()).map(({ state, attempts }) => `${state} ${attempts}`)),
    new Set(['WAITING 1']),
  );
  smtp.does = 'TAKE';
  app.clock.advance(60_000);
  await settle();
  assert.equal(smtp.taken.length, 1);
  for (let hours = 0; hours < 12; hours++) {
    app.clock.advance(60 * 60_000);
    if (hours === 10) app.clock.set('2026-09-08T09:00:00+08:00');
    await settle();
  }
  await settle();
  const failed = (await messages()).filter(({ channel }) => channel === 'SMS');
  assert.deepEqual(new Set(failed.map(({ state, fault }) => `${state} ${fault}`)), new Set(['FAILED 短信网关答复503']));
  const { body } = await wuhou.registrar.get<MessagesView>('/api/notices/messages');
  assert.deepEqual(body.items, [], 'the child is another county’s');
  const { body: theirs } = await town.changge.registrar.get<MessagesView>('/api/notices/messages');
  assert.equal(theirs.items.length, failed.length);
  assert.equal(theirs.items[0]!.recipient, '学生监护人');
  hook.answers = 200;
  const again = await town.changge.registrar.post(`/api/notices/messages/${theirs.items[0]!.id}/again`);
  assert.equal(again.status, 200);
  await settle();
  assert.equal(hook.taken.length, 1);
});

test('where it broke off in the middle nobody knows, and nothing is sent twice by itself', async () => {
  app.clock.set('2026-09-09T10:00:00+08:00');
  await choose({ CASE_RETURNED: ['MAIL'] });
  smtp.does = 'BREAK';
  hook.answers = 0;
  await returned('孙浩然');
  await settle();
  const broken = await messages();
  assert.deepEqual(new Set(broken.map(({ state }) => state)), new Set(['UNCLEAR']));
  const taken = smtp.taken.length + hook.taken.length;
  [smtp.does, hook.answers] = ['TAKE', 200];
  app.clock.advance(24 * 60 * 60_000);
  await settle();
  assert.equal(smtp.taken.length + hook.taken.length, taken);
});

test('a process that dies between taking and sending leaves it unclear, whatever it had done; others go on', async () => {
  app.clock.set('2026-09-14T10:00:00+08:00');
  await choose({ CASE_RETURNED: ['MAIL'] });
  await returned('周雨桐');
  await app.features.publish();
  smtp.does = 'LATER';
  hook.answers = 503;
  await settle();
  app.clock.advance(60_000);
  // The process takes one and is gone.
  const [lost] = await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    return claimMessages(tx, { channels: ['MAIL'], limit: 1, leaseUntil: new Date(tx.now.getTime() + 120_000) });
  });
  [smtp.does, hook.answers] = ['TAKE', 200];
  await settle();
  assert.deepEqual([smtp.taken.length, hook.taken.length > 0], [0, true]);
  app.clock.advance(121_000);
  await settle();
  await settle();
  assert.equal(smtp.taken.length, 0);
  const { rows } = await owner.query('select state, fault from messages where id = $1', [lost!.id]);
  assert.deepEqual(rows, [{ state: 'UNCLEAR', fault: '发送时系统中断，不知是否已发出' }]);
});

test('whoever wants one e-mail a day gets one, with everything since yesterday, however often it is laid out', async () => {
  app.clock.set('2026-09-15T10:00:00+08:00');
  await choose({ CASE_RETURNED: ['MAIL'] }, { digest: true });
  await returned('吴思源');
  await returned('郑一诺');
  await settle();
  assert.equal(smtp.taken.length, 0);
  app.clock.set('2026-09-16T07:05:00+08:00');
  for (let runs = 0; runs < 2; runs++) await job('daily-mail');
  await settle();
  assert.equal(smtp.taken.length, 1);
  app.clock.set('2026-09-17T07:05:00+08:00');
  await job('daily-mail');
  await settle();
  assert.equal(smtp.taken.length, 1, 'nothing new, nothing sent');
});

test('a mail box that does not exist is not tried again; a server that is not there is', async () => {
  const outgoing = { id: app.services.newId(), to: 'li@example.cn', sentences: ['转学办件已办结'] };
  smtp.does = 'REFUSE';
  assert.deepEqual(await mail.send(outgoing), { kind: 'NEVER', fault: '邮件服务器答复550' });
  const nobody = makeMail({ url: 'smtp://127.0.0.1:9', from: 'xueji@example.cn' });
  assert.deepEqual(await nobody.send(outgoing), { kind: 'LATER', fault: '连不上邮件服务器' });
  const gone = await tinySms();
  gone.close();
  const noGateway = makeSms({ url: gone.url, body: '{"phone":"{phone}","text":"{text}"}' });
  assert.deepEqual(await noGateway.send(outgoing), { kind: 'LATER', fault: '连不上短信网关' });
});
