/** 出境与归来: the same record under the same number goes on, wherever the child was and whether or not it had ended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, carryOut, changeTowns, type Town, watching } from '../../../tests/change-desks.ts';
import type { StudentView } from '../../students/api/students.api.ts';

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
  await carryOut(shanxi, student, {
    kind: 'WITHDRAWAL',
    form: {
      ...{ ground: 'EMIGRATION', initiatedBy: 'FAMILY' },
      papers: ['APPLICATION', 'FORM', 'PASSPORT', 'HOUSEHOLD'],
    },
  });
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
