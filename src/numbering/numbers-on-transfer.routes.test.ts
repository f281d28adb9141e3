/** 辅号随转学: through a whole transfer: the old school's number ends with the registration, and the new school gives its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both, open, twoTowns } from '../../tests/two-towns.ts';
import type { StudentNumbers } from './numbering.api.ts';

const town = await twoTowns();
const { sending, receiving, wuhou, changge, chengdu } = town;
type Caller = typeof sending.registrar;

const numbersOf = async (by: Caller, id: string) => {
  const { status, body } = await by.get<StudentNumbers>(`/api/students/${id}/secondary-numbers`);
  return status === 200 ? body.items.map(({ number, to, endEvent }) => [number, to, endEvent]) : status;
};
const give = (by: Caller, id: string) =>
  by.post<{ number: string }>(`/api/students/${id}/secondary-numbers`, { kind: 'SCHOOL', event: 'ENTRY' });

test('R4-2: when a transfer is complete the old number is cancelled; the file takes its history along; a new one is given', async () => {
  const child = await town.child('李沐辰');
  const bystander = await town.child('王静怡');
  for (const { id } of [child, bystander]) assert.equal((await give(sending.registrar, id)).status, 200);
  const [before] = (await numbersOf(sending.registrar, child.id)) as [string, null, null][];
  assert.deepEqual(before!.slice(1), [null, null]);

  const opened = await open(receiving, child, { classGroupId: town.classGroupId });
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' })).status, 200);
  assert.equal((await give(receiving.registrar, child.id)).status, 404, 'not before it is theirs');
  for (const desk of [wuhou, sending, changge, chengdu]) {
    assert.deepEqual((await numbersOf(sending.registrar, child.id)) as unknown, [[before![0], null, null]]);
    const { status, detail } = await both(desk, caseId, 'APPROVE');
    assert.equal(status, 200, detail);
  }

  const ended = [before![0], '2026-09-03', '转学'];
  assert.deepEqual(await numbersOf(receiving.registrar, child.id), [ended]);
  assert.equal(await numbersOf(sending.registrar, child.id), 404, 'the file has left the school');
  const given = await give(receiving.registrar, child.id);
  assert.equal(given.status, 200, given.detail);
  assert.deepEqual(await numbersOf(receiving.registrar, child.id), [[given.body.number, null, null], ended]);
  const [other] = (await numbersOf(sending.registrar, bystander.id)) as [string, null, null][];
  assert.deepEqual(other!.slice(1), [null, null], 'who stays keeps the number');
});
