import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as xlsx from '@e965/xlsx';
import { anAdmissionDesk, type Desk, importRows, runJobs } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, aSchool } from '../../../tests/builders.ts';
import { childRow, childRows, workbookOf } from '../../../tests/entrant-rows.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { columns } from '../../students/index.ts';
import { readRows } from '../../workbooks/read-rows.ts';
import { HEADINGS } from '../checking/headings.ts';
import type { EntrantRow } from '../entrants/entrants.api.ts';
import type { ImportItem, ProgressView } from './importing.api.ts';
import { TEMPLATE_SHEET } from './template.ts';

const app = await testApplication({ now: '2026-09-10T10:00:00+08:00' });
let desk: Desk;

before(async () => {
  desk = await anAdmissionDesk(app);
});

const template = async () => (await desk.registrar.get('/api/admissions/template.xlsx')).bytes;
const rowsOf = async (id: string) =>
  (await desk.registrar.get<{ items: EntrantRow[] }>(`/api/admissions/imports/${id}/rows`)).body.items;
const itemOf = async (id: string) =>
  (await desk.registrar.get<{ items: ImportItem[] }>('/api/admissions/imports')).body.items.find(
    (one) => one.id === id,
  )!;

test('a school without a registrar in office begins no registration, and hears who can mend that', async () => {
  const school = await aSchool(app, { under: desk.authority });
  const account = await anAccount(app, { at: school });
  const registrar = app.as(account);
  const file = { name: '一年级.xlsx', bytes: await workbookOf(childRows(1, 900)) };
  const begin = async () => [
    await registrar.upload('/api/admissions/imports', file),
    await registrar.post('/api/admissions/entrants', { values: childRow(901) }),
  ];
  await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    await tx.sql.updateTable('offices').set({ valid_to: '2026-09-10' }).where('account_id', '=', account.id).execute();
  });
  for (const refused of await begin()) {
    assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
    assert.match(refused.detail!, /没有在任的学籍管理员.*上级教育行政部门.*开设学籍管理员账号/);
  }
  await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    await tx.sql.updateTable('offices').set({ valid_to: '2026-09-11' }).where('account_id', '=', account.id).execute();
  });
  for (const taken of await begin()) assert.equal(taken.status, 200, taken.detail);
});

test('the template has every heading of the form, the school’s own class groups, and an example that is not read', async () => {
  const bytes = await template();
  const back = await readRows(bytes, { headings: HEADINGS });
  const rows: unknown[] = [];
  for await (const row of back.rows) rows.push(row);
  assert.deepEqual(rows, []);
  assert.deepEqual([back.sheet, back.header.unknown], [TEMPLATE_SHEET, []]);
  const workbook = xlsx.read(bytes);
  const listed = new Set(
    workbook.SheetNames.flatMap((name) =>
      xlsx.utils.sheet_to_json<string[]>(workbook.Sheets[name]!, { header: 1 }),
    ).flat(),
  );
  for (const words of ['一(1)班', '一(3)班', '一年级', '居民身份证', '走读']) assert.ok(listed.has(words), words);
});

test('a template that was filled in with a spreadsheet program is read without a fault', async () => {
  const workbook = xlsx.read(await template());
  const { header } = await readRows(await template(), { headings: HEADINGS });
  const filled = childRows(3).map((child) => {
    const cells: string[] = [];
    for (const [path, text] of Object.entries(child)) {
      cells[header.columns.get(columns.find((column) => column.path === path)!.heading)!] = text;
    }
    return cells;
  });
  xlsx.utils.sheet_add_aoa(workbook.Sheets[TEMPLATE_SHEET]!, filled, { origin: { r: header.row + 1, c: 0 } });
  const bytes = xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  const { body } = await desk.registrar.upload<ImportItem>('/api/admissions/imports', {
    name: '../一年级.xlsx',
    bytes,
  });
  assert.deepEqual([body.fileName, body.state], ['一年级.xlsx', 'QUEUED']);
  await runJobs(app, body.id);
  const { state, stateWords, rows, red, amber } = await itemOf(body.id);
  assert.deepEqual([state, stateWords, rows, red, amber], ['CHECKED', '待修正提交', 3, 0, 0]);
});

test('what is no workbook, or lacks columns, is refused with what to do, and nothing of it is kept', async () => {
  const count = async () =>
    (await desk.registrar.get<{ items: ImportItem[] }>('/api/admissions/imports')).body.items.length;
  const before = await count();
  const send = (bytes: Buffer) => desk.registrar.upload('/api/admissions/imports', { name: '报名表.xlsx', bytes });
  const text = await send(Buffer.from('姓名,性别\n王浩,男\n'));
  assert.deepEqual([text.status, text.code], [422, 'UNSUITABLE_FILE']);
  const workbook = xlsx.utils.book_new();
  const headings = HEADINGS.required.filter((heading) => heading !== '出生地');
  xlsx.utils.book_append_sheet(workbook, xlsx.utils.aoa_to_sheet([headings, ['王浩']]), '表');
  const narrow = await send(xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  assert.match(narrow.detail!, /表头缺少“出生地”/);
  assert.equal(await count(), before);
});

test('the stream of progress ends with the state that is reached', async () => {
  const id = await importRows(app, desk.registrar, childRows(2, 20));
  const { text, headers } = await desk.registrar.get(`/api/admissions/imports/${id}/progress`);
  assert.match(String(headers['content-type']), /text\/event-stream/);
  const events = text.match(/(?<=data: ).*/g)!.map((line) => JSON.parse(line) as ProgressView);
  assert.deepEqual(events, [{ state: 'CHECKED', done: 2, total: 2, red: 0, amber: 0, secondsLeft: 0, failure: null }]);
});

test('an import can be given up before and after it is read, not once rows of it are handed in', async () => {
  const file = { name: '报名表.xlsx', bytes: await workbookOf(childRows(2, 30)) };
  const waiting = (await desk.registrar.upload<ImportItem>('/api/admissions/imports', file)).body.id;
  const cancel = (id: string) => desk.registrar.post(`/api/admissions/imports/${id}/cancel`);
  assert.equal((await cancel(waiting)).status, 200);
  await runJobs(app, waiting);
  assert.deepEqual([(await itemOf(waiting)).state, await rowsOf(waiting)], ['CANCELLED', []]);
  assert.equal((await cancel(waiting)).code, 'STEP_NOT_ALLOWED');

  const read = await importRows(app, desk.registrar, childRows(2, 40));
  assert.equal((await cancel(read)).status, 200);
  assert.deepEqual(await rowsOf(read), []);

  const handedIn = await importRows(app, desk.registrar, [childRow(50), childRow(51, { name: '王 浩' })]);
  const body = { mode: 'GOOD', signedForms: true };
  assert.equal((await desk.registrar.post(`/api/admissions/imports/${handedIn}/submissions`, body)).status, 200);
  assert.equal((await cancel(handedIn)).code, 'STEP_NOT_ALLOWED');
  assert.equal((await rowsOf(handedIn)).length, 2);
});
