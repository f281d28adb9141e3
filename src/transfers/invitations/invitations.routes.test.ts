/** 转学意愿: a family asks first; the school that is asked begins the transfer from it, or declines on a lawful ground. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Desk, FORM, twoTowns } from '../../../tests/two-towns.ts';
import type { CaseView } from '../../cases/cases.api.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { RefusalGroundView } from '../transfers.api.ts';
import type { InvitationPage, TakenUp } from './invitations.api.ts';

const town = await twoTowns();
const { app, sending, receiving, rival, wuhou, changge, neighbour } = town;

const invite = (by: Desk, studentId: string, to: Desk, more: object = {}) =>
  by.registrar.post<{ id: string }>('/api/transfer-invitations', {
    ...{ studentId, toSchoolId: to.at.id, ground: 'JOB_MOVED', moved: 'ACROSS_PROVINCES' },
    ...{ said: '父亲9月起调到武侯区工作，想让孩子在锦里西路小学就读', askedOn: '2026-09-02', ...more },
  });
const listOf = async (by: Desk, side: string) =>
  (await by.registrar.get<InvitationPage>(`/api/transfer-invitations?side=${side}`)).body;
const stateOf = async (by: Desk, side: string, id: string) =>
  (await listOf(by, side)).items.find((one) => one.id === id)?.state;
const take = (by: Desk, id: string) => by.registrar.post<TakenUp>(`/api/transfer-invitations/${id}/taking-up`);
const decline = (by: Desk, id: string, reason: string, opinion = '四年级各班均已满额') =>
  by.registrar.post(`/api/transfer-invitations/${id}/refusal`, { reason, opinion });

test('a wish becomes an invitation, and from it the transfer is begun with what the family said', async () => {
  const child = await town.child('李沐辰');
  const { body, detail } = await invite(sending, child.id, receiving);
  assert.ok(body.id, detail);
  const waiting = await listOf(receiving, 'IN');
  assert.deepEqual(
    [waiting.open, waiting.items[0]?.childName, waiting.items[0]?.may],
    [1, '李沐辰', ['TAKE', 'DECLINE']],
  );
  assert.ok(!JSON.stringify(waiting).includes(child.number), 'a list holds no number');
  assert.equal((await listOf(rival, 'IN')).items.length, 0);
  assert.equal((await invite(sending, child.id, rival)).code, 'CONFLICT', 'one wish at a time');

  assert.equal((await take(rival, body.id)).status, 404);
  const taken = await take(receiving, body.id);
  assert.deepEqual([taken.body.ground, taken.body.child.schoolName], ['JOB_MOVED', '葛天路小学']);
  const { token } = taken.body.child;
  const opening = { token, form: FORM, opinion: taken.body.said, invitationId: body.id };
  const opened = await receiving.registrar.post<{ caseId: string }>('/api/transfers', opening);
  assert.ok(opened.body.caseId, opened.detail);
  const after = (await listOf(sending, 'OUT')).items[0];
  assert.deepEqual([after?.state, after?.caseId], ['TAKEN', opened.body.caseId]);
  assert.equal((await decline(receiving, body.id, 'CLASS_FULL')).code, 'CONFLICT');
  const trail = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('audit_events').select(['action', 'path']).where('subject_id', '=', child.id).execute(),
  );
  for (const action of ['INVITE_TRANSFER', 'LOOK_BEYOND', 'OPEN_TRANSFER']) {
    assert.ok(
      trail.some((row) => row.action === action && row.path === sending.at.path),
      action,
    );
  }
});

test('T7.1: declined for want of a place, the wish goes to the authority, which names another school that must take the child', async () => {
  const child = await town.child('王静怡');
  const { id } = (await invite(sending, child.id, receiving)).body;
  assert.equal((await decline(receiving, id, 'CLASS_FULL', '')).status, 400, 'what it means must be said');
  assert.equal((await decline(receiving, id, 'CLASS_FULL')).status, 200);
  const [told] = (await listOf(sending, 'OUT')).items;
  assert.deepEqual(
    [told?.state, told?.answer?.reasonWords, told?.answer?.chip],
    ['DECLINED', '班额已满', '四川·第三十五条'],
  );
  assert.match(told?.answer?.remedy ?? '', /到武侯区教育局申请安排就读/);

  assert.equal((await listOf(wuhou, 'IN')).toArrange, 1);
  const arrange = (by: Desk, to: Desk) =>
    by.registrar.post<{ id: string }>(`/api/transfer-invitations/${id}/arrangement`, { toSchoolId: to.at.id });
  assert.equal((await arrange(changge, neighbour)).status, 403);
  assert.match((await arrange(wuhou, receiving)).detail!, /已答复不能接收/);
  const arranged = await arrange(wuhou, rival);
  assert.equal(arranged.status, 200, arranged.detail);
  assert.equal(await stateOf(sending, 'OUT', id), 'ARRANGED');
  const [before] = (await listOf(rival, 'IN')).items;
  assert.deepEqual([before?.state, before?.arranged], ['OPEN', true]);
  const { token } = (await take(rival, arranged.body.id)).body.child;
  const opened = await rival.registrar.post<{ caseId: string }>('/api/transfers', {
    ...{ token, form: FORM, opinion: '区教育局安排', invitationId: arranged.body.id },
  });
  const { body: view } = await rival.registrar.get<CaseView>(`/api/cases/${opened.body.caseId}`);
  assert.equal((view.data as { arranged?: boolean }).arranged, true);
});

test('T7.2 [refuse]: no trial, no test, no pretext; the attempt stands on the trail of the child', async () => {
  const child = await town.child('赵海涛');
  const { id } = (await invite(sending, child.id, receiving)).body;
  const { body } = await receiving.registrar.get<{ grounds: RefusalGroundView[] }>(
    `/api/transfer-invitations/${id}/refusal-grounds`,
  );
  assert.ok(body.grounds.filter(({ lawful }) => !lawful).some(({ reason }) => reason === 'TRIAL_FAILED'));
  const refused = await decline(receiving, id, 'TRIAL_FAILED', '试读两周不合格');
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /“试读不合格”不是拒收的理由（四川·第三十五条）/);
  assert.equal(await stateOf(receiving, 'IN', id), 'OPEN');
  const trail = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('audit_events').select('action').where('subject_id', '=', child.id).execute(),
  );
  assert.ok(trail.some(({ action }) => action === 'UNLAWFUL_REFUSAL'));
  const entitled = (await invite(sending, (await town.child('孙文博')).id, receiving, { ground: 'MIGRANT_WORK' })).body;
  assert.match((await decline(receiving, entitled.id, 'CLASS_FULL')).detail!, /属应准予转学的情形，不得拒绝/);
});

test('only the school that has the child records its wish, for a school that teaches the grade; unanswered it is taken back', async () => {
  const child = await town.child('周志强');
  assert.equal((await invite(neighbour, child.id, receiving)).status, 404);
  assert.match((await invite(sending, child.id, sending)).detail!, /另一所学校/);
  assert.match((await invite(sending, child.id, receiving, { askedOn: '2026-09-04' })).detail!, /不能晚于今天/);
  const { id } = (await invite(sending, child.id, receiving)).body;
  assert.equal((await receiving.registrar.post(`/api/transfer-invitations/${id}/withdrawal`)).status, 404);
  assert.equal((await sending.registrar.post(`/api/transfer-invitations/${id}/withdrawal`)).status, 200);
  assert.equal(await stateOf(receiving, 'IN', id), 'WITHDRAWN');
  assert.equal((await invite(sending, child.id, rival)).status, 200);
});
