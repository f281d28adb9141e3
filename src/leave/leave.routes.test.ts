/** 休学: what the law of each place lets begin, who decides it there, and what it does to registration and roster. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { apply, carryOut, ILL, type LeaveTown, leaveTowns } from '../../tests/leave-desks.ts';
import type { CaseView } from '../cases/cases.api.ts';
import type { LeavePreview } from './leave.api.ts';

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
    `select state, grade, valid_from::text, valid_to::text from registrations where student_id = $1
     order by valid_from, valid_to nulls last`,
    id,
  );
const rosterOf = async (id: string) =>
  (await rows('select state, grade, class_group_id from roster where student_id = $1', id))[0];
const everything = async () => [
  await rows('select * from registrations order by student_id, id'),
  await rows('select * from roster order by student_id'),
  await rows('select * from cases order by id'),
  await rows('select * from open_cases'),
  await rows(`select count(*)::int from audit_events where subject_kind in ('STUDENT', 'CASE')`),
];
const leave = (more: Record<string, unknown> = {}) => ({ kind: 'LEAVE', form: { ...ILL, ...more } });

/** Refused with these words, and nothing at all has changed. */
async function refused(place: LeaveTown, student: string, matter: ReturnType<typeof leave>, words: RegExp) {
  const before = await everything();
  const answer = await apply(place, student, matter);
  assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status}`);
  assert.match(answer.detail ?? '', words);
  assert.deepEqual(await everything(), before);
}

test('in Shanxi school and authority agree; the registration goes on as leave, the seat in the class group ends', async () => {
  const [student, bystander] = [await shanxi.student('王静怡'), await shanxi.student('赵海涛')];
  const atHome = await rosterOf(bystander);
  const opened = await apply(shanxi, student, leave());
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await rosterOf(student))?.state, 'ENROLLED', 'nothing happens before everybody has agreed');
  const { body: view } = await shanxi.school.registrar.get<CaseView>(`/api/cases/${caseId}`);
  assert.deepEqual(
    view.track.map(({ role }) => role),
    ['学校', '学籍主管部门'],
  );
  assert.equal(view.clock, null, 'no text gives a term');
  assert.ok(view.findings.some(({ chip }) => chip === '山西·第二十三条'));
  await shanxi.school.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  const [authority] = shanxi.above;
  const alone = { action: 'APPROVE', opinion: '情况属实' };
  assert.equal((await authority!.registrar.post(`/api/cases/${caseId}/acts`, alone)).status, 200);
  assert.equal((await authority!.registrar.post(`/api/cases/${caseId}/acts`, alone)).status, 409, 'two people');
  const done = await authority!.leader.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, alone);
  assert.equal(done.body.stateWords, '已休学，保留学籍');
  assert.deepEqual(await registrationsOf(student), [
    { state: 'ENROLLED', grade: 4, valid_from: '2023-09-01', valid_to: '2026-10-10' },
    { state: 'ON_LEAVE', grade: 4, valid_from: '2026-10-10', valid_to: null },
  ]);
  assert.deepEqual(await rosterOf(student), { state: 'ON_LEAVE', grade: 4, class_group_id: null });
  assert.deepEqual(await rosterOf(bystander), atHome);
  const trail = await rows('select action from audit_events where subject_id = $1 order by id', student);
  assert.deepEqual(
    trail.map(({ action }) => action),
    ['OPEN_LEAVE', 'BEGIN_LEAVE'],
  );
});

test('the roster of the class group has the student on the day before and not on the day itself', async () => {
  const student = await shanxi.student('周雨桐');
  const [row] = await rows('select class_group_id from roster where student_id = $1', student);
  await carryOut(shanxi, student, leave());
  const on = async (day: string) => {
    const path = `/api/class-groups/${row!.class_group_id}/roster?on=${day}`;
    const { body } = await shanxi.school.registrar.get<{ students: { name: string }[] }>(path);
    return body.students.some(({ name }) => name === '周雨桐');
  };
  assert.deepEqual([await on('2026-10-09'), await on('2026-10-10')], [true, false]);
});

test('in Sichuan the county and then the city, in a town school of Qianan its centre school', async () => {
  const far = await carryOut(sichuan, await sichuan.student(), leave());
  assert.equal(far.stateWords, '已休学，保留学籍');
  const view = await sichuan.school.registrar.get<CaseView>(`/api/cases/${far.caseId}`);
  assert.deepEqual(
    view.body.track.map(({ role }) => role),
    ['学校', '学籍主管部门', '市级教育行政部门'],
  );
  const near = await carryOut(hebei, await hebei.student(), leave({ endsOn: '2027-10-08' }));
  assert.equal(near.stateWords, '已休学，保留学籍');
});

test('U1.3: a fifth of the hours is no third in Shanxi; U1.4: no school of Changge orders a leave; nothing is written', async () => {
  await refused(
    shanxi,
    await shanxi.student(),
    leave({ hoursMissed: 120 }),
    /未达到学期总学时600的三分之一.*山西·第二十三条/,
  );
  await refused(henan, await henan.student(), leave({ orderedBySchool: true }), /不得责令学生停学.*长葛·三、3（一）/);
  await refused(shanxi, await shanxi.student(), leave({ hospital: 'BELOW_COUNTY' }), /须有县级以上医疗单位/);
});

test('what is refused in principle asks for a reason, and goes on with one', async () => {
  const student = await sichuan.student();
  const other = { reason: 'OTHER', hospital: undefined, hospitalPapers: undefined };
  await refused(sichuan, student, leave(other), /理由|说明/);
  const opened = await apply(sichuan, student, leave(other), '监护人重病，须随同赴外地照料');
  assert.equal(opened.status, 200, opened.detail);
});

test('before it is drawn up: what the law says, the papers it asks for and who decides', async () => {
  const student = await shanxi.student();
  const { body } = await shanxi.school.registrar.post<LeavePreview>('/api/leaves/previews', {
    studentId: student,
    matter: leave({ hoursMissed: 120 }),
  });
  assert.equal(body.verdict, 'REFUSE');
  assert.deepEqual(
    body.papers.map(({ words }) => words),
    ['书面休学申请和《山西省中小学生休学、复学申请表》（附件7）', '县级以上医疗单位诊断证明'],
  );
  assert.deepEqual(
    body.steps.map(({ role }) => role),
    ['学校', '学籍主管部门'],
  );
});

test('one open case a student; days that contradict each other and another school are refused in a sentence', async () => {
  const student = await shanxi.student();
  await refused(shanxi, student, leave({ beginsOn: '2026-10-11' }), /不得晚于今天/);
  await refused(shanxi, student, leave({ endsOn: '2026-10-08' }), /须晚于起始日/);
  await refused(henan, student, leave(), /学生/);
  assert.equal((await apply(shanxi, student, leave())).status, 200);
  await refused(shanxi, student, leave(), /休学（XX-2026-1010-/);
});

test('returned for mending, the form is put right, and it goes back; withdrawn, nothing has changed', async () => {
  const student = await shanxi.student();
  const { caseId } = (await apply(shanxi, student, leave())).body;
  const act = (by: LeaveTown['school'], action: string, opinion?: string) =>
    by.registrar.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, { action, opinion });
  await shanxi.school.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  const mended = leave({ endsOn: '2027-08-31' });
  const put = () => shanxi.school.registrar.put(`/api/leaves/${caseId}/form`, mended);
  assert.equal((await put()).status, 403, 'the authority has it');
  assert.equal((await act(shanxi.above[0]!, 'RETURN', '期满日写错')).body.stateWords, '退回补正');
  assert.equal((await put()).status, 200);
  const view = await shanxi.school.registrar.get<CaseView>(`/api/cases/${caseId}`);
  assert.equal((view.body.data as { matter: { form: { endsOn: string } } }).matter.form.endsOn, '2027-08-31');
  assert.equal((await act(shanxi.school, 'WITHDRAW')).body.stateWords, '已撤回');
  assert.deepEqual(await registrationsOf(student), [
    { state: 'ENROLLED', grade: 4, valid_from: '2023-09-01', valid_to: null },
  ]);
  assert.equal((await apply(shanxi, student, leave())).status, 200, 'and may be asked for again');
});
