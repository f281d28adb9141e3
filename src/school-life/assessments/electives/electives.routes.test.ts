/** 选修: modules with places are offered for a term and chosen by students; credits are given to who chose and passed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, refusing } from '../../../../tests/access/caller.ts';
import { attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { aClassGroup, anAccount, writing } from '../../../../tests/builders.ts';
import { ownersView } from '../../../../tests/database.ts';
import { setTeacher } from '../../../authorities/classes/class-group.store.ts';
import type { GridView, SubjectsView } from '../api/assessments.api.ts';
import type { CreditsView } from '../api/further.api.ts';
import type { ChoicesView, ElectivesView, ModuleList } from './electives.api.ts';

const { app, shanxi, senior, junior } = await attendanceDesks('2026-10-18T09:00:00+08:00');
const rows = await ownersView(app);
const everything = async () => [
  await rows('select * from elective_offers order by id'),
  await rows('select * from elective_choices order by student_id, id'),
  await rows('select * from assessments order by student_id, id'),
];
const refused = refusing(everything);

const TERM = { schoolYear: 2026, term: 1 } as const;
const module = async (name: string, credits = 2) => {
  const { body } = await shanxi.registrar.put<SubjectsView>('/api/subjects', {
    ...{ stage: 'SENIOR', name, grades: [10], scale: 'CREDITS', fullPoints: null },
    ...{ category: 'SCHOOL_ELECTIVE', credits },
  });
  return body.stages[0]!.subjects.find((one) => one.name === name)!.code;
};
const [paper, opera] = [await module('剪纸'), await module('晋剧欣赏', 1)];
const offer = (by: Caller, subject: string, more: object = {}) =>
  by.post<ElectivesView>('/api/electives', { ...TERM, subject, places: 2, teacherName: '冯玉兰', ...more });
const path = `/api/class-groups/${shanxi.group.id}/elective-choices`;
const choices = async () => (await shanxi.teacher.get<ChoicesView>(`${path}?schoolYear=2026&term=1`)).body;
const [first = '', second = '', third = ''] = shanxi.students;
type Cell = readonly [studentId: string, offerId: string, chosen: boolean, was?: boolean];
const choose = (by: Caller, ...cells: Cell[]) =>
  by.put<ChoicesView>(path, {
    ...TERM,
    cells: cells.map(([studentId, offerId, chosen, was = false]) => ({ studentId, offerId, chosen, was })),
  });
let offered = '';

test('the registrar offers a module of the school for a term, once, and nobody else does', async () => {
  const { body, detail } = await offer(shanxi.registrar, paper);
  assert.ok(body.offers, detail);
  const [one] = body.offers;
  assert.deepEqual([one?.name, one?.credits, one?.places, one?.taken, one?.gradeWords], ['剪纸', 2, 2, 0, '高一']);
  assert.deepEqual(
    body.modules.map(({ name }) => name),
    ['晋剧欣赏'],
    'what is offered is not offered again',
  );
  offered = one!.id;
  await refused(() => offer(shanxi.registrar, paper), /已开设剪纸/);
  await refused(() => offer(shanxi.registrar, 'CHINESE-1'), /没有这个选修模块/);
  await refused(() => offer(shanxi.teacher, opera), /您的岗位不能办理此事/);
  assert.deepEqual((await senior.registrar.get<ElectivesView>('/api/electives')).body.offers, []);
  assert.deepEqual((await junior.registrar.get<ElectivesView>('/api/electives')).body.modules, []);
});

test('as many choose as there are places; one more and nobody of that save is in', async () => {
  assert.equal((await choose(shanxi.teacher, [first, offered, true])).status, 200);
  await refused(
    () => choose(shanxi.teacher, [second, offered, true], [third, offered, true]),
    /剪纸只有2个名额，加上这次已有3人/,
  );
  const { body } = await choose(shanxi.teacher, [second, offered, true]);
  assert.deepEqual(
    body.rows.slice(0, 3).map(({ chosen }) => chosen.length),
    [1, 1, 0],
  );
  assert.equal(body.offers[0]?.taken, 2);
  const moved = await choose(shanxi.registrar, [second, offered, false, true], [third, offered, true]);
  assert.equal(moved.status, 200, `a place that is given up in the same save is free: ${moved.detail}`);
});

test('strangers, stale pages, other schools and other class groups are refused', async () => {
  await refused(() => choose(shanxi.teacher, [senior.students[0]!, offered, true]), /不在本班/);
  await refused(() => choose(shanxi.teacher, [first, offered, true]), /选课.*已被他人更新/);
  await refused(() => choose(senior.teacher, [first, offered, false, true]), /没有找到此班级/);
  await refused(() => choose(shanxi.leader, [first, offered, false, true]), /您的岗位不能办理此事/);
  assert.equal((await senior.registrar.get(`/api/electives/${offered}`)).status, 404);
});

test('the list of a module has who chose it; the teacher of another class group sees none of them', async () => {
  const list = async (by: Caller) => (await by.get<ModuleList>(`/api/electives/${offered}`)).body;
  assert.deepEqual(
    (await list(shanxi.registrar)).students.map(({ studentId, classGroupName }) => [studentId, classGroupName]),
    [
      [first, '高一(1)班'],
      [third, '高一(1)班'],
    ],
  );
  const other = await aClassGroup(app, { school: shanxi.school, grade: 10, ordinal: 2 });
  const account = await anAccount(app, { at: shanxi.school, role: 'CLASS_TEACHER' });
  await writing(app, (tx) => setTeacher(tx, other.id, account.id));
  const next = await list(app.as(account));
  assert.deepEqual([next.students, next.offer.taken], [[], 2]);
});

test('credits of an offered module go to who chose it and passed; a module that is not offered stays open to all', async () => {
  const enter = (...cells: [string, string, string][]) =>
    shanxi.teacher.put<GridView>(`/api/class-groups/${shanxi.group.id}/assessments`, {
      ...{ ...TERM, kind: 'CREDITS' },
      cells: cells.map(([studentId, subject, text]) => ({ studentId, subject, was: '', text })),
    });
  await refused(() => enter([second, paper, '合格']), /剪纸没有选修，先登记选课/);
  const { body, detail } = await enter([first, paper, '合格'], [third, paper, '不合格'], [second, opera, '合格']);
  assert.ok(body.rows, detail);
  assert.match(body.rows[1]!.cells[paper]?.closed ?? '', /没有选修此模块/);
  const view = (await shanxi.teacher.get<CreditsView>(`/api/class-groups/${shanxi.group.id}/credits`)).body;
  const sumOf = (id: string) => view.rows.find(({ studentId }) => studentId === id)!.sums.SCHOOL_ELECTIVE;
  assert.deepEqual([sumOf(first), sumOf(second), sumOf(third)], [2, 1, 0]);
  const { students } = (await shanxi.registrar.get<ModuleList>(`/api/electives/${offered}`)).body;
  assert.deepEqual(
    students.map(({ mark }) => mark),
    ['合格', '不合格'],
  );
});

test('two who want the last place at the same moment: one gets it, the other is told', async () => {
  const { body } = await offer(shanxi.registrar, opera, { places: 1 });
  const last = body.offers.find(({ subject }) => subject === opera)!.id;
  const answers = await Promise.all([
    choose(shanxi.teacher, [shanxi.students[4]!, last, true]),
    choose(shanxi.registrar, [shanxi.students[5]!, last, true]),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
  const { taken } = (await choices()).offers.find(({ id }) => id === last)!;
  assert.equal(taken, 1);
});

test('once the choice is closed nobody comes in and nobody leaves', async () => {
  const close = () => shanxi.registrar.post<ElectivesView>(`/api/electives/${offered}/closing`);
  assert.equal((await close()).body.offers[0]?.closed, true);
  await refused(close, /没有找到此项可以截止的选修/);
  await refused(() => choose(shanxi.teacher, [first, offered, false, true]), /剪纸已截止选课/);
  assert.deepEqual((await choices()).rows[0]?.chosen, [offered]);
});
