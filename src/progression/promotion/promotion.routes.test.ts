/** 升级: rehearsed in July, done on the first of September, taken back by the day after; nobody is lost or moved twice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, NEXT_DOOR } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { newId } from '../../kernel/ids.ts';
import type { FatePage, PromotionView } from './promotion.api.ts';
import { runPromotion } from './run-promotion.ts';

const app = await testApplication({ now: '2026-07-05T10:00:00+08:00' });
const county = await anAuthority(app);
const school = await aSchool(app, { under: county });
const second = await aSchool(app, { under: county });
const neighbour = await aSchool(app, { under: await anAuthority(app, { placeCode: NEXT_DOOR }) });
const leader = app.as(await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' }));
const registrar = app.as(await anAccount(app, { at: county, role: 'AUTHORITY_REGISTRAR' }));
const schoolLeader = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));

const inGrade = async (at: typeof school, grade: number, ...names: string[]) => {
  const group = { ...(await aClassGroup(app, { school: at, grade })), firstGrade: grade };
  const wish = { school: at, classGroup: group, registeredOn: '2025-09-01' };
  return someStudents(app, ...names.map((name) => ({ ...wish, name })));
};
const [third, alsoThird] = await inGrade(school, 3, '甲一', '甲二');
const [sixth] = await inGrade(school, 6, '乙一');
const [away] = await inGrade(school, 4, '丙一');
const [inCase] = await inGrade(second, 2, '丁一');
const [misfit] = await inGrade(second, 5, '戊一');
const [stranger] = await inGrade(neighbour, 3, '己一');

const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
  await owner.query(`update registrations set state = 'ON_LEAVE' where student_id = $1`, [away]);
  await owner.query(`update registrations set intake_year = intake_year - 1 where student_id = $1`, [misfit]);
  await owner.query('insert into open_cases (student_id, case_id) values ($1, $2)', [inCase, newId()]);
});
after(() => owner.end());

const rows = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
const gradeOf = async (id: string | undefined) =>
  (
    await rows(
      `select g.grade, r.grade as listed, g.valid_from::text as since, r.class_group_id is not null as seated
       from registrations g join roster r using (student_id) where student_id = $1 and g.valid_to is null`,
      id,
    )
  )[0];
const view = async (id: string) => (await leader.get<PromotionView>(`/api/promotions/${id}`)).body;
const counted = ({ totals }: PromotionView, fate: string) =>
  totals.filter((one) => one.fate === fate).reduce((sum, { students }) => sum + students, 0);
const run = (id: string) => runPromotion(app.services, id);
let act = '';

test('a rehearsal tells what becomes of everybody of the county and moves nobody', async () => {
  const before = await rows('select * from registrations order by id');
  const first = await registrar.post<{ id: string }>('/api/promotions');
  assert.equal(first.status, 200, first.detail);
  const { body } = await registrar.post<{ id: string }>('/api/promotions');
  act = body.id;
  const told = await view(act);
  assert.deepEqual(
    ['UP', 'LAST_GRADE', 'AWAY', 'OPEN_CASE', 'MISFIT', 'IN_PLACE'].map((fate) => counted(told, fate)),
    [2, 1, 1, 1, 1, 0],
  );
  assert.deepEqual(told.differences, [], 'nothing has changed since the first rehearsal');
  assert.equal(told.takesEffectOn, '2026-09-01');
  const { body: page } = await leader.get<FatePage>('/api/promotions/students?fates=OPEN_CASE,MISFIT');
  assert.deepEqual(page.items.map(({ name, fate }) => [name, fate]).sort(), [
    ['丁一', 'OPEN_CASE'],
    ['戊一', 'MISFIT'],
  ]);
  assert.deepEqual(await rows('select * from registrations order by id'), before);
});

test('only a leader orders it, and only of the own place', async () => {
  assert.equal((await registrar.post(`/api/promotions/${act}/order`)).status, 403);
  assert.equal((await schoolLeader.post(`/api/promotions/${act}/order`)).status, 404);
});

test('what the leader ordered in July waits for the first of September', async () => {
  assert.deepEqual((await leader.post(`/api/promotions/${act}/order`)).body, { takesEffectOn: '2026-09-01' });
  await run(act);
  assert.equal((await view(act)).state, 'ORDERED');
  assert.equal((await gradeOf(third))?.grade, 3);
  const other = await schoolLeader.post<{ id: string }>('/api/promotions');
  const twice = await schoolLeader.post(`/api/promotions/${other.body.id}/order`);
  assert.equal(twice.status, 409);
  assert.match(twice.detail ?? '', /已下达包含这些学校的升级/);
});

test('on the first of September whoever goes up is a grade higher with the same class group; the rest stands still', async () => {
  app.clock.set('2026-09-01T00:01:00+08:00');
  await Promise.all([run(act), run(act)]); // as two processes would
  const done = await view(act);
  assert.equal(done.state, 'DONE');
  assert.deepEqual(done.progress, { schools: 2, done: 2, takenBack: 0, students: 2, studentsBack: 0 });
  const up = { grade: 4, listed: 4, since: '2026-09-01', seated: true };
  assert.deepEqual([await gradeOf(third), await gradeOf(alsoThird)], [up, up]);
  const stays = async (id: string | undefined, grade: number) =>
    assert.deepEqual(await gradeOf(id), { grade, listed: grade, since: '2025-09-01', seated: true });
  await stays(sixth, 6);
  await stays(away, 4);
  await stays(inCase, 2);
  await stays(misfit, 5);
  await stays(stranger, 3);
  const trail = await rows(
    `select action, detail ->> 'students' as students from audit_events where action = 'MOVE_SCHOOL_UP' order by id`,
  );
  assert.deepEqual(trail.map(({ students }) => students).sort(), ['0', '2']);
});

test('run again it finds nobody to move, and those whose case has ended are moved by an act of their own', async () => {
  await owner.query('delete from open_cases where student_id = $1', [inCase]);
  const { body } = await leader.post<{ id: string }>('/api/promotions');
  assert.deepEqual([counted(await view(body.id), 'UP'), counted(await view(body.id), 'IN_PLACE')], [1, 2]);
  await leader.post(`/api/promotions/${body.id}/order`);
  await run(body.id);
  await run(act);
  assert.equal((await gradeOf(inCase))?.grade, 3);
  assert.equal((await gradeOf(third))?.grade, 4);
});

test('taken back on the day after, everybody it moved is where they were, but who has changed since', async () => {
  app.clock.set('2026-09-02T23:00:00+08:00');
  await owner.query(
    `update registrations set valid_to = '2026-09-02', ended_by = $2 where student_id = $1 and valid_to is null`,
    [alsoThird, newId()],
  );
  assert.equal((await leader.post(`/api/promotions/${act}/take-back`, { reason: '学年设置有误' })).status, 200);
  await run(act);
  const back = await view(act);
  assert.equal(back.state, 'TAKEN_BACK');
  assert.deepEqual([back.progress.students, back.progress.studentsBack], [2, 1]);
  assert.deepEqual(await gradeOf(third), { grade: 3, listed: 3, since: '2026-09-02', seated: true });
  assert.equal((await gradeOf(inCase))?.grade, 3, 'moved by the other act');
  assert.equal((await gradeOf(stranger))?.grade, 3);
  const history = await rows(
    'select grade, valid_from::text, valid_to::text from registrations where student_id = $1 order by valid_from, id',
    third,
  );
  assert.deepEqual(history, [
    { grade: 3, valid_from: '2025-09-01', valid_to: '2026-09-01' },
    { grade: 4, valid_from: '2026-09-01', valid_to: '2026-09-02' },
    { grade: 3, valid_from: '2026-09-02', valid_to: null },
  ]);
});

test('from the second day after on nothing is taken back any more', async () => {
  const { body } = await schoolLeader.post<{ id: string }>('/api/promotions');
  await schoolLeader.post(`/api/promotions/${body.id}/order`);
  await run(body.id);
  app.clock.set('2026-09-04T08:00:00+08:00');
  const late = await schoolLeader.post(`/api/promotions/${body.id}/take-back`, { reason: '学年设置有误' });
  assert.equal(late.status, 409);
  assert.match(late.detail ?? '', /只能在次日前撤回/);
  assert.equal((await schoolLeader.post(`/api/promotions/${body.id}/cancel`)).status, 409);
});
