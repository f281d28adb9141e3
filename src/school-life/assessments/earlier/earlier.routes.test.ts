/** 补录: a student who came on paper brings terms along; they stand in the file with the school they are from, and count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, refusing } from '../../../../tests/access/caller.ts';
import { attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { writing } from '../../../../tests/builders.ts';
import { ownersView } from '../../../../tests/database.ts';
import { someStudents } from '../../../../tests/students.ts';
import type { StudentAssessments } from '../api/further.api.ts';
import { resultsFor } from '../results/results-for.ts';
import type { EarlierView } from './earlier.api.ts';

const { app, junior, shanxi, bystander } = await attendanceDesks('2027-01-18T09:00:00+08:00');
const rows = await ownersView(app);
const everything = async () => [
  await rows('select * from assessments order by student_id, id'),
  await rows('select * from quality_reports order by student_id, id'),
];
const refused = refusing(everything);

/** In the second year of the stage, here since the first day of this year. */
const [came = ''] = await someStudents(app, {
  ...{ school: junior.school, name: '马晓燕', classGroup: { ...junior.group, firstGrade: 8 } },
  ...{ seatNo: 11, bornOn: '2013-03-12', registeredOn: '2026-09-01' },
});
const at = (id: string, query = '') => `/api/students/${id}/earlier-term${query}`;
const view = async (id = came, query = '') => (await junior.teacher.get<EarlierView>(at(id, query))).body;
const cell = (subject: string, text: string, was = '') => ({ subject, was, text });
const save = (by: Caller, body: object, id = came) =>
  by.put<EarlierView>(at(id), {
    ...{ schoolYear: 2025, term: 2, kind: 'FINAL', from: '绵阳市第七中学', cells: [] },
    ...body,
  });
const GOOD = { MORAL: 'A', LEARNING: 'B', HEALTH: 'A', ART: 'B', PRACTICE: 'C' };

test('the terms of the stage before the student came are offered, with the subjects of the grade then', async () => {
  const { terms, gradeWords, columns } = await view();
  assert.deepEqual(
    terms.map(({ words }) => words),
    ['2025学年第二学期', '2025学年第一学期'],
  );
  assert.equal(gradeWords, '七年级');
  assert.ok(!columns.some(({ code }) => code === 'PHYSICS'), 'no physics in the seventh grade');
  const none = await view(junior.students[0]);
  assert.deepEqual([none.terms, none.term], [[], null], 'who has been here all the stage brings nothing along');
});

test('results and report are entered from the papers, and say from which school they are and who entered them', async () => {
  const saved = await save(junior.teacher, {
    cells: [cell('CHINESE', '88'), cell('MUSIC', '良')],
    report: { seenVersion: 0, ratings: GOOD, teacherWords: '勤学守纪' },
  });
  assert.equal(saved.status, 200, saved.detail);
  assert.equal(saved.body.from, '绵阳市第七中学');
  const { terms } = (await junior.teacher.get<StudentAssessments>(`/api/students/${came}/assessments`)).body;
  assert.deepEqual(
    terms.map(({ term, schoolName, broughtTo, results }) => [term.words, schoolName, broughtTo, results.length]),
    [['2025学年第二学期', '绵阳市第七中学', junior.school.name, 2]],
  );
  assert.match(terms[0]!.reports[0]!.signed ?? '', /照原件录入/);
});

test('a term here, of the stage before, or already recorded by its own school is not brought along', async () => {
  await refused(() => save(junior.teacher, { schoolYear: 2026, term: 1 }), /在本校的学期请在“考核”中登记/);
  await refused(() => save(junior.teacher, { schoolYear: 2024, term: 2 }), /本学段的学期/);
  await refused(() => save(junior.teacher, { kind: 'CREDITS' }), /没有这种考核/);
  await rows(
    `insert into assessments (student_id, id, school_id, class_group_id, path, stage, grade, school_year, term, kind,
       subject, subject_name, points, full_points, entered_by, entered_by_name, entered_at)
     select student_id, gen_random_uuid(), $2, class_group_id, $3, stage, grade, 2025, 1, 'FINAL', 'CHINESE', '语文', 90,
       100, entered_by, entered_by_name, entered_at from assessments where student_id = $1 and subject = 'CHINESE'`,
    came,
    bystander.school.id,
    bystander.school.path,
  );
  await refused(() => save(junior.teacher, { term: 1 }), /已由原学校登记，随学籍转来/);
});

test('what is no result, half a report and what another has changed are refused; later it takes a reason', async () => {
  const put =
    (body: object, by = junior.teacher) =>
    () =>
      save(by, body);
  await refused(put({ cells: [cell('ENGLISH', '101')] }), /英语：填0至100/);
  await refused(put({ cells: [cell('CHINESE', '90', '80')] }), /语文成绩/);
  await refused(put({ report: { seenVersion: 1, ratings: { MORAL: 'A' }, teacherWords: '' } }), /照原件填全/);
  await refused(put({ report: { seenVersion: 0, ratings: GOOD, teacherWords: '' } }), /此学期的报告/);
  await refused(put({ from: '某' }), /./);
  await refused(put({}, bystander.teacher), /没有找到此学生/);
  await refused(put({}, junior.leader), /您的岗位不能办理此事/);
  app.clock.set('2027-01-19T09:00:00+08:00');
  await refused(put({ cells: [cell('CHINESE', '89', '88')] }), /“更正以前的补录”须写明理由/);
  const done = await save(junior.teacher, { cells: [cell('CHINESE', '89', '88')], reason: '原件复核' });
  assert.equal(done.status, 200, done.detail);
  app.clock.set('2027-01-18T09:00:00+08:00');
});

test('credits that a senior student brings along count towards graduation', async () => {
  const [senior = ''] = await someStudents(app, {
    ...{ school: shanxi.school, name: '田雨欣', classGroup: { ...shanxi.group, firstGrade: 11 } },
    ...{ seatNo: 11, bornOn: '2010-03-12', registeredOn: '2026-09-01' },
  });
  const cells = [cell('CHINESE-1', '合格'), cell('HISTORY-1', '不合格')];
  const saved = await save(shanxi.registrar, { kind: 'CREDITS', cells, from: '大同市第一中学' }, senior);
  assert.equal(saved.status, 200, saved.detail);
  const found = await writing(app, (tx) => resultsFor(tx, [senior], { stage: 'SENIOR', year: 2028 }));
  assert.deepEqual([found.get(senior)?.['totalCredits'], found.get(senior)?.['requiredCredits']], [4, 4]);
});
