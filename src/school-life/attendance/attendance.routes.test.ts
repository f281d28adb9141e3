/** 考勤: who may call the roll of whom, what is corrected and closed, and what the law of the place lets be granted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { refusing } from '../../../tests/access/caller.ts';
import { attendanceDesks, callRolls, rollOf } from '../../../tests/attendance-desks.ts';
import { aClassGroup, anAccount, writing } from '../../../tests/builders.ts';
import { ownersView } from '../../../tests/database.ts';
import { setTeacher } from '../../authorities/classes/class-group.store.ts';
import type { AwaysView, GateView, RegisterView, SchoolDayView, SumsView } from './attendance.api.ts';

const { app, junior, bystander } = await attendanceDesks();

const rows = await ownersView(app);
const TABLES = ['attendance_days', 'absences', 'leaves_of_absence', 'gate_slips', 'guardian_contacts'];
const everything = async () => {
  const tables = [];
  for (const table of TABLES) tables.push(await rows(`select * from ${table} order by 1, 2`));
  return [
    ...tables,
    await rows(`select count(*)::int from audit_events where subject_kind in ('STUDENT', 'CLASS_GROUP')`),
  ];
};
/** Refused with these words, and nothing at all has changed. */
const refused = refusing(everything);
const registerOf = async (from: string, to = from) =>
  (await junior.teacher.get<RegisterView>(`/api/class-groups/${junior.group.id}/register?from=${from}&to=${to}`)).body;
const marksIn = ({ students }: RegisterView, studentId: string) =>
  students.find((one) => one.studentId === studentId)!.marks;
const [first = '', second = '', third = '', fourth = ''] = junior.students;

test('all are present until somebody is marked; a whole week of the class goes in at once, and nobody else moves', async () => {
  await callRolls(bystander, [rollOf('2026-09-18', bystander.students.slice(0, 1))]);
  const untouched = await rows('select * from absences where path = $1', bystander.school.path);
  const empty = await registerOf('2026-09-14', '2026-09-20');
  assert.deepEqual(
    empty.days.map(({ on, open, taken }) => [on, open, taken]),
    ['14', '15', '16', '17', '18', '20'].map((date) => [`2026-09-${date}`, date !== '20', null]),
    'Sunday the 20th is worked for the holidays, and is still to come',
  );
  assert.deepEqual([empty.students.length, empty.students.flatMap(({ marks }) => marks)], [10, []]);
  const week = ['14', '15', '16', '17'].map((date) => rollOf(`2026-09-${date}`));
  const answer = await callRolls(junior, [
    ...week,
    rollOf('2026-09-18', [first], [{ studentId: second, kind: 'LATE', periods: 0 }]),
  ]);
  assert.equal(answer.status, 200, answer.detail);
  const after = await registerOf('2026-09-14', '2026-09-18');
  assert.ok(after.days.every(({ taken }) => taken?.earlier === false));
  assert.deepEqual(marksIn(after, first), [
    { on: '2026-09-18', half: 'MORNING', kind: 'TRUANT', periods: 4 },
    { on: '2026-09-18', half: 'AFTERNOON', kind: 'TRUANT', periods: 3 },
  ]);
  assert.deepEqual(await rows('select * from absences where path = $1', bystander.school.path), untouched);
  const trail = await rows(
    'select action, detail from audit_events where subject_id = $1 order by id',
    junior.group.id,
  );
  assert.deepEqual([trail.length, trail.at(-1)?.detail.away.TRUANT], [5, { times: 2, periods: 7 }]);
});

test('the same day is put right without a word; from the next day on a correction says why, and the old mark stays on record', async () => {
  const put = (marks: Parameters<typeof rollOf>[2], reason?: string) =>
    callRolls(junior, [rollOf('2026-09-18', [first], marks)], reason);
  assert.equal((await put([{ studentId: second, kind: 'LATE', periods: 1 }])).status, 200);
  app.clock.set('2026-09-21T08:00:00+08:00');
  const wanted = [{ studentId: third, kind: 'TRUANT' }];
  await refused(() => put(wanted), /“更正以前的考勤”须写明理由/);
  assert.equal((await put([{ studentId: second, kind: 'LATE', periods: 1 }])).status, 200, 'nothing is corrected');
  assert.equal((await put(wanted, '当天点名记错了人')).status, 200);
  const kept = await rows(
    `select student_id, kind, periods, end_reason from absences
     where path = $1 and absent_on = '2026-09-18' and kind <> 'TRUANT' and periods = 1`,
    junior.school.path,
  );
  assert.deepEqual(kept, [{ student_id: second, kind: 'LATE', periods: 1, end_reason: '当天点名记错了人' }]);
});

test('a class teacher reaches the own class group only, a leader looks on, another school sees nothing', async () => {
  const other = await aClassGroup(app, { school: junior.school, grade: 7, ordinal: 2 });
  const at = `/api/class-groups/${other.id}/register`;
  await refused(() => junior.teacher.put(at, { days: [rollOf('2026-09-21')] }), /没有找到此班级/);
  assert.equal((await junior.teacher.get(`${at}?from=2026-09-21&to=2026-09-21`)).status, 404);
  await refused(() => junior.leader.put(at, { days: [rollOf('2026-09-21')] }), /您的岗位不能办理此事/);
  await refused(() => bystander.registrar.put(at, { days: [rollOf('2026-09-21')] }), /没有找到此班级/);
  const { body } = await junior.teacher.get<SchoolDayView>('/api/attendance');
  assert.deepEqual(
    body.classGroups.map(({ id, total }) => [id, total]),
    [[junior.group.id, 10]],
  );
  assert.equal((await junior.registrar.get<SchoolDayView>('/api/attendance')).body.classGroups.length, 2);
});

test('no day to come, no stranger, no more periods than there were, nobody twice', async () => {
  await refused(() => callRolls(junior, [rollOf('2026-09-22')]), /还没有到/);
  const [stranger = ''] = bystander.students;
  await refused(() => callRolls(junior, [rollOf('2026-09-21', [stranger])]), /有学生不在本班/);
  await refused(
    () => callRolls(junior, [rollOf('2026-09-21', [], [{ studentId: first, kind: 'SICK', periods: 5 }])]),
    /只有4节/,
  );
  const twice = { studentId: first, kind: 'SICK' };
  await refused(() => callRolls(junior, [rollOf('2026-09-21', [], [twice, twice])]), /填了两次/);
  await refused(() => callRolls(junior, [rollOf('2026-09-21'), rollOf('2026-09-21')]), /同一天只能填一次/);
});

test('N3: without leave the days count as truancy, says the register, with the article', async () => {
  const answer = await callRolls(junior, [rollOf('2026-09-21', [], [{ studentId: second, kind: 'SICK' }])]);
  const { notes } = answer.body as RegisterView;
  assert.deepEqual(
    notes.map(({ name, finding }) => [name, finding.code, finding.chip]),
    [['柏一鸣', 'WITHOUT_LEAVE', '四川·第二十二条']],
  );
  assert.match(notes[0]!.finding.sentence, /按旷课处理/);
});

const askFor = (studentId: string, beginsOn: string, endsOn: string, more: object = {}) =>
  junior.teacher.post<{ id: string }>('/api/leaves-of-absence', {
    ...{ studentId, reason: 'ILLNESS', beginsOn, endsOn, guardianProof: true, diagnosis: false },
    ...more,
  });
/** The picture of a proof, as a telephone takes it. */
const show = async (entryId: string, paper = 'GUARDIAN_PROOF') => {
  const query = new URLSearchParams({ entryKind: 'LEAVE_OF_ABSENCE', entryId, paper });
  const page = { create: { width: 480, height: 640, channels: 3, background: '#ffffff' } } as const;
  const file = { name: '凭证.jpg', bytes: await sharp(page).jpeg().toBuffer() };
  return junior.teacher.upload<{ id: string }>(`/api/shown-papers?${query}`, file);
};
const decide = (by: 'teacher' | 'registrar' | 'leader', id: string, grantedAs: string, more: object = {}) =>
  junior[by].post(`/api/leaves-of-absence/${id}/decisions`, { grant: true, grantedAs, ...more });

test('N3.1: two days are granted by the class teacher, and who has leave is not truant', async () => {
  const { body, detail } = await askFor(second, '2026-09-21', '2026-09-22');
  assert.ok(body.id, detail);
  await refused(() => decide('teacher', body.id, 'CLASS_TEACHER'), /请假须有家长证明或医院诊断书（本校·七、1）/);
  assert.equal((await show(body.id)).status, 200);
  const { body: waiting } = await junior.teacher.get<AwaysView>('/api/leaves-of-absence');
  assert.deepEqual(waiting.items[0]!.toGrant, [{ granter: 'CLASS_TEACHER', words: '班主任' }]);
  assert.equal((await decide('teacher', body.id, 'CLASS_TEACHER')).status, 200);
  const { notes, students } = await registerOf('2026-09-21');
  assert.deepEqual(notes, []);
  assert.equal(students.find(({ studentId }) => studentId === second)!.leaves[0]!.endsOn, '2026-09-22');
  await refused(
    () => callRolls(junior, [rollOf('2026-09-21', [second])]),
    /柏一鸣准假至2026-09-22.*不按旷课处理.*请改记病假/,
  );
  await refused(() => decide('teacher', body.id, 'CLASS_TEACHER'), /已由.*办理/);
  await refused(() => askFor(second, '2026-09-22', '2026-09-23'), /已准假/);
});

test('N3.3: five days are more than a class teacher may grant: the moral office does', async () => {
  const { body } = await askFor(third, '2026-09-21', '2026-09-28');
  assert.equal((await show(body.id, 'DIAGNOSIS')).status, 200);
  await refused(
    () => decide('teacher', body.id, 'CLASS_TEACHER'),
    /请假5天应由政教处批准，班主任无权准假.*报政教处批准/,
  );
  await refused(() => decide('teacher', body.id, 'MORAL_OFFICE'), /以政教处的名义准假/);
  const { body: seen } = await junior.teacher.get<AwaysView>('/api/leaves-of-absence');
  const item = seen.items.find(({ id }) => id === body.id)!;
  assert.deepEqual([item.toGrant, item.steps[0]!.byWords], [[], '政教处']);
  assert.equal((await decide('registrar', body.id, 'MORAL_OFFICE')).status, 200);
});

test('leave without any proof is not granted, and a no says why', async () => {
  const { body } = await askFor(fourth, '2026-09-21', '2026-09-21', { reason: 'PERSONAL', guardianProof: false });
  await refused(() => decide('teacher', body.id, 'CLASS_TEACHER'), /请假须有家长证明/);
  await refused(() => decide('teacher', body.id, 'CLASS_TEACHER', { grant: false }), /“不准假”须写明理由/);
  assert.equal((await decide('teacher', body.id, 'CLASS_TEACHER', { grant: false, opinion: '未见家长' })).status, 200);
  await refused(() => askFor(fourth, '2026-09-26', '2026-09-26'), /不用请假/);
});

test('N3.4: the gate lets nobody go without a slip that the class teacher has signed', async () => {
  const letGo = (studentId: string) => junior.registrar.post('/api/gate-releases', { studentId });
  await refused(() => letGo(fourth), /没有班主任签署的假条，门卫不放行.*由班主任联系家长后/);
});

test('N3.2: a child falls ill at ten, the guardian is called first, the gate checks the slip and logs, once', async () => {
  app.clock.set('2026-09-21T10:00:00+08:00');
  const slip = (guardianCalled: boolean) =>
    junior.teacher.post('/api/gate-slips', { studentId: fourth, reason: '发热', guardianCalled });
  await refused(() => slip(false), /班主任须先与家长电话联系/);
  assert.equal((await slip(true)).status, 200);
  const letGo = () => junior.registrar.post('/api/gate-releases', { studentId: fourth });
  assert.equal((await letGo()).status, 200);
  const { body } = await junior.registrar.get<GateView>('/api/gate-slips');
  assert.equal(body.items[0]!.releasedAt, '2026-09-21T02:00:00.000Z');
  await refused(letGo, /不放行/);
});

test('the sums of the term, per student and for the class group', async () => {
  const { body } = await junior.leader.get<SumsView>(`/api/class-groups/${junior.group.id}/attendance-sums`);
  assert.deepEqual([body.term.words, body.daysTaken, body.periodsTaken], ['2026学年第一学期', 6, 42]);
  const truant = body.students
    .find(({ studentId }) => studentId === first)!
    .counts.find(({ kind }) => kind === 'TRUANT');
  assert.deepEqual(truant, { kind: 'TRUANT', times: 2, periods: 7 });
  assert.deepEqual(
    body.counts.find(({ kind }) => kind === 'SICK'),
    { kind: 'SICK', times: 1, periods: 4 },
  );
});

test('after the term the register is closed', async () => {
  app.clock.set('2027-02-03T09:00:00+08:00');
  await refused(() => callRolls(junior, [rollOf('2027-01-29')], '补记'), /所在学期已结束，考勤已封存/);
  const { days } = await registerOf('2027-01-29');
  assert.equal(days[0]!.open, false);
  app.clock.set('2026-09-21T10:00:00+08:00');
});

test('a class teacher who leads another class group now has lost this one', async () => {
  const successor = await anAccount(app, { at: junior.school, role: 'CLASS_TEACHER' });
  await writing(app, (tx) => setTeacher(tx, junior.group.id, successor.id));
  await refused(() => callRolls(junior, [rollOf('2026-09-21')]), /没有找到此班级/);
});
