/** 补考: who must sit again, and what the law of the place makes of what is still failed at the end of the stage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { type AttendanceDesk, anAttendanceDesk } from '../../../../tests/attendance-desks.ts';
import { anAuthority } from '../../../../tests/builders.ts';
import type { GridView } from '../api/assessments.api.ts';

const app = await testApplication({ now: '2027-06-20T09:00:00+08:00' });
const wuhou = await anAuthority(app, { placeCode: '510107' });
const last = await anAttendanceDesk(app, { under: wuhou, schoolType: 'JUNIOR', grade: 9, size: 3 });
const younger = await anAttendanceDesk(app, { under: wuhou, schoolType: 'JUNIOR', grade: 8, size: 1 });

const enter = async ({ group, teacher }: AttendanceDesk, kind: string, cells: [string, string, string][]) => {
  const { body, detail } = await teacher.put<GridView>(`/api/class-groups/${group.id}/assessments`, {
    ...{ schoolYear: 2026, term: 2, kind },
    cells: cells.map(([studentId, subject, text]) => ({ studentId, subject, was: '', text })),
  });
  assert.ok(body.rows, detail);
  return body;
};
const makeUps = async ({ group, teacher }: AttendanceDesk) =>
  (await teacher.get<GridView>(`/api/class-groups/${group.id}/assessments?schoolYear=2026&term=2&kind=MAKE_UP`)).body;
const marks = (studentId: string, text: string, ...subjects: string[]) =>
  subjects.map((subject): [string, string, string] => [studentId, subject, text]);

const [three = '', two = '', none = ''] = last.students;
const THREE = ['CHINESE', 'MATHEMATICS', 'PHYSICS'];

test('who failed or missed a final is on the list of the make-up, with the subjects and nobody else', async () => {
  await enter(last, 'FINAL', [
    ...marks(three, '40', ...THREE),
    ...marks(two, '59.5', 'CHINESE', 'MATHEMATICS'),
    [two, 'PHYSICS', '缺'],
    ...marks(none, '60', ...THREE),
  ]);
  const { rows, columns } = await makeUps(last);
  const open = (studentId: string) =>
    columns
      .filter(({ code }) => !rows.find((row) => row.studentId === studentId)?.cells[code]?.closed)
      .map(({ code }) => code);
  assert.deepEqual(
    rows.map(({ studentId }) => studentId),
    [three, two],
  );
  assert.deepEqual(open(two).toSorted(), THREE.toSorted());
});

test('three subjects still failed after the make-up mean completion without graduation in Sichuan, two do not (SC-39.3)', async () => {
  const before = await makeUps(last);
  assert.equal(before.consequences.length, 2, 'as it stands both would');
  const after = await enter(last, 'MAKE_UP', [
    ...marks(three, '50', ...THREE),
    ...marks(two, '50', 'CHINESE', 'MATHEMATICS'),
    [two, 'PHYSICS', '61'],
  ]);
  assert.deepEqual(
    after.consequences.map(({ name, chip }) => [name, chip]),
    [['安静', '四川·第三十九条']],
  );
  assert.match(after.consequences[0]!.sentence, /补考后仍有3门不及格.*结业/);
});

test('before the last grade nothing of it decides on graduation', async () => {
  await enter(younger, 'FINAL', marks(younger.students[0]!, '40', ...THREE));
  assert.deepEqual((await makeUps(younger)).consequences, []);
});
