/** 到期事项: ends of probation, old recognitions of hardship and make-ups that nobody entered, before those who must act. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Caller } from '../../../../tests/access/caller.ts';
import { type AttendanceDesk, attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { aClassGroup, anAccount, writing } from '../../../../tests/builders.ts';
import { setTeacher } from '../../../authorities/classes/class-group.store.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import type { NoticesView } from '../../../notices/notices.api.ts';
import { insertHardship } from '../../aid/hardship.store.ts';
import { insertDiscipline } from '../../conduct/discipline.store.ts';
import type { DuesView } from './dues.api.ts';

const { app, junior, shanxi, bystander } = await attendanceDesks('2027-01-18T09:00:00+08:00');
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());

const otherGroup = await aClassGroup(app, { school: shanxi.school, grade: 10, ordinal: 2 });
const otherTeacher = await anAccount(app, { at: shanxi.school, role: 'CLASS_TEACHER' });
await writing(app, (tx) => setTeacher(tx, otherGroup.id, otherTeacher.id));

const duesOf = async (caller: Caller) => (await caller.get<DuesView>('/api/school-life/dues')).body;
const watch = async () => {
  const job = app.features.jobs.find((one) => one.name === 'watch-school-life')!;
  for (let runs = 0; runs < 2; runs++) await job.run({}, new AbortController().signal);
};
const told = async (caller: Caller) =>
  (await caller.get<NoticesView>('/api/notices')).body.items
    .filter(({ kind }) => kind === 'SCHOOL_LIFE_DUE')
    .map(({ sentence }) => sentence);

const probation = (desk: AttendanceDesk, studentId: string, givenOn: string, untilOn: string) =>
  writing(app, (tx) =>
    insertDiscipline(tx, {
      ...{ studentId, caseId: newId(), schoolId: desk.school.id, path: desk.school.path, stage: 'SENIOR' },
      ...{ kind: 'PROBATION', level: 'SCHOOL', filed: true },
      ...{ givenOn: civilDate(givenOn), untilOn: civilDate(untilOn) },
    }),
  );
const recognised = (desk: AttendanceDesk, studentId: string, from: string) =>
  writing(app, (tx) =>
    insertHardship(tx, {
      ...{ studentId, caseId: newId(), degree: 'SOME', from: civilDate(from), path: desk.school.path },
    }),
  );
const [first = '', second = '', third = ''] = shanxi.students;

test('a probation is called to mind thirty days before its end, not thirty-one; once it is over the law’s word stands beside it', async () => {
  await probation(shanxi, first, '2026-02-17', '2027-02-17');
  await probation(shanxi, second, '2026-02-18', '2027-02-18');
  assert.deepEqual(
    (await duesOf(shanxi.registrar)).probations.map(({ studentId, over }) => [studentId, over]),
    [[first, false]],
  );
  await probation(shanxi, third, '2026-01-10', '2027-01-10');
  const { probations } = await duesOf(shanxi.teacher);
  assert.deepEqual(
    probations.map(({ studentId, over }) => [studentId, over]),
    [
      [third, true],
      [first, false],
    ],
  );
  assert.match(probations[0]!.finding!.sentence, /留校察看已满.*应开除学籍/);
  assert.equal(probations[0]!.finding!.chip, '山西·第四十条');
  assert.deepEqual((await duesOf(app.as(otherTeacher))).probations, [], 'of another class group nothing');
  assert.deepEqual((await duesOf(junior.registrar)).probations, [], 'of another school nothing');
});

test('hardship of an earlier school year is due, of this one not; teachers have no part in it', async () => {
  await recognised(shanxi, first, '2026-08-31');
  await recognised(shanxi, second, '2026-09-01');
  assert.equal((await duesOf(shanxi.registrar)).hardships, 1);
  assert.equal((await duesOf(shanxi.teacher)).hardships, 0);
  assert.equal((await duesOf(bystander.registrar)).hardships, 0);
});

const enter = async (kind: string, cells: readonly (readonly [string, string, string])[]) => {
  const { status, detail } = await shanxi.teacher.put(`/api/class-groups/${shanxi.group.id}/assessments`, {
    ...{ schoolYear: 2026, term: 1, kind },
    cells: cells.map(([studentId, subject, text]) => ({ studentId, subject, was: '', text })),
  });
  assert.equal(status, 200, detail);
};

test('who failed or missed a final is counted until the make-up is entered, whatever came of it', async () => {
  await enter('FINAL', [
    [first, 'CHINESE', '59.5'],
    [first, 'HISTORY', '60'],
    [second, 'CHINESE', '缺'],
    [second, 'ARTS', '不合格'],
    [third, 'CHINESE', '60'],
    [third, 'ARTS', '免'],
  ]);
  const counts = async () => (await duesOf(shanxi.teacher)).makeUps.map(({ students, over }) => [students, over]);
  assert.deepEqual(await counts(), [[2, false]]);
  await enter('MAKE_UP', [
    [first, 'CHINESE', '30'],
    [second, 'CHINESE', '70'],
  ]);
  assert.deepEqual(await counts(), [[1, false]], 'one subject of the second is still open');
  assert.deepEqual((await duesOf(app.as(otherTeacher))).makeUps, []);
});

test('each is told once to whom it concerns, by no name: the registrar of all, the leader of probations, nobody next door', async () => {
  await watch();
  const opening = ['本校有1名困难学生的认定在上学年以前，请核实，不再困难的取消认定'];
  const probations = [
    '本校有学生的留校察看将于2月17日期满，请撤销处分或另作决定，见“奖惩资助”',
    '本校有学生的留校察看已于1月10日期满，还没有作出决定，请立即办理，见“奖惩资助”',
  ];
  assert.deepEqual((await told(shanxi.registrar)).toSorted(), [...opening, ...probations].toSorted());
  assert.deepEqual((await told(shanxi.leader)).toSorted(), probations.toSorted());
  for (const other of [shanxi.teacher, junior.registrar, bystander.registrar]) assert.deepEqual(await told(other), []);
  app.clock.set('2027-02-01T09:00:00+08:00');
  await watch();
  const late = (await told(shanxi.registrar)).filter((sentence) => sentence.includes('补考'));
  assert.deepEqual(late, ['2026学年第一学期有1名学生的补考成绩还没有登记，请在“考核”中登记']);
  assert.deepEqual((await duesOf(shanxi.teacher)).makeUps[0]?.over, true);
});
