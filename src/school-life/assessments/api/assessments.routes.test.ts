/** 考核成绩: who may enter what for whom, how it is corrected, what stays, and what the law of the place says of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusing } from '../../../../tests/access/caller.ts';
import { type AttendanceDesk, attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { aClassGroup, writing } from '../../../../tests/builders.ts';
import { ownersView } from '../../../../tests/database.ts';
import { someStudents } from '../../../../tests/students.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import { beginArrangement } from '../../../study-elsewhere/arrangement.store.ts';
import { resultsFor } from '../results/results-for.ts';
import { listAssessments } from '../student/follow-student.ts';
import type { GridView, OverviewView, SubjectsView } from './assessments.api.ts';
import type { CreditsView, StudentAssessments } from './further.api.ts';

const { app, junior, senior, shanxi, bystander } = await attendanceDesks('2027-01-18T09:00:00+08:00');

const rows = await ownersView(app);
const everything = () =>
  rows('select * from assessments order by student_id, id').then(async (all) => [
    all,
    await rows('select * from school_subjects order by 1, 2, 3'),
    await rows(`select count(*)::int from audit_events where subject_kind in ('CLASS_GROUP', 'INSTITUTION')`),
  ]);
/** Refused with these words, and nothing at all has changed. */
const refused = refusing(everything);

type Cell = [studentId: string, subject: string, text: string, was?: string];
const TERM = { schoolYear: 2026, term: 1 } as const;
const enter = (
  { group }: Pick<AttendanceDesk, 'group'>,
  by: AttendanceDesk['teacher'],
  kind: string,
  cells: readonly Cell[],
  more: object = {},
) =>
  by.put<GridView>(`/api/class-groups/${group.id}/assessments`, {
    ...TERM,
    kind,
    cells: cells.map(([studentId, subject, text, was = '']) => ({ studentId, subject, text, was })),
    ...more,
  });
const gridOf = async ({ group, teacher }: AttendanceDesk, kind: string) =>
  (await teacher.get<GridView>(`/api/class-groups/${group.id}/assessments?schoolYear=2026&term=1&kind=${kind}`)).body;
const cellIn = (grid: GridView, studentId: string, subject: string) =>
  grid.rows.find((row) => row.studentId === studentId)?.cells[subject];
const [first = '', second = '', third = ''] = junior.students;

test('N4.1: with the last final a class group has filed the term, says the register with the article (SC-23.3)', async () => {
  const other = await enter(bystander, bystander.teacher, 'FINAL', [[bystander.students[0]!, 'CHINESE', '优秀']]);
  assert.equal(other.status, 200, other.detail);
  const untouched = await rows('select * from assessments where path = $1', bystander.school.path);
  const { columns, rows: students } = await gridOf(junior, 'FINAL');
  assert.deepEqual(
    columns.slice(0, 3).map(({ name, fullPoints }) => [name, fullPoints]),
    [
      ['语文', 100],
      ['数学', 100],
      ['英语', 100],
    ],
  );
  assert.ok(!columns.some(({ code }) => code === 'PHYSICS'), 'no physics in the seventh grade');
  const all = students.flatMap(({ studentId }, row) =>
    columns.map(({ code, scale }): Cell => [studentId, code, scale === 'POINTS' ? String(61 + row) : '良']),
  );
  const before = (await junior.registrar.get<OverviewView>('/api/assessments')).body;
  assert.deepEqual([before.due, before.classGroups[0]?.filed], [true, false]);
  const part = await enter(junior, junior.teacher, 'FINAL', all.slice(1));
  assert.equal(part.status, 200, part.detail);
  const whole = await enter(junior, junior.teacher, 'FINAL', all.slice(0, 1));
  assert.ok(whole.body.findings.some(({ code, chip }) => code === 'TO_BE_FILED' && chip === '四川·第二十三条'));
  const after = (await junior.registrar.get<OverviewView>('/api/assessments')).body;
  const [group] = after.classGroups;
  assert.deepEqual([group?.filed, group?.entered], [true, columns.length * 10]);
  assert.equal(after.dueFinding?.chip, '四川·第二十三条');
  const file = await writing(app, (tx) => listAssessments(tx, first));
  assert.equal(file.length, columns.length, 'in the file of the student as soon as they are saved');
  assert.deepEqual(await rows('select * from assessments where path = $1', bystander.school.path), untouched);
});

test('on the same day a slip is put right without a word, later with the reason; the first result stays on record', async () => {
  assert.equal((await enter(junior, junior.teacher, 'FINAL', [[first, 'CHINESE', '58.5', '61']])).status, 200);
  app.clock.set('2027-01-19T09:00:00+08:00');
  const wanted = [[first, 'CHINESE', '59', '58.5']] as const;
  await refused(() => enter(junior, junior.teacher, 'FINAL', [[...wanted[0]]]), /“更正以前的成绩”须写明理由/);
  const done = await enter(junior, junior.teacher, 'FINAL', [[...wanted[0]]], { reason: '复核时漏加半分' });
  assert.equal(done.status, 200, done.detail);
  const view = (await junior.teacher.get<StudentAssessments>(`/api/students/${first}/assessments`)).body;
  const chinese = view.terms[0]!.results.find(({ subject }) => subject === '语文')!;
  assert.equal(chinese.words, '59');
  assert.deepEqual(
    chinese.earlier.map(({ words }) => words).toSorted(),
    ['58.5', '61'],
    'both former results are there',
  );
  assert.match(chinese.earlier.map(({ why }) => why).join(), /复核时漏加半分/);
  const trail = await rows(`select action, reason from audit_events where action = 'CORRECT_ASSESSMENTS'`);
  assert.deepEqual(trail, [{ action: 'CORRECT_ASSESSMENTS', reason: '复核时漏加半分' }]);
});

test('a class teacher enters for the own class group only, a leader looks on, another school finds nothing', async () => {
  const other = await aClassGroup(app, { school: junior.school, grade: 7, ordinal: 2 });
  await refused(() => enter({ group: other }, junior.teacher, 'FINAL', [[first, 'CHINESE', '60']]), /没有找到此班级/);
  await refused(() => enter(junior, junior.leader, 'FINAL', [[first, 'CHINESE', '60', '59']]), /您的岗位不能办理此事/);
  await refused(() => enter(junior, bystander.registrar, 'FINAL', [[first, 'CHINESE', '60', '59']]), /没有找到此班级/);
  assert.equal((await bystander.registrar.get(`/api/students/${first}/assessments`)).status, 404);
  const mine = (await junior.teacher.get<OverviewView>('/api/assessments')).body;
  assert.deepEqual(
    mine.classGroups.map(({ id }) => id),
    [junior.group.id],
  );
  assert.equal((await junior.leader.get<OverviewView>('/api/assessments')).body.classGroups.length, 2);
});

test('what is no result, who is no student of the class and what somebody else has changed are refused by name', async () => {
  const put =
    (...cells: Cell[]) =>
    () =>
      enter(junior, junior.teacher, 'FINAL', cells);
  await refused(put([second, 'CHINESE', '101', '62']), /柏一鸣的语文：填0至100的分数/);
  await refused(put([second, 'CHINESE', '好', '62']), /柏一鸣的语文：填0至100/);
  await refused(put([second, 'MUSIC', '88', '良好']), /柏一鸣的音乐：填优秀、良好、合格、不合格/);
  await refused(put([second, 'CHINESE', '70', '']), /柏一鸣的语文成绩/);
  await refused(put([second, 'CHINESE', '70', '62'], [second, 'CHINESE', '71', '62']), /填了两次/);
  await refused(put([second, 'PHYSICS', '70']), /有科目不在此表中/);
  await refused(put([bystander.students[0]!, 'CHINESE', '70']), /有学生不在本班/);
  await refused(
    () => enter(junior, junior.teacher, 'FINAL', [[second, 'CHINESE', '70']], { schoolYear: 2026, term: 2 }),
    /学期还没有开始/,
  );
  await refused(() => enter(junior, junior.teacher, 'CREDITS', [[second, 'CHINESE-1', '合格']]), /没有这种考核/);
});

test('a make-up stands beside the first result and only for who failed', async () => {
  await refused(() => enter(junior, junior.teacher, 'MAKE_UP', [[second, 'CHINESE', '75']]), /不用补考/);
  const grid = (await enter(junior, junior.teacher, 'MAKE_UP', [[first, 'CHINESE', '75']])).body;
  assert.deepEqual([cellIn(grid, first, 'CHINESE')?.text, cellIn(grid, first, 'CHINESE')?.first], ['75', '59']);
  assert.match(cellIn(grid, first, 'ENGLISH')?.closed ?? '', /不用补考/);
  assert.deepEqual(
    grid.rows.map(({ studentId }) => studentId),
    [first],
    'who has passed everything is not on the list',
  );
  assert.equal(cellIn(await gridOf(junior, 'FINAL'), first, 'CHINESE')?.text, '59');
});

test('a school switches subjects off by grade and sets its own full points; nobody else does it', async () => {
  const { body } = await junior.registrar.get<SubjectsView>('/api/subjects');
  const music = body.stages[0]!.subjects.find(({ code }) => code === 'MUSIC')!;
  const { own: _own, ...wish } = music;
  await refused(() => junior.teacher.put('/api/subjects', wish), /您的岗位不能办理此事/);
  await refused(() => junior.registrar.put('/api/subjects', { ...wish, grades: [10] }), /没有所选的年级/);
  await refused(() => junior.registrar.put('/api/subjects', { ...wish, scale: 'POINTS' }), /须填满分/);
  assert.equal((await junior.registrar.put('/api/subjects', { ...wish, grades: [8, 9] })).status, 200);
  assert.ok(!(await gridOf(junior, 'MIDTERM')).columns.some(({ code }) => code === 'MUSIC'));
  assert.ok(
    (await gridOf(bystander, 'MIDTERM')).columns.some(({ code }) => code === 'MUSIC'),
    'next door it is taught',
  );
});

const guestOf = async (school: AttendanceDesk, from: AttendanceDesk) => {
  const studentId = from.students[5]!;
  await writing(app, (tx) =>
    beginArrangement(tx, {
      ...{ studentId, caseId: newId(), path: from.school.path, kind: 'GUEST_STUDY', thereId: school.school.id },
      ...{ therePath: school.school.path, thereName: school.school.name, grade: 10 },
      ...{ begunOn: civilDate('2026-09-01'), untilOn: null },
    }),
  );
  return studentId;
};

test('N4.2: a guest at a Shanxi school is not on its proficiency roster but on that of the own school (SX-27.3)', async () => {
  const guest = await guestOf(shanxi, senior);
  const listed = await enter(shanxi, shanxi.teacher, 'PROFICIENCY', [[shanxi.students[0]!, 'HISTORY', '已报名']]);
  assert.equal(listed.status, 200, listed.detail);
  assert.deepEqual(
    listed.body.guests.map(({ name, chip }) => [name, chip]),
    [['顾海涛', '山西·第二十七条']],
  );
  await refused(
    () => enter(shanxi, shanxi.registrar, 'PROFICIENCY', [[guest, 'HISTORY', '已报名']]),
    /顾海涛在本校借读。.*学业水平考试在该校参加.*（山西·第二十七条）/,
  );
  const home = await enter(senior, senior.teacher, 'PROFICIENCY', [[guest, 'HISTORY', '已报名']]);
  assert.equal(home.status, 200, home.detail);
  await refused(() => enter(shanxi, shanxi.teacher, 'FINAL', [[guest, 'HISTORY', '70']]), /转给学籍所在学校/);
});

test('credits are given for passed modules once, summed by category beside what the law of the place wants', async () => {
  const [one = '', two = ''] = shanxi.students;
  const own = await shanxi.registrar.put<SubjectsView>('/api/subjects', {
    ...{ stage: 'SENIOR', name: '晋商文化', grades: [10], scale: 'CREDITS', fullPoints: null },
    ...{ category: 'SCHOOL_ELECTIVE', credits: 2 },
  });
  const code = own.body.stages[0]!.subjects.find(({ name }) => name === '晋商文化')!.code;
  const cells: Cell[] = [
    [one, 'CHINESE-1', '合格'],
    [one, code, '√'],
    [two, 'CHINESE-1', '不合格'],
  ];
  assert.equal((await enter(shanxi, shanxi.teacher, 'CREDITS', cells)).status, 200);
  const view = (await shanxi.teacher.get<CreditsView>(`/api/class-groups/${shanxi.group.id}/credits`)).body;
  assert.deepEqual(
    view.needs.map(({ sum, least, chip }) => [sum, least, chip]),
    [
      ['TOTAL', 144, '山西·第三十五条（二）'],
      ['REQUIRED', 116, '山西·第三十五条（二）'],
      ['SUBJECT_ELECTIVE', 22, '山西·第三十五条（二）'],
      ['SCHOOL_ELECTIVE', 6, '山西·第三十五条（二）'],
    ],
  );
  const sumsOf = (id: string) => view.rows.find(({ studentId }) => studentId === id)!.sums;
  assert.deepEqual([sumsOf(one).TOTAL, sumsOf(one).REQUIRED, sumsOf(one).SCHOOL_ELECTIVE], [6, 4, 2]);
  assert.equal(sumsOf(two).TOTAL, 0);
  const sichuan = (await senior.teacher.get<CreditsView>(`/api/class-groups/${senior.group.id}/credits`)).body;
  assert.ok(
    sichuan.needs.every(({ least }) => least === null),
    'Sichuan leaves the numbers to its province',
  );
});

test('what graduation asks of a student is found in the file; what is not yet known is left out', async () => {
  const [one = '', two = ''] = shanxi.students;
  const graded: Cell[] = [
    [one, 'CHINESE', 'A'],
    [one, 'HISTORY', 'C', '已报名'],
    [two, 'CHINESE', 'B'],
    [two, 'HISTORY', '已报名'],
  ];
  const saved = await enter(shanxi, shanxi.teacher, 'PROFICIENCY', graded);
  assert.equal(saved.status, 200, 'a result for whoever was on the roster is no correction');
  await enter(shanxi, shanxi.teacher, 'SPORT', [[one, 'SPORT_STANDARD', '良']]);
  const found = await writing(app, (tx) => resultsFor(tx, [one, two], { stage: 'SENIOR', year: 2029 }));
  assert.deepEqual(found.get(one), {
    ...{ totalCredits: 6, requiredCredits: 4, subjectElectives: 0, schoolElectives: 2 },
    ...{ proficiency: 'C', sportPassed: true, unrevokedDiscipline: false },
  });
  assert.equal(found.get(two)?.['proficiency'], undefined, 'one examination is still to come');
});

test('the workbook that goes out comes back as the same rows', async () => {
  const path = `/api/class-groups/${junior.group.id}`;
  const query = 'schoolYear=2026&term=1&kind=FINAL';
  const { bytes, status } = await junior.teacher.get(`${path}/assessments.xlsx?${query}`);
  assert.equal(status, 200);
  const file = { name: '成绩.xlsx', bytes };
  const { body, detail } = await junior.teacher.upload<{ rows: string[][] }>(
    `${path}/assessments/readings?${query}`,
    file,
  );
  assert.ok(body?.rows, detail);
  assert.deepEqual(body.rows[0]!.slice(0, 4), ['座号', '姓名', '语文', '数学']);
  assert.deepEqual(body.rows[3]!.slice(0, 4), ['3', '岑可', '63', '63']);
  assert.equal(third, (await gridOf(junior, 'FINAL')).rows[2]!.studentId);
});

test('credits are shown all the school year, and a class group counts who sat in it when the term was over', async () => {
  app.clock.set('2027-03-10T09:00:00+08:00');
  const path = `/api/class-groups/${shanxi.group.id}/assessments?schoolYear=2026&term=2`;
  const { body } = await shanxi.teacher.get<GridView>(`${path}&kind=CREDITS`);
  assert.equal(cellIn(body, shanxi.students[0]!, 'CHINESE-1')?.text, '合格');
  const finals = (await shanxi.teacher.get<GridView>(`${path}&kind=PROFICIENCY`)).body;
  assert.equal(cellIn(finals, shanxi.students[0]!, 'CHINESE'), undefined, 'other kinds are of their term');
  await someStudents(app, {
    ...{ school: junior.school, classGroup: { ...junior.group, firstGrade: 7 }, registeredOn: '2027-02-20' },
  });
  const over = (await junior.teacher.get<OverviewView>('/api/assessments?schoolYear=2026&term=1')).body;
  assert.equal(over.classGroups[0]?.students, 10, 'who came later owes nothing to the term before');
  const running = (await junior.teacher.get<OverviewView>('/api/assessments?schoolYear=2026&term=2')).body;
  assert.equal(running.classGroups[0]?.students, 11);
});
