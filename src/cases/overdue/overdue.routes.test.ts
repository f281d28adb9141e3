/** 逾期: what is late comes up to the next authority, which presses for it, and is counted month by month. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { act, anAdmissionDesk, type Desk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, FAR_AWAY, NEXT_DOOR } from '../../../tests/builders.ts';
import { childRows } from '../../../tests/entrant-rows.ts';
import type { SubmittedView } from '../../admissions/registering/registering.api.ts';
import { textOf } from '../../workbooks/cell.ts';
import { readRows } from '../../workbooks/read-rows.ts';
import type { CaseView, Workbench, WorkItem } from '../cases.api.ts';
import type { LeagueView, OverdueView } from './overdue.api.ts';

const app = await testApplication({ now: '2026-09-21T10:00:00+08:00' });
const signIn = async (placeCode: string, role: 'AUTHORITY_REGISTRAR' | 'AUTHORITY_LEADER') =>
  app.as(await anAccount(app, { at: await anAuthority(app, { placeCode }), role }));
const city = await signIn('411000', 'AUTHORITY_REGISTRAR');
const province = await signIn('410000', 'AUTHORITY_REGISTRAR');
const nation = await signIn('000000', 'AUTHORITY_REGISTRAR');
let desk: Desk;
let bystander: Desk;
let caseId: string;

/** A workbook of children, handed in and signed by the school: it waits for the county. */
async function handIn(at: Desk, first: number): Promise<string> {
  const importId = await importRows(app, at.registrar, childRows(2, first));
  const { body } = await at.registrar.post<SubmittedView>(`/api/admissions/imports/${importId}/submissions`, {
    mode: 'GOOD',
    signedForms: true,
  });
  await act(at.leader, body.caseIds[0]!, 'SUBMIT');
  return body.caseIds[0]!;
}

before(async () => {
  desk = await anAdmissionDesk(app);
  bystander = await anAdmissionDesk(app, { placeCode: NEXT_DOOR });
  caseId = await handIn(desk, 1);
});

const bench = async (caller: Desk['officer']) => (await caller.get<Workbench>('/api/workbench')).body;
const viewBy = async (caller: Desk['officer']) => (await caller.get<CaseView>(`/api/cases/${caseId}`)).body;

test('seven tenths of the term used are a warning on the workbench, and a list of their own', async () => {
  assert.equal((await bench(desk.officer)).figures.dueSoon, 0);
  const { clock } = await viewBy(desk.officer);
  assert.equal(clock?.dueOn, '2026-10-01');
  app.clock.set('2026-09-29T10:00:00+08:00');
  const { figures } = await bench(desk.officer);
  assert.deepEqual([figures.dueSoon, figures.overdue], [1, 0]);
  const soon = await desk.officer.get<{ items: WorkItem[] }>('/api/workbench/mine?clock=SOON');
  assert.deepEqual(
    soon.body.items.map((item) => item.caseId),
    [caseId],
  );
  const late = await desk.officer.get<{ items: WorkItem[] }>('/api/workbench/mine?clock=OVERDUE');
  assert.deepEqual(late.body.items, []);
});

test('nobody is pressed before the last day has passed', async () => {
  const early = await city.post(`/api/cases/${caseId}/acts`, { action: 'REMIND' });
  assert.deepEqual([early.status, early.code], [409, 'STEP_NOT_ALLOWED']);
  assert.equal((await bench(city)).handedUp.total, 0);
});

test('once overdue it stands on the workbench of the next authority, and on no other', async () => {
  app.clock.set('2026-10-09T10:00:00+08:00');
  const handed = (await bench(city)).handedUp;
  assert.deepEqual([handed.total, handed.items[0]?.caseId], [1, caseId]);
  for (const other of [province, nation, desk.officer, bystander.officer]) {
    assert.equal((await bench(other)).handedUp.total, 0);
  }
  const view = await viewBy(city);
  assert.deepEqual(view.superior, { name: '许昌市教育局', mayForce: false, isSuperior: true });
  assert.deepEqual(
    view.actions.map(({ action }) => action),
    ['REMIND'],
  );
  assert.equal((await viewBy(desk.registrar)).superior?.isSuperior, false);
});

test('the superior presses once a day; the holder sees it, the case tells it, the trail keeps it', async () => {
  for (const other of [province, desk.registrar, desk.officer]) {
    const { status } = await other.post(`/api/cases/${caseId}/acts`, { action: 'REMIND' });
    assert.equal(status, 403);
  }
  const outsider = await bystander.officer.post(`/api/cases/${caseId}/acts`, { action: 'REMIND' });
  assert.equal(outsider.status, 404);
  assert.equal(await act(city, caseId, 'REMIND', '开学已满一月，请于三日内办结'), 'WITH_AUTHORITY');
  const again = await city.post(`/api/cases/${caseId}/acts`, { action: 'REMIND' });
  assert.match(again.detail!, /今天已催办/);
  const [mine] = (await bench(desk.officer)).mine.items;
  assert.deepEqual([mine?.caseId, mine?.remindedOn], [caseId, '2026-10-09']);
  const event = (await viewBy(desk.registrar)).events.at(-1)!;
  assert.deepEqual([event.label, event.step, event.opinion], ['催办', 'REMINDED', '开学已满一月，请于三日内办结']);
  const trail = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql.selectFrom('audit_events').select(['action', 'reason']).where('action', '=', 'CASE_REMINDED').execute(),
  );
  assert.deepEqual(trail, [{ action: 'CASE_REMINDED', reason: '开学已满一月，请于三日内办结' }]);
});

test('a reminder takes nothing away: who proposed before it is still who proposed, and the leader signs', async () => {
  await act(desk.officer, caseId, 'APPROVE', '核实后同意');
  app.clock.set('2026-10-10T10:00:00+08:00');
  await act(city, caseId, 'REMIND');
  const { pending, stateWords } = await viewBy(desk.chief);
  assert.deepEqual([pending?.action, stateWords], ['APPROVE', '待学籍主管部门核办']);
  const [waiting] = (await bench(desk.chief)).mine.items;
  assert.deepEqual([waiting?.pendingLabel, waiting?.remindedOn], ['同意建籍', '2026-10-10']);
});

test('no text gives the power to force a registration: the table has no such step', async () => {
  const forced = await city.post(`/api/cases/${caseId}/acts`, { action: 'FORCE', opinion: '逾期未办' });
  assert.deepEqual([forced.status, forced.code], [409, 'STEP_NOT_ALLOWED']);
});

test('the list of an authority: all under it, oldest first, by area and kind, page by page', async () => {
  const list = (await city.get<OverdueView>('/api/overdue')).body;
  assert.deepEqual(
    list.items.map((item) => [item.caseId, item.mayPress]),
    [[caseId, true]],
  );
  assert.deepEqual(
    list.areas.map(({ name, count }) => `${name}${count}`),
    [`${desk.authority.name}1`],
  );
  assert.deepEqual(list.kinds, [{ kind: 'REGISTRATION', kindTitle: '入学注册', count: 1 }]);
  assert.equal(list.next, null);
  const above = (await province.get<OverdueView>('/api/overdue')).body;
  assert.deepEqual(
    above.items.map(({ mayPress }) => mayPress),
    [false],
  );
  const under = await city.get<OverdueView>(`/api/overdue?under=${bystander.authority.id}`);
  assert.equal(under.body.total, 0);
  const item = list.items[0]!;
  const after = await city.get<OverdueView>(`/api/overdue?after=${item.clock?.dueOn}_${item.caseId}`);
  assert.deepEqual([after.body.items, after.body.total], [[], 1]);
  const far = await anAuthority(app, { placeCode: FAR_AWAY });
  assert.equal((await city.get(`/api/overdue?under=${far.id}`)).status, 404);
});

test('children are not listed for the nation, and no school sees the list', async () => {
  for (const caller of [nation, desk.registrar]) assert.equal((await caller.get('/api/overdue')).status, 403);
});

test('the league table of a month: by province for the nation, by county for the city, drawn from the history', async () => {
  app.clock.set('2026-10-12T10:00:00+08:00');
  await act(desk.chief, caseId, 'APPROVE');
  const of = async (caller: Desk['officer'], query = '') =>
    (await caller.get<LeagueView>(`/api/overdue/league${query}`)).body;
  const inCity = await of(city, '?month=2026-10');
  const [row] = inCity.rows;
  // Due on 1 October, signed on the 12th: 8, 9, 10 and 12 October are working days.
  assert.deepEqual(
    [row?.name, row?.overdue, row?.open, row?.meanDaysOver, inCity.until],
    [desk.authority.name, 1, 0, 4, '2026-10-11'],
  );
  const inNation = await of(nation, '?month=2026-10');
  assert.deepEqual(
    inNation.rows.map(({ overdue }) => overdue),
    [1],
  );
  assert.match(inNation.rows[0]!.name, /河南/);
  assert.deepEqual((await of(city, '?month=2026-08')).rows, []);
  assert.deepEqual((await of(city, '?month=2026-12')).rows, []);
  assert.deepEqual((await of(city, '?month=2026-10&kind=TRANSFER')).rows, []);
  assert.equal((await city.get('/api/overdue/league?month=2026-13')).status, 400);
});

test('the league table leaves as a workbook with figures and no child', async () => {
  const { status, bytes, headers } = await city.get('/api/overdue/league.xlsx?month=2026-10');
  assert.equal(status, 200);
  assert.match(String(headers['content-disposition']), /filename/);
  const { rows } = await readRows(new Uint8Array(bytes), { headings: { required: ['单位', '逾期率（%）'] } });
  const places: string[] = [];
  for await (const { cells } of rows) places.push(textOf(cells[0] ?? null));
  assert.deepEqual(places, [desk.authority.name, '合计']);
});
