/** 转学: a child goes from 长葛 to 成都 through all hands, and what stands in the way says so. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { both, FORM, find, open, refuseBoth, twoTowns } from '../../tests/two-towns.ts';
import type { CaseView } from '../cases/cases.api.ts';
import { dayOf } from '../kernel/civil-date.ts';
import type { TransferPage, TransferPreview } from './transfers.api.ts';

const town = await twoTowns();
const { app, sending, receiving, rival, wuhou, changge, chengdu, neighbour } = town;
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());

const rows = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
const registrationsOf = (id: string) =>
  rows(
    `select i.short_name as school, r.valid_from, r.valid_to, r.grade, r.state from registrations r
     join institutions i on i.id = r.school_id where student_id = $1 order by r.valid_from, r.valid_to nulls last`,
    id,
  );
const liveOf = async (id: string) => (await registrationsOf(id)).filter(({ valid_to }) => valid_to === null).length;
const viewOf = async (by: typeof sending, caseId: string) =>
  (await by.registrar.get<CaseView>(`/api/cases/${caseId}`)).body;

test('the whole way: four parties and the city, one return for mending, and the child is at no moment in two schools or in none', async () => {
  const child = await town.child('李沐辰');
  const bystander = await town.child('王静怡');
  const numberBefore = (await town.record(child.id)).record.registrationNumber;
  const opened = await open(receiving, child, { classGroupId: town.classGroupId });
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' })).status, 200);
  assert.equal(await liveOf(child.id), 1);

  const view = await viewOf(sending, caseId);
  assert.equal(view.title, '李沐辰 葛天路小学→锦里西路小学');
  assert.deepEqual(
    view.track.map(({ role, status }) => [role, status]),
    [
      ['转入学校', 'DONE'],
      ['转入主管部门', 'NOW'],
      ['转出学校', 'LATER'],
      ['转出主管部门', 'LATER'],
      ['市级部门', 'LATER'],
    ],
  );
  assert.ok(view.findings.some(({ chip }) => chip.startsWith('四川')));
  assert.equal((await both(sending, caseId, 'APPROVE')).status, 403, 'nobody acts before his turn');
  assert.match((await both(wuhou, caseId, 'APPROVE')).body.stateWords, /待转出学校核办/);

  // The sending school misses a paper: the clock stands still, what the receiving authority has said stays said.
  app.clock.set('2026-09-07T10:00:00+08:00');
  const returned = await sending.registrar.post(`/api/cases/${caseId}/acts`, {
    action: 'RETURN',
    opinion: '缺父亲的工作调动证明',
  });
  assert.equal(returned.status, 200, returned.detail);
  const paused = await viewOf(receiving, caseId);
  assert.equal(paused.clock, null);
  assert.deepEqual(
    paused.track.map(({ status }) => status),
    ['RETURNED', 'DONE', 'LATER', 'LATER', 'LATER'],
  );
  app.clock.set('2026-09-17T10:00:00+08:00');
  const mended = { ...FORM, classGroupId: town.classGroupId, ground: 'HOUSEHOLD_AND_RESIDENCE_MOVED' };
  assert.equal((await sending.registrar.put(`/api/transfers/${caseId}/form`, mended)).status, 404);
  assert.equal((await rival.registrar.put(`/api/transfers/${caseId}/form`, mended)).status, 404);
  assert.equal((await receiving.registrar.put(`/api/transfers/${caseId}/form`, mended)).status, 200);
  assert.match((await both(receiving, caseId, 'SUBMIT')).body.stateWords, /待转出学校核办/);
  const resumed = await viewOf(sending, caseId);
  assert.deepEqual([resumed.clock?.termDays, resumed.clock?.daysLeft], [10, 8], 'two of ten days were used before');

  await both(sending, caseId, 'APPROVE');
  await both(changge, caseId, 'APPROVE');
  assert.equal((await receiving.registrar.get(`/api/students/${child.id}`)).status, 404);
  assert.equal((await sending.registrar.get(`/api/students/${child.id}`)).status, 200);
  const done = await both(chengdu, caseId, 'APPROVE');
  assert.equal(done.status, 200, done.detail);

  assert.deepEqual(
    await registrationsOf(child.id),
    [
      { school: '葛天路小学', valid_from: '2023-09-01', valid_to: '2026-09-17', grade: 4, state: 'ENROLLED' },
      { school: '锦里西路小学', valid_from: '2026-09-17', valid_to: null, grade: 4, state: 'ENROLLED' },
    ].map((row) => ({ ...row, valid_from: row.valid_from, valid_to: row.valid_to })),
  );
  const here = await town.record(child.id);
  assert.equal(here.record.registrationNumber, numberBefore);
  assert.equal(here.row.path, receiving.at.path);
  assert.equal(here.group?.class_group_id, town.classGroupId);
  const roster = await rows('select county, school_id, class_group_id from roster where student_id = $1', child.id);
  assert.deepEqual(roster, [{ county: '510107', school_id: receiving.at.id, class_group_id: town.classGroupId }]);
  assert.deepEqual(await rows('select * from open_cases where student_id = $1', child.id), []);

  assert.equal((await receiving.registrar.get(`/api/students/${child.id}`)).status, 200);
  assert.equal((await sending.registrar.get(`/api/students/${child.id}`)).status, 404);
  const over = await viewOf(sending, caseId);
  assert.deepEqual(
    over.track.map(({ verdict }) => verdict),
    ['提交', '同意转入', '同意转出', '同意转出', '同意转学'],
  );
  const copy = await sending.registrar.get<{ keptOn: string; view: { name: string; schoolName: string } }>(
    `/api/transfers/${caseId}/copy`,
  );
  assert.deepEqual(
    [copy.body.keptOn, copy.body.view.name, copy.body.view.schoolName],
    ['2026-09-17', '李沐辰', '葛天路小学'],
  );
  assert.equal((await receiving.registrar.get(`/api/transfers/${caseId}/copy`)).status, 404);

  assert.deepEqual(
    (await registrationsOf(bystander.id)).map(({ school, valid_to }) => [school, valid_to]),
    [['葛天路小学', null]],
  );
  const trail = await rows('select action, path from audit_events where subject_id = $1 order by id', child.id);
  for (const action of ['LOOK_BEYOND', 'OPEN_TRANSFER', 'TRANSFER_STUDENT']) {
    assert.ok(
      trail.some((row) => row.action === action && row.path === sending.at.path),
      action,
    );
  }
  assert.ok(trail.some((row) => row.action === 'TRANSFER_STUDENT' && row.path === receiving.at.path));
});

test('rosters of both schools on the day before and on the day itself, and the lists of transfers', async () => {
  const child = await town.child('赵海涛');
  const { caseId } = (await open(receiving, child, { classGroupId: town.classGroupId })).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  for (const desk of [wuhou, sending, changge]) await both(desk, caseId, 'APPROVE');
  const here = await rows('select class_group_id from class_memberships where student_id = $1', child.id);
  await both(chengdu, caseId, 'APPROVE');
  const today = dayOf(app.clock.now());
  type Roster = { students: { name: string }[] };
  const namesIn = async (by: typeof sending, group: string, on: string) => {
    const { body } = await by.registrar.get<Roster>(`/api/class-groups/${group}/roster?on=${on}`);
    return body.students.filter(({ name }) => name === '赵海涛').length;
  };
  const [old] = here as { class_group_id: string }[];
  assert.equal(await namesIn(sending, old!.class_group_id, '2026-09-16'), 1);
  assert.equal(await namesIn(sending, old!.class_group_id, today), 0);
  assert.equal(await namesIn(receiving, town.classGroupId, '2026-09-16'), 0);
  assert.equal(await namesIn(receiving, town.classGroupId, today), 1);
  const listed = async (by: typeof sending, side: string) =>
    (await by.registrar.get<TransferPage>(`/api/transfers?side=${side}`)).body.items.filter(
      (one) => one.caseId === caseId,
    );
  assert.equal((await listed(receiving, 'IN'))[0]?.stateWords, '已办结');
  assert.equal((await listed(sending, 'OUT')).length, 1);
  assert.equal((await listed(sending, 'IN')).length, 0);
  assert.equal((await listed(rival, 'IN')).length, 0);
});

test('only the whole name with the whole number finds a child; looks are counted and never list', async () => {
  const child = await town.child('孙文博');
  const asked = (name: string, number: string) => rival.registrar.post('/api/transfers/finds', { name, number });
  assert.deepEqual((await asked('孙文', child.number)).body, { child: null });
  assert.deepEqual((await asked('孙文博', child.number.slice(0, 17))).body, { child: null });
  const found = await find(rival, child);
  assert.deepEqual([found.schoolName, found.gradeWords, found.schools], ['葛天路小学', '四年级', 'OTHER_PROVINCE']);
  assert.equal(JSON.stringify(found).includes(child.number), false);
  assert.equal((await sending.registrar.post('/api/transfers', { token: found.token, form: FORM })).status, 400);
  for (let look = 0; look < 60; look++) await asked('无此人', '510107201601010011');
  const over = await asked('孙文博', child.number);
  assert.deepEqual([over.status, over.code], [429, 'TOO_MANY']);
});

test('two receiving schools open for one child at once: one wins, the other is told', async () => {
  const child = await town.child('周志强');
  app.clock.set('2026-09-03T10:00:00+08:00');
  const answers = await Promise.all([open(receiving, child), open(neighbour, child, { moved: 'WITHIN_COUNTY' })]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  const lost = answers.find(({ status }) => status === 409)!;
  assert.equal(lost.code, 'CASE_OPEN');
  assert.match(lost.detail!, /此学生有在办的转学，可向.+查询(，还剩\d+个工作日)?，办结或撤回后再办/);
  const again = await open(receiving, child);
  assert.equal(again.status, 409);
  assert.equal((await rows('select * from open_cases where student_id = $1', child.id)).length, 1);
  assert.equal(await liveOf(child.id), 1);
});

test('who sees the open case is told its number, who holds it and how long still; withdrawn, the child is free again', async () => {
  const child = await town.child('吴丽华');
  const { caseId } = (await open(receiving, child)).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  const here = await find(receiving, child);
  assert.match(here.blockedBy?.sentence ?? '', /转学（ZX-2026-0903-.{5}），现由武侯区.+办理，还剩10个工作日/);
  assert.equal(here.blockedBy?.caseId, caseId);
  const there = await find(neighbour, child);
  assert.match(there.blockedBy?.sentence ?? '', /此学生有在办的转学，可向武侯区教育局查询，还剩10个工作日/);
  assert.equal(there.blockedBy?.caseId, null, 'who takes no part in it cannot open it');
  const blocked = await open(receiving, child);
  assert.match(blocked.detail!, /转学（ZX-2026-0903-.{5}），现由武侯区.+办理，还剩10个工作日/);
  const withdrawn = await receiving.registrar.post(`/api/cases/${caseId}/acts`, { action: 'WITHDRAW' });
  assert.equal(withdrawn.status, 200, withdrawn.detail);
  assert.equal((await open(receiving, child)).status, 200);
});

test('one county: the sending school, and its authority once for both', async () => {
  const child = await town.child('郑国庆');
  const { caseId } = (await open(neighbour, child, { ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' })).body;
  await neighbour.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  const { track } = await viewOf(sending, caseId);
  assert.deepEqual(
    track.map(({ role }) => role),
    ['转入学校', '转出学校', '学籍主管部门'],
  );
  const refused = await refuseBoth(sending, caseId, 'CONDITIONS_NOT_MET');
  assert.equal(refused.code, 'LAW_REFUSES', 'entitled by law: nobody may say no (CG-3.1.1)');
  assert.match(refused.detail!, /属应准予转学的情形，不得拒绝/);
  await both(sending, caseId, 'APPROVE');
  assert.equal((await both(changge, caseId, 'APPROVE')).status, 200);
  assert.deepEqual(
    (await registrationsOf(child.id)).map(({ school }) => school),
    ['葛天路小学', '双洎河小学'],
  );
});

test('a refusal names its reason, ends the case, and nothing of the child has moved', async () => {
  const child = await town.child('冯雨桐');
  const { caseId } = (await open(receiving, child, { ground: 'OTHER' })).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  const unsaid = await both(wuhou, caseId, 'REFUSE', '就是不同意');
  assert.match(unsaid.detail!, /不同意转学须选定法定理由/);
  assert.equal((await refuseBoth(wuhou, caseId, 'CONDITIONS_NOT_MET', '')).status, 400, 'what it means must be said');
  assert.equal((await refuseBoth(wuhou, caseId, 'CONDITIONS_NOT_MET', '理由不属所列')).body.stateWords, '不同意转学');
  assert.equal((await registrationsOf(child.id)).length, 1);
  assert.equal((await town.record(child.id)).row.path, sending.at.path);
});

test('what the law forbids cannot be handed in, what it leaves to judgement asks for a reason', async () => {
  const child = await town.child('陈思远');
  const missing = await open(receiving, child, { papers: ['FORM'] });
  assert.deepEqual([missing.status, missing.code], [422, 'LAW_REFUSES']);
  assert.match(missing.detail!, /缺/);
  const atWill = await open(receiving, child, { ground: 'NONE' });
  assert.match(atWill.detail!, /学生不得随意转学/);
  const other = await open(receiving, child, { ground: 'OTHER' }, '');
  assert.equal(other.code, 'REASON_NEEDED');
  const grade = await open(receiving, child, { targetGrade: 5 });
  assert.match(grade.detail!, /转学不变更年级/);
  assert.equal((await open(sending, child)).status, 422, 'the child is registered here already');
  assert.deepEqual(await rows('select * from open_cases where student_id = $1', child.id), []);
});

test('the preview lists the papers of both laws and the last day of every party, and writes nothing', async () => {
  const child = await town.child('褚晓梅');
  const { token } = await find(receiving, child);
  const { body } = await receiving.registrar.post<TransferPreview>('/api/transfers/previews', {
    token,
    form: { ...FORM, papers: [] },
  });
  assert.equal(body.verdict, 'REFUSE');
  const codes = body.papers.map(({ code }) => code);
  for (const code of ['FORM', 'HOUSEHOLD_REGISTER', 'REGISTRATION_CERTIFICATE'] as const)
    assert.ok(codes.includes(code), code);
  assert.deepEqual(
    body.papers.find(({ code }) => code === 'REGISTRATION_CERTIFICATE')?.asked.map(({ side }) => side),
    ['SENDING'],
  );
  assert.deepEqual(
    body.steps.map(({ latestOn }) => latestOn),
    [null, '2026-09-17', '2026-10-08', '2026-10-21', '2026-11-04'],
  );
});
