/** 班级设置: codes and names by the system, teachers of the school, sizes under the law of the place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import {
  aClassGroup,
  anAccount,
  anAuthority,
  aSchool,
  nextNumber,
  type TestAccount,
  writing,
} from '../../../tests/builders.ts';
import { newId } from '../../kernel/ids.ts';
import type { ClassGroup } from './class-group.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const county = await anAuthority(app);
const officer = await anAccount(app, { at: county });

/** What these tests read of the class groups of a school. */
interface Shown {
  classGroups: {
    id: string;
    name: string;
    code: string;
    stage: string;
    grade: number;
    intakeWords: string;
    teacherName: string | null;
    total: number;
    boys: number;
    girls: number;
    bounds: { usual: number; most: number | null } | null;
    findings: { verdict: string; chip: string }[];
  }[];
  grades: { grade: number; gradeWords: string; intakeWords: string }[];
}
const structure = async (by: TestAccount, schoolId: string) =>
  (await app.as(by).get<Shown>(`/api/schools/${schoolId}/class-groups`)).body;
const open = (by: TestAccount, schoolId: string, body: object) =>
  app.as(by).post<{ ids: string[] }>(`/api/institutions/${schoolId}/class-groups`, body);

/** Rows of the roster, as many as wanted: what counting needs and nothing more. */
const seat = (group: ClassGroup, boys: number, girls: number) =>
  writing(app, async (tx) => {
    const rows = Array.from({ length: boys + girls }, (_, index) => ({
      county: group.county,
      student_id: newId(),
      path: group.path,
      school_id: group.schoolId,
      class_group_id: group.id,
      stage: group.stage,
      grade: 1,
      intake_year: group.intakeYear,
      state: 'ENROLLED',
      study_mode: '1',
      name: `学生${nextNumber()}`,
      plain_pinyin: 'xuesheng',
      initials: 'xs',
      gender: index < boys ? '1' : '2',
      born_on: '2020-05-05',
      ethnic_group: '01',
      number_masked: 'L',
      identity_masked: '',
      registered_on: '2026-09-01',
    }));
    await tx.sql.insertInto('roster').values(rows).execute();
  });

test('class groups are opened by grade and number; the system gives codes, names and intakes', async () => {
  const school = await aSchool(app, { schoolType: 'NINE_YEAR' });
  const registrar = await anAccount(app, { at: school });
  const openings = [
    { grade: 1, count: 2 },
    { grade: 3, count: 1 },
    { grade: 7, count: 1 },
  ];
  const opened = await open(registrar, school.id, { openings });
  assert.equal(opened.body.ids.length, 4);
  await open(registrar, school.id, { openings: [{ grade: 1, count: 1 }] });
  const { grades, classGroups } = await structure(registrar, school.id);
  const shown = classGroups.map(({ name, code, intakeWords }) => `${name} ${code} ${intakeWords}`);
  assert.deepEqual(shown, [
    '一(1)班 2026101 2026级',
    '一(2)班 2026102 2026级',
    '一(3)班 2026103 2026级',
    '三(1)班 2024101 2024级',
    '七(1)班 2026201 2026级',
  ]);
  assert.equal(grades.length, 9, 'also those in which there is no class group yet');
  assert.deepEqual(grades[8], { grade: 9, gradeWords: '九年级', intakeWords: '2024级' });
});

test('under five and four years grade six begins the junior stage', async () => {
  const school = await aSchool(app, { schoolType: 'NINE_YEAR', years: { PRIMARY: 5, JUNIOR: 4 } });
  const registrar = await anAccount(app, { at: school });
  await open(registrar, school.id, { openings: [{ grade: 6, count: 1 }] });
  const { classGroups, grades } = await structure(registrar, school.id);
  const [six] = classGroups;
  assert.deepEqual([six?.grade, six?.stage, six?.intakeWords, six?.code], [6, 'JUNIOR', '2026级', '2026201']);
  assert.equal(grades.find(({ grade }) => grade === 6)?.intakeWords, '2026级');
});

test('a grade that the school does not teach, and a year far away, are refused', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const fault = async (body: object) => (await open(registrar, school.id, body)).detail ?? '';
  assert.match(await fault({ openings: [{ grade: 7, count: 1 }] }), /没有七年级/);
  assert.match(await fault({ openings: [{ grade: 1, count: 1 }], schoolYear: 2028 }), /本学年和下一学年/);
  assert.match(await fault({ openings: [] }), /至少选1项/);
});

test('two who open at once never give one code twice', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => open(registrar, school.id, { openings: [{ grade: 1, count: 3 }] })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array(6).fill(200),
  );
  const codes = (await structure(registrar, school.id)).classGroups.map(({ code }) => code);
  assert.equal(new Set(codes).size, 18);
});

test('only the school’s own registrar sets its classes; the county looks, the neighbour finds nothing', async () => {
  const school = await aSchool(app);
  const other = await anAccount(app, { at: await aSchool(app) });
  const body = { openings: [{ grade: 1, count: 1 }] };
  assert.equal((await open(officer, school.id, body)).code, 'NOT_ALLOWED');
  assert.equal((await open(other, school.id, body)).code, 'NOT_FOUND');
  assert.equal((await app.as(other).get(`/api/schools/${school.id}/class-groups`)).code, 'NOT_FOUND');
  assert.equal((await structure(officer, school.id)).classGroups.length, 0);
});

test('a class teacher of the same school leads a class group and sees that one only', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const teacher = await anAccount(app, { at: school, role: 'CLASS_TEACHER', personName: '郑静怡' });
  const elsewhere = await anAccount(app, { at: await aSchool(app), role: 'CLASS_TEACHER' });
  const leader = await anAccount(app, { at: school, role: 'SCHOOL_LEADER' });
  const group = await aClassGroup(app, { school, ordinal: 1 });
  const bystander = await aClassGroup(app, { school, ordinal: 2 });
  const assign = (accountId: string | null) =>
    app.as(registrar).put(`/api/class-groups/${group.id}/teacher`, { accountId });
  assert.match((await assign(leader.id)).detail ?? '', /须是本校在用的班主任账号/);
  assert.equal((await assign(elsewhere.id)).code, 'NOT_FOUND');
  assert.equal((await assign(teacher.id)).status, 200);
  const groups = (await structure(registrar, school.id)).classGroups;
  assert.deepEqual(
    groups.map(({ id, teacherName }) => [id, teacherName]),
    [
      [group.id, '郑静怡'],
      [bystander.id, null],
    ],
  );
  const own = (await structure(teacher, school.id)).classGroups;
  assert.deepEqual(
    own.map(({ id }) => id),
    [group.id],
  );
});

test('in Shanxi the law says of 46 in a primary class group that it is over the principle, of 51 that it is too large', async () => {
  const shanxi = await anAuthority(app, { placeCode: '140105' });
  const school = await aSchool(app, { under: shanxi });
  const registrar = await anAccount(app, { at: school });
  const [small, full, over] = [
    await aClassGroup(app, { school, ordinal: 1 }),
    await aClassGroup(app, { school, ordinal: 2 }),
    await aClassGroup(app, { school, ordinal: 3 }),
  ];
  await seat(small, 23, 22);
  await seat(full, 23, 23);
  await seat(over, 30, 21);
  const groups = (await structure(registrar, school.id)).classGroups;
  assert.deepEqual(
    groups.map(({ total, boys, girls, findings }) => [total, boys, girls, findings[0]?.verdict]),
    [
      [45, 23, 22, 'ALLOW'],
      [46, 23, 23, 'DISCRETIONARY'],
      [51, 30, 21, 'REFUSE'],
    ],
  );
  assert.deepEqual([groups[0]?.bounds?.usual, groups[0]?.bounds?.most], [45, 50]);
  assert.equal(groups[2]?.findings[0]?.chip, '山西·第十三条');
});

test('a class group closes when nobody sits in it, and its code is not given again', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const seated = await aClassGroup(app, { school, ordinal: 1 });
  const empty = await aClassGroup(app, { school, ordinal: 2 });
  await seat(seated, 1, 0);
  const close = (id: string) => app.as(registrar).post(`/api/class-groups/${id}/close`, { reason: '生源减少' });
  assert.match((await close(seated.id)).detail ?? '', /还有1名学生/);
  assert.deepEqual((await close(empty.id)).body, { validTo: '2026-09-17' });
  assert.match((await close(empty.id)).detail ?? '', /已撤销/);
  await open(registrar, school.id, { openings: [{ grade: 1, count: 1 }] });
  const groups = (await structure(registrar, school.id)).classGroups;
  assert.deepEqual(
    groups.map(({ code }) => code),
    ['2026101', '2026103'],
  );
});

test('class groups for the coming year can be opened before it begins', async () => {
  app.clock.set('2027-07-01T10:00:00+08:00');
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  await open(registrar, school.id, { openings: [{ grade: 1, count: 2 }], schoolYear: 2027 });
  assert.deepEqual(
    (await structure(registrar, school.id)).classGroups.map(({ name, intakeWords }) => `${intakeWords}${name}`),
    ['2027级一(1)班', '2027级一(2)班'],
  );
});
