/** 档案转接: owed within the month of the law, sent, received with a receipt; what is late needs its reason and is listed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { both, type Desk, open, twoTowns } from '../../../tests/two-towns.ts';
import type { HandOverPage, HandOverView } from './hand-over.api.ts';

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
  (await by.registrar.get<HandOverView>(`/api/transfers/${caseId}/file`)).body.handOver;
const listOf = async (by: Desk, side: string, done = '0') =>
  (await by.registrar.get<HandOverPage>(`/api/file-hand-overs?side=${side}&done=${done}`)).body;
const send = (by: Desk, caseId: string, more: object = {}) =>
  by.registrar.post(`/api/transfers/${caseId}/file/sending`, {
    ...{ way: 'POST', parcel: 'XA12345678901', parts: ['BASICS', 'PROOFS', 'HEALTH'], pages: 36 },
    ...more,
  });
const receive = (by: Desk, caseId: string, complete = true, note = '') =>
  by.registrar.post(`/api/transfers/${caseId}/file/receipt`, { complete, note });

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

  const { status, bytes, detail } = await sending.registrar.get(`/api/transfers/${caseId}/file/receipt.pdf`);
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
  assert.equal((await receive(receiving, caseId, false, '缺体检表')).status, 200);
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
  assert.ok(!list.items.some(({ caseId }) => [owed, onItsWay].includes(caseId)));
  assert.equal((await listOf(neighbour, 'IN')).toReceive, 0);
  assert.match((await send(sending, owed)).detail!, /转学已于2026-09-08撤销，档案留在原学校/);
  assert.match((await receive(neighbour, onItsWay)).detail!, /已转出的档案由转入学校退回转出学校/);
  app.clock.set('2026-09-03T10:00:00+08:00');
  assert.deepEqual(await viewOf(sending, other), before, 'the bystander’s file is owed as it was');
});
