/** 合班拆班复式班: by request; the law's bounds hold, histories stay, and the neighbour does not move. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAccount } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { NAMES, threeSchools } from '../../../tests/three-schools.ts';
import type { ChangedGroups, ClassGroupsView } from '../placements.api.ts';

const town = await threeSchools();
const { app, shanxi, henan, bystander } = town;
const registrar = app.as(await anAccount(app, { at: shanxi.school }));
const leader = app.as(await anAccount(app, { at: shanxi.school, role: 'SCHOOL_LEADER' }));
const neighbour = app.as(await anAccount(app, { at: bystander.school }));
const [a, b, c, second] = shanxi.groups as [string, string, string, string];

const seated = (group: number, count: number, from = 0) => {
  const classGroup = shanxi.classGroups[group]!;
  const names = NAMES.slice(from, from + count);
  return someStudents(app, ...names.map((name, at) => ({ school: shanxi.school, name, classGroup, seatNo: at + 1 })));
};
await seated(0, 30);
const moved = await seated(1, 15, 30);
await seated(2, 20, 50);
await someStudents(app, { school: bystander.school, classGroup: bystander.classGroups[0]!, seatNo: 1 });
const rowsOf = async (path: string) =>
  JSON.stringify((await town.run('select * from class_memberships where path = $1 order by student_id', [path])).rows);
const untouched = await rowsOf(bystander.school.path);
const merge = (caller: typeof registrar, into: string, from: string[], reason = '生源减少') =>
  caller.post<ChangedGroups>(`/api/class-groups/${into}/merge`, { fromClassGroupIds: from, reason });
const openGroups = async () =>
  (await registrar.get<ClassGroupsView>(`/api/schools/${shanxi.school.id}/class-groups`)).body.classGroups.map(
    ({ name, total }) => [name, total],
  );

test('two class groups are merged on one day: the emptied one ends, its students have both in their history', async () => {
  town.today('2026-09-10');
  const merged = await merge(registrar, a, [b]);
  assert.equal(merged.status, 200, merged.text);
  assert.deepEqual(await openGroups(), [
    ['一(1)班', 45],
    ['一(3)班', 20],
    ['二(1)班', 0],
  ]);
  const { rows } = await town.run(
    'select class_group_id, valid_from, valid_to from class_memberships where student_id = $1 order by valid_from',
    [moved[0]],
  );
  assert.deepEqual(
    rows.map((row) => [row.class_group_id, row.valid_from, row.valid_to]),
    [
      [b, '2026-09-01', '2026-09-10'],
      [a, '2026-09-10', null],
    ],
  );
  const { rows: seats } = await town.run('select seat_no from roster where class_group_id = $1 order by seat_no', [a]);
  assert.deepEqual(
    seats.map((row) => row.seat_no),
    Array.from({ length: 45 }, (_, at) => at + 1),
  );
});

test('refused: a merger past the largest class group of the law, of another grade, by the leader, by a stranger', async () => {
  const over = await merge(registrar, a, [c]);
  assert.deepEqual([over.status, over.code], [422, 'LAW_REFUSES']);
  assert.match(over.detail!, /最多50人，现65人（山西·第十三条）/);
  assert.equal((await merge(registrar, second, [c])).code, 'BAD_INPUT');
  assert.equal((await merge(leader, a, [c])).status, 403);
  assert.equal((await merge(neighbour, a, [c])).status, 404);
  assert.equal((await merge(registrar, a, [a])).code, 'BAD_INPUT');
  assert.deepEqual(await openGroups(), [
    ['一(1)班', 45],
    ['一(3)班', 20],
    ['二(1)班', 0],
  ]);
});

test('a class group is split by a seed into even parts; the new ones have codes of their own', async () => {
  const answer = await registrar.post<ChangedGroups & { seed: string }>(`/api/class-groups/${a}/split`, {
    parts: 2,
    reason: '班额过大',
  });
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.body.seed, /^20260910-[0-9A-F]{6}$/);
  assert.deepEqual(answer.body.classGroups.map(({ total }) => total).toSorted(), [22, 23]);
  const names = (await openGroups()).map(([name]) => name);
  assert.deepEqual(names, ['一(1)班', '一(3)班', '一(4)班', '二(1)班']);
  const [one, other] = answer.body.classGroups;
  assert.ok(Math.abs(one!.boys - other!.boys) <= 1);
  const few = await registrar.post(`/api/class-groups/${second}/split`, { parts: 2, reason: '班额过大' });
  assert.match(few.detail!, /此班只有0人/);
});

test('复式班: one class group is opened for several grades and takes the students of each', async () => {
  const here = app.as(await anAccount(app, { at: henan.school }));
  const opened = await here.post<{ ids: string[] }>(`/api/institutions/${henan.school.id}/class-groups`, {
    openings: [{ grade: 3, count: 1, withGrades: [4, 5] }],
  });
  assert.equal(opened.status, 200, opened.text);
  const [together] = opened.body.ids;
  const children = await someStudents(
    app,
    { school: henan.school },
    { school: henan.school },
    { school: henan.school },
  );
  for (const [place, id] of children.entries()) {
    await town.run('update roster set grade = $1, intake_year = $2 where student_id = $3', [
      3 + place,
      2024 - place,
      id,
    ]);
  }
  const placed = await here.post<ChangedGroups>(`/api/schools/${henan.school.id}/placements`, {
    assignments: [{ classGroupId: together, studentIds: children }],
  });
  assert.deepEqual([placed.status, placed.body.classGroups?.[0]?.total], [200, 3], placed.text);
  const { classGroups } = (await here.get<ClassGroupsView>(`/api/schools/${henan.school.id}/class-groups`)).body;
  const shown = classGroups.find(({ id }) => id === together)!;
  assert.equal(shown.multiGrade, '三年级、四年级、五年级');
  const [first] = await town.register(henan, ['安静']);
  const misfit = await here.post(`/api/schools/${henan.school.id}/placements`, {
    assignments: [{ classGroupId: together, studentIds: [first] }],
  });
  assert.equal(misfit.code, 'BAD_INPUT', 'a child of grade one does not belong there');
  const across = await here.post(`/api/institutions/${henan.school.id}/class-groups`, {
    openings: [{ grade: 6, count: 1, withGrades: [7] }],
  });
  assert.match(across.detail!, /只能由同一学段的年级合编/);
});

test('the neighbour stands as it stood', async () => {
  assert.equal(await rowsOf(bystander.school.path), untouched);
});
