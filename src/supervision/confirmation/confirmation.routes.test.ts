/** 花名册确认: handed in once a year and stage, confirmed by the law of the place, and kept as it stood that day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../../../tests/access/caller.ts';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import type { Institution } from '../../authorities/index.ts';
import type { CaseView } from '../../cases/index.ts';
import type { ConfirmationList } from './confirmation.api.ts';
import type { ConfirmationData } from './roster-confirmation.ts';

const app = await testApplication({ now: '2026-09-14T10:00:00+08:00' });

async function desk(at: Institution, office: 'SCHOOL' | 'AUTHORITY') {
  const person = async (rank: 'REGISTRAR' | 'LEADER') =>
    app.as(await anAccount(app, { at, role: `${office}_${rank}` as const }));
  return { at, registrar: await person('REGISTRAR'), leader: await person('LEADER') };
}
const wuhou = await desk(await anAuthority(app, { placeCode: '510107' }), 'AUTHORITY');
const yingze = await desk(await anAuthority(app, { placeCode: '140106' }), 'AUTHORITY');
const senior = await desk(await aSchool(app, { under: wuhou.at, schoolType: 'SENIOR', stages: ['SENIOR'] }), 'SCHOOL');
const primary = await desk(await aSchool(app, { under: yingze.at }), 'SCHOOL');
const bystander = await desk(await aSchool(app, { under: yingze.at }), 'SCHOOL');

async function students(school: Institution, grade: number, ...names: string[]): Promise<string[]> {
  const group = { ...(await aClassGroup(app, { school, grade })), firstGrade: grade };
  return someStudents(app, ...names.map((name) => ({ school, classGroup: group, name })));
}
const [inSenior = ''] = await students(senior.at, 10, '甲一', '甲二', '甲三');
await students(primary.at, 1, '乙一', '乙二');
const [elsewhere = ''] = await students(bystander.at, 1, '丙一');

const list = async (caller: Caller) => (await caller.get<ConfirmationList>('/api/roster-confirmations')).body;
const handIn = (at: { registrar: Caller }, stage: string) =>
  at.registrar.post<{ caseId: string }>('/api/roster-confirmations', { stage });
const act = (caller: Caller, caseId: string, action: string, opinion = '已核对') =>
  caller.post<CaseView>(`/api/cases/${caseId}/acts`, { action, opinion });
const viewOf = async (caller: Caller, caseId: string) => (await caller.get<CaseView>(`/api/cases/${caseId}`)).body;
const dataOf = ({ data }: CaseView) => data as unknown as ConfirmationData;
let seniorCase = '';

test('a school owes the roster of each stage until it is handed in, with the last day of the law', async () => {
  assert.deepEqual((await list(senior.registrar)).due, [
    { stage: 'SENIOR', stageWords: '普通高中', lastDay: '2026-09-30' },
  ]);
  assert.deepEqual((await list(primary.registrar)).due[0]?.lastDay, '2026-10-01');
  assert.equal((await list(yingze.registrar)).owed, 2);
});

test('handed in, signed and confirmed; the clock runs to the thirtieth of September', async () => {
  const opened = await handIn(senior, 'SENIOR');
  assert.equal(opened.status, 200, opened.detail);
  seniorCase = opened.body.caseId;
  await act(senior.leader, seniorCase, 'SUBMIT');
  const waiting = await viewOf(wuhou.registrar, seniorCase);
  assert.equal(waiting.clock?.dueOn, '2026-09-30');
  assert.deepEqual(
    dataOf(waiting).tally.grades.map(({ grade, classGroups, students }) => [grade, classGroups, students]),
    [[10, 1, 3]],
  );
});

test('whom the authority marks as taken in against the rules keeps the roster from being confirmed (SC-11.2)', async () => {
  const mark = (studentIds: string[]) =>
    wuhou.registrar.put(`/api/roster-confirmations/${seniorCase}/outside-rules`, { studentIds });
  assert.equal((await mark([elsewhere])).status, 400, 'of another school');
  assert.equal((await mark([inSenior])).status, 200);
  const refused = await viewOf(wuhou.registrar, seniorCase);
  const finding = refused.findings.find(({ verdict }) => verdict === 'REFUSE');
  assert.match(finding?.sentence ?? '', /违规招收的学生1人，不予注册/);
  assert.equal(finding?.chip, '四川·第十一条');
  assert.notEqual((await act(wuhou.registrar, seniorCase, 'APPROVE')).status, 200);
  assert.equal((await mark([])).status, 200);
});

test('what was handed in is not handed in again, and is kept as it stood on the day of the confirmation', async () => {
  const again = await handIn(senior, 'SENIOR');
  assert.equal(again.status, 409);
  assert.match(again.detail ?? '', /本学年普通高中花名册已上报/);
  await students(senior.at, 11, '甲四');
  await act(wuhou.registrar, seniorCase, 'APPROVE');
  assert.equal((await act(wuhou.leader, seniorCase, 'APPROVE')).status, 200);
  const { tally, confirmed } = dataOf(await viewOf(senior.registrar, seniorCase));
  assert.equal(tally.grades.length, 1);
  assert.deepEqual(
    confirmed?.grades.map(({ grade, students }) => [grade, students]),
    [
      [10, 3],
      [11, 1],
    ],
  );
  assert.notEqual(confirmed?.digest, tally.digest);
});

test('a returned roster is counted anew by the school alone', async () => {
  const { caseId } = (await handIn(primary, 'PRIMARY')).body;
  await act(primary.leader, caseId, 'SUBMIT');
  const early = await primary.registrar.put(`/api/roster-confirmations/${caseId}/roster`);
  assert.equal(early.status, 403, 'the authority has it');
  await act(yingze.registrar, caseId, 'RETURN', '请核对二年级人数');
  await students(primary.at, 2, '乙三');
  assert.equal((await primary.registrar.put(`/api/roster-confirmations/${caseId}/roster`)).status, 200);
  assert.equal((await bystander.registrar.put(`/api/roster-confirmations/${caseId}/roster`)).status, 404);
  assert.equal(dataOf(await viewOf(primary.registrar, caseId)).tally.grades.length, 2);
});

test('students without a class group must be placed first, and a stage that is not taught has no roster', async () => {
  await someStudents(app, { school: bystander.at, name: '丙二' });
  const unplaced = await handIn(bystander, 'PRIMARY');
  assert.equal(unplaced.status, 409);
  assert.match(unplaced.detail ?? '', /1名学生没有编班/);
  assert.equal((await handIn(bystander, 'SENIOR')).status, 400);
  assert.equal((await list(yingze.registrar)).owed, 1);
});

test('after the last day it is confirmed for a written reason only', async () => {
  const { items } = await list(yingze.registrar);
  const { caseId } = items[0]!;
  await act(primary.registrar, caseId, 'SUBMIT');
  await act(primary.leader, caseId, 'SUBMIT');
  app.clock.set('2026-10-09T10:00:00+08:00');
  const late = await viewOf(yingze.registrar, caseId);
  assert.ok(late.findings.some(({ verdict, sentence }) => verdict === 'DISCRETIONARY' && /已晚8天/.test(sentence)));
  const silent = await yingze.registrar.post(`/api/cases/${caseId}/acts`, { action: 'APPROVE' });
  assert.notEqual(silent.status, 200);
  assert.equal((await act(yingze.registrar, caseId, 'APPROVE', '学校迁址，编班推迟')).status, 200);
  assert.equal((await act(yingze.leader, caseId, 'APPROVE')).status, 200);
});
