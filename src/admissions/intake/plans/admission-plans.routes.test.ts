/** 招生计划: set by whom the law names, two people, and nobody is registered beyond it. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import { act, anAdmissionDesk, type Desk, handIn, importRows, seenBy, set } from '../../../../tests/admission-desk.ts';
import { testApplication } from '../../../../tests/application.ts';
import { anAccount, anAuthority, aSchool } from '../../../../tests/builders.ts';
import { childRows } from '../../../../tests/entrant-rows.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import type { OverviewView } from '../../overview/overview.api.ts';
import type { RollList } from '../roll/roll.api.ts';
import type { PlanList } from './admission-plans.api.ts';
import { countBeyondPlan } from './plan.store.ts';

const app = await testApplication({ now: '2026-09-10T10:00:00+08:00' });
const owner = new pg.Client({ connectionString: app.ownerUrl });
let wuhou: Desk;
let bystander: Desk;
let yingze: Desk;

before(async () => {
  await owner.connect();
  await setEntryAge();
  wuhou = await anAdmissionDesk(app, { placeCode: '510107' });
  bystander = await anAdmissionDesk(app, { placeCode: '510104' });
  yingze = await anAdmissionDesk(app, { placeCode: '140106' });
});

/** The day by which a child must be six, without which every Sichuan child waits for somebody's judgement. */
async function setEntryAge(): Promise<void> {
  const sichuan = await anAuthority(app, { placeCode: '510000' });
  const officer = app.as(await anAccount(app, { at: sichuan, role: 'AUTHORITY_REGISTRAR' }));
  const chief = app.as(await anAccount(app, { at: sichuan, role: 'AUTHORITY_LEADER' }));
  const cutoff = { kind: 'PARAMETER', ruleId: 'entry-age', parameter: 'cutoff', value: '08-31', article: '第二条' };
  await set(app, officer, chief, [cutoff]);
}

const paper = { title: '2026年义务教育招生计划', number: '武教发〔2026〕8号', issuedOn: '2026-06-01' };
const one = ({ school }: Desk, places: number, more: Record<string, unknown> = {}) => ({
  intakeYear: 2026,
  paper,
  items: [{ schoolId: school.id, stage: 'PRIMARY', places, catchment: '浆洗街以南', ...more }],
});
const draw = (desk: Desk, places: number, reason?: string) =>
  desk.officer.post<{ caseId: string }>('/api/admission-plans', {
    ...one(desk, places),
    ...(reason ? { reason } : {}),
  });

async function setPlan(desk: Desk, places: number, reason?: string): Promise<string> {
  const { status, body, detail } = await draw(desk, places, reason);
  assert.equal(status, 200, detail);
  assert.equal(await act(desk.chief, body.caseId, 'SET'), 'COMPLETED');
  return body.caseId;
}

const plansSeenBy = async (desk: Desk, by: 'officer' | 'registrar' = 'officer') =>
  (await desk[by].get<PlanList>('/api/admission-plans')).body.items.filter(
    ({ schoolId }) => schoolId === desk.school.id,
  );

let taken = 0;
/** So many children on the way to the county. */
async function handedIn(desk: Desk, children: number): Promise<string> {
  const importId = await importRows(app, desk.registrar, childRows(children, taken));
  taken += children;
  await owner.query('update entrants set photo_id = id where import_id = $1', [importId]);
  const { body, detail } = await handIn(desk, importId);
  assert.ok(body.caseIds, detail);
  await act(desk.leader, body.caseIds[0]!, 'SUBMIT');
  return body.caseIds[0]!;
}

const planFinding = async (desk: Desk, caseId: string) =>
  (await seenBy(desk.officer, caseId)).findings.find(({ ruleId }) => ruleId === 'within-plan');
const approve = (desk: Desk, caseId: string) =>
  desk.officer.post(`/api/cases/${caseId}/acts`, { action: 'APPROVE', opinion: '材料齐全' });

test('where no plan is set the law has nothing to say of one', async () => {
  const caseId = await handedIn(bystander, 2);
  assert.equal(await planFinding(bystander, caseId), undefined);
});

test('a plan counts once a second person has signed; school and county see it with its use', async () => {
  const drawn = await draw(wuhou, 3);
  assert.equal((await plansSeenBy(wuhou))[0]!.places, null);
  const own = await wuhou.officer.post(`/api/cases/${drawn.body.caseId}/acts`, { action: 'SET' });
  assert.notEqual(own.status, 200, 'nobody signs what he has drawn up');
  await act(wuhou.chief, drawn.body.caseId, 'SET');
  for (const by of ['officer', 'registrar'] as const) {
    const [plan] = await plansSeenBy(wuhou, by);
    const { places, catchment, registered, inHand, maySet } = plan!;
    assert.deepEqual([places, catchment, registered, inHand, maySet], [3, '浆洗街以南', 0, 0, by === 'officer']);
    assert.deepEqual(plan!.paper, paper);
  }
});

test('A1.1: with the last place the plan shows full; A1.3: one more is refused with the article', async () => {
  const last = await handedIn(wuhou, 3);
  const full = (await planFinding(wuhou, last))!;
  assert.deepEqual([full.verdict, full.sentence], ['ALLOW', '招生计划3人，至此录满']);
  const beyond = await handedIn(wuhou, 1);
  const refused = await approve(wuhou, beyond);
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /招生计划3人已满，不得超计划录取（四川·第六条）/);
  assert.equal((await approve(wuhou, last)).status, 200, 'who was put forward first has the place');
  assert.equal(await act(wuhou.chief, last, 'APPROVE'), 'COMPLETED');
  const [plan] = await plansSeenBy(wuhou);
  assert.deepEqual([plan!.registered, plan!.inHand], [3, 1]);
  app.clock.advance(60_000);
  await setPlan(wuhou, 4);
  assert.equal((await planFinding(wuhou, beyond))!.code, 'PLAN_FULL');
  assert.equal((await approve(wuhou, beyond)).status, 200, 'the larger plan has a place for it');
});

test('A1.1 with its own number: the two hundredth child fills a plan of two hundred', async () => {
  const desk = await anAdmissionDesk(app, { placeCode: '510106' });
  await setPlan(desk, 200);
  const nearly = await handedIn(desk, 199);
  assert.equal((await planFinding(desk, nearly))!.sentence, '招生计划200人，已录取199人');
  assert.equal((await planFinding(desk, await handedIn(desk, 1)))!.sentence, '招生计划200人，至此录满');
});

test('every version is kept, and one holds', async () => {
  const { rows } = await owner.query(
    'select places, replaced_at is null as holds from admission_plans where school_id = $1 order by set_at',
    [wuhou.school.id],
  );
  assert.deepEqual(rows, [
    { places: 3, holds: false },
    { places: 4, holds: true },
  ]);
});

test('a plan smaller than what was admitted asks for the reason', async () => {
  const without = await draw(wuhou, 2);
  assert.equal(without.code, 'REASON_NEEDED');
  assert.match(without.detail!, /少于已录取的4人/);
  assert.equal((await draw(wuhou, 2, '校舍维修，减少一个班')).status, 200);
});

test('the overview shows the plan of each school, and the school its own', async () => {
  const { schools } = (await wuhou.officer.get<OverviewView>('/api/admissions/overview')).body;
  assert.equal(schools.find(({ id }) => id === wuhou.school.id)!.planned, 4);
  const { plans } = (await wuhou.registrar.get<OverviewView>('/api/admissions/overview')).body;
  assert.deepEqual(plans, [{ stageWords: '小学', places: 4 }]);
});

test('in Shanxi the county sets the plan of a primary school, the province that of a senior school', async () => {
  const { body } = await draw(yingze, 90);
  const { findings } = await seenBy(yingze.officer, body.caseId);
  assert.deepEqual(
    findings.map(({ verdict, chip, sentence }) => [verdict, chip, sentence]),
    [['ALLOW', '山西·第九条', '小学招生计划由县级教育行政部门下达']],
  );
  const senior = await aSchool(app, { under: yingze.authority, stages: ['SENIOR'] });
  const wrong = { ...one(yingze, 500), items: [{ schoolId: senior.id, stage: 'SENIOR', places: 500 }] };
  const refused = await yingze.officer.post('/api/admission-plans', wrong);
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /普通高中招生计划由省级教育行政部门下达（山西·第九条）/);
  const shanxi = await anAuthority(app, { placeCode: '140000' });
  const province = app.as(await anAccount(app, { at: shanxi, role: 'AUTHORITY_REGISTRAR' }));
  assert.equal((await province.post('/api/admission-plans', wrong)).status, 200);
  const listed = (await province.get<PlanList>('/api/admission-plans')).body.items;
  assert.deepEqual(
    listed.map(({ stage, maySet }) => [stage, maySet]),
    [['SENIOR', true]],
  );
});

test('no plan for a school of another county, for a stage it does not teach, or twice for one school', async () => {
  const other = { ...one(wuhou, 90), items: one(bystander, 90).items };
  assert.equal((await wuhou.officer.post('/api/admission-plans', other)).code, 'NOT_FOUND');
  const senior = await wuhou.officer.post('/api/admission-plans', one(wuhou, 90, { stage: 'SENIOR' }));
  assert.equal(senior.code, 'BAD_INPUT');
  const [item] = one(wuhou, 90).items;
  const twice = await wuhou.officer.post('/api/admission-plans', { ...one(wuhou, 90), items: [item, item] });
  assert.equal(twice.code, 'BAD_INPUT');
});

test('whoever stands on the roll and is put forward by workbook is one child, for the plan and on the roll', async () => {
  const desk = await anAdmissionDesk(app, { placeCode: '510105' });
  await setPlan(desk, 2);
  const rows = childRows(2, taken).map(({ name = '', identityNumber = '' }, at) => ({
    row: at + 1,
    values: { name, way: '划片入学', ...(at === 0 ? { identityNumber } : {}) },
  }));
  const entered = await desk.registrar.post('/api/admission-roll', { stage: 'PRIMARY', rows });
  assert.equal(entered.status, 200, entered.detail);
  const caseId = await handedIn(desk, 2);
  assert.equal((await planFinding(desk, caseId))!.sentence, '招生计划2人，至此录满');
  assert.equal((await approve(desk, caseId)).status, 200);
  assert.equal(await act(desk.chief, caseId, 'APPROVE'), 'COMPLETED');
  const [plan] = await plansSeenBy(desk);
  assert.deepEqual([plan!.registered, plan!.admitted], [2, 2]);
  const { body } = await desk.registrar.get<RollList>('/api/admission-roll');
  assert.deepEqual(body.counts, { REGISTERED: 2 });
});

test('with a plan made smaller afterwards it is counted how many are admitted beyond it', async () => {
  app.clock.advance(60_000);
  await setPlan(wuhou, 2, '校舍维修，减少一个班');
  const of = (desk: Desk) => ({ schoolId: desk.school.id, stage: 'PRIMARY', intakeYear: 2026 }) as const;
  const beyond = (desk: Desk) => app.db.read(NODE_SCOPE, (tx) => countBeyondPlan(tx, of(desk)));
  assert.equal(await beyond(wuhou), 2);
  assert.equal(await beyond(bystander), undefined, 'without a plan nobody is beyond it');
});

test('the bystander next door has no plan and its case goes on as before', async () => {
  assert.deepEqual(
    (await plansSeenBy(bystander)).map(({ places, registered, inHand }) => [places, registered, inHand]),
    [[null, 0, 2]],
  );
  await owner.end();
});
