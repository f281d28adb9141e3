/** 学籍表核对: the class teacher looks through the forms of the own class group and signs, the leader reviews. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusing } from '../../../../tests/access/caller.ts';
import { attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { aClassGroup } from '../../../../tests/builders.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import type { FormChecksView, GroupFormsView } from './base-forms.api.ts';

const { app, shanxi, junior, bystander } = await attendanceDesks();
const at = (desk: typeof shanxi, rest = '') => `/api/class-groups/${desk.group.id}/form-check${rest}`;
const viewOf = async (desk: typeof shanxi) => (await desk.teacher.get<GroupFormsView>(at(desk))).body;
const tick = (desk: typeof shanxi, studentIds: string[]) => desk.teacher.post(at(desk, '/ticks'), { studentIds });
const [first = '', second = ''] = shanxi.students;
const kept = () =>
  app.db.read(NODE_SCOPE, async (tx) => [
    await tx.sql.selectFrom('base_form_checks').selectAll().orderBy('id').execute(),
    await tx.sql.selectFrom('base_form_sign_offs').selectAll().orderBy('class_group_id').execute(),
  ]);
const refused = refusing(kept);

test('the forms of the class group stand with what is not filled in and what the file lacks, by the article of the place', async () => {
  const view = await viewOf(shanxi);
  assert.deepEqual([view.term, view.chip, view.students.length], ['2026学年第一学期', '山西·第十一条', 10]);
  const [one] = view.students;
  assert.ok(one!.missing.includes('照片未上传'), one!.missing.join('、'));
  assert.ok(one!.fileLacks.some((sentence) => sentence.includes('预防接种')));
  assert.deepEqual([one!.checked, one!.lastCheck, view.signOff], [false, null, null]);
  assert.equal((await viewOf(bystander)).chip, null, 'no text of that place has the class teacher check');
});

test('nobody signs for forms that nobody has seen', async () => {
  await refused(() => shanxi.teacher.post(at(shanxi, '/signature')), /还有10人没有核对/);
  assert.equal((await tick(shanxi, [first])).status, 200);
  await refused(() => shanxi.teacher.post(at(shanxi, '/signature')), /还有9人没有核对/);
  await refused(() => shanxi.leader.post(at(shanxi, '/review')), /班主任还没有签字/);
});

test('all checked, the teacher signs with the day, the leader reviews once, and the registrar sees it', async () => {
  assert.equal((await tick(shanxi, shanxi.students)).status, 200);
  assert.equal((await shanxi.teacher.post(at(shanxi, '/signature'))).status, 200);
  const { signOff } = await viewOf(shanxi);
  assert.deepEqual(
    [signOff?.signedOn, signOff?.students, signOff?.lacking, signOff?.reviewedOn],
    ['2026-09-18', 10, 10, null],
  );
  assert.equal((await shanxi.leader.post(at(shanxi, '/review'))).status, 200);
  await refused(() => shanxi.leader.post(at(shanxi, '/review')), /已由.*审核/);
  const { classGroups } = (await shanxi.registrar.get<FormChecksView>('/api/form-checks')).body;
  assert.deepEqual(
    classGroups.map(({ total, checked, signOff: signed }) => [total, checked, signed?.reviewedOn]),
    [[10, 10, '2026-09-18']],
  );
});

test('what changes after the check is shown old and new, covered where it is private; the form is looked through again', async () => {
  const { body } = await shanxi.registrar.get<{ version: number }>(`/api/students/${first}`);
  const values = { currentAddress: '山西省太原市迎泽区并州北路18号', phone: '13800138000' };
  const changed = await shanxi.registrar.patch(`/api/students/${first}/items`, { values, version: body.version });
  assert.equal(changed.status, 200, changed.detail);
  const one = (await viewOf(shanxi)).students.find(({ studentId }) => studentId === first)!;
  assert.deepEqual([one.checked, one.changedSince], [false, true]);
  assert.ok(one.differences.length >= 1, JSON.stringify(changed.body));
  assert.ok(one.differences.every(({ now }) => !now.includes('13800138000')));
  await refused(() => shanxi.teacher.post(at(shanxi, '/signature')), /还有1人没有核对，或核对后有变动/);
  await tick(shanxi, [first]);
  assert.equal((await shanxi.teacher.post(at(shanxi, '/signature'))).status, 200);
  assert.equal((await viewOf(shanxi)).signOff?.reviewedOn, null, 'what is signed anew is reviewed anew');
});

test('next term the forms are looked through again; what was checked last stands beside it', async () => {
  app.clock.set('2027-03-05T09:00:00+08:00');
  const view = await viewOf(shanxi);
  const one = view.students.find(({ studentId }) => studentId === second)!;
  assert.deepEqual(
    [view.term, view.signOff, one.checked, one.lastCheck?.words],
    ['2026学年第二学期', null, false, '2026学年第一学期'],
  );
  assert.deepEqual(one.differences, []);
  app.clock.set('2026-09-18T17:00:00+08:00');
});

test('a class teacher sees the own class group only, and only the class teacher signs', async () => {
  const other = await aClassGroup(app, { school: shanxi.school, grade: 10, ordinal: 2 });
  assert.equal((await shanxi.teacher.get(`/api/class-groups/${other.id}/form-check`)).status, 404);
  assert.equal((await shanxi.teacher.get<FormChecksView>('/api/form-checks')).body.classGroups.length, 1);
  assert.equal((await shanxi.registrar.get<FormChecksView>('/api/form-checks')).body.classGroups.length, 2);
  await refused(() => junior.teacher.post(at(shanxi, '/ticks'), { studentIds: [first] }), /没有找到此班级/);
  await refused(() => tick(shanxi, [junior.students[0]!]), /有学生不在本班/);
  await refused(() => shanxi.registrar.post(at(shanxi, '/signature')), /您的岗位不能办理此事/);
  await refused(() => bystander.leader.post(at(shanxi, '/review')), /没有找到此班级/);
});
