/** 各类转学: senior students, towns with a centre school, special schools: the facts of the law come from the record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aCentreSchool,
  aClassGroup,
  anAuthority,
  aSchool,
  nextNumber,
  type SchoolWish,
} from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { asOwner, both, type Desk, deskOf, FORM, find, open, twoTowns } from '../../../tests/two-towns.ts';
import type { Institution } from '../../authorities/index.ts';
import type { CaseView } from '../../cases/cases.api.ts';
import type { TransferForm, TransferPreview } from '../transfers.api.ts';

const town = await twoTowns();
const { app, receiving, wuhou, chengdu } = town;
app.clock.set('2026-09-01T10:00:00+08:00');

const school = async (placeCode: string, wish: SchoolWish = {}): Promise<Desk> =>
  deskOf(app, await aSchool(app, { under: await anAuthority(app, { placeCode }), ...wish }));
const model = async (desk: Desk): Promise<Desk> => {
  await asOwner(app, 'update institutions set model_school = true where id = $1', desk.at.id);
  return desk;
};

async function childOf(at: Institution, grade: number) {
  const group = await aClassGroup(app, { school: at, grade, ordinal: 1 + nextNumber() });
  const wish = { school: at, classGroup: { ...group, firstGrade: grade }, bornOn: `${2020 - grade}-05-12` };
  const [id = ''] = await someStudents(app, { ...wish, name: '李沐辰', registeredOn: '2025-09-01' });
  return { id, name: '李沐辰', number: (await town.record(id)).record.identityNumber! };
}

/** Everything that families of all places may be asked for. */
const PAPERS: TransferForm['papers'] = [
  ...(['FORM', 'IDENTITY', 'HOUSEHOLD_REGISTER', 'BASIC_SHEET', 'EVIDENCE', 'PROPERTY'] as const),
  ...(['REGISTRATION_CERTIFICATE', 'PROFICIENCY', 'SEALED_IMAGE'] as const),
];
const moved = { ...FORM, ground: 'HOUSEHOLD_AND_RESIDENCE_MOVED', schoolAtNewPlace: true, papers: PAPERS } as const;
const ofSenior = { ...moved, targetGrade: 11, moved: 'ACROSS_CITIES' } as const;

const previewOf = async (desk: Desk, child: { name: string; number: string }, form: Partial<TransferForm>) => {
  const { token } = await find(desk, child);
  const { body, detail } = await desk.registrar.post<TransferPreview>('/api/transfers/previews', {
    token,
    form: { ...FORM, ...form },
  });
  assert.ok(body.findings, detail);
  return body;
};
const said = ({ findings }: TransferPreview, ruleId: string) => findings.find((one) => one.ruleId === ruleId);

test('T4.1: a Shanxi senior student goes to a vocational school of the province, by the article that opens it', async () => {
  const senior = await school('140106', { schoolType: 'SENIOR' });
  const vocational = await school('140405', { schoolType: 'VOCATIONAL', name: '长治职业高中' });
  const child = await childOf(senior.at, 11);
  const preview = await previewOf(vocational, child, { ...ofSenior, ground: 'OTHER' });
  assert.deepEqual(
    [said(preview, 'to-vocational-school')?.verdict, said(preview, 'to-vocational-school')?.chip],
    ['ALLOW', '山西·第十九条'],
  );
  assert.equal(said(preview, 'transfer-ground'), undefined, 'the grounds of an ordinary transfer are not asked');
});

test('T4.2 [refuse]: from a school that is no model to a model school: no in Shanxi, in principle no in Sichuan', async () => {
  const [ordinary, best] = [
    await school('140106', { schoolType: 'SENIOR' }),
    await model(await school('140405', { schoolType: 'SENIOR' })),
  ];
  const refused = await open(best, await childOf(ordinary.at, 11), ofSenior);
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /一般普通高中不能转入省级示范高中（山西·第二十条）/);
  const [plain, top] = [
    await school('510107', { schoolType: 'SENIOR' }),
    await model(await school('510703', { schoolType: 'SENIOR' })),
  ];
  const weighed = said(await previewOf(top, await childOf(plain.at, 11), ofSenior), 'senior-rank');
  assert.deepEqual([weighed?.verdict, weighed?.chip], ['DISCRETIONARY', '四川·第三十一条（二）']);
});

test('T4.3 [refuse]: a vocational student does not go to a Shanxi senior school', async () => {
  const [vocational, senior] = [
    await school('140106', { schoolType: 'VOCATIONAL' }),
    await school('140405', { schoolType: 'SENIOR' }),
  ];
  const refused = await open(senior, await childOf(vocational.at, 11), ofSenior);
  assert.match(refused.detail!, /普通高中不得接收中等职业学校学生转入（山西·第二十条）/);
});

test('a private senior student goes to a public school only where the place has no private one', async () => {
  const from = await school('140106', { schoolType: 'SENIOR', ownership: 'PRIVATE' });
  const child = await childOf(from.at, 11);
  const alone = await school('140403', { schoolType: 'SENIOR' });
  assert.equal(said(await previewOf(alone, child, ofSenior), 'senior-founder')?.code, 'ARRANGED');
  await school('140403', { schoolType: 'SENIOR', ownership: 'PRIVATE' });
  const refused = await open(alone, child, ofSenior);
  assert.match(refused.detail!, /民办高中不能转入公办高中（山西·第二十条）/);
});

test('senior students of one Shanxi county or urban area do not change schools', async () => {
  const [one, other] = [
    await school('140106', { schoolType: 'SENIOR' }),
    await school('140105', { schoolType: 'SENIOR' }),
  ];
  const refused = await open(other, await childOf(one.at, 11), ofSenior);
  assert.match(refused.detail!, /同一城市区域的普通高中之间不能转学（山西·第二十条）/);
});

test("Qian'an: between towns both centre schools stand in the chain, from a town to the urban area the one that certifies", async () => {
  const county = await anAuthority(app, { placeCode: '130283' });
  const [here, there] = [await aCentreSchool(app, { under: county }), await aCentreSchool(app, { under: county })];
  const [a, b] = [await school('130283', { under: here }), await school('130283', { under: there })];
  const urban = await school('130283');
  const [centreA, centreB, section] = [await deskOf(app, here), await deskOf(app, there), await deskOf(app, county)];
  const child = await childOf(a.at, 4);
  const { body, detail } = await open(b, child, { ...moved, moved: 'WITHIN_COUNTY' });
  assert.ok(body.caseId, detail);
  const { caseId } = body;
  await b.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT', opinion: '同意' });
  const { body: view } = await a.registrar.get<CaseView>(`/api/cases/${caseId}`);
  assert.deepEqual(
    view.track.map(({ role }) => role),
    ['转入学校', '转出学校', '转出中心校', '转入中心校', '学籍主管部门'],
  );
  assert.equal((await both(centreA, caseId, 'APPROVE')).status, 403, 'the sending school comes first');
  for (const desk of [a, centreA, centreB, section]) {
    const { status, detail: why } = await both(desk, caseId, 'APPROVE');
    assert.equal(status, 200, why);
  }
  assert.equal((await town.record(child.id)).open?.school_id, b.at.id);

  const second = await childOf(a.at, 4);
  const toUrban = await open(urban, second, { ...moved, moved: 'WITHIN_COUNTY' });
  const { body: short } = await urban.registrar.get<CaseView>(`/api/cases/${toUrban.body.caseId}`);
  assert.deepEqual(
    short.track.map(({ role }) => role),
    ['转入学校', '转出学校', '转出中心校', '学籍主管部门'],
  );
});

test('to a special school the registration may stay: all agree, the child studies there, and nothing of the record moves', async () => {
  app.clock.set('2026-09-03T10:00:00+08:00');
  const special = await school('510107', { schoolType: 'SPECIAL', name: '武侯特殊教育学校' });
  const child = await childOf(receiving.at, 4);
  const found = await find(special, child);
  assert.equal(found.special, 'INCLUSIVE');
  const { body, detail } = await open(special, child, { moved: 'WITHIN_COUNTY', registrationStays: true });
  assert.ok(body.caseId, detail);
  await special.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT', opinion: '同意' });
  for (const desk of [receiving, wuhou, chengdu]) await both(desk, body.caseId, 'APPROVE');
  const { body: view } = await special.registrar.get<CaseView>(`/api/cases/${body.caseId}`);
  assert.equal(view.stateWords, '已办结');
  const { open: held, row } = await town.record(child.id);
  assert.deepEqual([held?.school_id, row.path], [receiving.at.id, receiving.at.path]);
});

test('into a work-study school only as school and guardian have agreed; between ordinary schools nothing stays behind', async () => {
  const workStudy = await school('510107', { schoolType: 'SPECIALIZED', name: '武侯专门学校' });
  const child = await childOf(receiving.at, 4);
  const refused = await open(workStudy, child, { moved: 'WITHIN_COUNTY', registrationStays: true });
  assert.match(refused.detail!, /进入工读学校，学籍是否转入须由原学校与监护人商定（四川·第三十四条）/);
  const agreed = await previewOf(workStudy, child, { registrationStays: true, registrationAgreed: true });
  assert.equal(said(agreed, 'registration-stays')?.code, 'AGREED');
  const stays = await open(receiving, await town.child('王静怡'), { registrationStays: true });
  assert.match(stays.detail!, /学籍留在原校，只用于特教学校/);
});
