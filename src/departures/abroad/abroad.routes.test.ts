/** 出境与归来: the same record under the same number goes on, wherever the child was and whether or not it had ended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, carryOut, changeTowns, type Town, watching } from '../../../tests/change-desks.ts';
import type { FoundLeft, KindsForStudent } from '../../changes/changes.api.ts';
import type { LeftPage, StudentView } from '../../students/api/students.api.ts';

const { app, shanxi, shanxiSenior, sichuan, henan } = await changeTowns();
const { written, refused, course } = watching(app);

const LEAVING: Change = {
  kind: 'ABROAD',
  form: { destination: '新加坡，某小学', leavesOn: '2026-10-20', hasPapers: true },
};
const back = (form: Record<string, unknown>): Change => ({
  kind: 'RETURN_FROM_ABROAD',
  form: { wants: 'RESUME', returnsOn: '2026-10-12', ...form },
});
const EMIGRATED: Change = {
  kind: 'WITHDRAWAL',
  form: {
    ...{ ground: 'EMIGRATION', initiatedBy: 'FAMILY' },
    papers: ['APPLICATION', 'FORM', 'PASSPORT', 'HOUSEHOLD'],
  },
};
/** In Sichuan the school itself makes both entries. */
const alone = (place: Town): Town => ({ ...place, above: [] });

test('L3.1: who went abroad from Sichuan comes back into the same record under the same number', async () => {
  const [student, bystander] = [await sichuan.student(), await sichuan.student({ name: '赵海涛' })];
  const [{ numbers }, atHome] = [await written(student), await written(bystander)];
  const left = await carryOut(alone(sichuan), student, LEAVING);
  assert.equal(left.stateWords, '已出境就读，保留学籍');
  assert.equal((await written(student)).roster[0].state, 'ABROAD');
  const { stateWords } = await carryOut(alone(sichuan), student, back({ grade: '9' }));
  assert.equal(stateWords, '已接续学籍');
  assert.deepEqual(await course(student), ['ENROLLED 8 2025', 'ABROAD 8 2025', 'ENROLLED 9 2024']);
  assert.deepEqual((await written(student)).numbers, numbers);
  assert.deepEqual(await written(bystander), atHome);
});

test('who had withdrawn comes back years later: the record begins again, and the course tells all of it', async () => {
  const student = await shanxi.student();
  const { numbers } = await written(student);
  await carryOut(shanxi, student, EMIGRATED);
  await carryOut(shanxi, student, back({ grade: '8' }));
  assert.deepEqual(await course(student), ['ENROLLED 8 2025 WITHDRAWN', 'ENROLLED 8 2025']);
  const { numbers: after, roster } = await written(student);
  assert.deepEqual(after, numbers);
  assert.deepEqual([roster[0].state, roster[0].grade, roster[0].name], ['ENROLLED', 8, '李沐辰']);
  const { body } = await shanxi.school.registrar.get<StudentView>(`/api/students/${student}`);
  assert.deepEqual(
    body.marks.slice(-2).map(({ title }) => title),
    ['退学', '恢复学籍'],
  );
});

test('another school takes who has left: found by name and number, the record goes over and the last school keeps its copy', async () => {
  const student = await shanxi.student({ name: '周雨桐' });
  const { registrar, leader } = sichuan.school;
  const { numbers } = await written(student);
  const number = app.services.cipher.open('numbers', student, numbers[0].sealed) as string;
  const find = () => registrar.post<{ child: FoundLeft }>('/api/changes/finds', { name: '周雨桐', number });
  assert.equal((await find()).body.child.token, null, 'registered in Shanxi: that is a transfer');
  await carryOut(shanxi, student, EMIGRATED);
  const { token, stateWords } = (await find()).body.child;
  assert.equal(stateWords, '已离校，2026-10-12退学');
  await refused(sichuan, student, back({ grade: '9' }), /没有找到此学生/);
  const kinds = await registrar.get<KindsForStudent>(`/api/changes/kinds?studentId=${student}&token=${token}`);
  assert.deepEqual(
    kinds.body.kinds.flatMap(({ kind, unfit }) => (unfit === null ? [kind] : [])),
    ['RETURN_FROM_ABROAD'],
  );
  const opened = await registrar.post<{ caseId: string }>('/api/changes', {
    ...{ studentId: student, token },
    ...back({ grade: '9' }),
  });
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  await leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  assert.deepEqual(await course(student), ['ENROLLED 8 2025 WITHDRAWN', 'ENROLLED 9 2024']);
  const { registrations, roster, numbers: after } = await written(student);
  assert.deepEqual([registrations[1].school_id, roster[0].school_id], [sichuan.school.at.id, sichuan.school.at.id]);
  assert.deepEqual([after.length, after[0].number_hash], [1, numbers[0].number_hash]);
  assert.equal((await registrar.get(`/api/students/${student}`)).status, 200);
  assert.equal((await shanxi.school.registrar.get(`/api/students/${student}`)).status, 404);
  assert.equal((await shanxi.school.registrar.get(`/api/transfers/${caseId}/copy`)).status, 200);
});

test('who has left is listed at the last school and its authority, until it goes on elsewhere', async () => {
  const student = await shanxi.student({ name: '吴欣妍' });
  await carryOut(shanxi, student, EMIGRATED);
  for (const { registrar } of [shanxi.school, shanxi.above[0]!]) {
    const { body } = await registrar.get<LeftPage>(`/api/students/left?q=${encodeURIComponent('吴欣')}`);
    assert.deepEqual(
      body.items.map(({ studentId, leftOn, reasonWords }) => [studentId, leftOn, reasonWords]),
      [[student, '2026-10-12', '退学']],
    );
  }
  const elsewhere = await sichuan.school.registrar.get<LeftPage>('/api/students/left?q=');
  assert.deepEqual(elsewhere.body.items, []);
  await carryOut(shanxi, student, back({ grade: '8' }));
  const { body } = await shanxi.school.registrar.get<LeftPage>(`/api/students/left?q=${encodeURIComponent('吴欣')}`);
  assert.deepEqual(body.items, []);
});

test('L3.2: a new number beside the old one is refused in Shanxi, for one number is for life', async () => {
  const student = await shanxi.student();
  await carryOut(shanxi, student, LEAVING);
  await refused(shanxi, student, back({ wants: 'NEW', grade: '8' }), /已有学籍号，不新建学籍.*国家.*第五条|第五条/);
});

test('without papers nobody goes abroad by Sichuan law; who is in school does not come back, who is dead never', async () => {
  const student = await sichuan.student();
  const without = { kind: 'ABROAD', form: { ...LEAVING.form, hasPapers: false } };
  await refused(sichuan, student, without, /缺出境就读的有效证件.*四川·第四十四条/);
  await refused(sichuan, student, back({ grade: '8' }), /现已在籍，不需接续/);
  const gone = await henan.student();
  const proof = { diedOn: '2026-10-08', hasProof: true, proof: '死亡医学证明' };
  await carryOut(henan, gone, { kind: 'DEATH', form: proof });
  await refused(henan, gone, back({ grade: '4' }), /已注销，不能接续/);
  await refused(shanxiSenior, student, LEAVING, /没有找到此学生/);
});
