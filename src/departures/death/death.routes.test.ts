/** 死亡注销: with proof and in time, late with a reason, never without proof; the archive stays and nobody is registered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, type Change, carryOut, changeTowns, decide, watching } from '../../../tests/change-desks.ts';
import type { ChangePreview } from '../../changes/changes.api.ts';
import type { StudentView } from '../../students/api/students.api.ts';

const { app, shanxi, sichuan, henan } = await changeTowns();
const { written, refused, course } = watching(app);

const death = (form: Record<string, unknown>): Change => ({
  kind: 'DEATH',
  form: { hasProof: true, proof: '死亡医学证明，县人民医院', ...form },
});

test('L1.1: with proof on the third working day the authority ends the registration; archive and number stay', async () => {
  const [student, bystander] = [await sichuan.student(), await sichuan.student({ name: '赵海涛' })];
  const atHome = await written(bystander);
  const { caseId, stateWords } = await carryOut(sichuan, student, death({ diedOn: '2026-10-08' }));
  assert.equal(stateWords, '学籍已注销，档案保留');
  const { registrations, roster, numbers } = await written(student);
  assert.deepEqual(await course(student), ['ENROLLED 8 2025 DECEASED']);
  assert.deepEqual([registrations[0].ended_by, roster.length, numbers[0].valid_to], [caseId, 0, null]);
  assert.deepEqual(await written(bystander), atHome);
  const { body } = await sichuan.above[0]!.registrar.get<StudentView>(`/api/students/${student}`);
  assert.deepEqual([body.stateWords, body.left?.schoolName], ['已去世', sichuan.school.at.name]);
});

test('the school is told the ten working days and the day on which they are over', async () => {
  const { body } = await henan.school.registrar.post<ChangePreview>('/api/changes/previews', {
    studentId: await henan.student(),
    ...death({ diedOn: '2026-10-08' }),
  });
  assert.match(body.deadlines[0]?.words ?? '', /学生死亡后10个工作日内通过学籍系统报请注销/);
  assert.match(body.findings[0]?.sentence ?? '', /10个工作日内报请注销，.*到期/);
});

test('L1.2: past the tenth working day it is late: a reason is asked for, and with one it goes on', async () => {
  const student = await henan.student();
  const late = death({ diedOn: '2026-09-01' });
  await refused(henan, student, late, /理由/);
  const opened = await apply(henan, student, { ...late, opinion: '家长开学后才告知学校' });
  assert.equal(opened.status, 200, opened.detail);
  assert.equal((await decide(henan, opened.body.caseId)).stateWords, '学籍已注销，档案保留');
});

test('L1.3: without proof it is refused in Shanxi; a death before the birth or to come is none', async () => {
  const student = await shanxi.student();
  const unproven: Change = { kind: 'DEATH', form: { diedOn: '2026-10-08', hasProof: false } };
  await refused(shanxi, student, unproven, /缺死亡证明，不予注销.*山西·第三十二条/);
  await refused(shanxi, student, death({ diedOn: '2010-01-01' }), /早于出生日期/);
  await refused(shanxi, student, death({ diedOn: '2026-10-13' }), /死亡日期：不得晚于今天/);
});

test('a case that another has overtaken ends nothing twice', async () => {
  const student = await shanxi.student();
  await carryOut(shanxi, student, death({ diedOn: '2026-10-08' }));
  await refused(shanxi, student, death({ diedOn: '2026-10-08' }), /已不在籍，学籍无须再注销/);
});
