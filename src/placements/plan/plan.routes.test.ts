/** 分班方案接口: K1 and K2 by request: drawn, adjusted, put forward, reviewed, published; what is refused, and by what. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { NAMES, threeSchools } from '../../../tests/three-schools.ts';
import type { ClassGroupsView, ClassRosterView } from '../placements.api.ts';
import type { PlanLines, PlanView } from './plan.api.ts';

const town = await threeSchools();
const { app, shanxi, henan, bystander } = town;
const registrar = app.as(await anAccount(app, { at: shanxi.school }));
const leader = app.as(await anAccount(app, { at: shanxi.school, role: 'SCHOOL_LEADER' }));
const officer = app.as(await anAccount(app, { at: shanxi.authority }));
const officerLeader = app.as(await anAccount(app, { at: shanxi.authority, role: 'AUTHORITY_LEADER' }));
const neighbour = app.as(await anAccount(app, { at: bystander.school }));

const at = `/api/schools/${shanxi.school.id}`;
const intake = { stage: 'PRIMARY', grade: 1, intakeYear: 2026 } as const;
type Caller = typeof registrar;

const standing = async () => {
  const { rows } = await town.run(
    'select student_id, class_group_id, seat_no, grade, state from roster where path = $1 order by student_id',
    [bystander.school.path],
  );
  const members = await town.run('select * from class_memberships where path = $1', [bystander.school.path]);
  return JSON.stringify([rows, members.rows]);
};
await town.register(bystander, NAMES.slice(90));
const untouched = await standing();

const ok = async <T>(answer: Promise<{ status: number; body: T; text: string }>): Promise<T> => {
  const { status, body, text } = await answer;
  assert.equal(status, 200, text);
  return body;
};
const change = (caller: Caller, plan: PlanView, path: string, body: Record<string, unknown> = {}) =>
  caller.post<PlanView>(`/api/class-plans/${plan.id}/${path}`, { version: plan.version, ...body });
const caseAct = (caller: Caller, plan: PlanView, action: string, opinion?: string) =>
  caller.post<{ state: string }>(`/api/cases/${plan.case!.id}/acts`, { action, ...(opinion ? { opinion } : {}) });

test('K1-1: a hundred entrants are placed into two class groups; numbers and boys and girls are shown for the balance check', async () => {
  await town.register(shanxi, NAMES);
  const groups = shanxi.groups.slice(0, 2);
  const plan = await ok(registrar.post<PlanView>(`${at}/class-plans`, { ...intake, classGroupIds: groups }));
  assert.deepEqual(
    plan.groups.map(({ name, total }) => [name, total]),
    [
      ['一(1)班', 50],
      ['一(2)班', 50],
    ],
  );
  const [one, two] = plan.groups;
  assert.ok(Math.abs(one!.boys - two!.boys) <= 1);
  assert.equal(one!.boys + one!.girls, 50);
  const balance = plan.findings.find(({ sentence }) => sentence.includes('男生'));
  assert.deepEqual([balance!.verdict, balance!.chip], ['ALLOW', '山西·第十三条']);
  assert.match(plan.seed, /^20260901-[0-9A-F]{6}$/);
  assert.equal(plan.reviewer, shanxi.authority.name);
  assert.equal((await registrar.post(`${at}/class-plans`, intake)).code, 'CONFLICT');
  await ok(change(registrar, plan, 'discard', { reason: '改为编三个班' }));
});

test('the whole way: drawn, adjusted with a reason, signed, returned, put forward again, reviewed, published at once', async () => {
  const drawn = await ok(registrar.post<PlanView>(`${at}/class-plans`, intake));
  assert.deepEqual(drawn.groups.map(({ total }) => total).toSorted(), [33, 33, 34]);
  const [child] = drawn.students;
  const to = drawn.groups.find(({ id }) => id !== child!.classGroupId)!;
  assert.equal(
    (await change(registrar, drawn, 'adjustments', { studentId: child!.studentId, toClassGroupId: to.id, reason: ' ' }))
      .status,
    400,
  );
  const moved = await ok(
    change(registrar, drawn, 'adjustments', {
      studentId: child!.studentId,
      toClassGroupId: to.id,
      reason: '双胞胎同班',
    }),
  );
  assert.deepEqual(
    moved.adjustments.map(({ name, to: where, reason }) => [name, where, reason]),
    [[child!.name, to.name, '双胞胎同班']],
  );
  const stale = await change(registrar, drawn, 'adjustments', {
    studentId: child!.studentId,
    toClassGroupId: to.id,
    reason: '再调',
  });
  assert.equal(stale.code, 'STALE', 'somebody changed the plan meanwhile');
  const back = await ok(change(registrar, moved, 'adjustments/undo'));
  assert.deepEqual(back.adjustments, []);
  assert.equal(
    back.students.find(({ studentId }) => studentId === child!.studentId)!.classGroupId,
    child!.classGroupId,
  );

  const pair = back.students.slice(0, 2).map(({ studentId }) => studentId);
  const wishes = [{ kind: 'TOGETHER', studentIds: pair, reason: '双胞胎，监护人申请' }];
  const wished = await ok(
    registrar.put<PlanView>(`/api/class-plans/${back.id}/wishes`, { version: back.version, wishes }),
  );
  const redrawn = await ok(change(registrar, wished, 'draws', { reason: '按同班约定重新抽取' }));
  assert.deepEqual([redrawn.draws, redrawn.wishes[0]!.kept], [2, true]);
  assert.notEqual(redrawn.seed, drawn.seed);

  assert.equal((await change(leader, redrawn, 'submission')).status, 403);
  const handed = await ok(change(registrar, redrawn, 'submission'));
  assert.deepEqual([handed.state, handed.mayChange], ['IN_REVIEW', false]);
  const locked = await change(registrar, handed, 'draws', { reason: '再抽一次' });
  assert.equal(locked.code, 'STEP_NOT_ALLOWED');
  await ok(caseAct(leader, handed, 'SUBMIT'));
  await ok(caseAct(officer, handed, 'RETURN', '请附抽签现场记录'));
  const returned = await ok(registrar.get<PlanView>(`/api/class-plans/${handed.id}`));
  assert.deepEqual([returned.state, returned.mayChange], ['RETURNED', true]);
  const again = await ok(change(registrar, returned, 'submission', { opinion: '已附' }));
  await ok(caseAct(leader, again, 'SUBMIT'));
  await ok(caseAct(officer, again, 'APPROVE'));
  const nobody = await ok(registrar.get<ClassGroupsView>(`${at}/class-groups`));
  assert.equal(
    nobody.classGroups.reduce((sum, { total }) => sum + total, 0),
    0,
    'seated only by the signature',
  );
  await ok(caseAct(officerLeader, again, 'APPROVE'));

  const { classGroups, unplaced } = await ok(registrar.get<ClassGroupsView>(`${at}/class-groups`));
  assert.deepEqual(unplaced, []);
  const planned = new Map(redrawn.groups.map(({ id, total }) => [id, total]));
  for (const { id, total } of classGroups.filter(({ grade }) => grade === 1)) assert.equal(total, planned.get(id));
  const first = classGroups[0]!;
  const { students } = await ok(registrar.get<ClassRosterView>(`/api/class-groups/${first.id}/roster`));
  assert.deepEqual(
    students.map(({ seatNo }) => seatNo),
    students.map((_, place) => place + 1),
  );
  const expected = redrawn.students
    .filter(({ classGroupId }) => classGroupId === first.id)
    .map(({ studentId }) => studentId);
  assert.deepEqual(new Set(students.map(({ studentId }) => studentId)), new Set(expected));
  const done = await ok(leader.get<PlanView>(`/api/class-plans/${handed.id}`));
  assert.deepEqual([done.state, done.mayChange, done.case!.stateWords], ['PUBLISHED', false, '已公布']);
  const { items } = await ok(officer.get<PlanLines>(`${at}/class-plans`));
  assert.deepEqual(
    items.map(({ state }) => state),
    ['PUBLISHED'],
  );
  assert.equal(await standing(), untouched);
});

test('K1-2 refused: a class list that the Shanxi authority has not reviewed cannot be written', async () => {
  const school = await aSchool(app, { under: shanxi.authority, name: '并州路小学' });
  const group = await aClassGroup(app, { school, grade: 1, ordinal: 1 });
  const ids = await someStudents(app, { school, name: '陈子墨' }, { school, name: '李若溪' });
  const here = app.as(await anAccount(app, { at: school }));
  const head = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));
  const assignments = [{ classGroupId: group.id, studentIds: ids }];
  const direct = await here.post(`/api/schools/${school.id}/placements`, { assignments });
  assert.deepEqual([direct.status, direct.code], [422, 'LAW_REFUSES']);
  assert.match(direct.detail!, /须经学籍主管部门审核.*山西·第十三条/);
  const plan = await ok(here.post<PlanView>(`/api/schools/${school.id}/class-plans`, intake));
  const handed = await ok(change(here, plan, 'submission'));
  await ok(caseAct(head, handed, 'SUBMIT'));
  const own = await caseAct(head, handed, 'APPROVE');
  assert.notEqual(own.status, 200, 'the school does not review itself');
  const { classGroups } = await ok(here.get<ClassGroupsView>(`/api/schools/${school.id}/class-groups`));
  assert.deepEqual(
    classGroups.map(({ total }) => total),
    [0],
  );
  await ok(caseAct(officer, handed, 'APPROVE'));
  await ok(caseAct(officerLeader, handed, 'APPROVE'));
  const [late] = await someStudents(app, { school, name: '王诗涵' });
  await ok(
    here.post(`/api/schools/${school.id}/placements`, {
      assignments: [{ classGroupId: group.id, studentIds: [late!] }],
    }),
  );
});

test('K2-1: a Shanxi primary class group of 46 is a warning that wants a reason, by force of 原则上', async () => {
  const { here, plan } = await aPlanOf(46, 1, '汾东小学');
  const [size] = plan.findings;
  assert.deepEqual([size!.verdict, size!.chip], ['DISCRETIONARY', '山西·第十三条']);
  assert.match(size!.sentence, /一\(1\)班：小学班额原则上45人以内，最多50人，现46人/);
  const bare = await change(here, plan, 'submission');
  assert.deepEqual([bare.status, bare.code], [400, 'REASON_NEEDED']);
  await ok(change(here, plan, 'submission', { opinion: '本片区学位不足，本年暂设一个班' }));
});

test('K2-2 refused: a plan with 51 in a Shanxi primary class group is not put forward, and nobody is added to a full one', async () => {
  const { here, plan, school } = await aPlanOf(51, 1, '汾西小学');
  const refused = await change(here, plan, 'submission', { opinion: '学位不足' });
  assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
  assert.match(refused.detail!, /小学班额最多50人，现51人（山西·第十三条）/);

  const full = await aPlanOf(50, 1, '汾南小学');
  const handed = await ok(change(full.here, full.plan, 'submission', { opinion: '学位不足' }));
  const head = app.as(await anAccount(app, { at: full.school, role: 'SCHOOL_LEADER' }));
  await ok(caseAct(head, handed, 'SUBMIT'));
  await ok(caseAct(officer, handed, 'APPROVE', '同意，次年增设班级'));
  await ok(caseAct(officerLeader, handed, 'APPROVE'));
  const [transferred] = await someStudents(app, { school: full.school, name: '转入生' });
  const assignments = [{ classGroupId: full.plan.groups[0]!.id, studentIds: [transferred!] }];
  const over = await full.here.post(`/api/schools/${full.school.id}/placements`, { assignments, reason: '转入' });
  assert.deepEqual([over.status, over.code], [422, 'LAW_REFUSES']);
  assert.match(over.detail!, /最多50人，现51人/);
  assert.equal(school.kind, 'SCHOOL');
});

test('K2-3 refused: into a Shanxi junior class group with 55 nobody more is adjusted', async () => {
  const { here, plan } = await aPlanOf(109, 2, '汾滨中学', 'JUNIOR');
  assert.deepEqual(plan.groups.map(({ total }) => total).toSorted(), [54, 55]);
  const [small, large] = plan.groups.toSorted((a, b) => a.total - b.total);
  const [child] = plan.students.filter(({ classGroupId }) => classGroupId === small!.id);
  const refused = await change(here, plan, 'adjustments', {
    studentId: child!.studentId,
    toClassGroupId: large!.id,
    reason: '行动不便，一楼教室',
  });
  assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
  assert.match(refused.detail!, /初中班额最多55人，现56人（山西·第十三条）。调整到其他班级，或增设班级/);
});

test('where no text asks for a review, the school publishes by its leader’s signature, with class teachers drawn by lot', async () => {
  await town.register(henan, NAMES.slice(0, 61));
  const here = app.as(await anAccount(app, { at: henan.school }));
  const head = app.as(await anAccount(app, { at: henan.school, role: 'SCHOOL_LEADER' }));
  const plan = await ok(here.post<PlanView>(`/api/schools/${henan.school.id}/class-plans`, intake));
  assert.deepEqual([plan.reviewer, plan.bounds], [null, null]);
  const few = await change(here, plan, 'teacher-draw');
  assert.match(few.detail!, /还缺3名/);
  for (const personName of ['郭老师', '宋老师', '唐老师']) {
    await anAccount(app, { at: henan.school, role: 'CLASS_TEACHER', personName });
  }
  const drawn = await ok(change(here, plan, 'teacher-draw'));
  assert.deepEqual(
    drawn.groups.map(({ teacherName }) => teacherName).toSorted(),
    ['唐老师', '宋老师', '郭老师'].toSorted(),
  );
  const handed = await ok(change(here, drawn, 'submission'));
  await ok(caseAct(head, handed, 'SUBMIT'));
  const { classGroups } = await ok(here.get<ClassGroupsView>(`/api/schools/${henan.school.id}/class-groups`));
  const firsts = classGroups.filter(({ grade }) => grade === 1);
  assert.deepEqual(firsts.map(({ total }) => total).toSorted(), [20, 20, 21]);
  assert.deepEqual(
    firsts.map(({ teacherName }) => teacherName),
    drawn.groups.map(({ teacherName }) => teacherName),
  );
});

test('nobody outside the school changes a plan, the neighbour and a stranger do not see it, the authority above does', async () => {
  const { plan } = await aPlanOf(4, 2, '汾北小学');
  const stranger = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '411081' }) }));
  for (const caller of [neighbour, stranger]) {
    assert.equal(
      (await caller.get(`/api/class-plans/${plan.id}`)).status,
      404,
      caller === neighbour ? 'neighbour' : 'stranger',
    );
  }
  assert.equal((await change(neighbour, plan, 'draws', { reason: '试一试' })).status, 404);
  assert.equal((await change(officer, plan, 'draws', { reason: '试一试' })).status, 403);
  const seen = await ok(officer.get<PlanView>(`/api/class-plans/${plan.id}`));
  assert.equal(seen.mayChange, false);
  assert.equal(await standing(), untouched);
});

/** A Shanxi school of its own with a drawn plan of so many entrants. */
async function aPlanOf(students: number, groups: number, name: string, stage: 'PRIMARY' | 'JUNIOR' = 'PRIMARY') {
  const grade = stage === 'PRIMARY' ? 1 : 7;
  const school = await aSchool(app, {
    under: shanxi.authority,
    name,
    ...(stage === 'JUNIOR' ? { schoolType: 'JUNIOR' as const } : {}),
  });
  const made = [];
  for (let ordinal = 1; ordinal <= groups; ordinal++) made.push(await aClassGroup(app, { school, grade, ordinal }));
  const ids = await someStudents(
    app,
    ...Array.from({ length: students }, (_, place) => ({ school, name: NAMES[place % NAMES.length]! })),
  );
  if (stage === 'JUNIOR') await town.run('update roster set grade = 7 where student_id = any($1)', [ids]);
  const here = app.as(await anAccount(app, { at: school }));
  const plan = await ok(here.post<PlanView>(`/api/schools/${school.id}/class-plans`, { ...intake, stage, grade }));
  return { here, school, plan };
}
