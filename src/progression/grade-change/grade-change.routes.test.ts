/** 留级、跳级: where the law lets it, one grade at a time and in the same school; the number stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, carryOut, changeTowns, watching } from '../../../tests/change-desks.ts';
import type { StudentView } from '../../students/api/students.api.ts';

const { app, shanxi, sichuan, sichuanSenior, henan } = await changeTowns();
const { written, refused, course } = watching(app);

const change = (kind: 'RETENTION' | 'SKIPPING', form: Record<string, unknown> = {}, opinion?: string): Change => ({
  kind: 'GRADE_CHANGE',
  form: { kind, initiatedBy: 'FAMILY', ...form },
  ...(opinion ? { opinion } : {}),
});
const GIFTED = { outstanding: true, papers: ['APPLICATION', 'SEALED_IMAGE'] };

test('Q1.1: an outstanding child of Changge with the sealed image goes up a grade, and the intake year with it', async () => {
  const [student, bystander] = [await henan.student(), await henan.student({ name: '赵海涛' })];
  const [{ numbers }, atHome] = [await written(student), await written(bystander)];
  const { stateWords } = await carryOut(henan, student, change('SKIPPING', GIFTED));
  assert.equal(stateWords, '已编入新年级');
  assert.deepEqual(await course(student), ['ENROLLED 4 2023', 'ENROLLED 5 2022']);
  const { roster, numbers: after } = await written(student);
  assert.deepEqual([roster[0].grade, roster[0].intake_year, roster[0].class_group_id], [5, 2022, null]);
  assert.deepEqual(after, numbers);
  assert.deepEqual(await written(bystander), atHome);
  const { body } = await henan.school.registrar.get<StudentView>(`/api/students/${student}`);
  assert.deepEqual([body.marks.at(-1)?.title, body.marks.at(-1)?.note], ['跳级', '编入五年级']);
});

test('Q1.2: a disabled child of Sichuan may do a grade again', async () => {
  const student = await sichuan.student();
  await carryOut(sichuan, student, change('RETENTION', { disabled: true }));
  assert.deepEqual(await course(student), ['ENROLLED 8 2025', 'ENROLLED 7 2026']);
});

test('Q1.3, Q1.4: no skip from grade six into seven in Changge, no retention in Shanxi', async () => {
  const last = await henan.student({ grade: 6, bornOn: '2014-05-12' });
  await refused(henan, last, change('SKIPPING', GIFTED), /跳级不能跨学段.*长葛·三、4/);
  await refused(shanxi, await shanxi.student(), change('RETENTION'), /不允许留级.*山西·第二十三条/);
});

test('in Sichuan nobody is kept down in the last grade, whatever the stage; in principle only the disabled at all', async () => {
  const last = await sichuanSenior.student({ grade: 12, bornOn: '2008-05-12' });
  const asked = change('RETENTION', { cannotFollow: true, papers: ['FORM'] });
  await refused(sichuanSenior, last, asked, /毕业年级学生不予留级.*四川·第二十四条/);
  await refused(sichuan, await sichuan.student(), change('RETENTION'), /理由/);
});

test('in the first grade of a stage there is none below; past the last there is none above', async () => {
  const first = await sichuan.student({ grade: 7, bornOn: '2013-05-12' });
  await refused(sichuan, first, change('RETENTION', { disabled: true }), /没有更低的年级/);
  const last = await shanxi.student({ grade: 9, bornOn: '2011-05-12' });
  await refused(shanxi, last, change('SKIPPING'), /跳级限于本校本学段/);
});
