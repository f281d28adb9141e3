/** 交件提醒: a paper file that is owed, and a returned paper that the case waits for; told once, and to whom it concerns. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { Caller } from '../../../tests/access/caller.ts';
import { both, open, twoTowns } from '../../../tests/two-towns.ts';
import type { NoticesView } from '../notices.api.ts';

const town = await twoTowns();
const { app, changge, wuhou, chengdu, sending, receiving, neighbour } = town;

const watch = async () => {
  const job = app.features.jobs.find((one) => one.name === 'watch-papers')!;
  for (let runs = 0; runs < 2; runs++) await job.run({}, new AbortController().signal);
};
const told = async (caller: Caller, caseId: string) =>
  (await caller.get<NoticesView>('/api/notices')).body.items
    .filter((one) => one.kind === 'PAPER_DUE' && one.caseId === caseId)
    .map(({ sentence }) => sentence.replace(/^转学办件\S+?(?=的|有)/, '…'));

async function opened(name: string): Promise<string> {
  const { body, detail } = await open(receiving, await town.child(name), { classGroupId: town.classGroupId });
  assert.ok(body.caseId, detail);
  return body.caseId;
}
const submit = async (caseId: string) =>
  assert.equal((await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' })).status, 200);

test('a paper file: told when it is owed, a fortnight before its last day and once it is late, to the school that has it', async () => {
  const cases = [await opened('李沐辰'), await opened('王静怡')] as const;
  for (const caseId of cases) {
    await submit(caseId);
    for (const desk of [wuhou, sending, changge, chengdu]) await both(desk, caseId, 'APPROVE');
  }
  const [left, sent] = cases;
  await watch();
  assert.deepEqual(await told(sending.registrar, left), ['…的纸质档案须由本校转出，请于10月3日前办理']);
  const form = { way: 'IN_PERSON', parts: ['BASICS'], pages: 12 };
  const { body } = await sending.registrar.get<{ handOver: { id: string } }>(`/api/cases/${sent}/file-hand-over`);
  const gone = await sending.registrar.post(`/api/file-hand-overs/${body.handOver.id}/sending`, form);
  assert.equal(gone.status, 200, gone.detail);
  app.clock.set('2026-09-18T10:00:00+08:00');
  await watch();
  assert.equal((await told(sending.registrar, left)).length, 1, 'fifteen days are left');
  app.clock.set('2026-09-19T10:00:00+08:00');
  await watch();
  assert.equal((await told(sending.registrar, left)).length, 2);
  app.clock.set('2026-10-04T10:00:00+08:00');
  await watch();
  assert.deepEqual((await told(sending.registrar, left)).length, 3);
  assert.equal((await told(sending.registrar, left))[0], '…的纸质档案已过10月3日的期限，请立即转出并写明原因');
  assert.equal((await told(sending.registrar, sent)).length, 1, 'what has gone presses nobody');
  for (const other of [sending.leader, receiving.registrar, changge.registrar, neighbour.registrar]) {
    assert.deepEqual(await told(other, left), []);
  }
  app.clock.set('2026-09-03T10:00:00+08:00');
});

test('a paper that was returned: told once the case is back with who handed it in, until another is there', async () => {
  const [caseId, untouched] = [await opened('赵子墨'), await opened('孙浩然')];
  const hand = async (one: string, background: string) => {
    const bytes = await sharp({ create: { width: 400, height: 560, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const file = { name: 'IMG_0001.JPG', bytes };
    const path = `/api/cases/${one}/evidence?${new URLSearchParams({ paper: 'HOUSEHOLD', what: '居民户口簿' })}`;
    const { body, status, detail } = await receiving.registrar.upload<{ id: string }>(path, file);
    assert.equal(status, 200, detail);
    return body.id;
  };
  await hand(untouched, '#00ff00');
  const paper = await hand(caseId, '#ff0000');
  await submit(caseId);
  const back = await wuhou.registrar.post(`/api/cases/${caseId}/evidence/${paper}/returns`, { reason: '缺户主页' });
  assert.equal(back.status, 200, back.detail);
  await watch();
  assert.deepEqual(
    await told(receiving.registrar, caseId),
    [],
    'while the authority has the case nothing can be handed in',
  );
  const act = { action: 'RETURN', opinion: '请补交户主页' };
  assert.equal((await wuhou.registrar.post(`/api/cases/${caseId}/acts`, act)).status, 200);
  await watch();
  assert.deepEqual(await told(receiving.registrar, caseId), ['…有材料被退回，请按退回理由补交后再报']);
  assert.deepEqual(await told(receiving.registrar, untouched), []);
  for (const other of [wuhou.registrar, sending.registrar, neighbour.registrar]) {
    assert.deepEqual(await told(other, caseId), []);
  }
});

test('what was handed in again before the day’s watch presses nobody', async () => {
  const caseId = await opened('周雨桐');
  const hand = async (background: string) => {
    const bytes = await sharp({ create: { width: 400, height: 560, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const path = `/api/cases/${caseId}/evidence?${new URLSearchParams({ paper: 'HOUSEHOLD', what: '居民户口簿' })}`;
    return (await receiving.registrar.upload<{ id: string }>(path, { name: 'IMG_0002.JPG', bytes })).body.id;
  };
  const paper = await hand('#0000ff');
  await submit(caseId);
  await wuhou.registrar.post(`/api/cases/${caseId}/evidence/${paper}/returns`, { reason: '看不清' });
  await wuhou.registrar.post(`/api/cases/${caseId}/acts`, { action: 'RETURN', opinion: '请补交' });
  app.clock.advance(60_000);
  assert.ok(await hand('#ffff00'));
  await watch();
  assert.deepEqual(await told(receiving.registrar, caseId), []);
});
