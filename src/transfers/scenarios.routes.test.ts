/** 转学情形: the refusals of T1 to T6, each through the routes, in the words and by the article of its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs, schoolTexts } from '../../policies/index.ts';
import { aClassGroup, anAuthority, aSchool, nextNumber, type SchoolWish } from '../../tests/builders.ts';
import { someStudents } from '../../tests/students.ts';
import { asOwner, type Desk, deskOf, FORM, find, open, twoTowns } from '../../tests/two-towns.ts';
import type { Institution } from '../authorities/index.ts';
import type { CaseView } from '../cases/cases.api.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { makeLaw } from '../policy/index.ts';
import { readRecord } from '../students/index.ts';
import type { TransferForm, TransferPreview } from './transfers.api.ts';

const town = await twoTowns();
const { app, sending, receiving, neighbour, wuhou, changge } = town;

const school = async (placeCode: string, wish: SchoolWish = {}): Promise<Desk> =>
  deskOf(app, await aSchool(app, { under: await anAuthority(app, { placeCode }), ...wish }));
const yingze = await school('140106', { schoolType: 'NINE_YEAR', name: '迎泽学校' });
const xiaodian = await school('140105', { schoolType: 'NINE_YEAR', name: '小店学校' });

/** A child of a grade of a school, on its books since 2023. */
async function childOf(
  at: Institution,
  grade: number,
  { name = '李沐辰', state }: { name?: string; state?: string } = {},
) {
  const group = await aClassGroup(app, { school: at, grade, ordinal: 1 + nextNumber() });
  const bornOn = `${2020 - grade}-05-12`;
  const wish = { school: at, classGroup: { ...group, firstGrade: grade }, name, bornOn, registeredOn: '2023-09-01' };
  const [id = ''] = await someStudents(app, { ...wish, ...(state ? { state } : {}) });
  const held = await app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, id));
  return { id, name, number: held.record.identityNumber! };
}

/** Everything that families of all places may be asked for. */
const ALL: TransferForm['papers'] = [
  ...(['FORM', 'IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'EVIDENCE', 'PROPERTY'] as const),
  ...(['REGISTRATION_CERTIFICATE', 'PROFICIENCY', 'SEALED_IMAGE'] as const),
];
const moved = { ground: 'HOUSEHOLD_AND_RESIDENCE_MOVED', schoolAtNewPlace: true, papers: ALL } as const;

async function previewOf(desk: Desk, child: { name: string; number: string }, form: Partial<TransferForm>) {
  const { token } = await find(desk, child);
  const answer = await desk.registrar.post<TransferPreview>('/api/transfers/previews', {
    token,
    form: { ...FORM, ...form },
  });
  assert.equal(answer.status, 200, answer.detail);
  return answer.body;
}

test('T1.3 [refuse]: a Sichuan sending school cannot open a transfer', async () => {
  const child = await childOf(receiving.at, 4, { name: '王静怡' });
  const refused = await open(receiving, child);
  assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
  assert.match(refused.detail!, /转学由转入学校在学籍系统发起，转出学校不能发起（四川·第三十二条）/);
});

test('T1.4 [refuse]: the sending authority does not act before the receiving authority', async () => {
  const child = await town.child('赵海涛');
  const { caseId } = (await open(receiving, child)).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT', opinion: '同意' });
  const early = await changge.registrar.post(`/api/cases/${caseId}/acts`, { action: 'APPROVE', opinion: '同意' });
  assert.equal(early.status, 403);
  const { body } = await wuhou.registrar.get<CaseView>(`/api/cases/${caseId}`);
  assert.equal(body.track.find(({ status }) => status === 'NOW')?.role, '转入主管部门');
});

test('T2.3 [refuse]: a move inside one Shanxi urban area; from one county of a city to another it is none of this', async () => {
  const child = await childOf(yingze.at, 4);
  app.clock.set('2026-09-01T10:00:00+08:00');
  const refused = await open(xiaodian, child, { ...moved, moved: 'WITHIN_URBAN_AREA' });
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /迁移在同城区内跨县（市、区），不算跨省、市、县迁移，不能转学（山西·第十七条）/);
  const across = await previewOf(xiaodian, child, { ...moved, moved: 'ACROSS_COUNTIES' });
  assert.ok(!across.findings.some(({ code }) => code === 'TOO_NEAR'));
});

test('T2.4 [refuse]: in the first year after entry 3 km are too near, 5 km go to the authority', async () => {
  app.clock.set('2026-03-02T10:00:00+08:00');
  const old = await school('411081', { schoolType: 'JUNIOR', name: '颍川中学' });
  const next = await school('411081', { schoolType: 'JUNIOR', name: '钧台中学' });
  const usual = app.services.law;
  const schoolCode = next.at.code!;
  app.services.law = makeLaw([...packs, schoolTexts.S4({ schoolCode, placeCode: '411081' })]);
  const group = await aClassGroup(app, { school: old.at, grade: 7 });
  const [id = ''] = await someStudents(app, {
    ...{ school: old.at, classGroup: group, name: '孙文博', bornOn: '2013-05-12', registeredOn: '2025-09-01' },
  });
  const held = await town.record(id);
  const child = { name: '孙文博', number: held.record.identityNumber! };
  const form = { ground: 'RESIDENCE_MOVED', moved: 'WITHIN_COUNTY', targetGrade: 7, papers: ALL } as const;
  const near = await previewOf(next, child, { ...form, kilometres: 3 });
  assert.match(near.findings.find(({ ruleId }) => ruleId === 'first-year')!.sentence, /入学一年内原则上不转学/);
  const far = await previewOf(next, child, { ...form, kilometres: 5 });
  assert.equal(far.findings.find(({ ruleId }) => ruleId === 'first-year')?.code, 'FAR');
  app.services.law = usual;
});

test('T3.1 [refuse]: on working day 6 of a Sichuan term a move within it is refused in principle, one for the next term is not', async () => {
  app.clock.set('2026-09-09T10:00:00+08:00');
  const child = await town.child('周志强');
  const late = await open(receiving, child, {}, '');
  assert.equal(late.code, 'REASON_NEEDED');
  const { findings } = await previewOf(receiving, child, {});
  const window = findings.find(({ ruleId, side }) => ruleId === 'transfer-window' && side === 'RECEIVING');
  assert.deepEqual([window?.verdict, window?.chip], ['DISCRETIONARY', '四川·第三十三条']);
  const next = await previewOf(receiving, child, { forTerm: 'NEXT' });
  assert.equal(
    next.findings.find(({ ruleId, side }) => ruleId === 'transfer-window' && side === 'RECEIVING')?.verdict,
    'ALLOW',
  );
});

test('T3.2 [refuse]: a Changge student on leave', async () => {
  app.clock.set('2026-09-03T10:00:00+08:00');
  const child = await town.child('吴丽华');
  await asOwner(app, "update registrations set state = 'ON_LEAVE' where student_id = $1", child.id);
  const refused = await open(neighbour, child, { moved: 'WITHIN_COUNTY' });
  assert.match(refused.detail!, /休学期间不得转学（长葛·三、1（四））/);
});

test('T3.3 [refuse]: an unrevoked sanction in Shanxi', async () => {
  app.clock.set('2026-09-01T10:00:00+08:00');
  const child = await childOf(yingze.at, 4);
  const refused = await open(xiaodian, child, { ...moved, moved: 'ACROSS_COUNTIES', underSanction: true });
  assert.match(refused.detail!, /受处分期间不得转学（山西·第二十条）/);
  const onRecord = await childOf(yingze.at, 4);
  await asOwner(
    app,
    `insert into disciplines (student_id, case_id, school_id, path, stage, kind, level, filed, given_on)
     select student_id, gen_random_uuid(), school_id, path, stage, 'DEMERIT', 'SCHOOL', true, '2026-06-01'
     from registrations where student_id = $1`,
    onRecord.id,
  );
  const unsaid = await open(xiaodian, onRecord, { ...moved, moved: 'ACROSS_COUNTIES', underSanction: false });
  assert.match(unsaid.detail!, /受处分期间不得转学（山西·第二十条）/, 'the record says it where the form does not');
});

test('T3.4 [refuse]: grade 5 for a child of grade 4 in Shanxi', async () => {
  const child = await childOf(yingze.at, 4);
  const refused = await open(xiaodian, child, { ...moved, moved: 'ACROSS_COUNTIES', targetGrade: 5 });
  assert.match(refused.detail!, /转学不得变更年级（山西·第二十条）/);
});

test('T5.2 [refuse]: a child registered elsewhere is not seated in a class group here, before a transfer and while it runs', async () => {
  app.clock.set('2026-09-03T10:00:00+08:00');
  const child = await town.child('郑国庆');
  const seat = () =>
    receiving.registrar.post(`/api/schools/${receiving.at.id}/placements`, {
      assignments: [{ classGroupId: town.classGroupId, studentIds: [child.id] }],
    });
  const before = await seat();
  assert.ok(before.status >= 400 && before.status < 500, before.detail);
  await open(receiving, child);
  const running = await seat();
  assert.ok(
    running.status >= 400 && running.status < 500,
    'the roster holds registrations, and that is still elsewhere',
  );
});

test('T6.3 [refuse]: no school moves a child of compulsory age out without its guardian', async () => {
  const child = await town.child('冯雨桐');
  const refused = await open(neighbour, child, { moved: 'WITHIN_COUNTY', guardianApplies: false });
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /监护人.*(申请|责令).*（长葛·三、1（[二四]）/);
  assert.equal((await sending.registrar.get(`/api/students/${child.id}`)).status, 200);
});
