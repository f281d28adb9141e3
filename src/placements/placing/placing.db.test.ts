/** 分班调班: the law's bounds, histories kept, numbers unique, and a bystander school that does not move. */
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { actorOf, NAMES, type PlacedSchool, threeSchools } from '../../../tests/three-schools.ts';
import { scopeOf } from '../../access/index.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { giveSeatNumbers } from './give-seat-numbers.ts';
import { type MovingRequest, moveBetweenClassGroups } from './move-between-class-groups.ts';
import { placeStudents } from './place-students.ts';
import { reviewPlacement } from './review-placement.ts';

const town = await threeSchools();
const { db } = town.app.services;
let bystanders: unknown;
before(async () => {
  await town.register(town.bystander, NAMES.slice(0, 2));
  const [one] = await town.register(town.bystander, ['田安静']);
  await review(town.bystander);
  await place(town.bystander, 0, [one!]);
  bystanders = await everythingOf(town.bystander.school.path);
});
beforeEach(() => town.today('2026-09-01'));

const everythingOf = async (path: string) => {
  const roster = await town.run('select * from roster where path = $1 order by student_id', [path]);
  const members = await town.run('select * from class_memberships where path = $1 order by student_id', [path]);
  return [roster.rows, members.rows];
};
const membersOf = async (classGroupId: string) => {
  const { rows } = await town.run(
    `select student_id as "studentId", seat_no as "seatNo" from class_memberships
     where class_group_id = $1 and valid_to is null order by seat_no`,
    [classGroupId],
  );
  return rows as { studentId: string; seatNo: number }[];
};
const rosterOf = async (ids: readonly string[]) => {
  const { rows } = await town.run('select student_id, class_group_id, seat_no from roster where student_id = any($1)', [
    ids,
  ]);
  return new Map(
    rows.map((row) => [row.student_id as string, row as { class_group_id: string | null; seat_no: number }]),
  );
};

const place = (of: PlacedSchool, group: number, studentIds: readonly string[], reason?: string) => {
  const actor = actorOf(of, 'SCHOOL_REGISTRAR');
  const assignments = [{ classGroupId: of.groups[group]!, studentIds }];
  return db.write(scopeOf(actor), (tx) =>
    placeStudents(town.app.services, tx, actor, { schoolId: of.school.id, assignments, reason }),
  );
};
const move = (of: PlacedSchool, request: Omit<MovingRequest, 'schoolId'>) => {
  const actor = actorOf(of, 'SCHOOL_REGISTRAR');
  return db.write(scopeOf(actor), (tx) =>
    moveBetweenClassGroups(town.app.services, tx, actor, { schoolId: of.school.id, ...request }),
  );
};
const review = (of: PlacedSchool, intakeYear = 2026) => {
  const actor = actorOf(of, 'AUTHORITY_LEADER');
  const request = { schoolId: of.school.id, stage: 'PRIMARY', intakeYear, opinion: '名册已审核，同意编班' } as const;
  return db.write(scopeOf(actor), (tx) => reviewPlacement(tx, actor, request));
};
const refused = (code: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, words);
  return true;
};

test('in Shanxi nobody is entered into a class group before the authority has reviewed the intake', async () => {
  const [first] = await town.register(town.shanxi, ['方思媛']);
  await assert.rejects(
    place(town.shanxi, 0, [first!]),
    refused('LAW_REFUSES', /须经学籍主管部门审核.*山西·第十三条.*报学籍主管部门审核/),
  );
  await review(town.shanxi, 2025);
  await assert.rejects(place(town.shanxi, 0, [first!]), refused('LAW_REFUSES', /审核/), 'another intake was reviewed');
  await review(town.shanxi);
  const [changed] = await place(town.shanxi, 0, [first!]);
  assert.deepEqual(changed, {
    classGroupId: town.shanxi.groups[0],
    name: '一(1)班',
    total: 1,
    boys: changed!.boys,
    girls: 1 - changed!.boys,
    others: 0,
  });
});

test('the 46th of a primary class group needs a reason, the 51st is refused and nothing is written', async () => {
  const there = (await membersOf(town.shanxi.groups[0]!)).length;
  const ids = await town.register(town.shanxi, NAMES.slice(0, 51 - there));
  await place(town.shanxi, 0, ids.slice(0, 45 - there));
  const over = ids.slice(45 - there);
  await assert.rejects(
    place(town.shanxi, 0, over.slice(0, 1)),
    refused('REASON_NEEDED', /原则上45人以内，最多50人，现46人/),
  );
  await assert.rejects(
    place(town.shanxi, 0, over, '学位不足'),
    refused('LAW_REFUSES', /最多50人，现51人（山西·第十三条）。调整到其他班级/),
  );
  assert.equal((await membersOf(town.shanxi.groups[0]!)).length, 45);
  const [changed] = await place(town.shanxi, 0, over.slice(0, 5), '本片区学位不足');
  assert.equal(changed!.total, 50);
  assert.equal(changed!.boys + changed!.girls, 50);
  const seats = (await membersOf(town.shanxi.groups[0]!)).map(({ seatNo }) => seatNo);
  assert.deepEqual(
    seats,
    Array.from({ length: 50 }, (_, at) => at + 1),
    'every seat number once',
  );
  await move(town.shanxi, {
    studentIds: over.slice(0, 5),
    fromClassGroupId: town.shanxi.groups[0]!,
    toClassGroupId: town.shanxi.groups[1]!,
    reason: '均衡班额',
  });
  assert.equal((await membersOf(town.shanxi.groups[0]!)).length, 45);
});

test('a place without a class size asks nothing', async () => {
  const ids = await town.register(town.henan, NAMES.slice(0, 60));
  const [changed] = await place(town.henan, 0, ids);
  assert.equal(changed!.total, 60);
});

test('who changes the class group has both memberships in the history, half-open, and one row in the roster', async () => {
  const [one] = await town.register(town.henan, ['云安琪']);
  await place(town.henan, 1, [one!]);
  town.today('2026-09-10');
  const [from, to] = [town.henan.groups[1]!, town.henan.groups[2]!];
  const changed = await move(town.henan, {
    studentIds: [one!],
    fromClassGroupId: from,
    toClassGroupId: to,
    reason: '回避',
  });
  assert.deepEqual(changed.map(({ name, total }) => [name, total]).sort(), [
    ['一(2)班', 0],
    ['一(3)班', 1],
  ]);
  const { rows } = await town.run(
    'select class_group_id, valid_from, valid_to from class_memberships where student_id = $1 order by valid_from',
    [one],
  );
  assert.deepEqual(rows, [
    { class_group_id: from, valid_from: '2026-09-01', valid_to: '2026-09-10' },
    { class_group_id: to, valid_from: '2026-09-10', valid_to: null },
  ]);
  assert.equal((await rosterOf([one!])).get(one!)!.class_group_id, to);
});

test('there and back on one day ends where it began, out of the class group leaves the seat free', async () => {
  const [one] = await town.register(town.henan, ['喻诗涵']);
  const [from, to] = [town.henan.groups[1]!, town.henan.groups[2]!];
  await place(town.henan, 1, [one!]);
  await move(town.henan, { studentIds: [one!], fromClassGroupId: from, toClassGroupId: to, reason: '回避' });
  await move(town.henan, { studentIds: [one!], fromClassGroupId: to, toClassGroupId: from, reason: '撤回' });
  assert.deepEqual(
    (await membersOf(from)).map(({ studentId }) => studentId),
    [one],
  );
  const { rows } = await town.run(
    'select count(*)::int as open from class_memberships where student_id = $1 and (valid_to is null or valid_to > valid_from)',
    [one],
  );
  assert.deepEqual(rows, [{ open: 1 }]);
  await move(town.henan, { studentIds: [one!], fromClassGroupId: from, toClassGroupId: null, reason: '误编' });
  assert.deepEqual((await rosterOf([one!])).get(one!), { student_id: one, class_group_id: null, seat_no: null });
  assert.deepEqual(await membersOf(from), []);
});

test('nobody is placed twice, into another intake, into another school, or from another school', async () => {
  const [one] = await town.register(town.henan, ['许思远']);
  await assert.rejects(place(town.henan, 3, [one!]), refused('BAD_INPUT', /2026级一年级的，不能编入其他年级/));
  const [foreign] = await town.register(town.shanxi, ['卫一鸣']);
  await assert.rejects(place(town.henan, 1, [one!, foreign!]), refused('NOT_FOUND', /所选学生中的1人/));
  const actor = actorOf(town.henan, 'SCHOOL_REGISTRAR');
  const elsewhere = {
    schoolId: town.henan.school.id,
    assignments: [{ classGroupId: town.shanxi.groups[0]!, studentIds: [one!] }],
  };
  await assert.rejects(
    db.write(scopeOf(actor), (tx) => placeStudents(town.app.services, tx, actor, elsewhere)),
    refused('NOT_FOUND', /此班级/),
  );
  await place(town.henan, 1, [one!]);
  await assert.rejects(place(town.henan, 2, [one!]), refused('CONFLICT', /已编入班级/));
  const [twice] = await town.register(town.henan, ['花博文']);
  await assert.rejects(place(town.henan, 1, [twice!, twice!]), refused('BAD_INPUT', /同一学生/));
});

test('two registrars at once: the second waits for the first, counts again, and no bound is passed', async () => {
  const actor = actorOf(town.shanxi, 'SCHOOL_REGISTRAR');
  const classGroupId = town.shanxi.groups[2]!;
  const ids = await town.register(town.shanxi, NAMES.slice(0, 60));
  const [placed, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = db.write(scopeOf(actor), async (tx) => {
    const assignments = [{ classGroupId, studentIds: ids.slice(0, 30) }];
    await placeStudents(town.app.services, tx, actor, { schoolId: town.shanxi.school.id, assignments });
    placed.resolve();
    await mayCommit.promise;
  });
  await placed.promise;
  const second = place(town.shanxi, 2, ids.slice(30));
  const outcome = await Promise.race([second.then(String, String), setTimeout(300, 'WAITS')]);
  mayCommit.resolve();
  await first;
  assert.equal(outcome, 'WAITS');
  await assert.rejects(second, refused('LAW_REFUSES', /现60人/));
  assert.equal((await membersOf(classGroupId)).length, 30);
});

test('numbering by pinyin reaches memberships and roster alike', async () => {
  const actor = actorOf(town.henan, 'SCHOOL_REGISTRAR');
  const classGroupId = town.henan.groups[0]!;
  await db.write(scopeOf(actor), (tx) => giveSeatNumbers(tx, actor, { classGroupId, order: 'PINYIN' }));
  const { rows } = await town.run(
    'select seat_no from roster where class_group_id = $1 order by plain_pinyin, name, student_id',
    [classGroupId],
  );
  assert.deepEqual(
    rows.map(({ seat_no }) => seat_no),
    rows.map((_, at) => at + 1),
  );
  const members = await membersOf(classGroupId);
  const roster = await rosterOf(members.map(({ studentId }) => studentId));
  for (const { studentId, seatNo } of members) assert.equal(roster.get(studentId)!.seat_no, seatNo);
});

test('only the authority that supervises the stage reviews', async () => {
  const actor = { ...actorOf(town.shanxi, 'AUTHORITY_LEADER') };
  actor.institution = { ...actor.institution, id: town.shanxi.school.id };
  const request = { schoolId: town.shanxi.school.id, stage: 'PRIMARY', intakeYear: 2026, opinion: '同意' } as const;
  await assert.rejects(
    db.write(scopeOf(actor), (tx) => reviewPlacement(tx, actor, request)),
    refused('NOT_ALLOWED', /学籍主管部门/),
  );
  const foreign = actorOf(town.henan, 'AUTHORITY_LEADER');
  await assert.rejects(
    db.write(scopeOf(foreign), (tx) => reviewPlacement(tx, foreign, request)),
    refused('NOT_FOUND', /此学校/),
  );
});

test('every change of every student has its row in the trail, with the reason and no name', async () => {
  const { rows } = await town.run(
    `select e.action, e.reason, e.detail from audit_events e where e.action in ('PLACE_STUDENT', 'MOVE_STUDENT')`,
  );
  const moves = rows.filter(({ action }) => action === 'MOVE_STUDENT');
  assert.equal(moves.length, 5 + 1 + 3);
  assert.ok(moves.every(({ reason }) => reason));
  const changes = await town.run(`select count(*)::int as made from audit_events where action = 'PLACE_STUDENTS'`);
  assert.ok(changes.rows[0].made > 0);
  assert.ok(!JSON.stringify(rows).includes('安琪'));
});

test('the bystander school did not move', async () => {
  assert.deepEqual(await everythingOf(town.bystander.school.path), bystanders);
});
