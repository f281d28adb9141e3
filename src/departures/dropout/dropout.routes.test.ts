/** 辍学: reported in writing to whom the law names, kept in the compulsory years, back in the same record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schoolTexts } from '../../../policies/index.ts';
import { apply, type Change, carryOut, changeTowns, type Town, watching } from '../../../tests/change-desks.ts';
import type { CaseView } from '../../cases/cases.api.ts';
import type { KindsForStudent } from '../../changes/changes.api.ts';
import { makeLaw } from '../../policy/index.ts';

const { app, shanxi, sichuan, henan } = await changeTowns();
const { written, refused, course } = watching(app);

const dropout = (form: Record<string, unknown> = {}): Change => ({
  kind: 'DROPOUT',
  form: {
    ...{ foundOn: '2026-10-09', reason: '随父母外出', whereabouts: 'WITH_PARENTS', family: 'LOCAL' },
    ...form,
  },
});
const back = (form: Record<string, unknown> = {}): Change => ({
  kind: 'DROPOUT_RETURN',
  form: { returnsOn: '2026-10-12', way: 'PERSUADED', grade: '8', ...form },
});
const end: Change = { kind: 'DROPOUT_END', form: { note: '多次家访，未返校' } };

/** Told in writing by the school's registrar. */
async function tell({ school }: Town, student: string, recipient: string, recipientName: string) {
  const report = { matter: 'DROPOUT', recipient, recipientName, on: '2026-10-10' };
  const { status, detail } = await school.registrar.post(`/api/truancy/students/${student}/reports`, report);
  assert.equal(status, 200, detail);
}

/** Reported by both persons of the school and noted by the authority. */
async function noted(
  place: Town,
  student: string,
  change = dropout(),
): Promise<{ caseId: string; stateWords: string }> {
  const { body, detail } = await apply(place, student, change);
  if (!body.caseId) throw new Error(detail);
  const at = `/api/cases/${body.caseId}/acts`;
  await place.school.leader.post(at, { action: 'SUBMIT' });
  const done = await place.above[0]!.registrar.post<{ stateWords: string }>(at, { action: 'NOTE' });
  assert.equal(done.status, 200, done.detail);
  return { caseId: body.caseId, stateWords: done.body.stateWords };
}

test('D1: the township must have been told in writing first, says the law with its article', async () => {
  const student = await sichuan.student();
  await refused(sichuan, student, dropout(), /辍学情况尚未书面上报乡镇人民政府（街道办事处）.*四川·第四十六条/);
  await tell(sichuan, student, 'TOWNSHIP', '簇桥街道办事处');
  const { caseId } = (await apply(sichuan, student, dropout())).body;
  const { body } = await sichuan.school.registrar.get<CaseView>(`/api/cases/${caseId}`);
  const { said } = body.data as { said: { label: string; words: string }[] };
  assert.deepEqual(
    said.find(({ label }) => label === '书面上报'),
    { label: '书面上报', words: '簇桥街道办事处（2026-10-10）' },
  );
  assert.ok(body.findings.some(({ sentence }) => /义务教育年限内保留学籍/.test(sentence)));
});

test('noted by the authority the student is a dropout, the registration goes on under the same number, nobody else moves', async () => {
  const [student, bystander] = [await shanxi.student(), await shanxi.student({ name: '赵海涛' })];
  const [atHome, before] = [await written(bystander), await written(student)];
  await tell(shanxi, student, 'TOWNSHIP', '桃园街道办事处');
  assert.equal((await noted(shanxi, student)).stateWords, '已登记辍学，学籍保留');
  const after = await written(student);
  assert.deepEqual(await course(student), ['ENROLLED 8 2025', 'DROPPED_OUT 8 2025']);
  assert.deepEqual([after.roster[0].state, after.roster[0].class_group_id], ['DROPPED_OUT', null]);
  assert.deepEqual(after.numbers, before.numbers);
  assert.deepEqual(await written(bystander), atHome);
});

test('D1.3: no dropout is filed without its reason, and where the text of a school says so its article is named', async () => {
  const student = await henan.student();
  await tell(henan, student, 'TOWNSHIP', '和尚桥镇人民政府');
  await refused(henan, student, dropout({ reason: '' }), /查明并填写辍学原因/);
  const law = makeLaw([schoolTexts.S6({ schoolCode: '2100000006', placeCode: '411082' })]);
  const where = { placeCode: '411082', schoolCode: '2100000006', day: '2026-10-12' as never };
  const [finding] = law.ask('dropout-report', where, { stage: 'PRIMARY', dropout: true, reason: '' }).findings;
  assert.deepEqual([finding?.verdict, finding?.code], ['REFUSE', 'NO_REASON']);
});

test('D2.3: in the compulsory years the registration of a dropout is neither cancelled nor ended by withdrawal', async () => {
  for (const [place, town] of [
    [shanxi, '桃园街道办事处'],
    [sichuan, '簇桥街道办事处'],
    [henan, '和尚桥镇人民政府'],
  ] as const) {
    const student = await place.student();
    await tell(place, student, 'TOWNSHIP', town);
    await noted(place, student);
    await refused(place, student, end, /义务教育年限内不得注销辍学学生的学籍/);
    const withdrawal = { kind: 'WITHDRAWAL', form: { initiatedBy: 'SCHOOL', ground: 'OTHER' } };
    await refused(place, student, withdrawal, /现不在读，退学无从办理/);
  }
});

test('past the compulsory years it may end, by the authority, and the record stays', async () => {
  const student = await shanxi.student({ grade: 9, bornOn: '2011-05-12' });
  await tell(shanxi, student, 'TOWNSHIP', '桃园街道办事处');
  await noted(shanxi, student);
  await refused(shanxi, student, end, /不得注销/);
  app.clock.set('2027-09-06T10:00:00+08:00');
  const { stateWords } = await carryOut(shanxi, student, end);
  assert.equal(stateWords, '超过义务教育年限，学籍终止');
  const { registrations, numbers } = await written(student);
  assert.deepEqual([registrations.at(-1)!.end_reason, numbers.length], ['PAST_COMPULSORY', 1]);
  app.clock.set('2026-10-12T10:00:00+08:00');
});

test('D2.2: who comes back goes on in the old record and number; no school can make another file', async () => {
  const student = await henan.student();
  await tell(henan, student, 'TOWNSHIP', '和尚桥镇人民政府');
  await refused(henan, student, back({ grade: '4' }), /没有登记为辍学/);
  await noted(henan, student);
  await refused(henan, student, back({ grade: '4', returnsOn: '2026-10-10' }), /返校日期早于登记辍学的日期/);
  const before = await written(student);
  const { stateWords } = await carryOut(henan, student, back({ grade: '4' }));
  assert.equal(stateWords, '已复学，原学籍恢复在读');
  const after = await written(student);
  assert.deepEqual(await course(student), ['ENROLLED 4 2023', 'DROPPED_OUT 4 2023', 'ENROLLED 4 2023']);
  assert.deepEqual([after.roster[0].state, after.numbers], ['ENROLLED', before.numbers]);
  assert.equal(new Set(after.registrations.map(({ student_id }) => student_id)).size, 1);
});

test('a senior student is no dropout, a dropout is reported once, another school finds nobody', async () => {
  const student = await shanxi.student();
  await refused(sichuan, student, dropout(), /没有找到此学生/);
  await tell(shanxi, student, 'TOWNSHIP', '桃园街道办事处');
  await noted(shanxi, student);
  await refused(shanxi, student, dropout(), /现不在读，辍学报告无从办理/);
  const { body } = await shanxi.school.registrar.get<KindsForStudent>(`/api/changes/kinds?studentId=${student}`);
  const fitting = body.kinds.filter(({ unfit }) => unfit === null).map(({ kind }) => kind);
  assert.ok(fitting.includes('DROPOUT_RETURN') && !fitting.includes('DROPOUT'));
});
