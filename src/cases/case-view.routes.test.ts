/** 办件详情: what the buttons promise is what the server will do. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import { act, anAdmissionDesk, type Desk, importRows } from '../../tests/admission-desk.ts';
import { testApplication } from '../../tests/application.ts';
import { childRows } from '../../tests/entrant-rows.ts';
import type { SubmittedView } from '../admissions/registering/registering.api.ts';
import type { CaseView, Workbench } from './cases.api.ts';

// Long after the first of October, by which the law wants files built: it leaves the late ones to judgement.
const app = await testApplication({ now: '2026-11-05T10:00:00+08:00' });
let desk: Desk;
let caseId: string;

before(async () => {
  desk = await anAdmissionDesk(app);
  const importId = await importRows(app, desk.registrar, childRows(2));
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  await owner.query('update entrants set photo_id = id where import_id = $1', [importId]);
  await owner.end();
  const body = { mode: 'GOOD', signedForms: true };
  const { body: made } = await desk.registrar.post<SubmittedView>(
    `/api/admissions/imports/${importId}/submissions`,
    body,
  );
  caseId = made.caseIds[0]!;
});

const viewBy = async (caller: Desk['officer']) => (await caller.get<CaseView>(`/api/cases/${caseId}`)).body;
const approval = ({ actions }: CaseView) => actions.find(({ action }) => action === 'APPROVE');

test('what its school still prepares is a draft, what an office holds is in process', async () => {
  assert.equal((await viewBy(desk.registrar)).tone, 'DRAFT');
  await act(desk.leader, caseId, 'SUBMIT');
  assert.equal((await viewBy(desk.officer)).tone, 'PROCESS');
});

test('the figures of a workbench narrowed to one kind are those of that kind', async () => {
  const { body: all } = await desk.officer.get<Workbench>('/api/workbench');
  assert.ok(all.mine.total > 0);
  const { body: same } = await desk.officer.get<Workbench>('/api/workbench?kind=REGISTRATION');
  assert.deepEqual([same.mine.total, same.figures.mine, same.mine.items.length], [all.mine.total, all.mine.total, 1]);
  const { body: none } = await desk.officer.get<Workbench>('/api/workbench?kind=TRANSFER');
  assert.deepEqual([none.mine.total, none.mine.items, none.others.total], [0, [], 0]);
  assert.deepEqual(none.figures, { mine: 0, overdue: 0, dueSoon: 0, dueToday: 0, clean: 0, others: 0 });
});

test('what the law leaves to judgement asks the one who proposes for a reason, and not again the one who signs', async () => {
  const view = await viewBy(desk.officer);
  assert.ok(view.findings.some(({ verdict }) => verdict === 'DISCRETIONARY'));
  assert.equal(approval(view)?.reasonRequired, true);
  const silent = await desk.officer.post(`/api/cases/${caseId}/acts`, { action: 'APPROVE' });
  assert.equal(silent.code, 'REASON_NEEDED');
  await act(desk.officer, caseId, 'APPROVE', '学校十月迁址，核实后准予补建');
  assert.equal(approval(await viewBy(desk.chief))?.reasonRequired, false);
  assert.equal(await act(desk.chief, caseId, 'APPROVE'), 'COMPLETED');
  assert.equal((await viewBy(desk.officer)).tone, 'DONE');
});
