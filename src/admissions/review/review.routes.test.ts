import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { anAdmissionDesk, type Desk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount } from '../../../tests/builders.ts';
import { childRow, childRows, type Row } from '../../../tests/entrant-rows.ts';
import { readRows } from '../../workbooks/read-rows.ts';
import { HEADINGS } from '../checking/headings.ts';
import type { EntrantRow, EntrantView } from '../entrants/entrants.api.ts';
import type { ImportItem } from '../importing/importing.api.ts';
import type { CureView, ImportView, RowPage } from './review.api.ts';

const app = await testApplication({ now: '2026-09-10T10:00:00+08:00' });
let desk: Desk;
let bystander: Desk;
let bystanderImport: string;

before(async () => {
  desk = await anAdmissionDesk(app);
  bystander = await anAdmissionDesk(app);
  bystanderImport = await importRows(app, bystander.registrar, [childRow(9_000, { name: '王 浩' })]);
});

const view = async (id: string, by = desk) =>
  (await by.registrar.get<ImportView>(`/api/admissions/imports/${id}`)).body;
const rowsOf = async (id: string, query = '') =>
  (await desk.registrar.get<RowPage>(`/api/admissions/imports/${id}/rows${query}`)).body.items;
const counts = ({ sound, red, amber, skipped, mended, submitted }: ImportView) => ({
  sound,
  red,
  amber,
  skipped,
  mended,
  submitted,
});
const wrongDigit = (row: Row): Row => ({
  ...row,
  identityNumber: row['identityNumber']!.replace(/.$/, (last) => (last === '1' ? '2' : '1')),
});

test('what is wrong with a workbook is told by cause, red first, with the number of rows', async () => {
  const id = await importRows(app, desk.registrar, [
    wrongDigit(childRow(0)),
    wrongDigit(childRow(1)),
    childRow(2, { classGroup: '2班' }),
    childRow(3, { name: '王 浩' }),
    ...childRows(4, 10),
  ]);
  const one = await view(id);
  assert.equal(one.state, 'CHECKED');
  assert.deepEqual(counts(one), { sound: 4, red: 3, amber: 1, skipped: 0, mended: 0, submitted: 0 });
  assert.deepEqual(
    one.groups.map(({ code, field, severity, count, hasProposal }) => [code, field, severity, count, hasProposal]),
    [
      ['ID_CHECK_DIGIT', 'identityNumber', 'red', 2, false],
      ['CLASS_NOT_HERE', 'classGroup', 'red', 1, true],
      ['NAME_SPACES', 'name', 'amber', 1, true],
    ],
  );
  assert.deepEqual([one.caseIds, one.mayUndo], [[], false]);
});

test('rows are listed with what may be shown, and asked for by cause page after page', async () => {
  const number = childRow(20)['identityNumber']!;
  const id = await importRows(app, desk.registrar, [wrongDigit(childRow(20)), childRow(21), wrongDigit(childRow(22))]);
  const all = await rowsOf(id);
  assert.deepEqual(
    all.map(({ rowNo }) => rowNo),
    [2, 3, 4],
  );
  const [first] = all as [EntrantRow];
  assert.equal(first.identityMasked.slice(0, 4), number.slice(0, 4));
  assert.match(first.identityMasked, /^\d{4}\*{10}\d{4}$/);
  assert.match(first.phoneMasked, /^\d{3}\*{4}\d{4}$/);
  assert.match(first.guardian, /^父 .\*+$/);
  assert.equal(first.findings[0]!.label, '身份证件号');
  assert.deepEqual(first.findings[0]!.at, [17, 18]);
  const query = '?code=ID_CHECK_DIGIT&field=identityNumber&limit=1';
  const page = (await desk.registrar.get<RowPage>(`/api/admissions/imports/${id}/rows${query}`)).body;
  assert.deepEqual([page.items.length, page.next], [1, 2]);
  assert.equal(page.items[0]!.value, first.identityMasked, 'the item asked about, masked');
  const next = await desk.registrar.get<RowPage>(`/api/admissions/imports/${id}/rows${query}&after=${page.next}`);
  assert.deepEqual([next.body.items[0]!.rowNo, next.body.next], [4, null]);
});

test('a cell that was mended is checked again; the trail names the item and nothing else', async () => {
  const right = childRow(30);
  const id = await importRows(app, desk.registrar, [wrongDigit(right), childRow(31)]);
  const [row] = (await rowsOf(id)) as [EntrantRow];
  const opened = (await desk.registrar.get<EntrantView>(`/api/admissions/entrants/${row.id}`)).body;
  assert.equal(opened.values['identityNumber'], wrongDigit(right)['identityNumber'], 'the registrar sees it in full');
  const values = { identityNumber: right['identityNumber'], postalCode: opened.values['postalCode'] };
  const mend = (version: number) =>
    desk.registrar.patch<EntrantRow>(`/api/admissions/entrants/${row.id}`, { values, version });
  const mended = await mend(row.version);
  assert.deepEqual([mended.status, mended.body.red, mended.body.mended], [200, 0, 1]);
  assert.equal((await mend(row.version)).code, 'STALE');
  assert.deepEqual(counts(await view(id)), { sound: 2, red: 0, amber: 0, skipped: 0, mended: 1, submitted: 0 });
  const trail = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql.selectFrom('audit_events').selectAll().where('subject_id', '=', row.id).orderBy('id').execute(),
  );
  assert.deepEqual(
    trail.map(({ action, detail }) => [action, detail]),
    [
      ['VIEW_ENTRANT', {}],
      ['MEND_ENTRANT', { fields: ['identityNumber'] }],
    ],
  );
});

test('the list of imports counts what is still wrong, not what was', async () => {
  const id = await importRows(app, desk.registrar, [
    wrongDigit(childRow(40)),
    childRow(41, { classGroup: '2班' }),
    childRow(42, { name: '王 浩' }),
    childRow(43, { classGroup: '3班' }),
  ]);
  const listed = async () => {
    const { items } = (await desk.registrar.get<{ items: ImportItem[] }>('/api/admissions/imports')).body;
    const { rows, red, amber } = items.find((one) => one.id === id)!;
    return [rows, red, amber];
  };
  assert.deepEqual(await listed(), [4, 3, 1]);
  const [wrong] = (await rowsOf(id)) as [EntrantRow];
  const values = { identityNumber: childRow(40)['identityNumber'] };
  await desk.registrar.patch(`/api/admissions/entrants/${wrong.id}`, { values, version: wrong.version });
  assert.deepEqual(await listed(), [4, 2, 1]);
  const [, , spaced, left] = (await rowsOf(id)) as [EntrantRow, EntrantRow, EntrantRow, EntrantRow];
  await desk.registrar.post(`/api/admissions/entrants/${left.id}/skip`);
  assert.deepEqual(await listed(), [4, 1, 1]);
  await desk.registrar.post(`/api/admissions/entrants/${spaced.id}/confirm`, { code: 'NAME_SPACES', field: 'name' });
  assert.deepEqual(await listed(), [4, 1, 0]);
  const cure = { code: 'CLASS_NOT_HERE', field: 'classGroup', apply: true };
  await desk.registrar.post(`/api/admissions/imports/${id}/cures`, cure);
  assert.deepEqual(await listed(), [4, 0, 0]);
});

test('a workbook that was sent in before is told, with who and when, until that import is taken back', async () => {
  const colleague = app.as(await anAccount(app, { at: desk.school, personName: '孙丽' }));
  const rows = [childRow(50), wrongDigit(childRow(51))];
  const first = await importRows(app, colleague, rows);
  const again = await importRows(app, desk.registrar, rows);
  const other = await importRows(app, desk.registrar, [childRow(52)]);
  const { sentBefore } = await view(again);
  assert.deepEqual(sentBefore, { by: '孙丽', at: '2026-09-10T02:00:00.000Z' });
  assert.deepEqual([(await view(first)).sentBefore, (await view(other)).sentBefore], [null, null]);
  const elsewhere = await importRows(app, bystander.registrar, rows);
  assert.equal(
    (await view(elsewhere, bystander)).sentBefore,
    null,
    'what another school sends is nobody else’s business',
  );
  assert.equal((await colleague.post(`/api/admissions/imports/${first}/cancel`)).status, 200);
  assert.equal((await view(again)).sentBefore, null);
});

test('others of the school see what is classified only masked', async () => {
  const id = await importRows(app, desk.registrar, [childRow(35)]);
  const [row] = (await rowsOf(id)) as [EntrantRow];
  const seen = (await desk.leader.get<EntrantView>(`/api/admissions/entrants/${row.id}`)).body.values;
  assert.match(seen['identityNumber']!, /\*{10}/);
  assert.match(seen['guardians.0.phone']!, /\*{4}/);
  assert.ok(!seen['homeAddress']!.includes('大孙庄'));
});

test('mending one of two rows with one number makes the other sound as well', async () => {
  const id = await importRows(app, desk.registrar, [
    childRow(40),
    childRow(41, { identityNumber: childRow(40)['identityNumber']!, gender: '男' }),
  ]);
  const [, second] = (await rowsOf(id)) as [EntrantRow, EntrantRow];
  assert.deepEqual(counts(await view(id)), { sound: 0, red: 2, amber: 0, skipped: 0, mended: 0, submitted: 0 });
  const values = { identityNumber: childRow(41)['identityNumber'], gender: '女' };
  await desk.registrar.patch(`/api/admissions/entrants/${second.id}`, { values, version: second.version });
  assert.deepEqual(counts(await view(id)), { sound: 2, red: 0, amber: 0, skipped: 0, mended: 2, submitted: 0 });
});

test('leaving out one of two rows with one number makes the other sound; taken back in, both are wrong again', async () => {
  const twin = { identityNumber: childRow(45)['identityNumber']!, bornOn: childRow(45)['bornOn']! };
  const id = await importRows(app, desk.registrar, [childRow(45), childRow(47, twin)]);
  const [, second] = (await rowsOf(id)) as [EntrantRow, EntrantRow];
  assert.equal(
    (await desk.registrar.post<EntrantRow>(`/api/admissions/entrants/${second.id}/skip`)).body.state,
    'SKIPPED',
  );
  assert.deepEqual(counts(await view(id)), { sound: 1, red: 0, amber: 0, skipped: 1, mended: 0, submitted: 0 });
  await desk.registrar.post(`/api/admissions/entrants/${second.id}/unskip`);
  assert.equal((await view(id)).red, 2);
});

test('a mechanical cure is shown before it is taken, on every row that has the fault and on no other', async () => {
  const rows = [
    ...childRows(3, 50).map((row) => ({ ...row, classGroup: '3班' })),
    childRow(60, { classGroup: '九班' }),
  ];
  const id = await importRows(app, desk.registrar, [...rows, childRow(61)]);
  const cure = async (apply: boolean) => {
    const body = { code: 'CLASS_NOT_HERE', field: 'classGroup', apply };
    return (await desk.registrar.post<CureView>(`/api/admissions/imports/${id}/cures`, body)).body;
  };
  const preview = await cure(false);
  assert.deepEqual([preview.total, preview.applied, preview.items.length], [3, false, 3]);
  assert.deepEqual([preview.items[0]!.before, preview.items[0]!.after], ['3班', '一(3)班']);
  assert.equal((await view(id)).red, 4, 'looking changes nothing');
  assert.deepEqual([(await cure(true)).total, (await cure(true)).total], [3, 0]);
  assert.deepEqual(counts(await view(id)), { sound: 4, red: 1, amber: 0, skipped: 0, mended: 3, submitted: 0 });
  assert.deepEqual(
    (await rowsOf(id)).map(({ classText }) => classText),
    ['一(3)班', '一(3)班', '一(3)班', '九班', childRow(61)['classGroup']],
  );
});

test('the cure of a classified item is kept nowhere in the open and works all the same', async () => {
  const number = childRow(70)['identityNumber']!;
  const id = await importRows(app, desk.registrar, [childRow(70, { identityNumber: number.replaceAll('0', 'O') })]);
  const body = { code: 'ID_CHARACTERS', field: 'identityNumber', apply: true };
  const { items } = (await desk.registrar.post<CureView>(`/api/admissions/imports/${id}/cures`, body)).body;
  assert.match(items[0]!.after, /\*{10}/);
  assert.equal((await view(id)).sound, 1);
  const [row] = (await rowsOf(id)) as [EntrantRow];
  const { values } = (await desk.registrar.get<EntrantView>(`/api/admissions/entrants/${row.id}`)).body;
  assert.equal(values['identityNumber'], number);
});

test('an amber finding waits for a yes; it stays confirmed as long as the very same thing is found', async () => {
  const id = await importRows(app, desk.registrar, [childRow(80, { name: '王 浩' }), childRow(81, { name: '李 明' })]);
  const [row] = (await rowsOf(id)) as [EntrantRow];
  assert.deepEqual(counts(await view(id)), { sound: 0, red: 0, amber: 2, skipped: 0, mended: 0, submitted: 0 });
  const cause = { code: 'NAME_SPACES', field: 'name' };
  const confirmed = (await desk.registrar.post<EntrantRow>(`/api/admissions/entrants/${row.id}/confirm`, cause)).body;
  assert.deepEqual([confirmed.amber, confirmed.findings[0]!.confirmed], [0, true]);
  assert.equal((await desk.registrar.post(`/api/admissions/entrants/${row.id}/confirm`, cause)).code, 'NOT_FOUND');
  const mend = async (values: Row, version: number) =>
    (await desk.registrar.patch<EntrantRow>(`/api/admissions/entrants/${row.id}`, { values, version })).body;
  const same = await mend({ postalCode: '461501' }, confirmed.version);
  assert.deepEqual([same.amber, same.findings[0]!.confirmed], [0, true]);
  const other = await mend({ name: '王 皓' }, same.version);
  assert.deepEqual([other.amber, other.findings[0]!.confirmed], [1, false], 'another name is another doubt');
  const all = await desk.registrar.post<{ confirmed: number }>(`/api/admissions/imports/${id}/confirmations`, cause);
  assert.equal(all.body.confirmed, 2);
  assert.equal((await view(id)).sound, 2);
});

test('the workbook comes back with its bad cells marked, everything else as it was sent', async () => {
  const id = await importRows(app, desk.registrar, [childRow(90), wrongDigit(childRow(91))]);
  const { status, bytes, headers } = await desk.registrar.get(`/api/admissions/imports/${id}/marked.xlsx`);
  assert.equal(status, 200);
  assert.match(String(headers['content-disposition']), /attachment/);
  const back = await readRows(bytes, { headings: HEADINGS });
  const cells: unknown[] = [];
  for await (const row of back.rows) cells.push(row.cells);
  assert.equal(cells.length, 2);
  assert.ok(JSON.stringify(cells).includes(childRow(90)['identityNumber']!));
  assert.match(bytes.toString('latin1'), /xl\/comments/);
});

test('another school learns nothing of an import and changes nothing in it', async () => {
  const id = await importRows(app, desk.registrar, [childRow(95)]);
  const [row] = (await rowsOf(id)) as [EntrantRow];
  const { registrar } = bystander;
  for (const answer of [
    await registrar.get(`/api/admissions/imports/${id}`),
    await registrar.get(`/api/admissions/imports/${id}/rows`),
    await registrar.get(`/api/admissions/imports/${id}/marked.xlsx`),
    await registrar.get(`/api/admissions/entrants/${row.id}`),
    await registrar.patch(`/api/admissions/entrants/${row.id}`, { values: { name: '王浩' }, version: 1 }),
    await registrar.post(`/api/admissions/entrants/${row.id}/skip`),
    await registrar.delete(`/api/admissions/entrants/${row.id}`),
    await registrar.post(`/api/admissions/imports/${id}/cancel`),
  ]) {
    assert.deepEqual([answer.status, answer.code], [404, 'NOT_FOUND']);
  }
  assert.equal((await rowsOf(id))[0]!.version, 1);
});

test('the bystander’s import stands as it stood', async () => {
  assert.deepEqual(counts(await view(bystanderImport, bystander)), {
    sound: 0,
    red: 0,
    amber: 1,
    skipped: 0,
    mended: 0,
    submitted: 0,
  });
});
