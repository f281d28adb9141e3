/** 综合素质与实践: reports are written and signed by the class teacher, corrected as versions; what is recorded follows the student. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusing } from '../../../../tests/access/caller.ts';
import { type AttendanceDesk, attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { writing } from '../../../../tests/builders.ts';
import { ownersView } from '../../../../tests/database.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import { transferRegistration } from '../../../students/index.ts';
import { resultsFor } from '../results/results-for.ts';
import { qualityReportsOf } from '../student/follow-student.ts';
import type { PracticeView, ReportsView, StudentAssessments } from './further.api.ts';

const { app, junior, senior, shanxi, bystander } = await attendanceDesks('2027-01-18T09:00:00+08:00');
const rows = await ownersView(app);
const everything = async () => [
  await rows('select * from quality_reports order by student_id, id'),
  await rows('select * from practice_records order by student_id, id'),
  await rows(`select count(*)::int from audit_events where subject_kind = 'CLASS_GROUP'`),
];
const refused = refusing(everything);

const GOOD = { MORAL: 'A', LEARNING: 'B', HEALTH: 'A', ART: 'B', PRACTICE: 'C' };
const write = (
  { group }: AttendanceDesk,
  by: AttendanceDesk['teacher'],
  occasion: string,
  reports: readonly { studentId: string; seenVersion?: number; ratings?: object; teacherWords?: string }[],
  more: object = {},
) =>
  by.put<ReportsView>(`/api/class-groups/${group.id}/quality-reports`, {
    ...{ schoolYear: 2026, term: 1, occasion },
    reports: reports.map((one) => ({ seenVersion: 0, ratings: GOOD, teacherWords: '勤学守纪，乐于助人', ...one })),
    ...more,
  });
const sign = ({ group }: AttendanceDesk, by: AttendanceDesk['teacher'], occasion: string, studentIds: string[]) =>
  by.post<ReportsView>(`/api/class-groups/${group.id}/quality-reports/signatures`, {
    ...{ schoolYear: 2026, term: 1, occasion, studentIds },
  });
const rowOf = ({ rows: all }: ReportsView, id: string) => all.find(({ studentId }) => studentId === id)!;
const [first = '', second = ''] = junior.students;

test('the class teacher writes the reports of the term, nobody else does, and only occasions of the stage', async () => {
  const written = await write(junior, junior.teacher, 'FINAL', [
    { studentId: first },
    { studentId: second, ratings: { MORAL: 'A' }, teacherWords: '' },
  ]);
  assert.equal(written.status, 200, written.detail);
  assert.deepEqual(
    [written.body.paperName, written.body.chip, written.body.dimensions.length],
    ['义务教育学生素质发展报告（期末）', '四川·第二十三条', 5],
  );
  await refused(() => write(junior, junior.registrar, 'FINAL', [{ studentId: first }]), /您的岗位不能办理此事/);
  await refused(() => write(junior, bystander.teacher, 'FINAL', [{ studentId: first }]), /没有找到此班级/);
  await refused(() => write(junior, junior.teacher, 'INTERIM', [{ studentId: first }]), /此学段没有这种报告/);
  await refused(() => write(junior, junior.teacher, 'FINAL', [{ studentId: first, ratings: {} }]), /报告/);
  await refused(() => write(junior, junior.teacher, 'FINAL', [{ studentId: bystander.students[0]! }]), /不在本班/);
});

test('what is not complete is not signed; once signed it changes only by a version with its reason', async () => {
  await refused(() => sign(junior, junior.teacher, 'FINAL', [first, second]), /柏一鸣的报告还没有填全/);
  await refused(() => sign(junior, junior.leader, 'FINAL', [first]), /您的岗位不能办理此事/);
  const signed = await sign(junior, junior.teacher, 'FINAL', [first]);
  assert.ok(rowOf(signed.body, first).signed, signed.detail);
  const change = { studentId: first, seenVersion: 1, ratings: { ...GOOD, ART: 'A' } };
  await refused(() => write(junior, junior.teacher, 'FINAL', [change]), /“更正已签署的报告”须写明理由/);
  await refused(
    () => write(junior, junior.teacher, 'FINAL', [{ ...change, ratings: { MORAL: 'A' } }], { reason: '漏记合唱比赛' }),
    /须填全/,
  );
  const done = await write(junior, junior.teacher, 'FINAL', [change], { reason: '漏记合唱比赛' });
  assert.deepEqual([rowOf(done.body, first).version, rowOf(done.body, first).ratings.ART], [2, 'A']);
  assert.ok(rowOf(done.body, first).signed, 'who corrects signs');
  const versions = await writing(app, (tx) => qualityReportsOf(tx, first, { ended: true }));
  assert.deepEqual(
    versions.map(({ version, endReason }) => [version, endReason]),
    [
      [2, null],
      [1, '漏记合唱比赛'],
    ],
  );
});

test('a senior report of the stage says whether quality is passed: none of the dimensions below it (SC-40.2)', async () => {
  const [one = '', two = ''] = senior.students;
  await write(senior, senior.teacher, 'GRADUATING', [
    { studentId: one },
    { studentId: two, ratings: { ...GOOD, ART: 'D' } },
  ]);
  const facts = async () => {
    const found = await writing(app, (tx) => resultsFor(tx, [one, two], { stage: 'SENIOR', year: 2029 }));
    return [found.get(one)?.['qualityPassed'], found.get(two)?.['qualityPassed']];
  };
  assert.deepEqual(await facts(), [undefined, undefined], 'not before it is signed');
  await sign(senior, senior.teacher, 'GRADUATING', [one, two]);
  assert.deepEqual(await facts(), [true, false]);
});

const cleaning = {
  ...{ kind: 'COMMUNITY_SERVICE', activity: '社区环境整治', heldOn: '2026-11-14', hours: 4 },
  ...{ partTaken: '清扫与宣传', confirmedByName: '玉林街道办事处' },
};
const practicePath = ({ group }: AttendanceDesk) => `/api/class-groups/${group.id}/practice`;

test('an activity is entered for many at once with who confirms it, on the form of the place, and taken out with a reason', async () => {
  const path = practicePath(senior);
  const ids = senior.students.slice(0, 3);
  const put = (more: object) => () => senior.teacher.post(path, { ...cleaning, studentIds: ids, ...more });
  await refused(put({ heldOn: '2027-02-01' }), /还没有开展/);
  await refused(put({ studentIds: [shanxi.students[0]] }), /不在本班/);
  const { body, detail } = await senior.teacher.post<PracticeView>(path, { ...cleaning, studentIds: ids });
  assert.equal(body.paperName, '普通高中学生综合实践活动记录表（附件12）', detail);
  assert.deepEqual(
    body.rows.slice(0, 4).map(({ hours }) => hours),
    [4, 4, 4, 0],
  );
  const taken = body.rows[2]!.records.map(({ id }) => id);
  const end = (desk: AttendanceDesk) =>
    desk.teacher.post<PracticeView>(`${path}/endings`, { ids: taken, reason: '当天请假' });
  await refused(() => end(shanxi), /没有找到此班级/);
  assert.equal((await end(senior)).body.rows[2]!.hours, 0);
  await refused(() => end(senior), /没有找到此活动记录/);
  const kept = await rows('select end_reason from practice_records where id = $1', taken[0]);
  assert.deepEqual(kept, [{ end_reason: '当天请假' }]);
  const found = await writing(app, (tx) => resultsFor(tx, ids, { stage: 'SENIOR', year: 2029 }));
  assert.deepEqual([found.get(ids[0]!)?.['labourDone'], found.get(ids[2]!)?.['labourDone']], [true, undefined]);
});

test('what was recorded follows the registration: the new school reads it with the name of the school it is from', async () => {
  const [moving = ''] = senior.students;
  const read = (desk: AttendanceDesk) => desk.registrar.get<StudentAssessments>(`/api/students/${moving}/assessments`);
  assert.equal((await read(shanxi)).status, 404);
  await writing(app, (tx) =>
    transferRegistration(tx, {
      ...{ studentId: moving, caseId: newId(), on: civilDate('2027-01-18') },
      ...{ from: senior.school, to: shanxi.school },
    }),
  );
  const { body } = await read(shanxi);
  assert.deepEqual(
    body.terms.map(({ schoolName, reports }) => [schoolName, reports.length]),
    [[senior.school.name, 1]],
  );
  assert.equal(body.practice.length, 1);
  assert.equal((await read(senior)).status, 404, 'the former school has let go');
});
