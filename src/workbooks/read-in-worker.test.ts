import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { PLAIN_ROWS, rawRow, rawWorkbook } from '../../tests/workbooks/raw-workbooks.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Cell, SheetRow } from './cell.ts';
import { readRowsInWorker } from './read-in-worker.ts';
import { readRows } from './read-rows.ts';
import { writeRows } from './write-rows.ts';

const headings = { required: ['姓名', '证件号'] };

function aLongRoster(count: number): Promise<Buffer> {
  const rows = Array.from({ length: count }, (_, i): Cell[] => [
    `王小明${i}`,
    `${i}`.padStart(18, '0'),
    new Date(Date.UTC(2016, 0, 1 + (i % 365))),
  ]);
  const columns = [{ heading: '姓名' }, { heading: '证件号' }, { heading: '出生日期', kind: 'date' as const }];
  return buffer(writeRows({ name: '学生', columns, rows }));
}

async function all(rows: AsyncIterable<SheetRow>): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

test('a thread reads the same sheet, header and rows as the server itself would', async () => {
  const bytes = await aLongRoster(1700);
  const [here, there] = [await readRows(bytes, { headings }), await readRowsInWorker(bytes, { headings })];
  assert.deepEqual([there.sheet, there.header, there.lastRow], [here.sheet, here.header, here.lastRow]);
  const rows = await all(there.rows);
  assert.equal(rows.length, 1700);
  assert.deepEqual(rows, await all(here.rows));
});

test('a refusal comes out of the thread as it went in', async () => {
  const formula = rawWorkbook({ rows: `${PLAIN_ROWS}<row r="3"><c r="B3"><f>1</f></c></row>` });
  await assert.rejects(readRowsInWorker(formula, { headings }), (error) => {
    assert.ok(error instanceof Refusal);
    assert.deepEqual([error.code, error.status], ['UNSUITABLE_FILE', 422]);
    assert.match(error.message, /第 3 行 B 列含公式/);
    return true;
  });
  await assert.rejects(readRowsInWorker(rawWorkbook({ rows: rawRow(1, '甲') }), { headings }), /没有找到含/);
});

test('cancelling ends the loop with the reason and the thread with it', async () => {
  const stop = new AbortController();
  const { rows } = await readRowsInWorker(await aLongRoster(5000), { headings, signal: stop.signal });
  let seen = 0;
  await assert.rejects(async () => {
    for await (const _ of rows) if (++seen === 700) stop.abort(new Error('已取消'));
  }, /已取消/);
  assert.ok(seen >= 700 && seen <= 1500, `${seen}`);
  await assert.rejects(readRowsInWorker(rawWorkbook(), { headings, signal: stop.signal }), /已取消/);
});

test('a loop that is left early leaves no thread behind', async () => {
  const { rows } = await readRowsInWorker(await aLongRoster(3000), { headings });
  for await (const row of rows) if (row.number > 10) break;
  assert.equal((await rows.next()).done, true);
});

test('a workbook that needs more memory than it may have is refused and the server lives', async () => {
  await assert.rejects(readRowsInWorker(await aLongRoster(3000), { headings, heapMegabytes: 4 }), (error) => {
    assert.ok(error instanceof Refusal, String(error));
    assert.equal(error.code, 'TOO_LARGE');
    return true;
  });
});

test('a thread that does not answer in time is ended', async () => {
  await assert.rejects(
    readRowsInWorker(await aLongRoster(3000), { headings, answerWithin: 1 }),
    /工作簿内容过大，上限为 1 秒内能读完/,
  );
});

test('a file that is not there is a fault of the server and no refusal', async () => {
  await assert.rejects(readRowsInWorker('/nowhere/at/all.xlsx', { headings }), { code: 'ENOENT' });
});
