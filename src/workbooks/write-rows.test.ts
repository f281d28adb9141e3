import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { Cell } from './cell.ts';
import { readRows } from './read-rows.ts';
import { writeRows } from './write-rows.ts';

const COLUMNS = [{ heading: '姓名' }, { heading: '备注' }];
/** Beginnings by which a spreadsheet program is made to calculate, in half and full width. */
const DANGEROUS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\0',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  '=cmd|',
  '_x000D_',
  '_X0041_',
];

async function exported(rows: Cell[][], titles?: string[]): Promise<Buffer> {
  return buffer(writeRows({ name: '学生', columns: COLUMNS, rows, ...(titles && { titles }) }));
}

async function imported(bytes: Uint8Array): Promise<Cell[][]> {
  const { rows } = await readRows(bytes, { headings: { required: ['姓名', '备注'] } });
  const all: Cell[][] = [];
  for await (const { cells } of rows) all.push([...cells]);
  return all;
}

test('whatever text is exported comes back the same and is no formula to anybody', async () => {
  const text = fc
    .tuple(fc.constantFrom('', ...DANGEROUS), fc.string({ unit: 'binary', maxLength: 12 }))
    .map((parts) => parts.join(''));
  const filled = text.filter((value) => value.trim() !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(filled, { minLength: 1, maxLength: 200 }), async (texts) => {
      const bytes = await exported(texts.map((value) => ['行', value]));
      assert.deepEqual(
        await imported(bytes),
        texts.map((value) => ['行', value]),
      );
      const sheet = XLSX.read(bytes, { cellFormula: true }).Sheets['学生'];
      for (const [place, cell] of Object.entries(sheet ?? {})) {
        if (!place.startsWith('!')) assert.deepEqual([cell.t, cell.f], ['s', undefined]);
      }
    }),
    { numRuns: 60 },
  );
});

test('halves of characters, forbidden characters and the longest text survive', async () => {
  const texts = ['\ud842', 'a\udfb7b', '\ufffe\uffff', '\x01\x1f', '字'.repeat(32_767)];
  assert.deepEqual(
    await imported(await exported(texts.map((text) => ['行', text]))),
    texts.map((text) => ['行', text]),
  );
  await assert.rejects(exported([['行', 'a'.repeat(32_768)]]), RangeError);
});

test('texts stay texts, days are days, numbers numbers; a value of another kind is written as text', async () => {
  const day = new Date(Date.UTC(2016, 0, 23));
  const columns = [
    { heading: '姓名' },
    { heading: '备注', kind: 'date' as const },
    { heading: '身高', kind: 'number' as const },
  ];
  const rows: Cell[][] = [
    ['000001', day, 120.5],
    [41, '不详', '约120'],
    [day, null, null],
  ];
  const bytes = await buffer(writeRows({ name: '学生', columns, rows }));
  assert.deepEqual(await imported(bytes), [['000001', day, 120.5], ['41', '不详', '约120'], ['2016-01-23']]);
});

test('a person who goes on typing in the sheet types text: the columns are formatted so', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await exported([['=1+1', '-2']], ['某校花名册'])).buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('学生');
  assert.equal(sheet?.getCell('A1').value, '某校花名册');
  assert.equal(sheet?.getCell('A2').value, '姓名');
  assert.deepEqual(
    [sheet?.getCell('A3').value, sheet?.getCell('A3').type, sheet?.getCell('A3').numFmt],
    ['=1+1', ExcelJS.ValueType.String, '@'],
  );
  assert.equal(sheet?.views[0]?.state, 'frozen');
});

test('rows are taken only as fast as the bytes are read', async () => {
  let taken = 0;
  function* rows() {
    for (; taken < 200_000; taken++) yield [`王小明${taken}`, '备注'];
  }
  const stream = writeRows({ name: '学生', columns: COLUMNS, rows: rows() });
  for await (const _ of stream) break;
  assert.ok(taken < 100_000, `${taken} rows were taken for one piece`);
});
