/** 毕业: results of a class group, the outcome by the law of the place, and the end of the stage in one act. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../../tests/access/caller.ts';
import { testApplication } from '../../tests/application.ts';
import { anAuthority } from '../../tests/builders.ts';
import {
  decide as act,
  aLastGrade,
  authorityAt,
  deskOf,
  endsOf as endsIn,
  enterResults as enter,
  gridOf as grid,
  handIn,
  outcomesOf as outcomes,
  SENIOR_RESULTS as senior,
} from '../../tests/graduands.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import type { GraduationList, GraduationTrial } from './graduation.api.ts';
import type { GraduationData } from './graduation.ts';
import { listGraduates } from './index.ts';

const app = await testApplication({ now: '2027-06-21T10:00:00+08:00' });
const wuhou = await deskOf(app, await anAuthority(app, { placeCode: '510107' }));
const chengdu = await authorityAt(app, '510100');
const yingze = await deskOf(app, await anAuthority(app, { placeCode: '140106' }));

const junior = { under: wuhou.at, stage: 'JUNIOR' } as const;
const sichuanJunior = await aLastGrade(app, { ...junior, names: ['甲一', '甲二', '甲三', '甲四'], away: '甲四' });
const shanxiJunior = await aLastGrade(app, { under: yingze.at, stage: 'JUNIOR', names: ['乙一'] });
const shanxiSenior = await aLastGrade(app, { under: yingze.at, stage: 'SENIOR', names: ['丙一', '丙二'] });
const sichuanSenior = await aLastGrade(app, { under: wuhou.at, stage: 'SENIOR', names: ['丁一'] });
const bystander = await aLastGrade(app, { ...junior, names: ['戊一'] });

const endsOf = (ids: readonly string[]) => endsIn(app, ids);
const dataOf = async (caller: Caller, caseId: string) =>
  (await caller.get<{ data: unknown }>(`/api/cases/${caseId}`)).body.data as GraduationData;
const [two = '', three = '', blank = '', onLeave = ''] = sichuanJunior.ids;

test('what the law of the place still wants to know is named; a text that asks for nothing wants nothing', async () => {
  assert.equal((await enter(sichuanJunior, [[blank, { finished: true }]])).status, 200);
  const row = (await grid(sichuanJunior)).rows.find(({ studentId }) => studentId === blank);
  assert.equal(row?.stay, 'MISSING_RESULTS');
  assert.match(row?.grounds[0]?.sentence ?? '', /综合素质考核合格、补考后仍不及格的毕业考试科目/);
  assert.doesNotMatch(row?.grounds[0]?.sentence ?? '', /思想品德/, 'of a school’s own text only');
  assert.equal((await enter(shanxiJunior, [[shanxiJunior.ids[0]!, { finished: true }]])).status, 200);
  assert.equal((await grid(shanxiJunior)).rows[0]?.outcome, 'GRADUATED');
});

test('the columns are those that the texts of the place look at', async () => {
  const columns = async (at: Parameters<typeof grid>[0]) => (await grid(at)).columns.map(({ name }) => name);
  assert.deepEqual(await columns(sichuanJunior), ['finished', 'qualityPassed', 'failedSubjects']);
  assert.deepEqual(await columns(shanxiJunior), ['finished']);
  const credits = ['totalCredits', 'requiredCredits', 'subjectElectives', 'schoolElectives'];
  const needed = ['finished', ...credits, 'qualityPassed', 'unrevokedDiscipline', 'proficiency'];
  assert.deepEqual(await columns(sichuanSenior), needed);
  assert.deepEqual(await columns(shanxiSenior), [...needed, 'sportPassed', 'labourDone']);
});

test('results are tried out before they are entered, and nothing is written by it', async () => {
  const facts = { finished: true, qualityPassed: true, failedSubjects: 3 };
  const path = `/api/graduations/class-groups/${sichuanJunior.group.id}/trial`;
  const tried = await sichuanJunior.registrar.post<GraduationTrial>(path, { results: [{ studentId: two, facts }] });
  assert.deepEqual(
    tried.body.rows.map(({ name, outcomeWords, grounds }) => [name, outcomeWords, grounds[0]?.chip]),
    [['甲一', '结业', '四川·第三十九条']],
  );
  assert.equal((await grid(sichuanJunior)).rows.find(({ studentId }) => studentId === two)?.facts, null);
  const asked = { results: [{ studentId: two, facts }] };
  assert.equal((await bystander.registrar.post(path, asked)).status, 404, 'of another school');
  assert.equal((await wuhou.registrar.post(path, asked)).status, 403, 'an authority enters nothing');
});

test('in Sichuan two failed subjects graduate and three complete, each with the article', async () => {
  const passed = { finished: true, qualityPassed: true };
  const entered = await enter(sichuanJunior, [
    [two, { ...passed, failedSubjects: 2 }],
    [three, { ...passed, failedSubjects: 3 }],
    [onLeave, { ...passed, failedSubjects: 0 }],
  ]);
  assert.equal(entered.status, 200, entered.detail);
  const { rows } = await grid(sichuanJunior);
  const of = (id: string) => rows.find(({ studentId }) => studentId === id)!;
  assert.deepEqual([of(two).outcome, of(two).grounds[0]?.chip], ['GRADUATED', '四川·第三十九条']);
  assert.equal(of(three).outcome, 'COMPLETED');
  assert.match(of(three).grounds[0]?.sentence ?? '', /补考后仍有3门不及格/);
  assert.deepEqual([of(onLeave).outcome, of(onLeave).stay], [null, 'AWAY']);
});

test('who writes over what somebody else has entered is told, and nothing but results is taken', async () => {
  const stale = await enter(sichuanJunior, [[two, { finished: true }]]);
  assert.equal(stale.status, 409);
  assert.equal((await enter(sichuanJunior, [[two, { cityApproved: true }, 1]])).status, 400);
  assert.equal((await enter(sichuanJunior, [[two, { failedSubjects: '三' }, 1]])).status, 400);
  assert.equal((await enter(sichuanJunior, [[bystander.ids[0]!, { finished: true }]])).status, 400);
  const path = `/api/graduations/class-groups/${sichuanJunior.group.id}`;
  assert.equal((await bystander.registrar.get(path)).status, 404);
});

test('the leader of the school ends the stage; who is on leave or lacks results stays with the reason', async () => {
  const opened = await handIn(sichuanJunior);
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await handIn(sichuanJunior)).status, 409, 'a second time');
  assert.match((await grid(sichuanJunior)).closed ?? '', /已上报/);
  assert.equal((await enter(sichuanJunior, [[three, { finished: true }, 1]])).status, 409);
  const signed = await act(sichuanJunior.leader, caseId, 'SUBMIT');
  assert.equal(signed.status, 200, signed.detail);
  assert.deepEqual(await endsOf(sichuanJunior.ids), [
    ['GRADUATED', '2027-06-21'],
    ['COMPLETED', '2027-06-21'],
    [null, null],
    [null, null],
  ]);
  const { done } = await dataOf(sichuanJunior.leader, caseId);
  assert.deepEqual(
    done?.stayed.map(({ name, stay }) => [name, stay]),
    [
      ['甲三', 'MISSING_RESULTS'],
      ['甲四', 'AWAY'],
    ],
  );
  const told = await outcomes(sichuanJunior);
  assert.deepEqual(told.counts, { GRADUATED: 1, COMPLETED: 1, LEFT_PARTIAL: 0 });
  assert.equal(told.students.filter(({ endedOn }) => endedOn === '2027-06-21').length, 2);
  assert.match(told.students.find(({ studentId }) => studentId === two)?.grounds[0]?.chip ?? '', /第三十九条/);
});

test('whose stage has ended is listed for whoever makes their papers, and nobody else is', async () => {
  const of = { schoolId: sichuanJunior.at.id, stage: 'JUNIOR', year: 2027 } as const;
  const [all, completed, before, other] = await app.db.read(NODE_SCOPE, async (tx) => [
    await listGraduates(tx, of),
    await listGraduates(tx, { ...of, outcome: 'COMPLETED' }),
    await listGraduates(tx, { ...of, year: 2026 }),
    await listGraduates(tx, { ...of, schoolId: bystander.at.id }),
  ]);
  assert.deepEqual(all.map(({ name, outcome, on, classGroupId }) => [name, outcome, on, classGroupId]).toSorted(), [
    ['甲一', 'GRADUATED', '2027-06-21', sichuanJunior.group.id],
    ['甲二', 'COMPLETED', '2027-06-21', sichuanJunior.group.id],
  ]);
  assert.match(all[0]?.caseNumber ?? '', /^BY-2027/);
  assert.deepEqual([completed.map(({ name }) => name), before, other], [['甲二'], [], []]);
});

test('with nobody left whose outcome is certain the stage is not handed in again, and with somebody it is', async () => {
  const again = await handIn(sichuanJunior);
  assert.equal(again.status, 409);
  assert.match(again.detail ?? '', /没有可以办理毕业的学生/);
  await enter(sichuanJunior, [[blank, { finished: true, qualityPassed: true, failedSubjects: 0 }, 1]]);
  const { caseId } = (await handIn(sichuanJunior)).body;
  assert.equal((await act(sichuanJunior.leader, caseId, 'SUBMIT')).status, 200);
  assert.deepEqual(await endsOf([blank]), [['GRADUATED', '2027-06-21']]);
});

test('in Shanxi four failed subjects are no bar to a junior student', async () => {
  const [only = ''] = shanxiJunior.ids;
  await enter(shanxiJunior, [[only, { finished: true, qualityPassed: false, failedSubjects: 4 }, 1]]);
  const { caseId } = (await handIn(shanxiJunior)).body;
  assert.equal((await act(shanxiJunior.leader, caseId, 'SUBMIT')).status, 200);
  assert.deepEqual(await endsOf([only]), [['GRADUATED', '2027-06-21']]);
});

test('in Shanxi 20 credits of subject electives complete the stage; the supervising authority decides', async () => {
  const [enough = '', tooFew = ''] = shanxiSenior.ids;
  await enter(shanxiSenior, [
    [enough, senior],
    [tooFew, { ...senior, subjectElectives: 20 }],
  ]);
  const short = (await grid(shanxiSenior)).rows.find(({ studentId }) => studentId === tooFew);
  assert.match(short?.grounds.map(({ sentence }) => sentence).join() ?? '', /至少22分，现20分.*发给结业证书/);
  const { caseId } = (await handIn(shanxiSenior)).body;
  await act(shanxiSenior.leader, caseId, 'SUBMIT');
  assert.deepEqual(await endsOf([enough]), [[null, null]]);
  await act(yingze.registrar, caseId, 'APPROVE');
  const done = await act(yingze.leader, caseId, 'APPROVE');
  assert.equal(done.status, 200, done.detail);
  assert.deepEqual(await endsOf([enough, tooFew]), [
    ['GRADUATED', '2027-06-21'],
    ['COMPLETED', '2027-06-21'],
  ]);
});

test('a senior student in Sichuan graduates by the city’s approval and not before (SC-41.5)', async () => {
  await enter(sichuanSenior, [[sichuanSenior.ids[0]!, { ...senior, proficiency: 'PASSED' }]]);
  const { caseId } = (await handIn(sichuanSenior)).body;
  await act(sichuanSenior.leader, caseId, 'SUBMIT');
  await act(wuhou.registrar, caseId, 'APPROVE', '本省学分办法由学校掌握，已核实');
  const passedOn = await act(wuhou.leader, caseId, 'APPROVE');
  assert.equal(passedOn.status, 200, passedOn.detail);
  assert.deepEqual(await endsOf(sichuanSenior.ids), [[null, null]], 'the county alone does not suffice');
  assert.notEqual((await act(wuhou.leader, caseId, 'APPROVE')).status, 200);
  const silent = await chengdu.registrar.post(`/api/cases/${caseId}/acts`, { action: 'APPROVE' });
  assert.notEqual(silent.status, 200, 'credits that the province has not set are weighed in writing');
  await act(chengdu.registrar, caseId, 'APPROVE', '学分已核实，同意');
  assert.equal((await act(chengdu.leader, caseId, 'APPROVE')).status, 200);
  assert.deepEqual(await endsOf(sichuanSenior.ids), [['GRADUATED', '2027-06-21']]);
});

test('a school that has handed nothing in is not touched, and a place sees its own cases', async () => {
  assert.deepEqual(await endsOf(bystander.ids), [[null, null]]);
  const list = async (caller: Caller) => (await caller.get<GraduationList>('/api/graduations')).body;
  const own = await list(bystander.registrar);
  assert.deepEqual(own.items, []);
  assert.deepEqual(
    own.stages.map(({ students, ready, decidedBy }) => [students, ready, decidedBy]),
    [[1, 0, 'SCHOOL']],
  );
  const county = await list(wuhou.registrar);
  assert.equal(county.items.length, 3);
  const row = (desk: { at: { id: string } }) => county.below.find(({ school }) => school?.id === desk.at.id);
  assert.deepEqual(
    [row(sichuanJunior), row(bystander)].map((one) => [one?.students, one?.recorded, one?.done, one?.ended.GRADUATED]),
    [
      [1, 1, 2, 2],
      [1, 0, 0, 0],
    ],
  );
  const city = (await list(chengdu.registrar)).below;
  assert.deepEqual(
    city.map(({ name, lists, done, ended }) => [name, lists, done, ended.GRADUATED]),
    [['武侯区', 3, 2, 3]],
  );
  assert.equal((await list(yingze.registrar)).items.length, 2);
});
