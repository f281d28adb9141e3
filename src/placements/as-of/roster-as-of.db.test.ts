/** 某日花名册: one autumn of one class group, told by hand, against what is drawn from the facts. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { actorOf, threeSchools } from '../../../tests/three-schools.ts';
import { type Actor, scopeOf } from '../../access/index.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { countSeats } from '../class-groups/class-group-facts.store.ts';
import { countGenders } from '../class-groups/gender-counts.ts';
import { viewClassGroups } from '../class-groups/view-class-groups.ts';
import { viewRoster, viewUnplacedStudents } from '../class-groups/view-roster.ts';
import { moveBetweenClassGroups } from '../placing/move-between-class-groups.ts';
import { placeStudents } from '../placing/place-students.ts';
import { countSeatsOn, rosterAsOf } from './roster-as-of.ts';

const town = await threeSchools();
const { services } = town.app;
const { db } = services;
const registrar = actorOf(town.henan, 'SCHOOL_REGISTRAR');
const { school } = town.henan;
let [an, bo, chen, ding]: string[] = [];
const group = (number: number) => town.henan.groups[number - 1]!;

before(async () => {
  town.today('2026-09-01');
  [an, bo, chen] = await town.register(town.henan, ['安小一', '薄小二', '陈小三']);
  await town.register(town.bystander, ['安小四', '薄小五']);
  town.today('2026-09-03');
  await place(1, [an!, bo!]);
  town.today('2026-09-10');
  await move(1, 2, [an!]);
  await place(1, [chen!]);
  town.today('2026-09-20');
  await rename(bo!, '薄新二', '2026-09-20');
  town.today('2026-10-08');
  await leaveFor(chen!, '2026-10-08');
  town.today('2026-10-15');
  [ding] = await town.register(town.henan, ['丁小四']);
  await place(1, [ding!]);
  town.today('2026-10-20');
});

const place = (to: number, studentIds: string[]) =>
  db.write(scopeOf(registrar), (tx) =>
    placeStudents(services, tx, registrar, {
      schoolId: school.id,
      assignments: [{ classGroupId: group(to), studentIds }],
    }),
  );
const move = (from: number, to: number, studentIds: string[]) =>
  db.write(scopeOf(registrar), (tx) =>
    moveBetweenClassGroups(services, tx, registrar, {
      schoolId: school.id,
      studentIds,
      fromClassGroupId: group(from),
      toClassGroupId: group(to),
      reason: '均衡班额',
    }),
  );

/** What a key data change will do. */
async function rename(studentId: string, name: string, on: string): Promise<void> {
  const columns = 'path, pinyin, gender, born_on, identity_type, identity_hash, sealed';
  await town.run('update key_data set valid_to = $2 where student_id = $1', [studentId, on]);
  await town.run(
    `insert into key_data (student_id, version, name, case_id, valid_from, ${columns})
     select student_id, 2, $2, $3, $4, ${columns} from key_data where student_id = $1`,
    [studentId, name, newId(), on],
  );
}

/** What a transfer to the bystander school will do: the file goes along, the old registration stays where it was. */
async function leaveFor(studentId: string, on: string): Promise<void> {
  const to = town.bystander;
  await town.run('update registrations set valid_to = $2, ended_by = $3 where student_id = $1', [
    studentId,
    on,
    newId(),
  ]);
  await town.run('update class_memberships set valid_to = $2 where student_id = $1 and valid_to is null', [
    studentId,
    on,
  ]);
  for (const table of ['key_data', 'numbers', 'class_memberships']) {
    await town.run(`update ${table} set path = $2 where student_id = $1`, [studentId, to.school.path]);
  }
  await town.run('update students set path = $2, county = $3 where id = $1', [
    studentId,
    to.school.path,
    to.school.county,
  ]);
  await town.run('delete from roster where student_id = $1', [studentId]);
  await town.run(
    `insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
       begun_by, valid_from)
     values ($1, $2, $3, $4, $5, 'PRIMARY', 1, 2026, '1', 'ENROLLED', $6, $7)`,
    [studentId, newId(), to.school.id, to.school.path, to.school.county, newId(), on],
  );
}

/** Day by day: class group 1, class group 2, the unplaced; each by seat. */
const AUTUMN: [day: string, first: string[], second: string[], unplaced: string[]][] = [
  ['2026-08-31', [], [], []],
  ['2026-09-01', [], [], ['安小一', '薄小二', '陈小三']],
  ['2026-09-02', [], [], ['安小一', '薄小二', '陈小三']],
  ['2026-09-03', ['安小一', '薄小二'], [], ['陈小三']],
  ['2026-09-09', ['安小一', '薄小二'], [], ['陈小三']],
  ['2026-09-10', ['薄小二', '陈小三'], ['安小一'], []],
  ['2026-09-19', ['薄小二', '陈小三'], ['安小一'], []],
  ['2026-09-20', ['薄新二', '陈小三'], ['安小一'], []],
  ['2026-10-07', ['薄新二', '陈小三'], ['安小一'], []],
  ['2026-10-08', ['薄新二'], ['安小一'], []],
  ['2026-10-15', ['薄新二', '丁小四'], ['安小一'], []],
  ['2026-10-20', ['薄新二', '丁小四'], ['安小一'], []],
];

for (const [day, first, second, unplaced] of AUTUMN) {
  test(`${day}: ${first.length}, ${second.length} and ${unplaced.length} unplaced`, async () => {
    const on = civilDate(day);
    const names = await db.read(scopeOf(registrar), async (tx) => {
      const drawn = async (classGroupId: string | null) => {
        const lines = await rosterAsOf(tx, services, { school, classGroupId, on });
        return lines.map(({ name }) => name);
      };
      return [await drawn(group(1)), await drawn(group(2)), await drawn(null)];
    });
    assert.deepEqual(names, [first, second, unplaced]);
    const view = await db.read(scopeOf(registrar), (tx) =>
      viewClassGroups(tx, services, registrar, { schoolId: school.id, on }),
    );
    const totals = new Map(view.classGroups.map(({ id, total }) => [id, total]));
    assert.deepEqual([totals.get(group(1)) ?? 0, totals.get(group(2)) ?? 0], [first.length, second.length]);
    assert.equal(
      view.unplaced.reduce((sum, { total }) => sum + total, 0),
      unplaced.length,
    );
  });
}

test('what is counted from the facts for today is what the lists are kept by', async () => {
  const [facts, kept] = await db.read(scopeOf(registrar), async (tx) => {
    return [await countSeatsOn(tx, school.id, civilDate('2026-10-20')), await countSeats(tx, school)];
  });
  const inGroup = (of: typeof facts, id: string | null) =>
    countGenders(of!.filter(({ classGroupId }) => classGroupId === id));
  for (const id of [...town.henan.groups, null]) assert.deepEqual(inGroup(facts!, id), inGroup(kept!, id));
});

test('numbers are masked; in full only for files that lie in the reader’s place', async () => {
  const on = civilDate('2026-09-15');
  const lines = await db.read(scopeOf(registrar), async (tx) => {
    const query = { school, classGroupId: group(1), on };
    const masked = await rosterAsOf(tx, services, query);
    assert.ok(masked.every(({ identityNumber }) => /^\d{4}\*{10}\d{3}[\dX]$/.test(identityNumber)));
    assert.ok(masked.every(({ registrationNumber }) => /^L\d{4}\*{10}\d{3}[\dX]$/.test(registrationNumber)));
    return rosterAsOf(tx, services, { ...query, fullWithin: registrar.institution.path });
  });
  const numbers = Object.fromEntries(lines.map(({ name, identityNumber }) => [name, identityNumber]));
  assert.match(numbers['薄小二']!, /^\d{17}[\dX]$/);
  assert.match(numbers['陈小三']!, /\*/, 'the file has gone to another school');
});

test('the new school does not get the past of the old one, and nobody a day that has not come', async () => {
  const foreign = actorOf(town.bystander, 'SCHOOL_REGISTRAR');
  const ask = (actor: Actor, on: string) =>
    db.read(scopeOf(actor), (tx) => viewRoster(tx, services, actor, { classGroupId: group(1), on: civilDate(on) }));
  await assert.rejects(ask(foreign, '2026-09-15'), (error) => error instanceof Refusal && error.code === 'NOT_FOUND');
  await assert.rejects(ask(registrar, '2026-10-21'), (error) => error instanceof Refusal && error.code === 'BAD_INPUT');
  assert.equal((await ask(actorOf(town.henan, 'AUTHORITY_REGISTRAR'), '2026-09-15')).students.length, 2);
  await assert.rejects(ask(actorOf(town.shanxi, 'AUTHORITY_REGISTRAR'), '2026-09-15'), Refusal);
});

test('a class teacher sees the own class group, and neither another nor the unplaced', async () => {
  const teacher = actorOf(town.henan, 'CLASS_TEACHER', [group(2)]);
  const view = await db.read(scopeOf(teacher), (tx) => viewClassGroups(tx, services, teacher, { schoolId: school.id }));
  assert.deepEqual(
    view.classGroups.map(({ id }) => id),
    [group(2)],
  );
  assert.deepEqual(view.unplaced, []);
  const other = db.read(scopeOf(teacher), (tx) => viewRoster(tx, services, teacher, { classGroupId: group(1) }));
  await assert.rejects(other, (error) => error instanceof Refusal && error.code === 'NOT_FOUND');
});

test('the unplaced of today come page by page in the order of their names', async () => {
  const names = ['赵小甲', '钱小乙', '孙小丙', '李小丁', '周小戊'];
  await town.register(town.henan, names);
  const query = { schoolId: school.id, stage: 'PRIMARY', grade: 1, intakeYear: 2026, limit: 2 } as const;
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await db.read(scopeOf(registrar), (tx) =>
      viewUnplacedStudents(tx, services, registrar, { ...query, after }),
    );
    seen.push(...page.students.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after);
  assert.deepEqual(seen, ['李小丁', '钱小乙', '孙小丙', '赵小甲', '周小戊']);
});
