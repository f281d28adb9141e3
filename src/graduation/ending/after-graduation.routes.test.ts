/** 毕业之后: class groups end with the stage, a graduation is taken back until it is too late, results follow a student. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority, writing } from '../../../tests/builders.ts';
import {
  aLastGrade,
  decide,
  deskOf,
  endsOf,
  enterResults,
  gridOf,
  handIn,
  JUNIOR_RESULTS,
  type LastGradeDesk,
  outcomesOf,
} from '../../../tests/graduands.ts';
import { enter, rollLine } from '../../../tests/roll-desk.ts';
import { someStudents } from '../../../tests/students.ts';
import { asOwner } from '../../../tests/two-towns.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { newId } from '../../kernel/ids.ts';
import type { ReversalView } from '../../reversals/reversals.api.ts';
import { listGraduates } from '../index.ts';

const app = await testApplication({ now: '2027-06-21T10:00:00+08:00' });
const wuhou = await deskOf(app, await anAuthority(app, { placeCode: '510107' }));
const junior = { under: wuhou.at, stage: 'JUNIOR' } as const;
const school = await aLastGrade(app, { ...junior, names: ['甲一', '甲二'] });
const withOneAway = await aLastGrade(app, { ...junior, names: ['乙一', '乙二'], away: '乙二' });
const late = await aLastGrade(app, { ...junior, names: ['丙一'] });
const former = await aLastGrade(app, { ...junior, names: ['丁一'] });
const next = await aLastGrade(app, { ...junior, names: ['戊一'] });
const bystander = await aLastGrade(app, { ...junior, names: ['己一'] });

await asOwner(app, "update registrations set state = 'ON_LEAVE' where student_id = $1", withOneAway.ids[1]);

const groupEnd = ({ group }: LastGradeDesk) =>
  app.db.read(NODE_SCOPE, async (tx) => {
    const row = await tx.sql
      .selectFrom('class_groups')
      .select('valid_to')
      .where('id', '=', group.id)
      .executeTakeFirst();
    return row!.valid_to;
  });
async function graduate(desk: LastGradeDesk, seen = 0): Promise<string> {
  const { rows } = await gridOf(desk);
  const present = rows.filter(({ stay }) => stay !== 'AWAY');
  await enterResults(
    desk,
    present.map(({ studentId, version }) => [studentId, JUNIOR_RESULTS, seen || version]),
  );
  const { caseId } = (await handIn(desk)).body;
  const signed = await decide(desk.leader, caseId, 'SUBMIT');
  assert.equal(signed.status, 200, signed.detail);
  return caseId;
}
const reversalOf = async (caseId: string) =>
  (await wuhou.registrar.get<ReversalView>(`/api/cases/${caseId}/reversal`)).body;
const takeBack = (caseId: string) =>
  wuhou.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, { reason: '成绩登记有误，重新认定' });
const roster = (ids: readonly string[]) =>
  app.db.read(NODE_SCOPE, (tx) =>
    tx.sql
      .selectFrom('roster')
      .select(['name', 'class_group_id', 'state'])
      .where('student_id', 'in', [...ids])
      .orderBy('name')
      .execute(),
  );

test('a class group in which nobody is left ends on the day; where somebody stays behind it goes on', async () => {
  await graduate(school);
  await graduate(withOneAway);
  assert.deepEqual(await Promise.all([school, withOneAway, bystander].map(groupEnd)), ['2027-06-21', null, null]);
});

test('the authority takes a graduation back with everything: registrations without a gap, seats, class groups, results', async () => {
  app.clock.set('2027-06-25T10:00:00+08:00');
  const before = await app.db.read(NODE_SCOPE, (tx) =>
    listGraduates(tx, { schoolId: school.at.id, stage: 'JUNIOR', year: 2027 }),
  );
  const { caseId } = before[0]!;
  const offered = await reversalOf(caseId);
  assert.deepEqual([offered.offered, offered.lockedBecause], [true, null]);
  assert.match(offered.restores.join(), /毕业2人的学籍恢复为在读，自2027-06-21起连续.*1个班恢复/);
  assert.notEqual(
    (await school.registrar.post(`/api/cases/${caseId}/reversal`, { reason: '成绩登记有误' })).status,
    200,
  );
  const opened = await takeBack(caseId);
  assert.equal(opened.status, 200, opened.detail);
  assert.deepEqual(await roster(school.ids), [], 'one signature is not enough');
  const signed = await decide(wuhou.leader, opened.body.caseId, 'REVERSE');
  assert.equal(signed.status, 200, signed.detail);
  assert.deepEqual(await endsOf(app, school.ids), [
    [null, null],
    [null, null],
  ]);
  assert.deepEqual(
    await roster(school.ids),
    ['甲一', '甲二'].map((name) => ({ name, class_group_id: school.group.id, state: 'ENROLLED' })),
  );
  assert.equal(await groupEnd(school), null);
  const gaps = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql
      .selectFrom('registrations')
      .select(['valid_from', 'valid_to'])
      .where('student_id', '=', school.ids[0]!)
      .orderBy('valid_from')
      .execute(),
  );
  assert.deepEqual(gaps.at(0)!.valid_to, gaps.at(1)!.valid_from);
  const told = await outcomesOf(school);
  assert.deepEqual(
    told.students.map(({ outcomeWords, endedOn }) => [outcomeWords, endedOn]),
    [
      ['毕业', null],
      ['毕业', null],
    ],
  );
  assert.equal((await reversalOf(caseId)).reversed?.on, '2027-06-25');
  assert.deepEqual(await endsOf(app, [withOneAway.ids[0]!]), [['GRADUATED', '2027-06-21']], 'the other school');
});

test('mended results are handed in anew and the stage ends again on the later day', async () => {
  const [one = '', two = ''] = school.ids;
  const { rows } = await gridOf(school);
  const versionOf = (id: string) => rows.find(({ studentId }) => studentId === id)!.version;
  await enterResults(school, [[two, { ...JUNIOR_RESULTS, failedSubjects: 3 }, versionOf(two)]]);
  const { caseId } = (await handIn(school)).body;
  assert.equal((await decide(school.leader, caseId, 'SUBMIT')).status, 200);
  assert.deepEqual(await endsOf(app, [one, two]), [
    ['GRADUATED', '2027-06-25'],
    ['COMPLETED', '2027-06-25'],
  ]);
  assert.equal(await groupEnd(school), '2027-06-25');
});

test('the record says what the stage ended with and on which day, and the search finds whoever has left', async () => {
  const [one = '', two = ''] = school.ids;
  type Shown = { stateWords: string; left: unknown };
  const shown = async (id: string) => (await school.registrar.get<Shown>(`/api/students/${id}`)).body;
  const [graduate, completed] = [await shown(one), await shown(two)];
  assert.deepEqual([graduate.stateWords, completed.stateWords], ['已毕业', '已结业']);
  assert.deepEqual(graduate.left, { schoolName: school.at.name, on: '2027-06-25', words: '已毕业' });
  const { body } = await school.registrar.get<{ items: { studentId: string; reasonWords: string; leftOn: string }[] }>(
    `/api/students/left?q=${encodeURIComponent('甲')}`,
  );
  const found = body.items.map(({ studentId, reasonWords, leftOn }) => [studentId, reasonWords, leftOn]);
  assert.deepEqual(
    found.toSorted(),
    [
      [one, '毕业', '2027-06-25'],
      [two, '结业', '2027-06-25'],
    ].toSorted(),
  );
  const { items } = (await school.registrar.get<{ items: unknown[] }>('/api/students')).body;
  assert.deepEqual(items, [], 'nobody of them is on the roster');
});

test('the promotion names of the last grades only those who have not graduated yet', async () => {
  type Fates = { items: { name: string; fate: string }[] };
  const { body } = await wuhou.registrar.get<Fates>('/api/promotions/students?fates=LAST_GRADE,AWAY');
  assert.deepEqual(body.items.map(({ name, fate }) => `${name} ${fate}`).toSorted(), [
    '丁一 LAST_GRADE',
    '丙一 LAST_GRADE',
    '乙二 AWAY',
    '己一 LAST_GRADE',
    '戊一 LAST_GRADE',
  ]);
});

test('G1.4: a junior graduate who comes back to repeat is not taken in (SC-39.5)', async () => {
  const [graduate = ''] = school.ids;
  const { number } = await app.db.read(NODE_SCOPE, async (tx) => {
    const row = await tx.sql
      .selectFrom('key_data')
      .select('sealed')
      .where('student_id', '=', graduate)
      .executeTakeFirst();
    return app.services.cipher.open('key_data', graduate, row!.sealed) as { number: string };
  });
  const line = rollLine({ name: '甲一', identityNumber: number });
  const refused = await enter(bystander.registrar, 'JUNIOR', [line]);
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail ?? '', /初中学校不招收补习生（四川·第三十九条）/);
  assert.deepEqual(await roster([graduate]), []);
});

test('once a graduate is registered elsewhere it is too late to take the whole list back', async () => {
  const caseId = await graduate(late);
  const [student = ''] = late.ids;
  await writing(app.services, (tx) =>
    tx.sql
      .insertInto('registrations')
      .values({
        ...{ student_id: student, id: newId(), school_id: bystander.at.id, path: bystander.at.path },
        ...{ county: bystander.at.county, stage: 'SENIOR', grade: 10, intake_year: 2027, study_mode: '1' },
        ...{ state: 'ENROLLED', begun_by: newId(), valid_from: '2027-06-25' },
      })
      .execute(),
  );
  const { offered, lockedBecause } = await reversalOf(caseId);
  assert.deepEqual([offered, /其中1人此后已在别处建立学籍/.test(lockedBecause ?? '')], [true, true]);
  const refused = await takeBack(caseId);
  assert.equal(refused.status, 422, refused.detail);
  assert.deepEqual(await endsOf(app, [student]), [[null, null]]);
});

test('who stayed behind graduates later in the year, and then the class group ends too', async () => {
  const [, away = ''] = withOneAway.ids;
  await asOwner(app, "update roster set state = 'ENROLLED' where student_id = $1", away);
  await asOwner(app, "update registrations set state = 'ENROLLED' where student_id = $1", away);
  app.clock.set('2027-08-20T10:00:00+08:00');
  await graduate(withOneAway);
  assert.deepEqual(await endsOf(app, withOneAway.ids), [
    ['GRADUATED', '2027-06-21'],
    ['GRADUATED', '2027-08-20'],
  ]);
  assert.equal(await groupEnd(withOneAway), '2027-08-20');
});

test('results follow a student who transfers in the last grade: the new school sees where they are from and may complete them', async () => {
  const [moving = ''] = former.ids;
  await enterResults(former, [[moving, { finished: true, failedSubjects: 1 }]]);
  await asOwner(
    app,
    'update roster set school_id = $2, path = $3, class_group_id = $4 where student_id = $1',
    moving,
    next.at.id,
    next.at.path,
    next.group.id,
  );
  await asOwner(
    app,
    'update registrations set school_id = $2, path = $3 where student_id = $1',
    moving,
    next.at.id,
    next.at.path,
  );
  await asOwner(
    app,
    'update class_memberships set class_group_id = $2, path = $3 where student_id = $1',
    moving,
    next.group.id,
    next.at.path,
  );
  const seen = (await gridOf(next)).rows.find(({ studentId }) => studentId === moving)!;
  assert.deepEqual([seen.facts, seen.version], [{ finished: true, failedSubjects: 1 }, 0]);
  assert.deepEqual(seen.carriedFrom, { schoolName: former.at.name, year: 2027 });
  assert.match(seen.grounds[0]!.sentence, /还缺：综合素质考核合格/);
  assert.deepEqual((await gridOf(former)).rows, []);
  await enterResults(next, [[moving, { finished: true, failedSubjects: 1, qualityPassed: true }]]);
  const { caseId } = (await handIn(next)).body;
  assert.equal((await decide(next.leader, caseId, 'SUBMIT')).status, 200);
  assert.deepEqual(await endsOf(app, [moving]), [['GRADUATED', '2027-08-20']]);
});

test('results that came along count as they are where nothing is missing', async () => {
  const [carried = ''] = await someStudents(app, {
    school: next.at,
    classGroup: { ...next.group, firstGrade: 9 },
    name: '庚一',
  });
  await asOwner(
    app,
    `insert into graduation_results (student_id, school_id, stage, year, path, facts, version, entered_by, entered_by_name, entered_at)
     values ($1, $2, 'JUNIOR', 2027, $3, $4, 1, $5, '原校', now())`,
    ...[carried, former.at.id, former.at.path, JSON.stringify(JUNIOR_RESULTS), newId()],
  );
  const { caseId } = (await handIn(next)).body;
  assert.equal((await decide(next.leader, caseId, 'SUBMIT')).status, 200);
  const listed = await app.db.read(NODE_SCOPE, (tx) =>
    listGraduates(tx, { schoolId: next.at.id, stage: 'JUNIOR', year: 2027, studentIds: [carried] }),
  );
  assert.deepEqual(
    listed.map(({ name, outcome, on }) => [name, outcome, on]),
    [['庚一', 'GRADUATED', '2027-08-20']],
  );
  assert.deepEqual(await endsOf(app, bystander.ids), [[null, null]]);
});
