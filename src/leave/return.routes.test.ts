/** 延长休学与复学: how long, back into which grade, when the leave runs out, and one registration at every moment. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { apply, carryOut, ILL, type LeaveTown, leaveTowns } from '../../tests/leave-desks.ts';
import type { CaseView } from '../cases/cases.api.ts';
import type { StudentView } from '../students/api/students.api.ts';
import type { LeaveStanding, OnLeave, OnLeavePage } from './leave.api.ts';

const { app, shanxi, sichuan, henan, hebei } = await leaveTowns();
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());

const rows = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
const registrationsOf = (id: string) =>
  rows(
    `select state, grade, intake_year, valid_from::text, valid_to::text from registrations where student_id = $1
     order by valid_from, valid_to nulls last`,
    id,
  );
const on = (day: string) => app.clock.set(`${day}T10:00:00+08:00`);
const extension = (until: string, more: Record<string, unknown> = {}) => ({
  kind: 'LEAVE_EXTENSION',
  form: { until, hospital: 'COUNTY', ...more },
});
const back = (returnsOn: string, gradeWanted: number, more: Record<string, unknown> = {}) => ({
  kind: 'RETURN',
  form: { returnsOn, gradeWanted, hospital: 'COUNTY', leaveCertificate: true, ...more },
});
const leaveOf = async (place: LeaveTown, name: string, more: Record<string, unknown> = {}) => {
  on('2026-10-10');
  const student = await place.student(name);
  await carryOut(place, student, { kind: 'LEAVE', form: { ...ILL, ...more } }, '病情需长期休养');
  return student;
};
async function refused(place: LeaveTown, student: string, matter: ReturnType<typeof back>, words: RegExp) {
  const known = await registrationsOf(student);
  const answer = await apply(place, student, matter);
  assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status}`);
  assert.match(answer.detail ?? '', words);
  assert.deepEqual(await registrationsOf(student), known);
  assert.deepEqual(await rows('select * from open_cases where student_id = $1', student), []);
}
const watched = async (place: LeaveTown, student: string): Promise<OnLeave | undefined> => {
  const { body } = await place.school.registrar.get<OnLeavePage>('/api/leaves');
  return body.items.find(({ studentId }) => studentId === student);
};

test('the whole absence of a sick child in Shanxi: leave, extension, and back into the next grade', async () => {
  const student = await leaveOf(shanxi, '李沐辰');
  const bystander = await shanxi.student('王静怡');
  on('2027-08-25');
  assert.equal((await carryOut(shanxi, student, extension('2028-08-31'), '尚未康复')).stateWords, '已延长休学');
  on('2028-09-01');
  await refused(shanxi, student, back('2028-09-01', 6), /复学可回4年级或到5年级/);
  const done = await carryOut(shanxi, student, back('2028-09-01', 5));
  assert.equal(done.stateWords, '已同意复学');
  const seen = await shanxi.school.registrar.get<CaseView>(`/api/cases/${done.caseId}`);
  assert.deepEqual([seen.status, seen.body.tone], [200, 'DONE']);
  assert.deepEqual(await registrationsOf(student), [
    { state: 'ENROLLED', grade: 4, intake_year: 2023, valid_from: '2023-09-01', valid_to: '2026-10-10' },
    { state: 'ON_LEAVE', grade: 4, intake_year: 2023, valid_from: '2026-10-10', valid_to: '2027-08-25' },
    { state: 'ON_LEAVE', grade: 4, intake_year: 2023, valid_from: '2027-08-25', valid_to: '2028-09-01' },
    { state: 'ENROLLED', grade: 5, intake_year: 2024, valid_from: '2028-09-01', valid_to: null },
  ]);
  const roster = await rows('select state, grade, class_group_id from roster where student_id = $1', student);
  assert.deepEqual(roster, [{ state: 'ENROLLED', grade: 5, class_group_id: null }]);
  assert.equal((await registrationsOf(bystander)).length, 1);
  const { body } = await shanxi.school.registrar.get<StudentView>(`/api/students/${student}`);
  assert.deepEqual(
    body.marks.filter(({ kind }) => kind === 'CASE').map(({ title, note }) => `${title} ${note}`),
    ['休学 保留学籍', '延长休学 保留学籍', '复学 编入五年级'],
  );
  assert.equal(body.stateWords, '在读');
  const standing = await shanxi.school.registrar.get<LeaveStanding>(`/api/leaves/students/${student}`);
  assert.deepEqual([standing.body.onLeave, standing.body.running], [false, null]);
});

test('U2.1: in Sichuan the school alone extends, thirteen days before the end; in Shanxi the authority as well', async () => {
  const student = await leaveOf(sichuan, '周雨桐', { endsOn: '2027-09-10' });
  on('2027-08-26');
  await refused(sichuan, student, extension('2028-03-10') as never, /四川/);
  on('2027-08-28');
  const { body, detail } = await apply(sichuan, student, extension('2028-03-10'), '尚未康复');
  assert.ok(body.caseId, detail);
  const acts = `/api/cases/${body.caseId}/acts`;
  const signed = await sichuan.school.leader.post<{ stateWords: string }>(acts, { action: 'SUBMIT' });
  assert.equal(signed.body.stateWords, '已延长休学');
  assert.equal((await watched(sichuan, student))?.endsOn, '2028-03-10');
});

test('U2.3: nobody in Shanxi is away for more than two years', async () => {
  const student = await leaveOf(shanxi, '吴国庆');
  on('2027-08-25');
  await refused(shanxi, student, extension('2028-10-09') as never, /连续休学最长24个月|两年|2年/);
  await refused(shanxi, student, extension('2027-09-01') as never, /须晚于现在的期满日2027-09-10/);
});

test('U3.3: in Qianan nobody comes back after seven months; U3.4: in Changge nobody without proof of health', async () => {
  const early = await leaveOf(hebei, '郑志强', { endsOn: '2027-10-08' });
  on('2027-05-10');
  await refused(hebei, early, back('2027-05-10', 4), /不得提前复学.*迁安/);
  const unwell = await leaveOf(henan, '冯海涛');
  on('2027-09-10');
  await refused(henan, unwell, back('2027-09-10', 5, { hospital: 'NONE' }), /复学须有/);
  await refused(henan, unwell, back('2027-09-10', 9), /不设九年级/);
});

test('an early return in Sichuan goes through county and city', async () => {
  const student = await leaveOf(sichuan, '陈思远');
  on('2027-03-01');
  assert.equal((await carryOut(sichuan, student, back('2027-03-01', 4))).stateWords, '已同意复学');
  assert.deepEqual((await registrationsOf(student)).at(-1), {
    state: 'ENROLLED',
    grade: 4,
    intake_year: 2023,
    valid_from: '2027-03-01',
    valid_to: null,
  });
});

test('who is not on leave cannot come back; who is, cannot go on leave again', async () => {
  on('2026-10-10');
  await refused(shanxi, await shanxi.student('蒋建国'), back('2026-10-10', 5), /不在休学期/);
  const student = await leaveOf(shanxi, '沈丽华');
  await refused(shanxi, student, { kind: 'LEAVE', form: ILL } as never, /已在休学期/);
});

test('U3.2: a leave that runs out is watched, urged, and what follows by law is said; nobody else sees it', async () => {
  const student = await leaveOf(henan, '韩文博');
  assert.deepEqual([(await watched(henan, student))?.daysLeft, (await watched(henan, student))?.findings], [335, []]);
  assert.equal(await watched(shanxi, student), undefined);
  on('2027-08-20');
  const soon = await henan.above[0]!.registrar.get<OnLeavePage>('/api/leaves');
  assert.ok(soon.body.ending >= 1, 'the authority sees it too');
  const urge = (day: string) => henan.school.registrar.put(`/api/leaves/students/${student}/urging`, { on: day });
  assert.equal((await urge('2027-08-20')).status, 400, 'before the end there is nothing to urge');
  on('2027-09-15');
  assert.equal((await watched(henan, student))?.findings[0]?.code, 'TO_BE_URGED');
  assert.equal((await urge('2027-09-14')).status, 200);
  on('2027-09-21');
  const item = await watched(henan, student);
  assert.deepEqual([item?.urgedOn, item?.findings[0]?.code], ['2027-09-14', 'URGED_IN_VAIN']);
  assert.match(item!.findings[0]!.sentence, /责令监护人送学生复学/);
  const figures = await henan.school.registrar.get<OnLeavePage>('/api/leaves');
  assert.ok(figures.body.ended >= 1);
});

const runJob = async () =>
  app.features.jobs.find(({ name }) => name === 'begin-returns')!.run({}, new AbortController().signal);

test('a return agreed to before its day changes nothing until that day; the morning job begins it once, as of the day', async () => {
  const student = await leaveOf(sichuan, '许欣怡');
  on('2027-02-20');
  const { caseId } = await carryOut(sichuan, student, back('2027-03-01', 4));
  const onLeave = await registrationsOf(student);
  assert.equal(onLeave.at(-1).state, 'ON_LEAVE');
  assert.equal((await rows('select state from roster where student_id = $1', student))[0].state, 'ON_LEAVE');
  const item = await watched(sichuan, student);
  assert.deepEqual([item?.returnsOn, item?.findings], ['2027-03-01', []]);
  await refused(sichuan, student, back('2027-03-08', 4), /已同意此学生自2027-03-01起复学/);
  on('2027-02-28');
  await runJob();
  assert.deepEqual(await registrationsOf(student), onLeave, 'not a day before');
  on('2027-03-03');
  await runJob();
  const returned = await registrationsOf(student);
  assert.deepEqual(
    returned.slice(-2).map(({ state, valid_from, valid_to }) => [state, valid_from, valid_to]),
    [
      ['ON_LEAVE', onLeave.at(-1).valid_from, '2027-03-01'],
      ['ENROLLED', '2027-03-01', null],
    ],
    'made up for two days later, it counts from the day that was agreed on',
  );
  await runJob();
  assert.deepEqual(await registrationsOf(student), returned, 'run again, it does nothing');
  const trail = await rows(
    `select action from audit_events where subject_id = $1 and action in ('AGREE_TO_RETURN', 'END_LEAVE') order by id`,
    student,
  );
  assert.deepEqual(
    trail.map(({ action }) => action),
    ['AGREE_TO_RETURN', 'END_LEAVE'],
  );
  assert.ok(caseId);
});

test('a return whose leave has meanwhile been overtaken is not begun, and the trail says so', async () => {
  const student = await leaveOf(sichuan, '韩晚晴');
  on('2027-02-20');
  const { caseId } = await carryOut(sichuan, student, back('2027-03-01', 4));
  await owner.query(`update registrations set begun_by = $2 where student_id = $1 and valid_to is null`, [
    student,
    caseId,
  ]);
  const known = await registrationsOf(student);
  on('2027-03-01');
  await runJob();
  assert.deepEqual(await registrationsOf(student), known);
  const [row] = await rows(
    `select count(*)::int from audit_events where subject_id = $1 and action = 'RETURN_OVERTAKEN'`,
    student,
  );
  assert.equal(row.count, 1);
});

test('urged in vain, the school reports to whom the law names; the receipt comes from there and stands in the list of both', async () => {
  const student = await leaveOf(henan, '曹嘉树');
  const put = (what: string, body: unknown, by = henan.school.registrar) =>
    by.put<unknown>(`/api/leaves/students/${student}/${what}`, body);
  const officer = henan.above[0]!.registrar;
  const says = '三次家访未返校';
  on('2027-09-20');
  assert.match((await put('report', { on: '2027-09-20', says })).detail!, /尚未登记督促复学/);
  await put('urging', { on: '2027-09-15' });
  assert.ok((await watched(henan, student))?.reportTo, 'the list says to whom');
  assert.equal((await put('report', { on: '2027-09-14', says })).status, 400);
  assert.match((await put('receipt', { on: '2027-09-20', says }, officer)).detail!, /尚未书面报告/);
  assert.equal((await put('report', { on: '2027-09-20', says }, shanxi.school.registrar)).code, 'NOT_FOUND');
  assert.equal((await put('report', { on: '2027-09-20', says })).status, 200);
  assert.match((await put('report', { on: '2027-09-20', says })).detail!, /已于2027-09-20书面报告/);
  on('2027-09-22');
  assert.equal(
    (await put('receipt', { on: '2027-09-22', says: '已责令监护人' }, shanxi.above[0]!.registrar)).code,
    'NOT_FOUND',
  );
  const given = await put(
    'receipt',
    { on: '2027-09-22', number: '长教回〔2027〕3号', says: '已责令监护人送返' },
    officer,
  );
  assert.equal(given.status, 200, given.detail);
  assert.equal((await put('receipt', { on: '2027-09-22', says: '再登记一次' }, officer)).code, 'STEP_NOT_ALLOWED');
  const seen = (await officer.get<OnLeavePage>('/api/leaves')).body.items.find((one) => one.studentId === student);
  assert.deepEqual(
    [seen?.reportTo, seen?.report?.on, seen?.report?.receipt?.number],
    [null, '2027-09-20', '长教回〔2027〕3号'],
  );
});
