/**
 * 一学年的几所学校: a primary and a junior school in 太原迎泽, a junior and a senior school in 成都武侯 and two primary schools in
 * 长葛, as they stand in August 2026 before the year begins; and the hands by which a year goes over them.
 */
import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { FromRoll } from '../src/admissions/intake/entry/register-from-roll.ts';
import type { RollItem } from '../src/admissions/intake/roll/roll.api.ts';
import { getInstitution, type Institution } from '../src/authorities/index.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import { civilDate } from '../src/kernel/civil-date.ts';
import { newId } from '../src/kernel/ids.ts';
import { rosterAsOf } from '../src/placements/index.ts';
import type { Stage } from '../src/policy/index.ts';
import { runPromotion } from '../src/progression/promotion/run-promotion.ts';
import { endRegistration } from '../src/students/index.ts';
import { set } from './admission-desk.ts';
import { type TestApplication, testApplication } from './application.ts';
import { aClassGroup, anAuthority, aSchool, writing } from './builders.ts';
import { childRow } from './entrant-rows.ts';
import { act, enter, rollOf } from './roll-desk.ts';
import { someStudents } from './students.ts';
import { type Desk, deskOf } from './two-towns.ts';

/** A school with the authority that decides for it. */
export interface YearSchool extends Desk {
  stage: Stage;
  authority: Desk;
}

const PHOTO = await sharp({ create: { width: 358, height: 441, channels: 3, background: '#cfd8e3' } })
  .jpeg()
  .toBuffer();

const FAMILY = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
let named = 0;
/** A name like no other. */
const nameOfNext = (): string =>
  `${FAMILY[named % FAMILY.length]}${'一二三四五六'[Math.floor(named++ / FAMILY.length)]}辰`;

/** So many students of each grade, from the first grade of the stage on, as they sit on the day. */
async function seat(app: TestApplication, { at, stage }: YearSchool, counts: Readonly<Record<number, number>>) {
  for (const [grade, count] of Object.entries(counts)) {
    const group = { ...(await aClassGroup(app, { school: at, grade: Number(grade) })), firstGrade: Number(grade) };
    const bornOn = `${2019 - Number(grade)}-02-27`;
    const wish = { school: at, classGroup: group, registeredOn: '2025-09-01', bornOn };
    await someStudents(app, ...Array.from({ length: count }, () => ({ ...wish, stage, name: nameOfNext() })));
  }
}

/** The world on 20 August 2026. Call it at the top of the file. */
export async function yearSchools() {
  const app = await testApplication({ now: '2026-08-20T10:00:00+08:00' });
  const desk = async (placeCode: string) => deskOf(app, await anAuthority(app, { placeCode }));
  const yingze = await desk('140106');
  const wuhou = await desk('510107');
  const changge = await desk('411082');
  const chengdu = await desk('510100');
  const school = async (authority: Desk, stage: Stage, name: string): Promise<YearSchool> => ({
    ...(await deskOf(app, await aSchool(app, { under: authority.at, schoolType: stage, stages: [stage], name }))),
    ...{ stage, authority },
  });
  const world = {
    app,
    ...{ yingze, wuhou, changge, chengdu },
    primary: await school(yingze, 'PRIMARY', '桃园小学'),
    junior: await school(yingze, 'JUNIOR', '汾滨中学'),
    sichuanJunior: await school(wuhou, 'JUNIOR', '浆洗街中学'),
    senior: await school(wuhou, 'SENIOR', '锦江外滩中学'),
    henan: await school(changge, 'PRIMARY', '葛天路小学'),
    neighbour: await school(changge, 'PRIMARY', '双洎河小学'),
  };
  await setEntryAge(app);
  await seat(app, world.primary, { 1: 2, 2: 2, 3: 2, 4: 2, 5: 2 });
  await seat(app, world.junior, { 7: 2, 8: 2 });
  await seat(app, world.sichuanJunior, { 7: 2, 8: 3 });
  await seat(app, world.senior, { 10: 2 });
  await seat(app, world.henan, { 3: 2, 4: 1, 5: 1 });
  await seat(app, world.neighbour, { 3: 1 });
  return world;
}
export type YearWorld = Awaited<ReturnType<typeof yearSchools>>;

/** The day by which a child must be six, without which each child of Shanxi waits for somebody's judgement. */
async function setEntryAge(app: TestApplication): Promise<void> {
  const province = await deskOf(app, await anAuthority(app, { placeCode: '140000' }));
  const cutoff = { kind: 'PARAMETER', ruleId: 'entry-age', parameter: 'cutoff', value: '08-31', article: '第二条' };
  await set(app, province.registrar, province.leader, [cutoff], {
    ...{ notice: { title: '2026年义务教育招生工作通知', issuedOn: '2026-05-01' }, from: '2026-08-20' },
  });
}

/** Somebody whose stage ended in July at another school, with what the roll must say of it. */
export async function aGraduate(
  app: TestApplication,
  from: Institution,
): Promise<{ name: string; identityNumber: string }> {
  const name = nameOfNext();
  const bornOn = from.stages[0] === 'PRIMARY' ? '2014-02-27' : '2011-02-27';
  const [id = ''] = await someStudents(app, { school: from, name, bornOn, registeredOn: '2020-09-01' });
  await writing(app, (tx) =>
    endRegistration(tx, {
      ...{ studentId: id, caseId: newId(), on: civilDate('2026-07-01'), from: ['ENROLLED'], reason: 'GRADUATED' },
    }),
  );
  return { name, identityNumber: await identityNumberOf(app, id) };
}

/** The number in full, as a family has it on its card. */
export const identityNumberOf = (app: TestApplication, id: string): Promise<string> =>
  app.db.read(NODE_SCOPE, async (tx) => {
    const { sealed } = await tx.sql
      .selectFrom('key_data')
      .select('sealed')
      .where('student_id', '=', id)
      .where('valid_to', 'is', null)
      .executeTakeFirstOrThrow();
    return (app.services.cipher.open('key_data', id, sealed) as { number: string }).number;
  });

/** A plan of so many places for this year, drawn up and set by two people of the authority. */
export async function plan(by: Desk, { at, stage }: YearSchool, places: number, intakeYear: number): Promise<void> {
  const { status, body, detail } = await by.registrar.post<{ caseId: string }>('/api/admission-plans', {
    intakeYear,
    paper: { title: `${intakeYear}年招生计划`, issuedOn: `${intakeYear}-06-01` },
    items: [{ schoolId: at.id, stage, places }],
  });
  assert.equal(status, 200, detail);
  await step(by.leader, body.caseId, 'SET');
}

/** Lines on the roll of a school, entered by whom the law lets; answers with the entries in the order of the lines. */
export async function admit(
  { at, stage, registrar }: YearSchool,
  lines: readonly Record<string, string>[],
  by: Desk['registrar'] = registrar,
): Promise<RollItem[]> {
  const whole = lines.map((line) => (by === registrar ? line : { ...line, schoolCode: at.code! }));
  const { status, detail } = await enter(by, stage, whole);
  assert.equal(status, 200, detail);
  const all = await rollOf({ registrar });
  return lines.map(({ name }) => all.find((one) => one.name === name)!);
}

/** A line about a child without a record, with what the base form will say of it. */
export function aNewcomer(n: number, bornOn: string): { line: Record<string, string>; values: Record<string, string> } {
  const values = childRow(n, { bornOn });
  const { identityNumber = '', name = '' } = values;
  return { line: { name, identityNumber, way: '划片入学', sourceArea: '140106' }, values };
}

/** Who has come, with all papers; the photo is taken on the spot. */
export async function checkIn({ registrar }: Desk, { id }: RollItem, more: object = {}): Promise<void> {
  const came = await act(registrar, id, { act: 'CHECK_IN', papers: ['NOTICE', 'HOUSEHOLD', 'IDENTITY'], ...more });
  assert.equal(came.status, 200, came.detail);
  const photo = await registrar.upload(`/api/admission-roll/${id}/photo`, { name: 'photo.jpg', bytes: PHOTO });
  assert.equal(photo.status, 200, photo.detail);
}

/** Those who have come are registered: in their own record, or after the base form has been filled in. */
export async function register(
  school: YearSchool,
  entries: readonly RollItem[],
  forms: Readonly<Record<string, Record<string, string>>> = {},
): Promise<void> {
  const { registrar, leader } = school;
  const begun = await registrar.post<FromRoll>('/api/admission-roll/registrations', {
    ids: entries.map(({ id }) => id),
  });
  assert.equal(begun.status, 200, begun.detail);
  assert.deepEqual(begun.body.held, []);
  const caseIds = [...begun.body.caseIds];
  const drafts = (await rollOf(school)).filter(
    ({ id, entrantId }) => entrantId && entries.some((one) => one.id === id),
  );
  for (const { name, entrantId } of drafts) {
    const { body } = await registrar.get<{ values: Record<string, string>; version: number; gradeWords: string }>(
      `/api/admissions/entrants/${entrantId}`,
    );
    const { classGroup, seatNo, grade, ...filled } = forms[name]!;
    const values = { ...filled, ...body.values };
    const mended = await registrar.patch<{ findings: { sentence: string }[] }>(
      `/api/admissions/entrants/${entrantId}`,
      { values, version: body.version },
    );
    assert.equal(mended.status, 200, mended.detail);
    assert.deepEqual(
      mended.body.findings.map(({ sentence }) => sentence),
      [],
    );
  }
  if (drafts.length > 0) {
    const handed = await registrar.post<{ caseIds: string[] }>('/api/admissions/submissions', {
      ...{ entrantIds: drafts.map(({ entrantId }) => entrantId), signedForms: true },
    });
    assert.equal(handed.status, 200, handed.detail);
    caseIds.push(...handed.body.caseIds);
  }
  for (const caseId of caseIds) {
    await step(leader, caseId, 'SUBMIT');
    await step(school.authority.registrar, caseId, 'APPROVE');
    await step(school.authority.leader, caseId, 'APPROVE');
  }
}

/** One act on a case; fails the test where it is refused. */
export async function step(caller: Desk['registrar'], caseId: string, action: string): Promise<string> {
  const act = { action, opinion: '已核对' };
  const { status, body, detail } = await caller.post<{ state: string }>(`/api/cases/${caseId}/acts`, act);
  assert.equal(status, 200, detail);
  return body.state;
}

/** Rehearsed, ordered and done for a whole county; answers how many went up and who did not, by fate. */
export async function promote(app: TestApplication, { registrar, leader }: Desk): Promise<Record<string, number>> {
  const { body, status, detail } = await registrar.post<{ id: string }>('/api/promotions');
  assert.equal(status, 200, detail);
  const view = await leader.get<{ totals: { fate: string; students: number }[] }>(`/api/promotions/${body.id}`);
  const ordered = await leader.post(`/api/promotions/${body.id}/order`);
  assert.equal(ordered.status, 200, ordered.detail);
  await runPromotion(app.services, body.id);
  const fates: Record<string, number> = {};
  for (const { fate, students } of view.body.totals) if (students > 0) fates[fate] = (fates[fate] ?? 0) + students;
  return fates;
}

/** 某日花名册: how many of each grade a school had on a day, and who they were. */
export async function onRoster(app: TestApplication, school: Institution, on: string) {
  const lines = await app.db.read(NODE_SCOPE, async (tx) =>
    rosterAsOf(tx, app.services, { school: await getInstitution(tx, { id: school.id }), on: civilDate(on) }),
  );
  const grades: Record<number, number> = {};
  for (const { grade } of lines) grades[grade] = (grades[grade] ?? 0) + 1;
  return { grades, ids: lines.map(({ studentId }) => studentId), lines };
}
