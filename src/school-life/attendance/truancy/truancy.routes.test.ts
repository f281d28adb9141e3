/** 旷课: alarms from the marks by the law of each place, contacts kept sealed, what is told in writing, and receipts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { type AttendanceDesk, attendanceDesks, callRolls, rollOf } from '../../../../tests/attendance-desks.ts';
import { anAccount } from '../../../../tests/builders.ts';
import { addDays, type CivilDate, civilDate, weekdayOf } from '../../../kernel/civil-date.ts';
import type { TruantStanding, TruantsView } from './truancy.api.ts';

const { app, authorities, junior, senior, shanxi, bystander } = await attendanceDesks();
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());

const rows = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
const [child = '', often = ''] = junior.students;
const week = ['14', '15', '16', '17', '18'].map((date) => `2026-09-${date}`);
const truants = async (desk: Pick<AttendanceDesk, 'registrar'>) =>
  (await desk.registrar.get<TruantsView>('/api/truancy')).body;
const standing = async (id = child) => (await junior.registrar.get<TruantStanding>(`/api/truancy/students/${id}`)).body;

/** So many days of school before the day of the clock, all truant, in one go. */
async function stayAway(desk: AttendanceDesk, studentId: string, count: number, last: CivilDate) {
  const days: CivilDate[] = [];
  for (let on = last; days.length < count; on = addDays(on, -1)) if (weekdayOf(on) <= 5) days.unshift(on);
  while (days.length > 0) {
    const { status, detail } = await callRolls(
      desk,
      days.splice(0, 31).map((on) => rollOf(on, [studentId])),
    );
    assert.equal(status, 200, detail);
  }
}

test('D1.1: on the fourth day the guardian is to be called, on the fifth the township is to be told', async () => {
  app.clock.set('2026-09-17T16:30:00+08:00');
  await callRolls(bystander, [rollOf('2026-09-17')]);
  await callRolls(
    junior,
    week.slice(0, 4).map((on) => rollOf(on, [child])),
  );
  const [fourth] = (await truants(junior)).items;
  assert.deepEqual([fourth!.level, fourth!.from, fourth!.runDays, fourth!.periods], ['WATCH', '2026-09-14', 4, 28]);
  assert.deepEqual(
    fourth!.steps.map(({ what, done }) => [what, done]),
    [['及时与监护人联系', false]],
  );

  app.clock.set('2026-09-18T16:30:00+08:00');
  await callRolls(junior, [rollOf('2026-09-18', [child])]);
  const { due, items } = await truants(junior);
  assert.deepEqual([due, items[0]!.level, items[0]!.from], [1, 'DUE', '2026-09-14']);
  const told = items[0]!.findings.find(({ ruleId }) => ruleId === 'truancy-notice')!;
  assert.deepEqual([told.code, told.chip], ['TO_BE_TOLD', '四川·第二十二条']);
  assert.deepEqual((await truants(bystander)).items, [], 'nobody stays away elsewhere');
});

test('the class teacher logs whom he spoke to; the words lie sealed and are read by who may see the child', async () => {
  const contact = { on: '2026-09-18', way: 'VISIT', who: '外祖母', outcome: '随母亲去了外县，答应周一送回' };
  const at = `/api/truancy/students/${child}/contacts`;
  assert.equal((await bystander.registrar.post(at, contact)).status, 404);
  assert.equal((await junior.teacher.post(at, { ...contact, on: '2026-09-19' })).status, 400, 'to come');
  assert.equal((await junior.teacher.post(at, contact)).status, 200);
  const [kept] = await rows('select sealed, way from guardian_contacts where student_id = $1', child);
  assert.equal(kept.sealed.includes('外祖母'), false);
  const { contacts, truant } = await standing();
  assert.deepEqual([contacts[0]!.wayWords, contacts[0]!.who, truant!.contacts], ['家访', '外祖母', 1]);
  const [trail] = await rows(`select detail from audit_events where action = 'LOG_CONTACT'`);
  assert.deepEqual(Object.keys(trail.detail), ['on', 'way', 'contact']);
});

test('told in writing the alarm rests, and the receipt is kept once', async () => {
  const report = {
    recipient: 'TOWNSHIP',
    recipientName: '簇桥街道办事处',
    on: '2026-09-18',
    paperNumber: '〔2026〕3号',
  };
  const at = `/api/truancy/students/${child}/reports`;
  assert.equal((await junior.teacher.post(at, report)).status, 403, 'the registrar writes to the township');
  const { body } = await junior.registrar.post<{ id: string }>(at, report);
  const after = await truants(junior);
  assert.deepEqual([after.due, after.items[0]!.level], [0, 'TOLD']);
  assert.deepEqual(
    after.items[0]!.steps.filter(({ by }) => by === 'SCHOOL').map(({ done }) => done),
    [true],
  );
  const receipt = (by: string) =>
    junior.registrar.put(`/api/written-reports/${body.id}/receipt`, { on: '2026-09-18', by });
  assert.equal(
    (await bystander.registrar.put(`/api/written-reports/${body.id}/receipt`, { on: '2026-09-18', by: '王' })).status,
    404,
  );
  assert.equal((await receipt('王建国')).status, 200);
  assert.match((await receipt('王建国')).detail ?? '', /已于2026-09-18由王建国签收/);
  assert.deepEqual(
    (await standing()).reports.map(({ matterWords, receivedBy }) => [matterWords, receivedBy]),
    [['旷课告知', '王建国']],
  );
});

test('D1.2: by the text of the school fifteen days make a dropout: visit, report, order', async () => {
  app.clock.set('2026-09-28T16:30:00+08:00');
  await callRolls(
    junior,
    ['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24', '2026-09-28'].map((on) =>
      rollOf(on, [child]),
    ),
  );
  const [item] = (await truants(junior)).items;
  assert.deepEqual([item!.level, item!.runDays], ['DUE', 11]);
  assert.ok(item!.findings.some(({ code }) => code === 'DROPPED_OUT'));
  assert.deepEqual(
    item!.steps.map(({ byWords, what }) => `${byWords} ${what}`).filter((words) => /校长|家访/.test(words)),
    ['班主任 向校长报告，家访查明原因，敦促到校', '校长 立即报告上级教育部门'],
  );
});

test('who comes for one period has no run any more, and the periods of the term stay', async () => {
  app.clock.set('2026-09-29T16:30:00+08:00');
  await callRolls(junior, [rollOf('2026-09-29', [], [{ studentId: child, kind: 'TRUANT', periods: 3 }])]);
  const { truant } = await standing();
  assert.deepEqual([truant!.from, truant!.periods], [null, 80]);
});

test('a class teacher sees the alarms of the own class group, the county those of its schools, without a way to act on them', async () => {
  assert.equal((await junior.teacher.get<TruantsView>('/api/truancy')).body.total, 1);
  const stranger = app.as(await anAccount(app, { at: junior.school, role: 'CLASS_TEACHER' }));
  assert.equal((await stranger.get<TruantsView>('/api/truancy')).body.total, 0);
  assert.equal((await stranger.get(`/api/truancy/students/${child}`)).status, 404);
  const county = app.as(await anAccount(app, { at: authorities.wuhou }));
  const { body } = await county.get<TruantsView>('/api/truancy');
  assert.deepEqual(
    body.items.map(({ schoolName }) => schoolName),
    [junior.school.name],
  );
  assert.equal((await county.post(`/api/truancy/students/${child}/contacts`, {})).status, 403);
});

test('W3: 140 periods of a senior student in Sichuan are due, 139 are not; in Shanxi it is more than eight weeks', async () => {
  app.clock.set('2026-10-30T16:30:00+08:00');
  await stayAway(senior, senior.students[0]!, 20, civilDate('2026-10-30'));
  const [full] = (await truants(senior)).items;
  assert.deepEqual([full!.periods, full!.level], [140, 'DUE']);
  assert.deepEqual(
    full!.findings.map(({ sentence }) => sentence),
    ['旷课已达规定，只联系监护人0次'],
  );
  const shorter = { ...rollOf('2026-10-30'), absences: rollOf('2026-10-30', [senior.students[0]!]).absences };
  shorter.absences[1]!.periods = 2;
  await callRolls(senior, [shorter]);
  assert.deepEqual(
    (await truants(senior)).items.map(({ periods, level }) => [periods, level]),
    [[139, 'WATCH']],
  );

  await stayAway(shanxi, shanxi.students[0]!, 40, civilDate('2026-10-30'));
  assert.equal((await truants(shanxi)).items[0]!.level, 'WATCH');
  app.clock.set('2026-11-02T16:30:00+08:00');
  await callRolls(shanxi, [rollOf('2026-11-02', [shanxi.students[0]!])]);
  const [item] = (await truants(shanxi)).items;
  assert.deepEqual([item!.runDays, item!.level], [41, 'DUE']);
});

test('who is registered as a dropout is no alarm any more: the list of dropouts has the child', async () => {
  const [student = ''] = shanxi.students;
  await owner.query(`update registrations set state = 'DROPPED_OUT' where student_id = $1`, [student]);
  const { total, due } = await truants(shanxi);
  assert.deepEqual([total, due], [0, 0]);
  const { body } = await shanxi.registrar.get<TruantStanding>(`/api/truancy/students/${student}`);
  assert.equal(body.truant?.runDays, 41, 'the counters stay with the child');
});

test('truancy with leave in between is counted apart, and an earlier term does not count', async () => {
  app.clock.set('2027-03-08T16:30:00+08:00');
  assert.deepEqual((await truants(senior)).items, []);
  assert.equal((await standing(often)).truant, null);
});
