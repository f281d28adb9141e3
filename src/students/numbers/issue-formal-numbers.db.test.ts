import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, aSchool, NEXT_DOOR, writing } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import type { StudentPage, StudentView } from '../api/students.api.ts';
import type { FormalIssue } from './issue-formal-numbers.ts';
import { numberHashOf } from './number-index.ts';

const app = await testApplication();
const county = await anAuthority(app);
const officer = app.as(await anAccount(app, { at: county }));

const aNewSchool = async () => {
  const school = await aSchool(app, { under: county });
  return { school, registrar: app.as(await anAccount(app, { at: school })) };
};
type Caller = typeof officer;
const issue = async (schoolId?: string, caller: Caller = officer) => {
  const answer = await caller.post<FormalIssue>('/api/students/formal-numbers', schoolId ? { schoolId } : {});
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
};
const numbersOf = async (id: string, caller: Caller) =>
  (await caller.get<StudentView>(`/api/students/${id}`)).body.numbers.map(({ kind, from, to }) => [kind, from, to]);
const reveal = async (id: string, field: string, caller: Caller) =>
  (await caller.post<{ value: string }>(`/api/students/${id}/reveals`, { field, reason: '核对' })).body.value;

test('a temporary number becomes formal on the day, and the history keeps both', async () => {
  const { school, registrar } = await aNewSchool();
  const [id] = await someStudents(app, { school });
  assert.deepEqual(await issue(school.id), { issued: 1, left: 0 });
  assert.deepEqual(await numbersOf(id!, registrar), [
    ['L', '2026-09-01', '2026-09-17'],
    ['G', '2026-09-17', null],
  ]);
  const [number, identity] = [
    await reveal(id!, 'registrationNumber', registrar),
    await reveal(id!, 'identityNumber', registrar),
  ];
  assert.equal(number, `G${identity}`);
});

test('the list shows the formal number, and both numbers find the student', async () => {
  const { school, registrar } = await aNewSchool();
  const [id] = await someStudents(app, { school, name: '赵新号' });
  const temporary = await reveal(id!, 'registrationNumber', registrar);
  await issue(school.id);
  const formal = await reveal(id!, 'registrationNumber', registrar);
  for (const q of [temporary, formal]) {
    const { items } = (await registrar.get<StudentPage>(`/api/students?q=${q}`)).body;
    assert.deepEqual(
      items.map(({ name, numberMasked }) => [name, numberMasked.charAt(0)]),
      [['赵新号', 'G']],
    );
  }
});

test('a second run finds nobody waiting and changes nothing', async () => {
  const { school, registrar } = await aNewSchool();
  const [id] = await someStudents(app, { school });
  await issue(school.id);
  app.clock.advance(86_400_000);
  assert.deepEqual(await issue(school.id), { issued: 0, left: 0 });
  assert.equal((await numbersOf(id!, registrar)).length, 2);
});

test('two who issue at once give each student one number', async () => {
  const { school, registrar } = await aNewSchool();
  const ids = await someStudents(app, ...Array.from({ length: 20 }, () => ({ school })));
  const second = app.as(await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' }));
  const done = await Promise.all([issue(school.id), issue(school.id, second)]);
  assert.equal(
    done.reduce((sum, { issued }) => sum + issued, 0),
    20,
  );
  for (const id of ids) assert.equal((await numbersOf(id, registrar)).length, 2);
});

test('who has no document keeps the J number, who has a passport the temporary one', async () => {
  const { school, registrar } = await aNewSchool();
  const foreigner = { identityType: 'A', identityNumber: 'E12345678', nationality: '美国', overseasStatus: '外国人' };
  const [without, abroad] = await someStudents(
    app,
    { school, identityType: 'Z' },
    { school, name: 'John Smith', identityType: 'A', raw: foreigner },
  );
  assert.deepEqual(await issue(school.id), { issued: 0, left: 1 });
  assert.deepEqual(
    (await numbersOf(without!, registrar)).map(([kind]) => kind),
    ['J'],
  );
  assert.deepEqual(
    (await numbersOf(abroad!, registrar)).map(([kind]) => kind),
    ['L'],
  );
});

test('a number that somebody holds or has held is never given to another', async () => {
  const { school, registrar } = await aNewSchool();
  const [id, holder] = await someStudents(app, { school }, { school });
  const formal = `G${await reveal(id!, 'identityNumber', registrar)}`;
  await writing(app, (tx) =>
    tx.sql
      .insertInto('number_holders')
      .values({ number_hash: numberHashOf(app.services.index, formal), student_id: holder! })
      .execute(),
  );
  assert.deepEqual(await issue(school.id), { issued: 1, left: 1 });
  assert.deepEqual(
    (await numbersOf(id!, registrar)).map(([kind]) => kind),
    ['L'],
  );
});

test('only what lies under the authority, or the school it names, is numbered', async () => {
  const { school, registrar } = await aNewSchool();
  const { school: sister, registrar: there } = await aNewSchool();
  const nextDoor = await aSchool(app, { under: await anAuthority(app, { placeCode: NEXT_DOOR }) });
  const [id, bystander] = await someStudents(app, { school }, { school: sister });
  await someStudents(app, { school: nextDoor });
  assert.deepEqual(await issue(nextDoor.id), { issued: 0, left: 0 });
  await issue(school.id);
  assert.equal((await numbersOf(id!, registrar)).length, 2);
  assert.equal((await numbersOf(bystander!, there)).length, 1);
  await issue();
  assert.equal((await numbersOf(bystander!, there)).length, 2);
  const [outside] = (await app.as(await anAccount(app, { at: nextDoor })).get<StudentPage>('/api/students')).body.items;
  assert.equal(outside?.numberMasked.charAt(0), 'L');
});

test('every number given leaves its row in the trail of its student', async () => {
  const { school } = await aNewSchool();
  const ids = await someStudents(app, { school }, { school });
  await issue(school.id);
  const rows = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql
      .selectFrom('audit_events')
      .select('subject_id')
      .where('action', '=', 'ISSUE_FORMAL_NUMBER')
      .where('subject_id', 'in', ids)
      .execute(),
  );
  assert.deepEqual(rows.map(({ subject_id }) => subject_id).toSorted(), ids.toSorted());
});

test('a school does not number its students itself', async () => {
  const { registrar } = await aNewSchool();
  assert.equal((await registrar.post('/api/students/formal-numbers', {})).code, 'NOT_ALLOWED');
});
