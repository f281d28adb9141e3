/** 就读安排随学籍结束: who goes to another school or is registered nowhere is no longer a guest or taught in a special way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryOut } from '../../tests/change-desks.ts';
import { both, type Desk, open, twoTowns } from '../../tests/two-towns.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import type { ArrangementList } from './study-elsewhere.api.ts';

const town = await twoTowns();
const { app, sending, neighbour, changge } = town;
const asTown = (school: Desk) => ({ school, above: [changge], student: async () => (await town.child('王静怡')).id });
const INCLUSIVE = {
  kind: 'SPECIAL_EDUCATION',
  form: { plan: '经评估，随班就读', way: 'INCLUSIVE', ableToFollow: true },
};
const DEATH = {
  kind: 'DEATH',
  form: { hasProof: true, proof: '死亡医学证明，县人民医院', diedOn: '2026-09-01' },
};

/** A child for whom the school has arranged something. */
async function arranged(name: string) {
  const child = await town.child(name);
  await carryOut(asTown(sending), child.id, INCLUSIVE);
  assert.deepEqual(await endsOf(child.id), [[null, null]]);
  return child;
}
const endsOf = (studentId: string) =>
  app.db.read(NODE_SCOPE, async (tx) => {
    const rows = await tx.sql
      .selectFrom('study_arrangements')
      .select(['ended_on', 'end_reason'])
      .where('student_id', '=', studentId)
      .orderBy('case_id')
      .execute();
    return rows.map(({ ended_on, end_reason }) => [ended_on, end_reason]);
  });
async function moved(child: Awaited<ReturnType<typeof arranged>>): Promise<string> {
  const { body, detail } = await open(neighbour, child, { ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' });
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

test('with the registration the arrangement ends; nobody else’s does', async () => {
  const [gone, dead, stays] = [await arranged('李沐辰'), await arranged('赵海涛'), await arranged('周雨桐')];
  await moved(gone);
  await carryOut(asTown(sending), dead.id, DEATH);
  assert.deepEqual(await endsOf(gone.id), [['2026-09-03', '学籍已转出']]);
  assert.deepEqual(await endsOf(dead.id), [['2026-09-03', '学籍已终止']]);
  assert.deepEqual(await endsOf(stays.id), [[null, null]]);
  const { body } = await sending.registrar.get<ArrangementList>('/api/study-arrangements');
  assert.deepEqual(
    body.items.filter(({ endedOn }) => endedOn === null).map(({ name }) => name),
    ['周雨桐'],
  );
});

test('taken back, the change leaves the arrangement ended; what the other school arranged ends as well', async () => {
  const [stays, child] = [await arranged('吴丽华'), await arranged('郑国庆')];
  const caseId = await moved(child);
  await carryOut(asTown(neighbour), child.id, INCLUSIVE);
  app.clock.set('2026-09-08T10:00:00+08:00');
  await takeBack(caseId);
  const ended = [
    ['2026-09-03', '学籍已转出'],
    ['2026-09-08', '学籍已转出'],
  ];
  assert.deepEqual(await endsOf(child.id), ended);
  assert.deepEqual(await endsOf(stays.id), [[null, null]]);
  await carryOut(asTown(sending), child.id, INCLUSIVE);
  assert.deepEqual(await endsOf(child.id), [...ended, [null, null]], 'arranged anew');
});
