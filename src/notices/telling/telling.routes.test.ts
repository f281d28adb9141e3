/** 通知: who is told of what, through the interface. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../../../tests/access/caller.ts';
import { both, type Desk, open, twoTowns } from '../../../tests/two-towns.ts';
import type { ChoicesView, NoticesView } from '../notices.api.ts';

const town = await twoTowns();
const { app, changge, wuhou, chengdu, sending, receiving, neighbour } = town;

/** The product catches up with what has happened. */
async function settle() {
  await app.features.publish();
  await app.features.tell();
}
const notices = async (caller: Caller) => (await caller.get<NoticesView>('/api/notices')).body;
const kinds = async (caller: Caller) => (await notices(caller)).items.map(({ kind }) => kind).reverse();
const job = (name: string) => app.features.jobs.find((one) => one.name === name)!.run({}, new AbortController().signal);

async function opened(name: string) {
  const child = await town.child(name);
  const { caseId } = (await open(receiving, child, { classGroupId: town.classGroupId })).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  return { child, caseId };
}

test('a transfer: returned, mended, decided; each hears what concerns it, nobody of what they did themselves', async () => {
  const { child, caseId } = await opened('李沐辰');
  await settle();
  assert.deepEqual(await kinds(receiving.registrar), [], 'the registrar has opened it');
  await both(wuhou, caseId, 'APPROVE');
  await sending.registrar.post(`/api/cases/${caseId}/acts`, {
    action: 'RETURN',
    opinion: '李沐辰缺父亲的工作调动证明',
  });
  await settle();
  await settle();
  const { items, unread } = await notices(receiving.registrar);
  assert.deepEqual(
    items.map(({ kind, caseId: about }) => [kind, about]),
    [['CASE_RETURNED', caseId]],
  );
  assert.equal(unread, 1);
  assert.match(items[0]!.sentence, /^转学办件\S+已退回，请按退回意见补正后再报$/);
  assert.ok(!JSON.stringify(items).includes(child.name), 'a notice names nobody');
  assert.deepEqual((await notices(neighbour.registrar)).items, [], 'the bystander hears nothing');
  const read = await receiving.registrar.post('/api/notices/read', { ids: [items[0]!.id] });
  assert.deepEqual(read.body, { unread: 0 });
  await wuhou.registrar.post('/api/notices/read', { ids: [items[0]!.id] });
});

test('decided: the school and whoever opened it hear it, and each school one word of its registrations', async () => {
  const { caseId } = await opened('王静怡');
  for (const desk of [wuhou, sending, changge, chengdu]) await both(desk, caseId, 'APPROVE');
  await settle();
  const mine = (await notices(receiving.registrar)).items.filter((one) => one.caseId === caseId);
  assert.deepEqual(
    mine.map(({ kind, sentence }) => [kind, sentence.replace(/ZX-\S+?(?=已)/, '…')]),
    [
      ['REGISTRATION_CHANGED', '本校有学生学籍开始，见有关办件'],
      ['CASE_DECIDED', '转学办件…已办结'],
    ],
  );
  const left = (await notices(sending.registrar)).items.filter((one) => one.caseId === caseId);
  assert.deepEqual(
    left.map(({ kind }) => kind),
    ['REGISTRATION_CHANGED'],
  );
});

test('due soon, overdue, gone up to the superior: each told once for a term, and pressed by the superior', async () => {
  const { caseId } = await opened('赵子墨');
  await settle();
  app.clock.set('2026-09-16T10:00:00+08:00');
  for (let runs = 0; runs < 2; runs++) await job('watch-terms');
  const about = async (desk: Desk, who: 'registrar' | 'leader' = 'registrar') =>
    (await notices(desk[who])).items.filter((one) => one.caseId === caseId).map(({ kind }) => kind);
  assert.deepEqual(await about(wuhou), ['CASE_DUE_SOON']);
  assert.deepEqual(await about(chengdu), []);
  app.clock.set('2026-09-28T10:00:00+08:00');
  for (let runs = 0; runs < 2; runs++) await job('watch-terms');
  assert.deepEqual(await about(wuhou), ['CASE_OVERDUE', 'CASE_DUE_SOON']);
  assert.deepEqual([await about(chengdu), await about(chengdu, 'leader')], [['CASE_ESCALATED'], ['CASE_ESCALATED']]);
  const reminded = await chengdu.registrar.post(`/api/cases/${caseId}/acts`, { action: 'REMIND', opinion: '请尽快' });
  assert.equal(reminded.status, 200, reminded.detail);
  await settle();
  assert.deepEqual(await about(wuhou), ['CASE_REMINDED', 'CASE_OVERDUE', 'CASE_DUE_SOON']);
});

test('whoever wants to hear of what arrives hears it, whoever wants nothing hears nothing; addresses come back masked', async () => {
  const wish = {
    kinds: { CASE_ARRIVED: ['SITE'], CASE_DECIDED: [] },
    digest: false,
    email: 'wu@example.cn',
    phone: '13912345678',
  };
  const set = await wuhou.registrar.put<ChoicesView>('/api/notices/choices', wish);
  assert.equal(set.status, 200, set.detail);
  assert.deepEqual(
    [set.body.email, set.body.phone, set.body.mail, set.body.sms],
    ['w***@example.cn', '139****5678', false, false],
  );
  assert.deepEqual([set.body.kinds.CASE_ARRIVED, set.body.kinds.CASE_OVERDUE], [['SITE'], ['SITE']]);
  await wuhou.registrar.put('/api/notices/choices', { kinds: wish.kinds, digest: true });
  const { body } = await wuhou.registrar.get<ChoicesView>('/api/notices/choices');
  assert.deepEqual([body.email, body.digest], ['w***@example.cn', true], 'an address that is not named stays');
  const { caseId } = await opened('孙浩然');
  await settle();
  const arrived = (await notices(wuhou.registrar)).items.find((one) => one.caseId === caseId);
  assert.match(arrived?.sentence ?? '', /已到本单位，请于\d+月\d+日前办理/);
  assert.equal((await wuhou.registrar.put('/api/notices/choices', { ...wish, phone: '12345' })).status, 400);
});
