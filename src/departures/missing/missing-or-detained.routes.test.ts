/** 失踪、羁押: reported to whom the place's law names, kept always, back in school without an examination. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, type Change, carryOut, changeTowns, type Town, watching } from '../../../tests/change-desks.ts';

const { app, taiyuan, shanxi, henan } = await changeTowns();
const { written, refused, course } = watching(app);

const report = (situation: string, act = 'KEEP', grade?: string): Change => ({
  kind: 'MISSING_OR_DETAINED',
  form: { situation, act, ...(grade ? { grade } : {}) },
});

/** Reported by the school and noted by whoever is told. */
async function noted(place: Town, teller: Town['school'], student: string, change: Change): Promise<string> {
  const { body, detail } = await apply(place, student, change);
  if (!body.caseId) throw new Error(detail);
  await place.school.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT' });
  const act = { action: 'NOTE' };
  const done = await teller.registrar.post<{ stateWords: string }>(`/api/cases/${body.caseId}/acts`, act);
  assert.equal(done.status, 200, done.detail);
  return done.body.stateWords;
}

test('L2.1: a detained minor of Shanxi is reported to the city, and the registration stays as it is', async () => {
  const [student, bystander] = [await shanxi.student(), await shanxi.student({ name: '赵海涛' })];
  const [before, atHome] = [await written(student), await written(bystander)];
  assert.equal(await noted(shanxi, taiyuan, student, report('DETAINED')), '已阅知，学籍保留');
  const { registrations, roster, seats } = await written(student);
  assert.deepEqual([registrations, roster, seats], [before.registrations, before.roster, before.seats]);
  assert.deepEqual(await written(bystander), atHome);
});

test('who is missing leaves the class group and stays registered; Changge reports to the supervising authority', async () => {
  const student = await henan.student();
  assert.equal(await noted(henan, henan.above[0]!, student, report('MISSING')), '已阅知，学籍保留');
  const { roster } = await written(student);
  assert.deepEqual(await course(student), ['ENROLLED 4 2023', 'MISSING 4 2023']);
  assert.deepEqual([roster[0].state, roster[0].class_group_id], ['MISSING', null]);
});

test('L2.2: once released a minor of Shanxi is let back by the school itself, into a grade', async () => {
  const student = await shanxi.student();
  await noted(shanxi, taiyuan, student, report('MISSING'));
  const alone = { ...shanxi, above: [] };
  const { stateWords } = await carryOut(alone, student, report('RELEASED', 'RETURN', '8'));
  assert.equal(stateWords, '已办结，学籍保留');
  assert.deepEqual(await course(student), ['ENROLLED 8 2025', 'MISSING 8 2025', 'ENROLLED 8 2025']);
});

test('L2.3: no registration is cancelled for it, in Changge nor anywhere', async () => {
  await refused(henan, await henan.student(), report('DETAINED', 'CANCEL'), /不得取消学籍.*长葛·三、5/);
  await refused(shanxi, await shanxi.student(), report('DETAINED', 'CANCEL'), /未成年学生，不得取消学籍/);
  const adult = await shanxi.student({ bornOn: '2008-01-10' });
  await refused(shanxi, adult, report('DETAINED', 'CANCEL'), /不据此注销学籍/);
});

test('who is still missing cannot come back, and a return names its grade', async () => {
  const student = await shanxi.student();
  await refused(shanxi, student, report('MISSING', 'RETURN', '8'), /仍在失踪/);
  await refused(shanxi, student, report('RELEASED', 'RETURN'), /请选择编入年级/);
});
