/**
 * 一学年: from the plan of one autumn to the first grade of the next, over six schools under three laws. At six dates the
 * rosters agree with a table worked out by hand, and at each of them everybody stands in exactly one school or has ended.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import type { GraduationGrid } from '../../src/graduation/graduation.api.ts';
import type { PlanView } from '../../src/placements/plan/plan.api.ts';
import { aClassGroup } from '../builders.ts';
import { decide, enterResults, handIn, JUNIOR_RESULTS } from '../graduands.ts';
import { ILL } from '../leave-desks.ts';
import { officePages, PHONE } from '../office-pages.ts';
import { act, rollOf } from '../roll-desk.ts';
import { both, open as openTransfer } from '../two-towns.ts';
import {
  admit,
  aGraduate,
  aNewcomer,
  checkIn,
  identityNumberOf,
  onRoster,
  plan,
  promote,
  register,
  step,
  type YearSchool,
  yearSchools,
} from '../year-schools.ts';

const world = await yearSchools();
const { app, primary, junior, sichuanJunior, senior, henan, neighbour, yingze, wuhou, changge, chengdu } = world;
const { open, look } = await officePages(app);
const SCHOOLS = { primary, junior, sichuanJunior, senior, henan, neighbour };
const on = (day: string, time = '10:00') => app.clock.set(`${day}T${time}:00+08:00`);
const entrants: Record<string, Awaited<ReturnType<typeof admit>>> = {};
const forms: Record<string, Record<string, string>> = {};
/** A newcomer's line on the roll; its form is kept for the registration. */
const newcomer = (n: number, bornOn: string, sourceArea: string, more: Record<string, string> = {}) => {
  const { line, values } = aNewcomer(n, bornOn);
  forms[values['name']!] = values;
  return { ...line, sourceArea, ...more };
};
const studentsOf = async ({ at }: YearSchool, day: string, grade: number) =>
  (await onRoster(app, at, day)).lines.filter((line) => line.grade === grade);

/** 每日应有人数: school by school, grade: students; worked out by hand from what the year does. */
const TABLE: Record<string, Record<keyof typeof SCHOOLS, Record<number, number>>> = {
  // Promoted on the morning of the first; nobody of the new intake is registered yet.
  '2026-09-01': {
    primary: { 2: 2, 3: 2, 4: 2, 5: 2, 6: 2 },
    junior: { 8: 2, 9: 2 },
    sichuanJunior: { 8: 2, 9: 3 },
    senior: { 11: 2 },
    henan: { 4: 2, 5: 1, 6: 1 },
    neighbour: { 4: 1 },
  },
  // Two of three came to the primary school, two graduates went on to the junior school, one of two to the senior school.
  '2026-09-20': {
    primary: { 1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2 },
    junior: { 7: 2, 8: 2, 9: 2 },
    sichuanJunior: { 7: 2, 8: 2, 9: 3 },
    senior: { 10: 1, 11: 2 },
    henan: { 1: 2, 4: 2, 5: 1, 6: 1 },
    neighbour: { 4: 1 },
  },
  // A child of grade four moved within 长葛, one of 成都 died, and the dropout of 太原 came in October after all.
  '2026-12-31': {
    primary: { 1: 3, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2 },
    junior: { 7: 2, 8: 2, 9: 2 },
    sichuanJunior: { 7: 2, 8: 1, 9: 3 },
    senior: { 10: 1, 11: 2 },
    henan: { 1: 2, 4: 1, 5: 1, 6: 1 },
    neighbour: { 4: 2 },
  },
  // The last grades have left in the summer: one of 成都 without a report of its quality stays.
  '2027-07-15': {
    primary: { 1: 3, 2: 2, 3: 2, 4: 2, 5: 2 },
    junior: { 7: 2, 8: 2 },
    sichuanJunior: { 7: 2, 8: 1, 9: 1 },
    senior: { 10: 1, 11: 2 },
    henan: { 1: 2, 4: 1, 5: 1 },
    neighbour: { 4: 2 },
  },
  // A grade up; who is on leave stays in grade eight.
  '2027-09-01': {
    primary: { 2: 3, 3: 2, 4: 2, 5: 2, 6: 2 },
    junior: { 8: 3, 9: 1 },
    sichuanJunior: { 8: 2, 9: 2 },
    senior: { 11: 1, 12: 2 },
    henan: { 2: 2, 5: 1, 6: 1 },
    neighbour: { 5: 2 },
  },
  // The graduates of the primary school are the first grade of the junior school.
  '2027-09-10': {
    primary: { 1: 1, 2: 3, 3: 2, 4: 2, 5: 2, 6: 2 },
    junior: { 7: 2, 8: 3, 9: 1 },
    sichuanJunior: { 8: 2, 9: 2 },
    senior: { 11: 1, 12: 2 },
    henan: { 2: 2, 5: 1, 6: 1 },
    neighbour: { 5: 2 },
  },
};

test('August: plans are set, and the rolls of the admitted are entered within them', async (t) => {
  await plan(yingze, primary, 3, 2026);
  await plan(yingze, junior, 2, 2026);
  await plan(wuhou, sichuanJunior, 3, 2026);
  await plan(changge, henan, 2, 2026);
  const goers = [await aGraduate(app, primary.at), await aGraduate(app, primary.at)];
  const sixYears = [newcomer(1, '2019-10-02', '140106'), newcomer(2, '2019-11-02', '140106')];
  entrants['primary'] = await admit(primary, [...sixYears, newcomer(3, '2020-01-02', '140106')]);
  entrants['junior'] = await admit(
    junior,
    goers.map((one) => ({ ...one, way: '划片入学', sourceArea: '140106' })),
  );
  const twelve = [4, 5, 6].map((n) => newcomer(n, '2013-10-02', '510107'));
  entrants['sichuanJunior'] = await admit(sichuanJunior, twelve);
  const bound = { way: '统一招生', sourceArea: '510107' };
  const seniors = [await aGraduate(app, sichuanJunior.at), await aGraduate(app, sichuanJunior.at)];
  entrants['senior'] = await admit(
    senior,
    seniors.map((one, place) => ({ ...one, ...bound, noticeNumber: `2026-${place}` })),
    chengdu.registrar,
  );
  entrants['henan'] = await admit(henan, [newcomer(7, '2019-12-02', '411082'), newcomer(8, '2020-02-02', '411082')]);
  const beyond = await primary.registrar.post('/api/admission-roll', {
    ...{ stage: 'PRIMARY', rows: [{ row: 1, values: newcomer(9, '2020-03-02', '140106') }] },
  });
  assert.equal(beyond.status, 422, beyond.detail);
  await look(await open(t, primary.accounts.registrar, 'admissions/roll'), 'year-roll');
});

test('1 September: everybody goes up a grade; who comes is checked in, three do not come', async (t) => {
  on('2026-09-01', '06:00');
  assert.deepEqual(await promote(app, yingze), { UP: 14 });
  assert.deepEqual(await promote(app, wuhou), { UP: 7 });
  assert.deepEqual(await promote(app, changge), { UP: 5 });
  on('2026-09-01');
  for (const one of [...entrants['primary']!.slice(0, 2), ...entrants['junior']!, ...entrants['henan']!]) {
    const school = Object.values(SCHOOLS).find(({ at }) => at.id === one.schoolId)!;
    await checkIn(school, one);
  }
  for (const one of entrants['sichuanJunior']!.slice(0, 2)) await checkIn(sichuanJunior, one);
  await checkIn(senior, entrants['senior']![0]!, { feesPaid: true });
  on('2026-09-02');
  await register(primary, entrants['primary']!.slice(0, 2), forms);
  await register(junior, entrants['junior']!, forms);
  await register(sichuanJunior, entrants['sichuanJunior']!.slice(0, 2), forms);
  await register(senior, entrants['senior']!.slice(0, 1), forms);
  await register(henan, entrants['henan']!, forms);
  await look(await open(t, primary.accounts.registrar, 'admissions/no-shows'), 'year-no-shows');
});

test('September: the new students are placed by seed, seated and on the roster', async (t) => {
  on('2026-09-07');
  for (const school of [primary, junior, henan]) {
    const { grade, intakeYear } = { grade: school.stage === 'PRIMARY' ? 1 : 7, intakeYear: 2026 };
    await aClassGroup(app, { school: school.at, grade });
    const drawn = await school.registrar.post<PlanView>(`/api/schools/${school.at.id}/class-plans`, {
      ...{ stage: school.stage, grade, intakeYear },
    });
    assert.equal(drawn.status, 200, drawn.detail);
    const { id, version } = drawn.body;
    const put = await school.registrar.post<PlanView>(`/api/class-plans/${id}/submission`, { version });
    assert.equal(put.status, 200, put.detail);
    await step(school.leader, put.body.case!.id, 'SUBMIT');
    if (put.body.reviewer) {
      await step(school.authority.registrar, put.body.case!.id, 'APPROVE');
      await step(school.authority.leader, put.body.case!.id, 'APPROVE');
    }
  }
  const seated = (await onRoster(app, primary.at, '2026-09-08')).lines.filter(({ grade }) => grade === 1);
  assert.ok(seated.every(({ classGroupId }) => classGroupId !== null));
  await look(await open(t, primary.accounts.registrar, 'classes', PHONE), 'year-classes-phone');
});

test('the three who did not come: urged and listed as dropouts in the compulsory stages, forfeited in the senior one', async () => {
  const [late, lost, gone] = [entrants['primary']![2]!, entrants['sichuanJunior']![2]!, entrants['senior']![1]!];
  on('2026-09-16');
  const urge = ({ registrar }: YearSchool, id: string, day: string) =>
    act(registrar, id, { act: 'CONTACT', on: day, way: 'VISIT', who: '父亲', outcome: '称外出务工，答应劝返' });
  for (const day of ['2026-09-08', '2026-09-14']) assert.equal((await urge(primary, late.id, day)).status, 200);
  assert.equal((await act(primary.registrar, late.id, { act: 'DROPOUT' })).status, 200);
  assert.equal((await urge(sichuanJunior, lost.id, '2026-09-08')).status, 200);
  const told = { act: 'REPORT', on: '2026-09-14', recipient: 'TOWNSHIP', recipientName: '浆洗街街道办事处' };
  assert.equal((await act(sichuanJunior.registrar, lost.id, told)).status, 200);
  assert.equal((await act(sichuanJunior.registrar, lost.id, { act: 'GIVE_UP' })).code, 'LAW_REFUSES');
  assert.equal((await act(sichuanJunior.registrar, lost.id, { act: 'DROPOUT' })).status, 200);
  const forfeited = await act(senior.registrar, gone.id, { act: 'GIVE_UP', reason: '两周未报到' });
  assert.equal(forfeited.status, 200, forfeited.detail);
  assert.deepEqual(
    [
      (await rollOf(primary)).find(({ id }) => id === late.id)?.state,
      (await rollOf(sichuanJunior)).find(({ id }) => id === lost.id)?.state,
      (await rollOf(senior)).find(({ id }) => id === gone.id)?.state,
    ],
    ['DROPOUT', 'DROPOUT', 'ENDED'],
  );
});

test('in the year: one comes back, one moves, one dies, one is ill for long', async () => {
  on('2026-10-12');
  await checkIn(primary, entrants['primary']![2]!, { reason: '经劝返入学' });
  await register(primary, [entrants['primary']![2]!], forms);
  const [ill] = await studentsOf(junior, '2026-10-12', 8);
  await carry(junior, '/api/leaves', { studentId: ill!.studentId, matter: { kind: 'LEAVE', form: ILL } });
  on('2026-11-09');
  const [dead] = await studentsOf(sichuanJunior, '2026-11-09', 8);
  const death = { hasProof: true, proof: '死亡医学证明，市人民医院', diedOn: '2026-11-05' };
  await carry(sichuanJunior, '/api/changes', { studentId: dead!.studentId, kind: 'DEATH', form: death });
  const [mover] = await studentsOf(henan, '2026-11-09', 4);
  const child = { name: mover!.name, number: await identityNumberOf(app, mover!.studentId) };
  const moved = await openTransfer(neighbour, child, {
    ...{ ground: 'RESIDENCE_MOVED', moved: 'WITHIN_COUNTY', targetGrade: 4 },
    papers: ['IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'FORM', 'EVIDENCE', 'REGISTRATION_CERTIFICATE'],
  });
  assert.equal(moved.status, 200, moved.detail);
  await step(neighbour.leader, moved.body.caseId, 'SUBMIT');
  for (const desk of [henan, changge]) {
    const agreed = await both(desk, moved.body.caseId, 'APPROVE');
    assert.equal(agreed.status, 200, agreed.detail);
  }
});

/** Drawn up, signed at the school and decided by its authority. */
async function carry({ registrar, leader, authority }: YearSchool, path: string, body: object): Promise<void> {
  const opened = await registrar.post<{ caseId: string }>(path, { ...body, opinion: '情况属实' });
  assert.equal(opened.status, 200, opened.detail);
  await step(leader, opened.body.caseId, 'SUBMIT');
  const agreed = await both(authority, opened.body.caseId, 'APPROVE');
  assert.equal(agreed.status, 200, agreed.detail);
}

test('June: three schools graduate under three laws, each student with the reason', async (t) => {
  on('2027-06-21');
  const ended = async (school: YearSchool, grade: number, facts: Record<string, boolean | number>[]) => {
    const lines = await studentsOf(school, '2027-06-21', grade);
    const group = { id: lines[0]!.classGroupId! };
    const results = lines.flatMap(({ studentId }, place) =>
      facts[place] ? [[studentId, facts[place]] as [string, Record<string, boolean | number>]] : [],
    );
    const entered = await enterResults({ registrar: school.registrar, group }, results);
    assert.equal(entered.status, 200, entered.detail);
    const { body } = await school.registrar.get<GraduationGrid>(`/api/graduations/class-groups/${group.id}`);
    const opened = await handIn(school);
    assert.equal(opened.status, 200, opened.detail);
    let last = await decide(school.leader, opened.body.caseId, 'SUBMIT');
    if (last.body.state !== 'COMPLETED') {
      await decide(school.authority.registrar, opened.body.caseId, 'APPROVE');
      last = await decide(school.authority.leader, opened.body.caseId, 'APPROVE');
    }
    assert.equal(last.body.state, 'COMPLETED', last.detail);
    return body.rows.map(({ outcome }) => outcome).toSorted();
  };
  const finished = { finished: true };
  const failing = { ...JUNIOR_RESULTS, failedSubjects: 3 } as Record<string, boolean | number>;
  const passed = JUNIOR_RESULTS as Record<string, boolean | number>;
  assert.deepEqual(
    await ended(junior, 9, [finished, finished]),
    ['GRADUATED', 'GRADUATED'],
    '山西: the years are done',
  );
  assert.deepEqual(
    await ended(sichuanJunior, 9, [passed, failing]),
    ['COMPLETED', 'GRADUATED', null],
    '四川: three failed',
  );
  assert.deepEqual(await ended(henan, 6, [finished]), ['GRADUATED'], '河南');
  assert.deepEqual(await ended(primary, 6, [finished, finished]), ['GRADUATED', 'GRADUATED']);
  await look(await open(t, sichuanJunior.accounts.registrar, 'graduations'), 'year-graduations');
});

test('the next first of September: rehearsed and done, with the one on leave and the one without results left in place', async () => {
  on('2027-08-20');
  await plan(yingze, primary, 1, 2027);
  await plan(yingze, junior, 2, 2027);
  const gone = await onRoster(app, primary.at, '2027-06-20');
  const leavers = gone.lines.filter(({ grade }) => grade === 6);
  const lines = [];
  for (const { name, studentId } of leavers) {
    lines.push({ name, identityNumber: await identityNumberOf(app, studentId), way: '划片入学', sourceArea: '140106' });
  }
  entrants['next'] = await admit(junior, lines);
  assert.ok(
    entrants['next'].every(({ continues }) => continues),
    'each goes on in the record that is there',
  );
  entrants['first'] = await admit(primary, [newcomer(20, '2020-12-02', '140106')]);
  on('2027-09-01', '06:00');
  assert.deepEqual(await promote(app, yingze), { UP: 14, AWAY: 1 });
  assert.deepEqual(await promote(app, wuhou), { UP: 6, LAST_GRADE: 1 });
  assert.deepEqual(await promote(app, changge), { UP: 6 });
  on('2027-09-02');
  for (const one of entrants['next']) await checkIn(junior, one, { reason: '按通知二日报到' });
  await checkIn(primary, entrants['first'][0]!, { reason: '按通知二日报到' });
  await register(junior, entrants['next'], forms);
  await register(primary, entrants['first'], forms);
  const seventh = await studentsOf(junior, '2027-09-10', 7);
  assert.deepEqual(
    seventh.map(({ studentId }) => studentId).toSorted(),
    leavers.map(({ studentId }) => studentId).toSorted(),
  );
});

test('at six dates the rosters are those of the table: nobody is lost, nobody stands twice', async () => {
  on('2027-09-11');
  let before: Set<string> | undefined;
  for (const [day, expected] of Object.entries(TABLE)) {
    const found: Record<string, Record<number, number>> = {};
    const here: string[] = [];
    for (const [name, { at }] of Object.entries(SCHOOLS)) {
      const { grades, ids } = await onRoster(app, at, day);
      found[name] = grades;
      here.push(...ids);
    }
    assert.deepEqual(found, expected, day);
    assert.equal(new Set(here).size, here.length, `${day}: somebody stands in two schools`);
    const total = Object.values(expected)
      .flatMap(Object.values)
      .reduce((sum, count) => sum + count, 0);
    assert.equal(here.length, total, day);
    if (before) {
      const ended = [...before].filter((id) => !here.includes(id));
      const reasons = await endsBetween(ended, day);
      assert.ok(
        reasons.every((reason) => reason !== null),
        `${day}: somebody is gone without an end`,
      );
    }
    before = new Set(here);
  }
});

/** Why the registrations of these students had ended by a day; null for one that is only not found. */
async function endsBetween(ids: readonly string[], day: string): Promise<(string | null)[]> {
  if (ids.length === 0) return [];
  return app.db.read(NODE_SCOPE, async (tx) => {
    const rows = await tx.sql
      .selectFrom('registrations')
      .select(['student_id', 'end_reason', 'valid_to'])
      .where('student_id', 'in', [...ids])
      .where('valid_to', '<=', day)
      .orderBy('valid_from')
      .execute();
    return ids.map((id) => rows.findLast(({ student_id }) => student_id === id)?.end_reason ?? null);
  });
}
