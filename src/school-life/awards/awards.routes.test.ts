/** 奖励和资助: proposed by those who know the student, granted through the chain of the school, filed where the law says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schoolTexts } from '../../../policies/index.ts';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, writing } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import type { Role } from '../../access/index.ts';
import { setTeacher } from '../../authorities/classes/class-group.store.ts';
import type { Institution } from '../../authorities/index.ts';
import type { AidList } from '../aid/aid.api.ts';
import type { AwardList } from './awards.api.ts';

/** The school that has a text of its own. */
const CODE = '3151000003';
const app = await testApplication({
  now: '2026-10-12T10:00:00+08:00',
  schoolPacks: [schoolTexts.S3({ schoolCode: CODE, placeCode: '510107' })],
});
const person = async (at: Institution, role: Role, leads?: string) => {
  const account = await anAccount(app, { at, role });
  if (leads) await writing(app, (tx) => setTeacher(tx, leads, account.id));
  return app.as(account);
};

/** A junior school with its three persons, and two class groups with a student each. */
async function aJunior(wish: Parameters<typeof aSchool>[1]) {
  const at = await aSchool(app, { schoolType: 'JUNIOR', ...wish });
  const [last, first] = [
    await aClassGroup(app, { school: at, grade: 9 }),
    await aClassGroup(app, { school: at, grade: 7 }),
  ];
  const sit = async (classGroup: typeof last, firstGrade: number, name: string) =>
    (await someStudents(app, { school: at, classGroup: { ...classGroup, firstGrade }, name }))[0]!;
  return {
    at,
    registrar: await person(at, 'SCHOOL_REGISTRAR'),
    leader: await person(at, 'SCHOOL_LEADER'),
    teacher: await person(at, 'CLASS_TEACHER', last.id),
    graduand: await sit(last, 9, '李沐辰'),
    entrant: await sit(first, 7, '赵海涛'),
  };
}
const shanxi = await aJunior({ under: await anAuthority(app, { placeCode: '140106' }) });
const three = await aJunior({ under: await anAuthority(app, { placeCode: '510107' }), code: CODE });

type Junior = typeof shanxi;
const award = (of: string[], wish: object = {}) => ({
  ...{ studentIds: of, category: 'TITLE', level: 'SCHOOL', title: '三好学生', givenOn: '2026-09-10', giver: '本校' },
  ...wish,
});
const listed = async ({ registrar }: Junior, year = 2026) =>
  (await registrar.get<AwardList>(`/api/awards?schoolYear=${year}`)).body;
const waiting = async (place: Junior, year = 2026) =>
  (await listed(place, year)).items.filter(({ state }) => state === 'PROPOSED').map(({ id }) => id);
const through = { reviewedBy: 'MORAL_OFFICE', approvedBy: 'MORAL_HEAD' };

test('N2.2: in Shanxi an award of the school is filed by duty, one of the class group only may be', async () => {
  await shanxi.teacher.post('/api/awards', award([shanxi.graduand]));
  await shanxi.teacher.post('/api/awards', award([shanxi.graduand], { level: 'CLASS', title: '劳动之星' }));
  const ids = await waiting(shanxi);
  assert.equal(ids.length, 2);
  assert.equal((await shanxi.leader.post('/api/awards/decisions', { ids, grant: true })).status, 200);
  const { items } = await listed(shanxi);
  assert.deepEqual(Object.fromEntries(items.map(({ title, filed }) => [title, filed])), {
    三好学生: true,
    劳动之星: false,
  });
});

test('a class teacher proposes for the own class group alone; what is decided stays decided; a day to come is no award', async () => {
  const { teacher, registrar, leader, entrant, graduand } = shanxi;
  assert.equal((await teacher.post('/api/awards', award([graduand, entrant]))).code, 'NOT_FOUND');
  assert.deepEqual(await waiting(shanxi), [], 'all of them or none');
  assert.match(
    (await registrar.post('/api/awards', award([entrant], { givenOn: '2026-10-13' }))).detail ?? '',
    /还没有到/,
  );
  await registrar.post('/api/awards', award([entrant], { title: '进步之星' }));
  assert.equal(
    (await teacher.get<AwardList>('/api/awards')).body.items.some(({ name }) => name === '赵海涛'),
    false,
  );
  const ids = await waiting(shanxi);
  assert.equal((await leader.post('/api/awards/decisions', { ids, grant: false })).code, 'REASON_NEEDED');
  const reason = '与评选办法不符，退回重评';
  assert.equal((await leader.post('/api/awards/decisions', { ids, grant: false, reason })).status, 200);
  assert.equal((await leader.post('/api/awards/decisions', { ids, grant: true })).code, 'ALREADY_DECIDED');
  const stranger = await three.leader.post('/api/awards/decisions', { ids, grant: true });
  assert.equal(stranger.code, 'NOT_FOUND');
});

test('N2.3: at a school with a chain of its own an academic award does not skip the director', async () => {
  const { registrar, leader, entrant } = three;
  await registrar.post('/api/awards', award([entrant], { category: 'ACADEMIC', title: '数学竞赛二等奖' }));
  const ids = await waiting(three);
  const skipped = await leader.post('/api/awards/decisions', { ids, grant: true, approvedBy: 'TEACHING_HEAD' });
  assert.equal(skipped.code, 'LAW_REFUSES', skipped.detail);
  assert.deepEqual(await waiting(three), ids, 'nothing was granted');
  const whole = { reviewedBy: 'ACADEMIC_OFFICE', approvedBy: 'TEACHING_HEAD' };
  assert.equal((await leader.post('/api/awards/decisions', { ids, grant: true, ...whole })).status, 200);
});

test('N2.1: three years of merit in a row earn a graduand the honour of the school; a gap does not', async () => {
  const { registrar, leader, graduand } = three;
  for (const givenOn of ['2024-10-08', '2026-09-15'])
    await registrar.post('/api/awards', award([graduand], { givenOn }));
  for (const year of [2024, 2026]) {
    const ids = await waiting(three, year);
    const granted = await leader.post('/api/awards/decisions', { ids, grant: true, ...through });
    assert.equal(granted.status, 200, granted.detail);
  }
  assert.deepEqual((await listed(three)).honours, [], 'the year between is missing');
  await registrar.post('/api/awards', award([graduand], { givenOn: '2025-10-10' }));
  await leader.post('/api/awards/decisions', { ids: await waiting(three, 2025), grant: true, ...through });
  const { honours } = await listed(three);
  assert.deepEqual(
    honours.map(({ studentId, years }) => [studentId, years]),
    [[graduand, 3]],
  );
  assert.match(honours[0]!.sentence, /优秀学生奖状/);
});

test('aid is entered by the registrar, a wrong entry leaves the list with its reason', async () => {
  const { registrar, teacher, entrant, graduand } = shanxi;
  const entry = { scheme: 'LIVING', term: 1, givenOn: '2026-09-28' };
  const amounts = [
    { studentId: entrant, amount: 625 },
    { studentId: graduand, amount: 312.5 },
  ];
  assert.deepEqual((await registrar.post('/api/aids', { ...entry, amounts })).body, { students: 2 });
  const beyond = { ...entry, amounts: [{ studentId: three.entrant, amount: 625 }] };
  assert.equal((await registrar.post('/api/aids', beyond)).code, 'NOT_FOUND');
  const aids = async () => (await registrar.get<AidList>('/api/aids')).body.items;
  const wrong = (await aids()).find(({ studentId }) => studentId === graduand)!;
  assert.equal(wrong.amount, 312.5);
  const taken = await registrar.post(`/api/aids/${wrong.id}/take-out`, { reason: '重复登记，以台账为准' });
  assert.equal(taken.status, 200, taken.detail);
  assert.deepEqual(
    (await aids()).map(({ studentId }) => studentId),
    [entrant],
  );
  assert.deepEqual((await teacher.get<AidList>('/api/aids')).body.items, [], 'teachers do not read amounts');
});
