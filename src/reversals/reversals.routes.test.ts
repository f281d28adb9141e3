/** 撤销变动: the authority above takes back the last change of a student, and everything stands where it stood. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ILL } from '../../tests/leave-desks.ts';
import { rowsOfStudent, standingOfRows } from '../../tests/student-rows.ts';
import { both, type Desk, open, twoTowns } from '../../tests/two-towns.ts';
import type { CaseView } from '../cases/cases.api.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { rebuildRoster } from '../students/search/rebuild-roster.ts';
import type { ReversalView } from './reversals.api.ts';

const town = await twoTowns();
const { app, sending, neighbour, receiving, changge, wuhou, chengdu } = town;
const REASON = '经查系误办，家长撤回申请';

const standing = async (id: string) => standingOfRows(await rowsOfStudent(app, id));
const look = async (by: Desk, caseId: string) =>
  (await by.registrar.get<ReversalView>(`/api/cases/${caseId}/reversal`)).body;
const propose = (by: Desk, caseId: string, reason = REASON) =>
  by.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, { reason });
const sign = (by: Desk, caseId: string) =>
  by.leader.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, { action: 'REVERSE', opinion: '同意撤销' });

/** Proposed by the registrar and signed by the leader. */
async function reverse(by: Desk, caseId: string): Promise<string> {
  const proposed = await propose(by, caseId);
  assert.equal(proposed.status, 200, proposed.detail);
  const signed = await sign(by, proposed.body.caseId);
  assert.equal(signed.status, 200, signed.detail);
  assert.equal(signed.body.stateWords, '已撤销，恢复原状');
  return proposed.body.caseId;
}

/** A child of 葛天路小学 that goes to the school beside it. */
async function moved(name: string): Promise<{ id: string; number: string; caseId: string; before: unknown }> {
  const child = await town.child(name);
  const before = await standing(child.id);
  const opened = await open(neighbour, child, { ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' });
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  await neighbour.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  await both(sending, caseId, 'APPROVE');
  assert.equal((await both(changge, caseId, 'APPROVE')).status, 200);
  return { ...child, caseId, before };
}

/** Away for illness, consented to by the authority. */
async function onLeave(studentId: string): Promise<string> {
  const matter = { kind: 'LEAVE', form: { ...ILL, beginsOn: '2026-09-03', endsOn: '2027-08-31' } };
  const { body, detail } = await sending.registrar.post<{ caseId: string }>('/api/leaves', { studentId, matter });
  assert.ok(body.caseId, detail);
  await sending.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT' });
  assert.equal((await both(changge, body.caseId, 'APPROVE')).status, 200);
  return body.caseId;
}

test('a transfer taken back: school, seat, roster, key data, number and claim are as they were, history keeps both ways', async () => {
  const bystander = await town.child('王静怡');
  const others = await rowsOfStudent(app, bystander.id);
  const child = await moved('李沐辰');
  assert.notDeepEqual(await standing(child.id), child.before);
  app.clock.set('2026-09-08T10:00:00+08:00');
  const offered = await look(changge, child.caseId);
  assert.deepEqual([offered.offered, offered.lockedBecause], [true, null]);
  assert.match(offered.restores.join(), /恢复为葛天路小学四年级，在读/);
  const reversalId = await reverse(changge, child.caseId);

  assert.deepEqual(await standing(child.id), child.before);
  const { registrations, seats, roster } = await rowsOfStudent(app, child.id);
  assert.deepEqual(
    registrations.map(({ valid_from, valid_to, ended_by }) => [valid_from, valid_to, ended_by]),
    [
      ['2023-09-01', '2026-09-03', child.caseId],
      ['2026-09-03', '2026-09-08', reversalId],
      ['2026-09-08', null, null],
    ],
  );
  assert.equal(seats.at(-1)?.valid_from, '2026-09-08');
  assert.equal(roster.length, 1);
  assert.deepEqual(await rowsOfStudent(app, bystander.id), others);
  assert.equal((await rebuildRoster(app.services)).mended, 0, 'the roster is what the facts make');
  assert.equal((await sending.registrar.get(`/api/students/${child.id}`)).status, 200);
  assert.equal((await neighbour.registrar.get(`/api/students/${child.id}`)).status, 404);

  const over = await look(neighbour, child.caseId);
  assert.deepEqual(
    [over.offered, over.reversed?.caseId],
    [false, reversalId],
    'all parties read that it is taken back',
  );
  const { body } = await sending.registrar.get<CaseView>(`/api/cases/${reversalId}`);
  assert.deepEqual(
    body.events.map(({ step, institutionName, opinion }) => [step, institutionName, opinion]),
    [
      ['PROPOSED', changge.at.name, REASON],
      ['SIGNED', changge.at.name, '同意撤销'],
    ],
  );
  assert.match((await propose(changge, child.caseId)).detail!, /已于2026-09-08撤销（CX-/);
  const trail = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('audit_events').select(['action', 'path']).where('subject_id', '=', child.id).execute(),
  );
  for (const path of [sending.at.path, neighbour.at.path]) {
    assert.ok(trail.some((row) => row.action === 'REVERSE_CHANGE' && row.path === path));
  }
});

test('a leave taken back on the day it began: the seat is there again, and the student may go on leave anew', async () => {
  app.clock.set('2026-09-03T10:00:00+08:00');
  const { id } = await town.child('赵海涛');
  const before = await standing(id);
  await reverse(changge, await onLeave(id));
  assert.deepEqual(await standing(id), before);
  const again = await onLeave(id);
  await reverse(changge, again);
  assert.deepEqual(await standing(id), before);
  assert.equal((await rebuildRoster(app.services)).mended, 0);
});

test('only the last change is taken back: the answer names the later one, and then each in turn', async () => {
  const child = await moved('周志强');
  const named = (await town.record(child.id)).record;
  app.clock.advance(60_000);
  const { body } = await neighbour.registrar.post<{ caseId: string | null }>('/api/key-data-changes', {
    studentId: child.id,
    values: { name: '周志刚' },
    papers: ['HOUSEHOLD_REGISTER', 'COPY'],
    reason: '户口簿已更名',
  });
  const renamed = body.caseId!;
  await neighbour.leader.post(`/api/cases/${renamed}/acts`, { action: 'SUBMIT' });
  const done = await both(changge, renamed, 'APPROVE');
  assert.equal(done.status, 200, done.detail);
  const locked = await look(changge, child.caseId);
  assert.match(locked.lockedBecause!, /此后该生又办了关键数据变更（.+），须先撤销该件/);
  const refused = await propose(changge, child.caseId);
  assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
  await reverse(changge, renamed);
  const { record } = await town.record(child.id);
  assert.deepEqual([record.name, record.formerName], ['周志强', named.formerName]);
  await reverse(changge, child.caseId);
  assert.deepEqual(await standing(child.id), child.before);
});

test('nobody takes back what is not theirs: no school, no other county, no leader alone, nobody twice', async () => {
  const child = await moved('吴丽华');
  for (const by of [sending, neighbour]) {
    assert.equal((await look(by, child.caseId)).offered, false);
    assert.deepEqual([(await propose(by, child.caseId)).status], [403], by.at.name);
  }
  assert.equal((await propose(wuhou, child.caseId)).status, 404);
  assert.equal((await propose(changge, child.caseId, '错')).status, 400, 'a reason is asked for');
  assert.equal((await changge.leader.post(`/api/cases/${child.caseId}/reversal`, { reason: REASON })).status, 403);
  const { caseId } = (await propose(changge, child.caseId)).body;
  const alone = await changge.registrar.post(`/api/cases/${caseId}/acts`, { action: 'REVERSE', opinion: REASON });
  assert.equal(alone.code, 'SAME_PERSON');
  const twice = await propose(changge, child.caseId);
  assert.equal(twice.code, 'CASE_OPEN');
  assert.match(twice.detail!, /撤销变动（CX-/);
  const before = await rowsOfStudent(app, child.id);
  const dropped = await changge.registrar.post(`/api/cases/${caseId}/acts`, { action: 'RETRACT' });
  assert.equal(dropped.status, 200, dropped.detail);
  assert.equal((await changge.registrar.post(`/api/cases/${caseId}/acts`, { action: 'WITHDRAW' })).status, 200);
  assert.deepEqual({ ...before, openCases: [] }, await rowsOfStudent(app, child.id), 'nothing has moved');
});

test('a transfer between two provinces is taken back by neither side alone, an open one by nobody', async () => {
  const child = await town.child('郑国庆');
  const { caseId } = (await open(receiving, child)).body;
  assert.deepEqual([(await look(wuhou, caseId)).offered, (await look(changge, caseId)).offered], [false, false]);
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  for (const desk of [wuhou, sending, changge, chengdu]) await both(desk, caseId, 'APPROVE');
  const before = await rowsOfStudent(app, child.id);
  for (const desk of [wuhou, changge, chengdu]) {
    assert.equal((await look(desk, caseId)).offered, false, desk.at.name);
    assert.equal((await propose(desk, caseId)).status, 403, desk.at.name);
  }
  assert.deepEqual(await rowsOfStudent(app, child.id), before);
});
