import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import { act, anAdmissionDesk, type Desk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { childRow, childRows, type Row } from '../../../tests/entrant-rows.ts';
import type { EntrantRow, EntrantView } from '../entrants/entrants.api.ts';
import type { ImportView, RowPage } from '../review/review.api.ts';
import type { CaseEntrantPage, SubmittedView } from './registering.api.ts';

const app = await testApplication({ now: '2026-09-10T10:00:00+08:00' });
const owner = new pg.Client({ connectionString: app.ownerUrl });
let desk: Desk;
let neighbour: Desk;
let faraway: Desk;
let bystanding: { caseId: string; importId: string };

before(async () => {
  await owner.connect();
  desk = await anAdmissionDesk(app);
  neighbour = await anAdmissionDesk(app);
  faraway = await anAdmissionDesk(app, { placeCode: '130283' });
  const importId = await importRows(app, neighbour.registrar, childRows(3, 8_000));
  bystanding = { importId, caseId: (await submit(importId, 'GOOD', neighbour)).caseIds[0]! };
});

const answerOf = (importId: string, mode: 'GOOD' | 'ALL', by = desk) =>
  by.registrar.post<SubmittedView>(`/api/admissions/imports/${importId}/submissions`, { mode, signedForms: true });
const submit = async (importId: string, mode: 'GOOD' | 'ALL' = 'GOOD', by = desk): Promise<SubmittedView> => {
  const { status, body, detail } = await answerOf(importId, mode, by);
  assert.equal(status, 200, detail);
  return body;
};
const view = async (importId: string) =>
  (await desk.registrar.get<ImportView>(`/api/admissions/imports/${importId}`)).body;
const rowsOf = async (importId: string, by = desk) =>
  (await by.registrar.get<RowPage>(`/api/admissions/imports/${importId}/rows`)).body.items;
const childrenOf = async (caseId: string, by = desk.officer) =>
  (await by.get<CaseEntrantPage>(`/api/cases/${caseId}/entrants`)).body.items;
const stateOf = async (caseId: string) =>
  (await desk.registrar.get<{ state: string }>(`/api/cases/${caseId}`)).body.state;
const mend = async (row: { id: string; version: number }, values: Row) =>
  desk.registrar.patch<EntrantRow>(`/api/admissions/entrants/${row.id}`, { values, version: row.version });
const query = async (text: string, values: unknown[]) => (await owner.query(text, values)).rows;
/** A photo is asked for by the law of the place; here only the way of a case matters. */
const photographed = (importId: string) =>
  owner.query('update entrants set photo_id = id where import_id = $1', [importId]);

/** Everything on the way to the county's desk. */
async function handedIn(rows: readonly Row[]): Promise<{ importId: string; caseId: string }> {
  const importId = await importRows(app, desk.registrar, rows);
  await photographed(importId);
  const { caseIds } = await submit(importId);
  assert.equal(await act(desk.leader, caseIds[0]!, 'SUBMIT'), 'WITH_AUTHORITY');
  return { importId, caseId: caseIds[0]! };
}

async function approved(caseId: string): Promise<void> {
  await act(desk.officer, caseId, 'APPROVE', '材料齐全');
  assert.equal(await act(desk.chief, caseId, 'APPROVE'), 'COMPLETED');
}

test('from the workbook to numbered, placed, findable students: registrar, leader, county', async () => {
  const { caseId, importId } = await handedIn(childRows(4));
  await approved(caseId);
  const students = await query(
    `select r.student_id, r.name, r.number_masked, r.class_group_id, n.kind, e.id as entrant
     from roster r join numbers n on n.student_id = r.student_id join entrants e on e.id = r.student_id
     where r.school_id = $1 order by r.student_id`,
    [desk.school.id],
  );
  assert.equal(students.length, 4);
  for (const one of students) {
    assert.equal(one.student_id, one.entrant, 'the entrant becomes the student');
    assert.deepEqual([one.kind, one.number_masked.slice(0, 5)], ['L', 'L4110']);
    assert.ok(one.class_group_id);
  }
  assert.equal((await view(importId)).submitted, 4);
  const children = await childrenOf(caseId);
  assert.deepEqual(new Set(children.map(({ state, verdict }) => `${state} ${verdict}`)), new Set(['REGISTERED ALLOW']));
});

test('a child registered at one school is red at every other one, with the way out', async () => {
  const importId = await importRows(app, neighbour.registrar, [childRow(0)]);
  const [row] = await rowsOf(importId, neighbour);
  assert.deepEqual(
    row!.findings.map(({ code }) => code),
    ['IDENTITY_REGISTERED'],
  );
  assert.match(row!.findings[0]!.sentence, /长葛市/);
  assert.match(row!.findings[0]!.remedy, /转学/);
  assert.equal((await answerOf(importId, 'GOOD', neighbour)).code, 'BAD_INPUT');
});

test('who is registered at the school already is told apart from who is registered elsewhere', async () => {
  const importId = await importRows(app, desk.registrar, [childRow(0), childRow(8_000)]);
  assert.deepEqual(
    (await rowsOf(importId)).map(({ findings }) => findings[0]!.code),
    ['IDENTITY_REGISTERED_HERE', 'IDENTITY_CLAIMED'],
  );
});

test('only sound rows are handed in; all or none refuses while one is left that is not', async () => {
  const rows = [childRow(20), childRow(21, { classGroup: '一(9)班' }), childRow(22, { name: '王 浩' }), childRow(23)];
  const importId = await importRows(app, desk.registrar, rows);
  const refused = await answerOf(importId, 'ALL');
  assert.deepEqual([refused.status, refused.code], [400, 'BAD_INPUT']);
  assert.match(refused.detail!, /1行有误、1行待确认/);
  assert.equal((await view(importId)).submitted, 0, 'nothing is handed in by halves');
  assert.equal((await submit(importId)).submitted, 2);
  const left = await view(importId);
  assert.deepEqual([left.state, left.red, left.amber, left.submitted], ['CHECKED', 1, 1, 2]);
  const [, wrong, doubtful] = (await rowsOf(importId)) as [EntrantRow, EntrantRow, EntrantRow];
  await mend(wrong, { classGroup: '一(1)班' });
  await desk.registrar.post(`/api/admissions/entrants/${doubtful.id}/skip`);
  assert.equal((await submit(importId, 'ALL')).submitted, 1);
  assert.equal((await view(importId)).state, 'SUBMITTED');
  assert.equal((await answerOf(importId, 'ALL')).code, 'STEP_NOT_ALLOWED');
});

test('the same submission sent twice under one key is one submission', async () => {
  const importId = await importRows(app, desk.registrar, childRows(2, 30));
  const send = () =>
    desk.registrar.post<SubmittedView>(
      `/api/admissions/imports/${importId}/submissions`,
      { mode: 'ALL', signedForms: true },
      { 'idempotency-key': 'once-and-only' },
    );
  const [first, second] = [await send(), await send()];
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.deepEqual(second.body, first.body);
});

test('what nobody has acted on can be taken back whole; what the county has begun cannot', async () => {
  const { importId, caseId } = await handedIn(childRows(3, 40));
  assert.equal((await view(importId)).mayUndo, true);
  assert.equal((await desk.registrar.post(`/api/admissions/imports/${importId}/undo`)).status, 200);
  assert.equal(await stateOf(caseId), 'WITHDRAWN');
  assert.deepEqual([(await view(importId)).state, (await rowsOf(importId)).length], ['UNDONE', 0]);
  // Their numbers are free again.
  const again = await handedIn(childRows(3, 40));
  await act(desk.officer, again.caseId, 'APPROVE', '材料齐全');
  assert.equal((await view(again.importId)).mayUndo, false);
  const refused = await desk.registrar.post(`/api/admissions/imports/${again.importId}/undo`);
  assert.deepEqual([refused.status, refused.code], [409, 'STEP_NOT_ALLOWED']);
  assert.equal((await rowsOf(again.importId)).length, 3);
  await act(desk.chief, again.caseId, 'APPROVE');
});

test('a case that is withdrawn gives its children back to their workbook', async () => {
  const importId = await importRows(app, desk.registrar, childRows(2, 50));
  const { caseIds } = await submit(importId, 'ALL');
  assert.equal((await view(importId)).state, 'SUBMITTED');
  await act(desk.registrar, caseIds[0]!, 'WITHDRAW');
  const back = await view(importId);
  assert.deepEqual([back.state, back.sound, back.caseIds], ['CHECKED', 2, []]);
  assert.equal((await submit(importId, 'ALL')).submitted, 2);
});

test('the county returns some children, in a case of their own with the whole history, and decides on the others', async () => {
  const { caseId } = await handedIn(childRows(5, 60));
  const children = await childrenOf(caseId);
  const named = children.slice(0, 2).map(({ id }) => id);
  const { status, body, detail } = await desk.officer.post<{ caseId: string }>(
    `/api/admissions/cases/${caseId}/returns`,
    {
      entrantIds: named,
      opinion: '户口簿复印件不清，请核对姓名',
    },
  );
  assert.equal(status, 200, detail);
  const rest = (await desk.officer.get<{ title: string; data: { size: number } }>(`/api/cases/${caseId}`)).body;
  assert.deepEqual([rest.title, rest.data.size], ['一年级 3人', 3]);
  assert.equal(await stateOf(caseId), 'WITH_AUTHORITY');
  assert.equal(await stateOf(body.caseId), 'RETURNED');
  const apart = (await desk.registrar.get<{ title: string; events: { label: string }[] }>(`/api/cases/${body.caseId}`))
    .body;
  assert.equal(apart.title, '一年级 2人');
  assert.deepEqual(
    apart.events.map(({ label }) => label),
    ['提交', '提交', '退回补正'],
  );
  const mine = (await desk.registrar.get<{ mine: { items: { caseId: string }[] } }>('/api/workbench')).body.mine.items;
  assert.ok(
    mine.some((item) => item.caseId === body.caseId),
    'it lies on the registrar’s desk',
  );

  await approved(caseId);
  const registered = await query(
    'select state, count(*)::int as size from entrants where case_id = any($1) group by 1 order by 1',
    [[caseId, body.caseId]],
  );
  assert.deepEqual(registered, [
    { state: 'REGISTERED', size: 3 },
    { state: 'SUBMITTED', size: 2 },
  ]);

  const [child] = await childrenOf(body.caseId, desk.registrar);
  assert.equal((await mend(child!, { name: '王 皓' })).body.amber, 1);
  const refused = await desk.registrar.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT' });
  assert.match(refused.detail!, /1人有误或待确认/);
  const again = (await childrenOf(body.caseId, desk.registrar)).find(({ id }) => id === child!.id)!;
  assert.equal((await mend(again, { name: '王皓' })).status, 200);
  await act(desk.registrar, body.caseId, 'SUBMIT');
  assert.equal(await act(desk.leader, body.caseId, 'SUBMIT'), 'WITH_AUTHORITY');
  const held = (await childrenOf(body.caseId)).find(({ id }) => id === child!.id)!;
  assert.equal((await mend(held, { name: '王浩' })).code, 'STEP_NOT_ALLOWED');
  await approved(body.caseId);
  const [named1] = await query('select name from roster where student_id = $1', [child!.id]);
  assert.equal(named1.name, '王皓');
});

test('returning all is returning the case; returning a stranger’s child is refused; so is it while a proposal waits', async () => {
  const { caseId } = await handedIn(childRows(2, 70));
  const giveBack = (entrantIds: string[]) =>
    desk.officer.post<{ caseId: string }>(`/api/admissions/cases/${caseId}/returns`, { entrantIds, opinion: '请核对' });
  const [stranger] = await childrenOf(bystanding.caseId);
  assert.equal((await giveBack([stranger!.id])).code, 'NOT_FOUND');
  const ids = (await childrenOf(caseId)).map(({ id }) => id);
  await act(desk.officer, caseId, 'APPROVE', '材料齐全');
  assert.equal((await giveBack(ids.slice(0, 1))).code, 'STEP_NOT_ALLOWED');
  await act(desk.officer, caseId, 'RETRACT');
  assert.equal((await giveBack(ids)).body.caseId, caseId);
  assert.equal(await stateOf(caseId), 'RETURNED');
});

test('a number changed while the case is back is claimed in place of the old one, or refused where it is held', async () => {
  const { caseId } = await handedIn(childRows(2, 80));
  await act(desk.officer, caseId, 'RETURN', '证件号与户口簿不符');
  const child = (await childrenOf(caseId, desk.registrar))[0]!;
  const taken = await mend(child, { ...numberOf(8_000) });
  assert.deepEqual([taken.status, taken.code], [409, 'DUPLICATE_IDENTITY']);
  const before = await holdersOf(caseId);
  assert.equal((await mend(child, { ...numberOf(84) })).body.red, 0);
  const after = await holdersOf(caseId);
  assert.equal(after.length, 2);
  assert.notDeepEqual(after, before);
  const undocumented = await mend((await childrenOf(caseId, desk.registrar))[0]!, {
    identityType: 'Z',
    identityNumber: '',
  });
  assert.match(undocumented.detail!, /撤回此件/);
});

test('a child without a document goes its own way up to the province', async () => {
  const importId = await importRows(app, desk.registrar, [
    childRow(100),
    childRow(101, { identityType: '其他（无证件）', identityNumber: '' }),
  ]);
  const { caseIds, submitted } = await submit(importId, 'ALL');
  assert.deepEqual([caseIds.length, submitted], [2, 2]);
  const ways = await query('select workflow from cases where id = any($1) order by 1', [caseIds]);
  assert.deepEqual(
    ways.map(({ workflow }) => workflow),
    ['registration', 'registration-undocumented'],
  );
});

test('a child is put forward on the form, mended, handed in, and deleted as long as it is a draft', async () => {
  const { registrar } = desk;
  const made = await registrar.post<EntrantView>('/api/admissions/entrants', {
    values: { name: '李沐辰', gender: '男' },
  });
  assert.equal(made.status, 200);
  assert.ok(made.body.red > 0, 'what is missing is found, not refused');
  assert.equal(made.body.values['name'], '李沐辰');
  const refused = await registrar.post('/api/admissions/submissions', {
    entrantIds: [made.body.id],
    signedForms: true,
  });
  assert.equal(refused.code, 'BAD_INPUT');
  const mended = await mend(made.body, childRow(110));
  assert.deepEqual([mended.body.red, mended.body.amber], [0, 0]);
  const drafts = (await registrar.get<{ items: EntrantView[] }>('/api/admissions/entrants')).body.items;
  assert.deepEqual(
    drafts.map(({ id }) => id),
    [made.body.id],
  );
  const other = (await registrar.post<EntrantView>('/api/admissions/entrants', { values: childRow(111) })).body;
  assert.equal((await registrar.delete(`/api/admissions/entrants/${other.id}`)).status, 200);
  const { body } = await registrar.post<SubmittedView>('/api/admissions/submissions', {
    entrantIds: [made.body.id],
    signedForms: true,
  });
  assert.equal(body.submitted, 1);
  assert.equal((await registrar.delete(`/api/admissions/entrants/${made.body.id}`)).code, 'STEP_NOT_ALLOWED');
});

test('two drafts with one number of the same school: the first is handed in, the second is told so', async () => {
  const importId = await importRows(app, desk.registrar, [childRow(120)]);
  const draft = (await desk.registrar.post<EntrantView>('/api/admissions/entrants', { values: childRow(120) })).body;
  await submit(importId, 'ALL');
  const refused = await desk.registrar.post('/api/admissions/submissions', {
    entrantIds: [draft.id],
    signedForms: true,
  });
  assert.equal(refused.code, 'BAD_INPUT');
  const { findings } = (await desk.registrar.get<EntrantView>(`/api/admissions/entrants/${draft.id}`)).body;
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['IDENTITY_CLAIMED_HERE'],
  );
});

test('an officer of another county sees nothing of it', async () => {
  const { caseId } = await handedIn(childRows(1, 130));
  const [child] = await childrenOf(caseId);
  for (const path of [
    `/api/cases/${caseId}`,
    `/api/cases/${caseId}/entrants`,
    `/api/admissions/entrants/${child!.id}`,
    `/api/admissions/entrants/${child!.id}/suspicions`,
  ]) {
    assert.equal((await faraway.officer.get(path)).code, 'NOT_FOUND', path);
  }
});

test('the neighbour’s case stands as it stood', async () => {
  const children = await childrenOf(bystanding.caseId, neighbour.officer);
  assert.deepEqual(
    children.map(({ state, version }) => [state, version]),
    Array.from({ length: 3 }, () => ['SUBMITTED', 2]),
  );
  await owner.end();
});

const numberOf = (n: number): Row => {
  const { identityNumber, bornOn, gender } = childRow(n) as Record<'identityNumber' | 'bornOn' | 'gender', string>;
  return { identityNumber, bornOn, gender };
};

const holdersOf = (caseId: string) =>
  query(`select encode(identity_hash, 'hex') as hash from identities where claimed_by = $1 order by 1`, [caseId]);
