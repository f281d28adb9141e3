/** 推送: to a receiver that answers, stumbles, goes away and comes back. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, test } from 'node:test';
import { aPartnerSystem } from '../../../tests/access/partner.ts';
import { both, open, twoTowns } from '../../../tests/two-towns.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { announce } from '../../feed/announce.store.ts';
import type { ChangeKind } from '../../feed/change-kinds.api.ts';
import type { SystemsView } from '../systems/systems.api.ts';
import { deliverDue } from './deliver.ts';
import { claimDeliveries } from './delivery.store.ts';
import { addressRules } from './safe-address.ts';
import type { DeliveryView } from './webhooks.api.ts';

const OWN = ['127.0.0.0/8'];
const town = await twoTowns({ deliverTo: OWN });
const { app, wuhou, chengdu, receiving, sending, changge } = town;

interface Got {
  id: string;
  type: string;
  studentId: string | null;
  turn: unknown;
  valid: boolean;
}
let got: Got[] = [];
let secret = '';
/** What the receiver answers to a delivery. */
let answer: (delivery: Got) => number = () => 204;

const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const valid = signature === `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
  const { type, data } = JSON.parse(body);
  const one = { id: String(id), type, studentId: data.studentId ?? null, turn: data.data?.items?.[0], valid };
  got.push(one);
  response.writeHead(answer(one)).end('what the receiver writes is nobody’s business');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());
const { port } = server.address() as AddressInfo;

async function anAddress(kinds: ChangeKind[]) {
  const { partnerSystemId } = await aPartnerSystem(app, chengdu.at, wuhou.at);
  const at = `/api/exchange/systems/${partnerSystemId}/webhooks`;
  const { body } = await chengdu.registrar.post<{ id: string; secret: string }>(at, {
    ...{ url: `http://127.0.0.1:${port}/hook`, kinds },
  });
  secret = body.secret;
  made.push(body.id);
  return { ...body, systemId: partnerSystemId };
}

const deliveries = async (id: string, query = '') =>
  (await chengdu.registrar.get<{ items: DeliveryView[] }>(`/api/exchange/webhooks/${id}/deliveries${query}`)).body
    .items;
const standing = async (systemId: string, id: string) =>
  (await chengdu.registrar.get<SystemsView>('/api/exchange/systems')).body.items
    .find((one) => one.id === systemId)!
    .webhooks.find((one) => one.id === id)!;

/** Changes of students below the path that the address follows. */
async function changes(...told: [studentId: string, turn: string][]) {
  await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    for (const [studentId, turn] of told) {
      announce(tx, { kind: 'KEY_DATA_CHANGED', path: receiving.at.path, studentId, body: { items: [turn] } });
    }
  });
  await app.features.publish();
}

const made: string[] = [];
beforeEach(async () => {
  for (const id of made.splice(0)) await chengdu.registrar.delete(`/api/exchange/webhooks/${id}`);
  got = [];
  answer = () => 204;
});

test('what happens arrives signed, once, in the chosen kinds, and the log says so', async () => {
  const { id } = await anAddress(['REGISTRATION_BEGUN', 'CASE_DECIDED']);
  const child = await town.child('王静怡');
  const { caseId } = (await open(receiving, child, { classGroupId: town.classGroupId })).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  for (const desk of [wuhou, sending, changge, chengdu]) await both(desk, caseId, 'APPROVE');
  await app.features.publish();
  await Promise.all([app.features.deliver(), app.features.deliver()]);
  await app.features.deliver();
  assert.deepEqual(
    got.map(({ type, studentId, valid }) => [type, studentId, valid]),
    [
      ['CASE_DECIDED', child.id, true],
      ['REGISTRATION_BEGUN', child.id, true],
    ],
  );
  const log = await deliveries(id);
  assert.deepEqual(
    log.map(({ state, attempts, answerStatus, eventKind }) => [eventKind, state, attempts, answerStatus]),
    [
      ['REGISTRATION_BEGUN', 'DELIVERED', 1, 204],
      ['CASE_DECIDED', 'DELIVERED', 1, 204],
    ],
  );
  assert.deepEqual(
    log.map(({ eventId }) => eventId).toReversed(),
    got.map(({ id }) => id),
  );
});

test('a failed delivery is tried again later, and holds back only the same student', async () => {
  const { id } = await anAddress(['KEY_DATA_CHANGED']);
  const [one, other] = [app.services.newId(), app.services.newId()];
  answer = ({ studentId }) => (studentId === one ? 503 : 204);
  await changes([one, 'first'], [other, 'beside'], [one, 'second']);
  await app.features.deliver();
  assert.deepEqual(new Set(got.map(({ turn }) => turn)), new Set(['first', 'beside']));
  const waiting = await deliveries(id, '?state=WAITING');
  assert.deepEqual(
    waiting.map(({ attempts, fault }) => [attempts, fault]),
    [
      [0, null],
      [1, '对方答复503'],
    ],
  );
  answer = () => 204;
  app.clock.advance(4_000);
  await app.features.deliver();
  assert.equal(got.length, 2, 'not before its time');
  app.clock.advance(1_000);
  await app.features.deliver();
  assert.deepEqual(
    got.slice(2).map(({ turn }) => turn),
    ['first', 'second'],
  );
  const ids = got.filter(({ turn }) => turn === 'first').map((one) => one.id);
  assert.deepEqual(ids, [ids[0], ids[0]], 'the same event has the same id');
});

test('whoever never answers is given up after ten tries: the address rests, the dead wait, and are sent again', async () => {
  const { id, systemId } = await anAddress(['KEY_DATA_CHANGED']);
  answer = () => 500;
  const one = app.services.newId();
  await changes([one, 'lost']);
  for (let hours = 0; hours < 30; hours++) {
    await app.features.deliver();
    app.clock.advance(60 * 60_000);
  }
  assert.equal(got.length, 10);
  const paused = await standing(systemId, id);
  assert.deepEqual([paused.state, paused.dead, paused.waiting], ['PAUSED', 1, 0]);
  assert.match(paused.stateNote ?? '', /连续10次未送达（对方答复500），已暂停/);
  await changes([app.services.newId(), 'meanwhile']);
  answer = () => 204;
  await app.features.deliver();
  assert.equal(got.length, 10, 'a resting address gets nothing');
  const again = await chengdu.registrar.post<{ again: number }>(`/api/exchange/webhooks/${id}/deliveries/again`, {});
  assert.equal(again.body.again, 1);
  await chengdu.registrar.post(`/api/exchange/webhooks/${id}/state`, { paused: false });
  await app.features.deliver();
  assert.deepEqual(new Set(got.slice(10).map(({ turn }) => turn)), new Set(['lost', 'meanwhile']));
  assert.deepEqual((await standing(systemId, id)).dead, 0);
});

test('a process that died while it sent: the delivery is made once more, under the same id', async () => {
  const { id } = await anAddress(['KEY_DATA_CHANGED']);
  await changes([app.services.newId(), 'taken']);
  const rules = addressRules(OWN);
  // The process lays it out, takes it, and is gone.
  await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    assert.deepEqual(await claimDeliveries(tx, { limit: 8, leaseUntil: tx.now }), [], 'nothing is laid out yet');
  });
  const idle = { ...app.services, now: () => app.clock.now() };
  answer = () => 500;
  await deliverDue(idle, rules);
  answer = () => 204;
  app.clock.advance(5_000);
  await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    const claimed = await claimDeliveries(tx, { limit: 8, leaseUntil: new Date(tx.now.getTime() + 60_000) });
    assert.equal(claimed.length, 1);
  });
  await deliverDue(idle, rules);
  assert.equal(got.length, 1, 'while it is held, nobody else sends it');
  app.clock.advance(60_000);
  await deliverDue(idle, rules);
  assert.deepEqual([got.length, new Set(got.map((one) => one.id)).size], [2, 1]);
  assert.deepEqual((await deliveries(id))[0]?.state, 'DELIVERED');
});

test('a try-out tells of nothing; a receiver that has gone for good is not called again; an ended approval delivers nothing', async () => {
  const { id, systemId } = await anAddress(['KEY_DATA_CHANGED']);
  const tried = await chengdu.registrar.post(`/api/exchange/webhooks/${id}/tests`);
  assert.deepEqual(
    [tried.body, got.map(({ type }) => type), got[0]?.valid],
    [{ delivered: true, status: 204 }, ['TEST'], true],
  );
  answer = () => 410;
  await changes([app.services.newId(), 'gone']);
  await app.features.deliver();
  assert.match((await standing(systemId, id)).stateNote ?? '', /对方答复此地址已停用/);
  answer = () => 204;
  got = [];
  const other = await anAddress(['KEY_DATA_CHANGED']);
  await chengdu.leader.post(`/api/exchange/systems/${other.systemId}/revocation`, { reason: '平台停运' });
  await changes([app.services.newId(), 'after']);
  await app.features.deliver();
  assert.deepEqual(got, []);
  const refused = await chengdu.registrar.post(`/api/exchange/systems/${systemId}/webhooks`, {
    ...{ url: 'http://10.0.0.8/hook', kinds: ['CASE_OPENED'] },
  });
  assert.match(refused.detail ?? '', /须用https/);
});
