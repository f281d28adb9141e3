/** 班级接口: a school's autumn by request: seen, reviewed, placed, moved, numbered; and who may do none of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAccount, anAuthority, aSchool } from '../../tests/builders.ts';
import { NAMES, threeSchools } from '../../tests/three-schools.ts';
import { newId } from '../kernel/ids.ts';
import type {
  ChangedGroups,
  ClassGroupChanges,
  ClassGroupsView,
  ClassRosterView,
  UnplacedPage,
} from './placements.api.ts';

const town = await threeSchools();
const { app, shanxi, bystander } = town;
const registrar = await anAccount(app, { at: shanxi.school });
const leader = await anAccount(app, { at: shanxi.school, role: 'SCHOOL_LEADER' });
const teacher = await anAccount(app, { at: shanxi.school, role: 'CLASS_TEACHER', personName: '宋老师' });
const officer = await anAccount(app, { at: shanxi.authority });
const neighbour = await anAccount(app, { at: bystander.school });
const foreign = await anAccount(app, { at: town.henan.authority });
const nation = await anAccount(app, { at: await anAuthority(app, { placeCode: '000000' }) });
await town.run('update class_groups set teacher_id = $1 where id = $2', [teacher.id, shanxi.groups[0]]);
const children = await town.register(shanxi, NAMES.slice(0, 6));
await town.register(bystander, NAMES.slice(6, 9));

const at = `/api/schools/${shanxi.school.id}`;
const groupAt = (number: number) => `/api/class-groups/${shanxi.groups[number - 1]}`;
const view = async () => (await app.as(registrar).get<ClassGroupsView>(`${at}/class-groups`)).body;
const placing = (number: number, studentIds: readonly string[], reason?: string) => ({
  assignments: [{ classGroupId: shanxi.groups[number - 1], studentIds }],
  ...(reason ? { reason } : {}),
});

test('the school’s class groups come with their bounds, and the unplaced with what must happen first', async () => {
  const { classGroups, unplaced, on, today } = await view();
  assert.deepEqual([on, today], ['2026-09-01', '2026-09-01']);
  assert.deepEqual(
    classGroups.map(({ name, total, teacherName }) => [name, total, teacherName]),
    [
      ['一(1)班', 0, '宋老师'],
      ['一(2)班', 0, null],
      ['一(3)班', 0, null],
      ['二(1)班', 0, null],
    ],
  );
  assert.deepEqual(classGroups[0]!.bounds, { usual: 45, most: 50, chip: '山西·第十三条' });
  const [waiting, ...more] = unplaced;
  assert.deepEqual(more, []);
  const { gradeWords, intakeYear, total, classGroupIds, review } = waiting!;
  assert.deepEqual([gradeWords, intakeYear, total], ['一年级', 2026, 6]);
  assert.deepEqual(new Set(classGroupIds), new Set(shanxi.groups.slice(0, 3)));
  assert.equal(review!.reviewed, null);
  assert.match(review!.sentence, /须经学籍主管部门审核/);
});

test('before the review nobody is placed; the county reviews, then all are, and the trail says by whom', async () => {
  const early = await app.as(registrar).post(`${at}/placements`, placing(1, children));
  assert.deepEqual([early.status, early.code], [422, 'LAW_REFUSES']);
  const review = { stage: 'PRIMARY', intakeYear: 2026, opinion: '名册已审核，同意编班' };
  assert.equal((await app.as(foreign).post(`${at}/placement-reviews`, review)).status, 404);
  assert.equal((await app.as(officer).post(`${at}/placement-reviews`, { ...review, opinion: ' ' })).status, 400);
  assert.equal((await app.as(officer).post(`${at}/placement-reviews`, review)).status, 200);
  const reviewed = (await view()).unplaced[0]!.review!.reviewed!;
  assert.deepEqual([reviewed.on, reviewed.opinion], ['2026-09-01', '名册已审核，同意编班']);
  const placed = await app.as(registrar).post<ChangedGroups>(`${at}/placements`, placing(1, children));
  assert.equal(placed.status, 200, placed.detail);
  assert.deepEqual(
    placed.body.classGroups.map(({ name, total }) => [name, total]),
    [['一(1)班', 6]],
  );
  assert.deepEqual((await view()).unplaced, []);
});

test('a placing sent twice with one key is done once', async () => {
  const [late] = await town.register(shanxi, ['迟到生']);
  const key = { 'idempotency-key': newId() };
  const send = () => app.as(registrar).post<ChangedGroups>(`${at}/placements`, placing(2, [late!]), key);
  const [once, twice] = [await send(), await send()];
  assert.deepEqual([once.status, twice.status], [200, 200]);
  assert.deepEqual(twice.body, once.body);
  const again = await app.as(registrar).post(`${at}/placements`, placing(2, [late!]));
  assert.deepEqual([again.status, again.code], [409, 'CONFLICT']);
});

test('the roster of a class group: seats in order, numbers masked, the teacher named', async () => {
  const { body } = await app.as(teacher).get<ClassRosterView>(`${groupAt(1)}/roster`);
  assert.equal(body.classGroup.teacherName, '宋老师');
  assert.deepEqual(
    body.students.map(({ seatNo }) => seatNo),
    [1, 2, 3, 4, 5, 6],
  );
  assert.ok(body.students.every(({ registrationNumber }) => /^L1401\*{10}\d{3}[\dX]$/.test(registrationNumber)));
  assert.ok(body.students.every(({ stateWords, ethnicWords }) => stateWords === '在读' && ethnicWords !== ''));
});

test('a move asks for its reason, changes both class groups, and stands in their records', async () => {
  const moving = { studentIds: [children[0]], fromClassGroupId: shanxi.groups[0], toClassGroupId: shanxi.groups[2] };
  const unsaid = await app.as(registrar).post(`${at}/class-group-moves`, { ...moving, reason: '' });
  assert.equal(unsaid.status, 400);
  const moved = await app.as(registrar).post<ChangedGroups>(`${at}/class-group-moves`, { ...moving, reason: '回避' });
  assert.deepEqual(
    new Map(moved.body.classGroups.map(({ name, total }) => [name, total])),
    new Map([
      ['一(3)班', 1],
      ['一(1)班', 5],
    ]),
  );
  const { items } = (await app.as(leader).get<ClassGroupChanges>(`${groupAt(1)}/changes`)).body;
  assert.deepEqual(
    items.map(({ did, joined, left, total, reason, personName }) => [did, joined, left, total, reason, personName]),
    [
      ['调班', 0, 1, 5, '回避', registrar.personName],
      ['编入班级', 6, 0, 6, null, registrar.personName],
    ],
  );
  const numbered = await app.as(registrar).post(`${groupAt(1)}/seat-numbers`, { order: 'PINYIN' });
  assert.equal(numbered.status, 200);
  const { students } = (await app.as(registrar).get<ClassRosterView>(`${groupAt(1)}/roster`)).body;
  assert.deepEqual(
    students.map(({ seatNo }) => seatNo),
    [1, 2, 3, 4, 5],
  );
});

test('the unplaced are listed by intake, page by page', async () => {
  await town.register(shanxi, NAMES.slice(20, 25));
  const query = 'stage=PRIMARY&grade=1&intakeYear=2026&limit=3';
  const first = (await app.as(registrar).get<UnplacedPage>(`${at}/unplaced?${query}`)).body;
  assert.equal(first.students.length, 3);
  const after = encodeURIComponent(first.next!);
  const second = (await app.as(registrar).get<UnplacedPage>(`${at}/unplaced?${query}&after=${after}`)).body;
  assert.deepEqual([second.students.length, second.next], [2, null]);
  const seen = new Set([...first.students, ...second.students].map(({ studentId }) => studentId));
  assert.equal(seen.size, 5);
  assert.equal((await app.as(registrar).get(`${at}/unplaced?stage=PRIMARY`)).status, 400);
});

test('only the school’s registrar places, moves and numbers; only its own county reviews', async () => {
  const body = placing(1, children);
  const moves = { studentIds: children, fromClassGroupId: shanxi.groups[0], toClassGroupId: null, reason: '试一试' };
  for (const person of [leader, teacher, officer]) {
    assert.equal((await app.as(person).post(`${at}/placements`, body)).status, 403);
    assert.equal((await app.as(person).post(`${at}/class-group-moves`, moves)).status, 403);
    assert.equal((await app.as(person).post(`${groupAt(1)}/seat-numbers`, { order: 'KEPT' })).status, 403);
  }
  const review = { stage: 'PRIMARY', intakeYear: 2026, opinion: '同意' };
  assert.equal((await app.as(registrar).post(`${at}/placement-reviews`, review)).status, 403);
  assert.equal((await app.as(neighbour).post(`${at}/placements`, body)).status, 404);
  assert.equal((await app.as(neighbour).post(`${groupAt(1)}/seat-numbers`, { order: 'KEPT' })).status, 404);
});

test('nobody outside sees anything, the nation no persons, a class teacher only the own class group', async () => {
  const paths = [`${at}/class-groups`, `${groupAt(1)}/roster`, `${groupAt(1)}/changes`];
  for (const path of paths) {
    for (const person of [neighbour, foreign]) assert.equal((await app.as(person).get(path)).status, 404, path);
    assert.equal((await app.as(nation).get(path)).status, 403, path);
    assert.equal((await app.anonymous.get(path)).status, 401, path);
    assert.equal((await app.as(officer).get(path)).status, 200, path);
  }
  const own = (await app.as(teacher).get<ClassGroupsView>(`${at}/class-groups`)).body;
  assert.deepEqual(
    own.classGroups.map(({ name }) => name),
    ['一(1)班'],
  );
  assert.deepEqual(own.unplaced, []);
  assert.equal((await app.as(teacher).get(`${groupAt(2)}/roster`)).status, 404);
});

test('the neighbour school stands as it stood', async () => {
  const { body } = await app.as(neighbour).get<ClassGroupsView>(`/api/schools/${bystander.school.id}/class-groups`);
  assert.deepEqual([body.classGroups.map(({ total }) => total), body.unplaced[0]!.total], [[0, 0, 0, 0], 3]);
  const empty = await aSchool(app, { under: town.henan.authority });
  const nobody = (await app.as(foreign).get<ClassGroupsView>(`/api/schools/${empty.id}/class-groups`)).body;
  assert.deepEqual([nobody.classGroups, nobody.unplaced], [[], []]);
});
