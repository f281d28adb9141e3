/** 档案转接: owed within the month of the law, sent, received with a receipt; what is late needs its reason and is listed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writing } from '../../tests/builders.ts';
import { readPdf, textOf } from '../../tests/read-pdf.ts';
import { both, type Desk, open, twoTowns } from '../../tests/two-towns.ts';
import { dayOf } from '../kernel/civil-date.ts';
import type { HandOverPage, HandOverView } from './hand-over.api.ts';
import { oweFiles } from './index.ts';

const town = await twoTowns();
const { app, sending, receiving, rival, wuhou, changge, chengdu, neighbour } = town;

/** A child that has gone to the school beside it; what its county takes back. */
async function movedNextDoor(name: string): Promise<string> {
  app.clock.set('2026-09-03T10:00:00+08:00');
  const { body, detail } = await open(neighbour, await town.child(name), {
    ground: 'HOUSEHOLD_MOVED',
    moved: 'WITHIN_COUNTY',
  });
  assert.ok(body.caseId, detail);
  await neighbour.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT' });
  await both(sending, body.caseId, 'APPROVE');
  assert.equal((await both(changge, body.caseId, 'APPROVE')).status, 200);
  return body.caseId;
}
async function takeBack(caseId: string): Promise<void> {
  const reason = '经查系误办，家长撤回申请';
  const { body } = await changge.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, { reason });
  const act = { action: 'REVERSE', opinion: '同意撤销' };
  const signed = await changge.leader.post(`/api/cases/${body.caseId}/acts`, act);
  assert.equal(signed.status, 200, signed.detail);
}

/** A child that has moved on 3 September. */
async function moved(name: string): Promise<string> {
  app.clock.set('2026-09-03T10:00:00+08:00');
  const { body, detail } = await open(receiving, await town.child(name));
  assert.ok(body.caseId, detail);
  await receiving.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT', opinion: '同意' });
  for (const desk of [wuhou, sending, changge, chengdu]) await both(desk, body.caseId, 'APPROVE');
  return body.caseId;
}
const viewOf = async (by: Desk, caseId: string) =>
  (await by.registrar.get<HandOverView>(`/api/cases/${caseId}/file-hand-over`)).body.handOver;
const listOf = async (by: Desk, side: string, done = '0') =>
  (await by.registrar.get<HandOverPage>(`/api/file-hand-overs?side=${side}&done=${done}`)).body;
const idOf = async (caseId: string) => (await viewOf(sending, caseId))!.id;
const send = async (by: Desk, caseId: string, more: object = {}) =>
  by.registrar.post(`/api/file-hand-overs/${await idOf(caseId)}/sending`, {
    ...{ way: 'POST', parcel: 'XA12345678901', parts: ['BASICS', 'PROOFS', 'HEALTH'], pages: 36 },
    ...more,
  });
const receive = async (by: Desk, caseId: string, complete = true, more: object = {}) =>
  by.registrar.post(`/api/file-hand-overs/${await idOf(caseId)}/receipt`, { complete, ...more });

test('with the registration the paper file is owed for a month: sent, received, and the receipt printed', async () => {
  const caseId = await moved('李沐辰');
  const owed = await viewOf(sending, caseId);
  assert.deepEqual([owed?.state, owed?.dueOn, owed?.may], ['OWED', '2026-10-03', 'SEND']);
  assert.equal((await viewOf(receiving, caseId))?.may, null, 'nothing is received before it was sent');
  assert.equal((await receive(receiving, caseId)).code, 'STEP_NOT_ALLOWED');
  for (const other of [receiving, neighbour, rival]) assert.equal((await send(other, caseId)).status, 404);
  assert.match((await send(sending, caseId, { parcel: '' })).detail!, /邮寄的须填写邮件号/);

  assert.equal((await send(sending, caseId)).status, 200);
  assert.equal((await send(sending, caseId)).code, 'CONFLICT');
  const onItsWay = await viewOf(receiving, caseId);
  assert.deepEqual([onItsWay?.state, onItsWay?.may, onItsWay?.sent?.pages], ['SENT', 'RECEIVE', 36]);
  assert.deepEqual((await listOf(receiving, 'IN')).toReceive, 1);
  assert.equal((await receive(sending, caseId)).status, 404);
  assert.equal((await receive(receiving, caseId)).status, 200);
  assert.equal((await viewOf(sending, caseId))?.state, 'RECEIVED');
  assert.equal((await listOf(sending, 'OUT')).items.length, 0);
  assert.deepEqual(
    (await listOf(sending, 'OUT', '1')).items.map((one) => one.caseId),
    [caseId],
  );

  const { status, bytes, detail } = await sending.registrar.get(
    `/api/file-hand-overs/${await idOf(caseId)}/receipt.pdf`,
  );
  assert.equal(status, 200, detail);
  const { pages } = await readPdf(new Uint8Array(bytes));
  const text = pages.map(textOf).join('').replaceAll(/\s/g, '');
  for (const words of [
    '学籍档案转接回执',
    '葛天路小学',
    '锦里西路小学',
    'XA12345678901',
    '共36页',
    '与清单相符',
    '学籍信息证明材料',
  ]) {
    assert.ok(text.includes(words), `${words} is not on the receipt: ${text}`);
  }
});

test('after the month it is late: listed for school and authorities, and sent only with a reason; what is missing is said', async () => {
  const caseId = await moved('王静怡');
  app.clock.set('2026-10-03T10:00:00+08:00');
  assert.equal((await viewOf(sending, caseId))?.state, 'OWED', 'on the last day it is in time');
  app.clock.set('2026-10-04T10:00:00+08:00');
  assert.deepEqual(
    [(await viewOf(sending, caseId))?.state, (await viewOf(sending, caseId))?.daysLeft],
    ['OVERDUE', -1],
  );
  assert.equal((await listOf(sending, 'OUT')).overdue, 1);
  assert.equal((await listOf(changge, 'OUT')).overdue, 1);
  assert.equal((await listOf(wuhou, 'IN')).items[0]?.caseId, caseId);
  assert.equal((await listOf(neighbour, 'OUT')).items.length, 0);
  assert.equal((await send(sending, caseId)).code, 'REASON_NEEDED');
  assert.equal((await send(sending, caseId, { lateReason: '档案室搬迁' })).status, 200);
  assert.equal((await receive(receiving, caseId, false)).code, 'REASON_NEEDED');
  assert.equal((await receive(receiving, caseId, false, { note: '缺体检表' })).status, 200);
  const told = await viewOf(sending, caseId);
  assert.deepEqual(
    [told?.state, told?.received?.note, told?.sent?.lateReason],
    ['INCOMPLETE', '缺体检表', '档案室搬迁'],
  );
});

test('with the transfer taken back the file is owed no more, sent or not; what was received stays, other files stay owed', async () => {
  const [owed, onItsWay, there] = [
    await movedNextDoor('周志强'),
    await movedNextDoor('吴丽华'),
    await movedNextDoor('郑国庆'),
  ];
  const other = await moved('孙浩然');
  const before = await viewOf(sending, other);
  for (const caseId of [onItsWay, there]) assert.equal((await send(sending, caseId)).status, 200);
  assert.equal((await receive(neighbour, there)).status, 200);
  const { toSend } = await listOf(sending, 'OUT');
  app.clock.set('2026-09-08T10:00:00+08:00');
  const reversal = await changge.registrar.get<{ restores: string[] }>(`/api/cases/${owed}/reversal`);
  assert.match(reversal.body.restores.join(), /学籍档案不再转接，已转出的由转入学校退回/);
  for (const caseId of [owed, onItsWay, there]) await takeBack(caseId);

  for (const caseId of [owed, onItsWay]) {
    const view = await viewOf(sending, caseId);
    assert.deepEqual([view?.state, view?.daysLeft, view?.may], ['TAKEN_BACK', null, null]);
  }
  assert.equal((await viewOf(neighbour, there))?.state, 'RECEIVED');
  const list = await listOf(sending, 'OUT');
  assert.equal(list.toSend, toSend - 1);
  assert.ok(!list.items.some(({ caseId }) => caseId === owed || caseId === onItsWay));
  assert.equal((await listOf(neighbour, 'IN')).toReceive, 0);
  assert.match((await send(sending, owed)).detail!, /转学已于2026-09-08撤销，档案留在原学校/);
  assert.match((await receive(neighbour, onItsWay)).detail!, /已转出的档案由转入学校退回转出学校/);
  app.clock.set('2026-09-03T10:00:00+08:00');
  assert.deepEqual(await viewOf(sending, other), before, 'the bystander’s file is owed as it was');
});

test('a month undispatched: the text that is broken stands beside the file, with what the superior does', async () => {
  const caseId = await moved('赵子墨');
  const breach = async () =>
    (await sending.registrar.get<HandOverView>(`/api/cases/${caseId}/file-hand-over`)).body.breach;
  app.clock.set('2026-10-03T10:00:00+08:00');
  assert.equal(await breach(), null, 'on the last day nothing is broken');
  app.clock.set('2026-10-04T10:00:00+08:00');
  const { sentence, chip } = (await breach())!;
  assert.match(sentence, /不按规定为学生转接学籍档案，由主管部门责令改正/);
  assert.match(chip, /^长葛/);
  assert.equal((await send(sending, caseId, { lateReason: '档案室搬迁' })).status, 200);
  assert.equal(await breach(), null, 'what has gone at last is broken no more');
});

test('the sending school says what it keeps; without the paper copies the file does not go', async () => {
  const caseId = await moved('孙浩然');
  const refused = await send(sending, caseId, { kept: ['ELECTRONIC'] });
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /转出学校未留纸质档案复印件/);
  assert.equal((await viewOf(sending, caseId))?.state, 'OWED');
  assert.equal((await send(sending, caseId, { kept: ['ELECTRONIC', 'PAPER'] })).status, 200);
  assert.deepEqual((await viewOf(receiving, caseId))?.sent?.keptWords, ['电子档案备份', '纸质档案复印件']);
});

test('what the receipt misses is named from the list; once it has come the file is whole', async () => {
  const caseId = await moved('周雨桐');
  assert.equal((await send(sending, caseId)).status, 200);
  assert.equal((await receive(receiving, caseId, false, { missing: ['AWARDS'] })).code, 'REASON_NEEDED', 'never sent');
  assert.equal((await receive(receiving, caseId, false, { missing: ['HEALTH'] })).status, 200);
  const short = await viewOf(receiving, caseId);
  assert.deepEqual(short?.received?.missingWords, ['体质健康测试、健康体检和预防接种信息']);
  assert.deepEqual([short?.state, short?.may], ['INCOMPLETE', 'SUPPLY']);
  assert.equal((await receive(receiving, caseId, false, { missing: ['PROOFS'] })).code, 'CONFLICT');
  app.clock.set('2026-09-20T10:00:00+08:00');
  assert.equal((await receive(receiving, caseId)).status, 200);
  const whole = await viewOf(sending, caseId);
  assert.deepEqual([whole?.state, whole?.received?.suppliedOn, whole?.may], ['SUPPLIED', '2026-09-20', null]);
  assert.equal((await receive(receiving, caseId)).code, 'CONFLICT');
});

test('files that move without a case of their own are owed and listed like all others', async () => {
  app.clock.set('2026-09-03T10:00:00+08:00');
  const [child, bystander] = [await town.child('吴梓萱'), await town.child('郑凯瑞')];
  const pair = { from: sending.at, to: receiving.at, stage: 'JUNIOR' } as const;
  await writing(app, async (tx) => {
    tx.markAudited();
    await oweFiles(tx, app.services, [
      { studentId: child.id, name: child.name, caseId: null, reason: 'STAGE_UP', ...pair, completedOn: dayOf(tx.now) },
    ]);
  });
  const { items } = await listOf(sending, 'OUT');
  const owed = items.find(({ studentId }) => studentId === child.id)!;
  assert.deepEqual([owed.reasonWords, owed.number, owed.caseId, owed.dueOn], ['升学', null, null, '2026-10-03']);
  assert.match(owed.title, /^吴梓萱 .+→.+/);
  assert.ok(!items.some(({ studentId }) => studentId === bystander.id));
  const form = { way: 'IN_PERSON', parts: ['BASICS'], pages: 9 };
  const path = `/api/file-hand-overs/${owed.id}`;
  assert.equal((await sending.registrar.post(`${path}/sending`, form)).status, 200);
  assert.equal((await receiving.registrar.post(`${path}/receipt`, { complete: true })).status, 200);
  assert.equal((await rival.registrar.get(path)).status, 404);
});
