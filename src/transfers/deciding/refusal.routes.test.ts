/** 不同意转学: only on a lawful ground, with its article; an unlawful one is refused and stands on the trail (T7). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { type Desk, open, refuseBoth, twoTowns } from '../../../tests/two-towns.ts';
import type { CaseView } from '../../cases/cases.api.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { RefusalGroundView } from '../transfers.api.ts';

const town = await twoTowns();
const { app, sending, receiving, neighbour, wuhou, changge } = town;

const handedIn = async (desk: Desk, name: string, form: Parameters<typeof open>[2] = {}) => {
  const child = await town.child(name);
  const { body, detail } = await open(desk, child, form);
  assert.ok(body.caseId, detail);
  await desk.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT', opinion: '同意' });
  return body.caseId;
};
const groundsFor = async (desk: Desk, caseId: string) =>
  desk.registrar.get<{ grounds: RefusalGroundView[] }>(`/api/transfers/${caseId}/refusal-grounds`);
const trailOf = (caseId: string) =>
  app.db.read(NODE_SCOPE, (tx) =>
    tx.sql
      .selectFrom('audit_events')
      .select(['action', 'reason', 'detail'])
      .where('subject_id', '=', caseId)
      .where('action', '=', 'UNLAWFUL_REFUSAL')
      .execute(),
  );

/** What stands on a paper of the case, without its spaces. */
async function printed(caseId: string, paper: 'notice' | 'application'): Promise<string> {
  const { status, bytes, detail } = await sending.registrar.get(`/api/cases/${caseId}/${paper}.pdf`);
  assert.equal(status, 200, detail);
  const { pages } = await readPdf(new Uint8Array(bytes));
  return pages.map(textOf).join('').replaceAll(/\s/g, '');
}

test('T7.1: a full class group is a ground with its article, and the family is sent to the authority for a place', async () => {
  const caseId = await handedIn(receiving, '李沐辰');
  const { body } = await groundsFor(wuhou, caseId);
  const full = body.grounds.find(({ reason }) => reason === 'CLASS_FULL');
  assert.deepEqual([full?.lawful, full?.chip], [true, '四川·第三十五条']);
  const refused = await refuseBoth(wuhou, caseId, 'CLASS_FULL', '四年级各班均已满额');
  assert.equal(refused.body.stateWords, '不同意转学', refused.detail);

  const { body: view } = await sending.registrar.get<CaseView>(`/api/cases/${caseId}`);
  const told = view.findings.find(({ sentence }) => sentence.includes('班额已满'));
  assert.equal(told?.chip, '四川·第三十五条');
  assert.match(told?.remedy ?? '', /持答复或决定通知书到武侯区教育局申请安排就读/);
  assert.match(view.events.at(-2)?.opinion ?? '', /^班额已满：四年级各班均已满额$/);
  const notice = await printed(caseId, 'notice');
  for (const words of ['班额已满：四年级各班均已满额', '四川·第三十五条', '到武侯区教育局申请安排就读', '行政复议']) {
    assert.ok(notice.includes(words), `${words} is not on the notice: ${notice}`);
  }
});

test('T7.2 [refuse]: a failed entrance test is locked with its article; who tries it stands on the trail, and nothing moves', async () => {
  const caseId = await handedIn(receiving, '王静怡');
  const { body } = await groundsFor(wuhou, caseId);
  const locked = body.grounds.filter(({ lawful }) => !lawful);
  assert.deepEqual(
    locked.map(({ reason }) => reason).sort(),
    [
      ...['CONDUCT', 'DRESS', 'NOT_ARRIVED', 'NOT_REGISTERED', 'PAPERS_OR_FILE_MISSING', 'PLAN_FULL', 'TEST_FAILED'],
      ...['TRIAL_FAILED', 'WAS_ON_LEAVE'],
    ].sort(),
  );
  assert.ok(locked.every(({ chip, sentence }) => chip && sentence));
  const refused = await refuseBoth(wuhou, caseId, 'TEST_FAILED');
  assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
  assert.match(refused.detail!, /免试就近入学，“入学考试或考核未通过”不是拒收的理由（四川·第三十五条）；接收就读/);
  const [row, ...more] = await trailOf(caseId);
  assert.deepEqual([row?.reason, more.length], ['入学考试或考核未通过', 0]);
  const { body: view } = await wuhou.registrar.get<CaseView>(`/api/cases/${caseId}`);
  assert.deepEqual([view.stateWords, view.pending], ['待转入学校学籍主管部门核办', null]);
});

test('T7.3 [refuse]: a registration that has not arrived keeps nobody out', async () => {
  const caseId = await handedIn(receiving, '赵海涛');
  const refused = await refuseBoth(wuhou, caseId, 'NOT_ARRIVED');
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /籍随人走，学籍是入学的结果，“学籍未转到”不是拒收的理由（四川·前言）/);
});

test('where the law of one side entitles the child, no party of either side finds a ground', async () => {
  const caseId = await handedIn(receiving, '孙文博', { ground: 'MIGRANT_WORK' });
  const { body } = await groundsFor(wuhou, caseId);
  assert.ok(body.grounds.length > 0 && body.grounds.every(({ lawful }) => !lawful));
  const refused = await refuseBoth(wuhou, caseId, 'CLASS_FULL');
  assert.match(refused.detail!, /属应准予转学的情形，不得拒绝（长葛·三、1（一））；同意转学；确无学位的/);
});

test('the sending side does not speak of places at the other school, and nobody chooses a ground out of turn', async () => {
  const caseId = await handedIn(neighbour, '周志强', { ground: 'JOB_MOVED', moved: 'WITHIN_COUNTY' });
  const { body } = await groundsFor(sending, caseId);
  assert.deepEqual(
    body.grounds.filter(({ lawful }) => lawful).map(({ reason }) => reason),
    ['CONDITIONS_NOT_MET'],
  );
  assert.ok(!body.grounds.some(({ reason }) => reason === 'CLASS_FULL'));
  assert.equal((await groundsFor(changge, caseId)).status, 403);
  assert.equal((await groundsFor(receiving, caseId)).status, 404);
});

test('a refusal that its leader sends back leaves no mark on the law of the case', async () => {
  const caseId = await handedIn(receiving, '吴丽华');
  const { body: before } = await wuhou.registrar.get<CaseView>(`/api/cases/${caseId}`);
  await wuhou.registrar.post(`/api/transfers/${caseId}/refusals`, {
    ...{ reason: 'CLASS_FULL', opinion: '各班已满', seq: before.seq },
  });
  const pending = (await wuhou.leader.get<CaseView>(`/api/cases/${caseId}`)).body;
  assert.equal(pending.counts.amber, before.counts.amber + 1);
  await wuhou.leader.post(`/api/cases/${caseId}/acts`, { action: 'SEND_BACK', opinion: '三班还有学位' });
  const after = (await wuhou.registrar.get<CaseView>(`/api/cases/${caseId}`)).body;
  assert.equal(after.counts.amber, before.counts.amber);
});

test('the printed application names the child with masked numbers, both schools, the ground and the papers of both laws', async () => {
  const caseId = await handedIn(receiving, '郑国庆');
  const text = await printed(caseId, 'application');
  const words = [
    '郑国庆',
    '葛天路小学（长葛市教育局）四年级',
    '锦里西路小学（武侯区教育局）',
    '父母工作调动（跨省）',
    '户口簿',
  ];
  for (const each of [...words, '四川·第三十二条', '监护人：', '转入学校主管领导：']) {
    assert.ok(text.includes(each), `${each} is not on the form: ${text}`);
  }
  assert.doesNotMatch(text, /\d{17}[\dX]/);
});
