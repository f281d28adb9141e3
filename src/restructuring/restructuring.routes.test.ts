/** 学校变动: mergers, closures and whole class groups take everybody along; nobody is orphaned, and rosters agree. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testApplication } from '../../tests/application.ts';
import { aCentreSchool, aClassGroup, anAccount, anAuthority, aSchool } from '../../tests/builders.ts';
import { someStudents } from '../../tests/students.ts';
import type { Institution } from '../authorities/index.ts';
import type { HandOverPage } from '../hand-over/hand-over.api.ts';
import { newId } from '../kernel/ids.ts';
import type { PlanView, RestructuringList, SchoolBefore } from './restructuring.api.ts';

const app = await testApplication({ now: '2026-09-20T10:00:00+08:00' });
const county = await anAuthority(app);
const person = async (at: Institution, role: Parameters<typeof anAccount>[1]['role']) =>
  app.as(await anAccount(app, { at, role: role! }));
const registrar = await person(county, 'AUTHORITY_REGISTRAR');
const leader = await person(county, 'AUTHORITY_LEADER');
const [small, large, closing, bystander] = [
  await aSchool(app, { under: county, name: '东庄小学' }),
  await aSchool(app, { under: county, name: '中心小学' }),
  await aSchool(app, { under: county, name: '西庄小学' }),
  await aSchool(app, { under: county, name: '南庄小学' }),
];
const elsewhere = await aSchool(app, { under: await anAuthority(app, { placeCode: '140106' }) });
const clerk = await person(small, 'SCHOOL_REGISTRAR');

async function inGrade(school: Institution, grade: number, ...names: string[]): Promise<string[]> {
  const group = { ...(await aClassGroup(app, { school, grade })), firstGrade: grade };
  const wish = { school, classGroup: group, registeredOn: '2026-09-01' };
  return someStudents(app, ...names.map((name, place) => ({ ...wish, name, seatNo: place + 1 })));
}
const [first = '', second = ''] = await inGrade(small, 1, '甲一', '甲二');
const [third = ''] = await inGrade(small, 3, '甲三');
await inGrade(large, 1, '乙一');
const [leaves = ''] = await inGrade(closing, 2, '丙一');
await inGrade(bystander, 1, '丁一');
const left = await inGrade(small, 6, '甲四', '甲五', '甲六');
await inGrade(bystander, 6, '丁二');

const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
  // Two have finished and gone nowhere since; the third has gone on at another school, and the file with them.
  const gone = [left, '2026-07-10'];
  await owner.query(
    `update registrations set valid_from = '2020-09-01', valid_to = $2, end_reason = 'GRADUATED' where student_id = any($1)`,
    gone,
  );
  await owner.query('update class_memberships set valid_from = $3, valid_to = $2 where student_id = any($1)', [
    ...gone,
    '2020-09-01',
  ]);
  await owner.query('delete from roster where student_id = any($1)', [left]);
  await owner.query(
    `insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
       begun_by, valid_from)
     select student_id, $2, $3, $4, $5, 'JUNIOR', 7, 2026, study_mode, state, begun_by, '2026-09-01'
     from registrations where student_id = $1`,
    [left[2], newId(), elsewhere.id, elsewhere.path, elsewhere.county],
  );
});
after(() => owner.end());
const rows = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
async function everything(): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const table of ['registrations', 'roster', 'class_memberships', 'students', 'institutions']) {
    found.push(await rows(`select * from ${table} t order by t::text`));
  }
  return found;
}
const where = async (id: string) =>
  (
    await rows(
      `select i.name, g.grade, g.valid_from::text as since, c.ordinal, r.seat_no, n.path = i.path as numbered
       from registrations g join institutions i on i.id = g.school_id join roster r using (student_id)
       join numbers n using (student_id) left join class_groups c on c.id = r.class_group_id
       where g.student_id = $1 and g.valid_to is null and r.school_id = g.school_id`,
      id,
    )
  )[0];
const preview = (schoolId: string, matter: object) =>
  registrar.post<PlanView>('/api/restructurings/previews', { schoolId, matter });
const draw = (schoolId: string, matter: object) =>
  registrar.post<{ caseId: string }>('/api/restructurings', { schoolId, matter, opinion: '县政府布局调整批复' });
const sign = (caseId: string) =>
  leader.post(`/api/cases/${caseId}/acts`, { action: 'APPROVE', opinion: '县政府布局调整批复' });
const roster = async (school: Institution, on: string) =>
  (
    await rows(
      `select distinct student_id from registrations where school_id = $1 and valid_from <= $2
    and (valid_to is null or valid_to > $2)`,
      school.id,
      on,
    )
  ).length;

test('the preview of a merger names every class group, its new name there and who stands in the way; nothing moves', async () => {
  const stood = await everything();
  const plan = await preview(small.id, { kind: 'MERGER', intoId: large.id });
  assert.equal(plan.status, 200, plan.detail);
  assert.deepEqual(
    plan.body.moves.map(({ groupWords, students, toName, groupThere }) => [groupWords, students, toName, groupThere]),
    [
      ['一(1)班', 2, '中心小学', '一(2)班'],
      ['三(1)班', 1, '中心小学', '三(1)班'],
    ],
  );
  assert.deepEqual(plan.body.openCases, []);
  assert.deepEqual(plan.body.files, {
    withStudents: [{ toName: '中心小学', files: 3 }],
    former: { files: 2, schools: 0, keeperName: '中心小学' },
  });
  assert.equal(plan.body.findings[0]?.chip, '国家·第九条');
  assert.deepEqual(await everything(), stood);
});

test('an open case of one student holds the merger up, and is named', async () => {
  const open = { county: small.county, caseId: newId() };
  await owner.query(
    `insert into worklist (holder_county, case_id, subject_id, holder_id, holder_role, holder_path, origin_id,
       origin_path, number, kind, workflow, title, school_name, state, started_on, updated_at)
     values ($1, $2, $3, $4, 'SCHOOL_LEADER', $5, $4, $5, 'ZX-1', 'LEAVE', 'leave-school', '甲一 休学', '东庄小学',
       'PREPARING', '2026-09-18', now())`,
    [open.county, open.caseId, first, small.id, small.path],
  );
  const { body } = await draw(small.id, { kind: 'MERGER', intoId: large.id });
  const stood = await everything();
  const held = await sign(body.caseId);
  assert.equal(held.status, 409);
  assert.match(held.detail ?? '', /甲一 休学（ZX-1）还没有办结/);
  assert.deepEqual(await everything(), stood);
  await owner.query('delete from worklist where case_id = $1', [open.caseId]);
  assert.equal((await sign(body.caseId)).status, 200);
});

test('after the merger all are there with grade, seat and number; the school has ended and its files have a keeper', async () => {
  const there = { name: '中心小学', since: '2026-09-20', numbered: true };
  assert.deepEqual(await where(first), { ...there, grade: 1, ordinal: 2, seat_no: 1 });
  assert.deepEqual(await where(second), { ...there, grade: 1, ordinal: 2, seat_no: 2 });
  assert.deepEqual(await where(third), { ...there, grade: 3, ordinal: 1, seat_no: 1 });
  assert.deepEqual([await roster(small, '2026-09-19'), await roster(large, '2026-09-19')], [3, 1]);
  assert.deepEqual([await roster(small, '2026-09-20'), await roster(large, '2026-09-20')], [0, 4]);
  const [school] = await rows('select valid_to::text from institutions where id = $1', small.id);
  assert.equal(school?.valid_to, '2026-09-20');
  const [kept] = await rows('select custodian_id, since::text from file_custodies where school_id = $1', small.id);
  assert.deepEqual(kept, { custodian_id: large.id, since: '2026-09-20' });
  assert.notEqual((await clerk.get('/api/students')).status, 200, 'its accounts are sealed');
  const trail = await rows(
    `select detail ->> 'students' as students from audit_events where action = 'CARRY_OUT_MERGER'`,
  );
  assert.deepEqual(trail, [{ students: '3' }]);
  assert.equal((await draw(small.id, { kind: 'MERGER', intoId: large.id })).status, 409);
});

test('the files of all who moved are owed to the absorbing school, which signs for them though the school has ended', async () => {
  const owed = await rows(
    `select student_id, reason, due_on::text from file_hand_overs where from_school_id = $1 and to_school_id = $2`,
    ...[small.id, large.id],
  );
  assert.deepEqual(owed.map(({ student_id: id }) => id).toSorted(), [first, second, third].toSorted());
  assert.deepEqual([...new Set(owed.map(({ reason }) => reason))], ['RESTRUCTURING']);
  assert.equal((await rows('select id from file_hand_overs')).length, 3, 'nobody else owes a file');
  const receiver = await person(large, 'SCHOOL_REGISTRAR');
  const { body } = await receiver.get<HandOverPage>('/api/file-hand-overs?side=IN');
  const [one] = body.items;
  assert.deepEqual([one?.reasonWords, one?.may, body.items.length], ['学校布局调整', 'RECEIVE', 3]);
  const signed = await receiver.post(`/api/file-hand-overs/${one?.id}/receipt`, { complete: true });
  assert.equal(signed.status, 200, signed.detail);
  assert.equal((await receiver.get<HandOverPage>('/api/file-hand-overs?side=IN')).body.items.length, 2);
});

test('what a school kept for another goes on to its own keeper, and who has ended keeps nothing new', async () => {
  const { body } = await preview(large.id, { kind: 'CLOSURE', custodianId: county.id, destinations: [] });
  assert.deepEqual(body.files.former, { files: 2, schools: 1, keeperName: county.name });
  const ended = await preview(large.id, { kind: 'CLOSURE', custodianId: small.id, destinations: [] });
  assert.deepEqual([ended.status, /须是在办的其他单位/.test(ended.detail ?? '')], [400, true]);
});

test('a school is not closed before a keeper of its files is named and every student has a place (MOE-9.5)', async () => {
  const none = await draw(closing.id, { kind: 'CLOSURE', destinations: [{ grade: 2, toId: large.id }] });
  assert.equal(none.status, 422, none.detail);
  assert.match(none.detail ?? '', /须由县级教育行政部门指定接管档案的单位/);
  const orphaned = await draw(closing.id, { kind: 'CLOSURE', custodianId: county.id, destinations: [] });
  const refused = await sign(orphaned.body.caseId);
  assert.match(refused.detail ?? '', /还有1名学生没有去向/);
  await registrar.post(`/api/cases/${orphaned.body.caseId}/acts`, { action: 'WITHDRAW' });
});

test('who may keep the files is offered by name: the authorities over the school, with who names the unit by law', async () => {
  const { body } = await registrar.get<SchoolBefore>(`/api/restructurings/schools/${closing.id}`);
  assert.equal(body.keepers[0]?.id, county.id, 'the nearest first');
  assert.ok(body.keepers.length >= 2 && body.keepers.every(({ name }) => name !== ''));
  assert.match(body.keeping.map(({ sentence }) => sentence).join(), /县级教育行政部门指定接管档案的单位/);
  assert.ok(body.keeping.some(({ chip }) => chip === '国家·第九条'));
  const far = await anAuthority(app, { placeCode: '510107' });
  const strange = await preview(closing.id, { kind: 'CLOSURE', custodianId: far.id, destinations: [] });
  assert.match(strange.detail ?? '', /须在本单位管理范围内/);
});

test('closed, its students stand where the plan says and the files are with the named unit', async () => {
  const archive = { archiveName: '长葛市档案馆' };
  const matter = { kind: 'CLOSURE', custodianId: county.id, ...archive, destinations: [{ grade: 2, toId: large.id }] };
  const { said } = (await preview(closing.id, matter)).body;
  assert.ok(said.some(({ words }) => words === `${county.name}，存放于长葛市档案馆`));
  const { body } = await draw(closing.id, matter);
  assert.equal((await sign(body.caseId)).status, 200);
  assert.equal((await where(leaves))?.name, '中心小学');
  const of = 'select custodian_id, archive_name from file_custodies where school_id = $1';
  assert.deepEqual(await rows(of, closing.id), [{ custodian_id: county.id, archive_name: '长葛市档案馆' }]);
});

test('to a school beyond the place nobody is sent, nor to one that does not teach the grade', async () => {
  assert.equal((await preview(bystander.id, { kind: 'MERGER', intoId: elsewhere.id })).status, 400);
  const senior = await aSchool(app, { under: county, schoolType: 'SENIOR', stages: ['SENIOR'] });
  assert.match((await preview(bystander.id, { kind: 'MERGER', intoId: senior.id })).detail ?? '', /不设此学段/);
  assert.equal((await preview(elsewhere.id, { kind: 'MERGER', intoId: large.id })).status, 404);
  assert.equal((await preview(large.id, { kind: 'MERGER', intoId: large.id })).status, 400);
});

test('a town asks, the county decides, and a whole class group goes over with its seats', async () => {
  const centre = await aCentreSchool(app, { under: county });
  const [point, primary] = [await aSchool(app, { under: centre }), await aSchool(app, { under: centre })];
  const [child = '', absent = ''] = await inGrade(point, 3, '戊一', '戊二');
  const { rows: groups } = await owner.query('select id from class_groups where school_id = $1', [point.id]);
  const matter = { kind: 'WHOLE_CLASS', classGroupId: groups[0].id, toId: primary.id };
  const wish = { schoolId: point.id, matter, opinion: '升入高年级，整班转入' };
  const { body, detail } = await (await person(centre, 'SCHOOL_REGISTRAR')).post<{ caseId: string }>(
    '/api/restructurings',
    wish,
  );
  assert.ok(body.caseId, detail);
  await (await person(centre, 'SCHOOL_LEADER')).post(`/api/cases/${body.caseId}/acts`, {
    action: 'SUBMIT',
    opinion: '属实',
  });
  assert.equal((await where(child))?.name, point.name);
  await registrar.post(`/api/cases/${body.caseId}/acts`, { action: 'APPROVE', opinion: '同意' });
  assert.equal((await sign(body.caseId)).status, 200);
  assert.deepEqual([(await where(child))?.name, (await where(absent))?.seat_no], [primary.name, 2]);
  const [open] = await rows('select valid_to from institutions where id = $1', point.id);
  assert.equal(open?.valid_to, null, 'the school itself goes on');
});

test('a school bears its new name from the day on, and a roster of the day before bears the old one', async () => {
  const { body } = await draw(bystander.id, { kind: 'SCHOOLING', name: '南庄实验小学' });
  assert.equal((await sign(body.caseId)).status, 200);
  const [old] = await rows('select name, valid_to::text from former_names where institution_id = $1', bystander.id);
  assert.deepEqual(old, { name: '南庄小学', valid_to: '2026-09-20' });
});

test('a stage or grade that goes is refused while students are in it; a type that grows is decided on at once', async () => {
  const school = await aSchool(app, { under: county, name: '北庄小学' });
  await inGrade(school, 6, '戊一');
  const shorter = { kind: 'SCHOOLING', years: { PRIMARY: 5 }, provincialConsent: '冀教基〔2026〕3号' };
  const plan = await preview(school.id, shorter);
  assert.equal(plan.status, 200, plan.detail);
  assert.deepEqual([plan.body.orphans, plan.body.moves.map(({ groupWords }) => groupWords)], [1, ['六(1)班']]);
  const { body: held } = await draw(school.id, shorter);
  const refused = await sign(held.caseId);
  assert.match(refused.detail ?? '', /还有1名学生没有去向/);
  const misfit = await preview(school.id, { kind: 'SCHOOLING', schoolType: 'SENIOR', stages: ['SENIOR'] });
  assert.match(misfit.detail ?? '', /须换用新的学校标识码/);
  const junior = await aSchool(app, { under: county, name: '城南中学', schoolType: 'JUNIOR' });
  await inGrade(junior, 7, '庚一');
  const nineYear = { kind: 'SCHOOLING', schoolType: 'NINE_YEAR', stages: ['PRIMARY', 'JUNIOR'] };
  const { body: grown } = await draw(junior.id, nineYear);
  const signed = await sign(grown.caseId);
  assert.equal(signed.status, 200, signed.detail);
  const [after] = await rows('select school_type, stages::text from institutions where id = $1', junior.id);
  assert.deepEqual(after, { school_type: 'NINE_YEAR', stages: '{PRIMARY,JUNIOR}' });
});

test('class groups that are too large for the law of the receiving school are named before anybody signs', async () => {
  const city = await anAuthority(app, { placeCode: '140105' });
  const [from, to] = [await aSchool(app, { under: city }), await aSchool(app, { under: city })];
  await inGrade(
    from,
    1,
    ...Array.from(
      { length: 46 },
      (_, place) => `己${'一二三四五六七八九十'[place % 10]}${'甲乙丙丁戊'[Math.floor(place / 10)]}`,
    ),
  );
  const officer = await person(city, 'AUTHORITY_REGISTRAR');
  const { body } = await officer.post<PlanView>('/api/restructurings/previews', {
    schoolId: from.id,
    matter: { kind: 'MERGER', intoId: to.id },
  });
  const [move] = body.moves;
  assert.deepEqual([move?.students, move?.size?.verdict, move?.size?.chip], [46, 'DISCRETIONARY', '山西·第十三条']);
});

test('what was drawn up is listed for those it concerns, and for nobody else', async () => {
  const { body } = await registrar.get<RestructuringList>('/api/restructurings');
  const renamed = body.items.find(({ said }) => said.includes('南庄实验小学'));
  assert.deepEqual([renamed?.matterWords, renamed?.state, renamed?.students], ['更名和办学变更', 'COMPLETED', 0]);
  const other = await person(await anAuthority(app, { placeCode: '140107' }), 'AUTHORITY_REGISTRAR');
  assert.deepEqual((await other.get<RestructuringList>('/api/restructurings')).body.items, []);
});
