import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { rawCell, rawRow, rawSheet, rawWorkbook } from '../../tests/workbooks/raw-workbooks.ts';
import { type CellMark, markCells } from './mark-cells.ts';
import { readRows } from './read-rows.ts';
import { writeTemplate } from './template.ts';
import { BULK_LIMITS } from './workbook-limits.ts';
import { openParts } from './xlsx/zip-parts.ts';

const RED = 'FFFFC9CF';
const AMBER = 'FFFFECB5';

async function marked(source: Uint8Array, ...marks: CellMark[]): Promise<Buffer> {
  return buffer(await markCells(source, marks, { sheet: '学生' }));
}

function mark(row: number, column: number, note: string, severity: CellMark['severity'] = 'error'): CellMark {
  return { row, column, note, severity };
}

async function sheetOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.getWorksheet('学生');
  assert.ok(sheet);
  return sheet;
}

function groundOf(sheet: ExcelJS.Worksheet, cell: string): string | undefined {
  const { fill } = sheet.getCell(cell);
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
}

/** A template with two children in it, as exceljs saves it: comments, drop-downs and formats are all there already. */
async function aFilledTemplate(): Promise<Uint8Array> {
  const columns = [
    { key: 'name', heading: '姓名', required: true, comment: '与户口簿一致', example: '李雷' },
    { key: 'number', heading: '证件号', required: true, asText: true },
    { key: 'gender', heading: '性别', choices: ['男', '女'] },
  ];
  const workbook = new ExcelJS.Workbook();
  const made = await writeTemplate({
    title: '模板',
    sheet: '学生',
    notes: ['说明'],
    columns,
    madeAt: new Date(0),
    lastRow: 100,
  });
  await workbook.xlsx.load(Uint8Array.from(made).buffer);
  const sheet = workbook.getWorksheet('学生');
  for (const [row, values] of [
    [5, ['王小明', '411023201601236420', '男']],
    [6, ['李小红']],
  ] as const) {
    for (const [column, value] of values.entries()) if (sheet) sheet.getCell(row, column + 1).value = value;
  }
  if (sheet) sheet.getCell('A5').font = { name: '黑体', bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('marked cells are coloured and commented, their formats and everything around them stay', async () => {
  const sheet = await sheetOf(
    await marked(
      await aFilledTemplate(),
      mark(5, 0, '姓名与户籍库不一致 <请核对>&', 'warning'),
      mark(5, 1, '校验码应为X'),
    ),
  );
  assert.deepEqual([groundOf(sheet, 'A5'), groundOf(sheet, 'B5'), groundOf(sheet, 'C5')], [AMBER, RED, undefined]);
  assert.equal(sheet.getCell('A5').note, '姓名与户籍库不一致 <请核对>&');
  assert.deepEqual([sheet.getCell('A5').font.name, sheet.getCell('A5').font.bold], ['黑体', true]);
  assert.equal(sheet.getCell('B5').numFmt, '@');
  assert.match(JSON.stringify(sheet.getCell('A3').note), /与户口簿一致/);
  assert.deepEqual(sheet.getCell('C5').dataValidation?.formulae, ["'字典'!$A$2:$A$3"]);
});

test('a required cell that is missing altogether is put where it belongs, in the format of its column', async () => {
  const sheet = await sheetOf(await marked(await aFilledTemplate(), mark(6, 1, '证件号未填'), mark(6, 2, '性别未填')));
  assert.deepEqual(
    [groundOf(sheet, 'B6'), sheet.getCell('B6').numFmt, sheet.getCell('B6').note],
    [RED, '@', '证件号未填'],
  );
  assert.equal(groundOf(sheet, 'C6'), RED);
});

test('several faults of one cell share one comment and the worse colour', async () => {
  const sheet = await sheetOf(
    await marked(await aFilledTemplate(), mark(5, 1, '地区码未知', 'warning'), mark(5, 1, '校验码有误')),
  );
  assert.deepEqual([groundOf(sheet, 'B5'), sheet.getCell('B5').note], [RED, '地区码未知\n校验码有误']);
});

test('rows read the same before and after, and every other part is the same byte for byte', async () => {
  const source = await aFilledTemplate();
  const result = await marked(source, mark(5, 1, '有误'), mark(6, 1, '未填'));
  const rowsOf = async (bytes: Uint8Array) => {
    const all = [];
    for await (const row of (await readRows(bytes, { headings: { required: ['姓名', '证件号'] } })).rows) all.push(row);
    return all;
  };
  assert.deepEqual(await rowsOf(result), await rowsOf(source));
  const [before, after] = [await partsOf(source), await partsOf(result)];
  assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
  const changed = [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name);
  assert.deepEqual(changed.sort(), [
    '[Content_Types].xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});

test('at the next round the old marks are gone and only the new ones stand', async () => {
  const first = await marked(await aFilledTemplate(), mark(5, 0, '旧'), mark(5, 1, '旧'));
  const sheet = await sheetOf(await marked(first, mark(5, 1, '新', 'warning')));
  assert.deepEqual([groundOf(sheet, 'A5'), groundOf(sheet, 'B5')], [undefined, AMBER]);
  assert.deepEqual([sheet.getCell('A5').note, sheet.getCell('B5').note], [undefined, '新']);
  assert.match(JSON.stringify(sheet.getCell('A3').note), /与户口簿一致/);
});

test('a comment that the school wrote on a marked cell is kept below ours', async () => {
  const sheet = await sheetOf(await marked(await aFilledTemplate(), mark(3, 0, '表头有误')));
  assert.equal(sheet.getCell('A3').note, '表头有误\n原批注：与户口簿一致');
});

test('a bare workbook without formats, comments or names of cells can be marked too', async () => {
  for (const prefixed of [false, true]) {
    const plain = rawSheet(
      rawRow(1, '姓名', '证件号') + rawRow(2, '王小明'),
      '',
      '<pageMargins left="1"/><extLst><ext/></extLst>',
    );
    const sheet = prefixed ? plain.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=') : plain;
    const result = await marked(rawWorkbook({ sheet }), mark(2, 0, '有误'), mark(2, 1, '未填'));
    const [{ A2, B2 } = {}] = Object.values(XLSX.read(result, { cellStyles: true }).Sheets);
    assert.deepEqual([A2?.s?.fgColor?.rgb, A2?.c?.[0]?.t], ['FFC9CF', '有误']);
    assert.equal(B2?.c?.[0]?.t, '未填');
    assert.match((await partsOf(result)).get('xl/worksheets/sheet1.xml') ?? '', /legacyDrawing[^>]*><(x:)?extLst>/);
  }
});

test('thousands of comments are bounded, cells beyond are coloured only', async () => {
  const rows = Array.from({ length: 10_100 }, (_, i) => `<row r="${i + 2}">${rawCell(`A${i + 2}`, '甲')}</row>`);
  const source = rawWorkbook({ rows: rawRow(1, '姓名') + rows.join('') });
  const parts = await partsOf(await marked(source, ...rows.map((_, i) => mark(i + 2, 0, '有误'))));
  assert.equal(parts.get('xl/comments1.xml')?.match(/<comment /g)?.length, 10_000);
  assert.equal(parts.get('xl/worksheets/sheet1.xml')?.match(/ s="1"/g)?.length, 10_100);
});

test('a workbook that may not be read is not marked either', async () => {
  await assert.rejects(marked(Buffer.from('x'), mark(1, 0, 'x')), /文件不能使用/);
  await assert.rejects(markCells(rawWorkbook(), [], { sheet: '名册' }), /没有名为“名册”的工作表/);
});

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = await openParts(bytes, BULK_LIMITS);
  const texts = new Map<string, string>();
  for (const part of parts.all) {
    const chunks: Buffer[] = [];
    for await (const chunk of part.read()) chunks.push(chunk);
    texts.set(part.name, Buffer.concat(chunks).toString('utf8'));
  }
  parts.close();
  return texts;
}
