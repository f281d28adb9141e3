import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { streamXlsxRows, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { rawCell, rawRow, rawSheet, rawStrings, rawWorkbook } from '../../tests/workbooks/raw-workbooks.ts';
import { type Cell, columnName, type SheetRow, textOf } from './cell.ts';
import { plainHeading } from './find-header.ts';
import { type ReadOptions, readRows } from './read-rows.ts';
import { BULK_LIMITS } from './workbook-limits.ts';
import { RowBuilder } from './xlsx/scan/row-builder.ts';
import { SheetScanner } from './xlsx/scan/sheet-scanner.ts';

const HEADINGS = { required: ['姓名', '证件号'] };

/** A roster with what schools really send: leading zeros, blanks, rare characters, gaps, days, decimals, line breaks. */
const ROSTER: Cell[][] = [
  ['长葛市某小学学生信息'],
  ['姓名', '证件号', '出生日期', '班号', '身高', '住址', '备注'],
  ['王小明', '411023201601236420', new Date(Date.UTC(2016, 0, 23)), '000001', 120.1, ' 前后空格 ', null],
  ['𠮷田·买买提', '41102320160123642X', new Date(Date.UTC(2016, 11, 31)), '02', 99, '一号楼\n二单元', null],
  ['<&>"\'', '_x0041_ A', null, '=1+1', -0.5, '@SUM(A1)', null],
  [null, null, null, null, null, null, '只有备注'],
];

async function readAll(bytes: Uint8Array, options: ReadOptions = { headings: HEADINGS }) {
  const reading = await readRows(bytes, options);
  const rows: SheetRow[] = [];
  for await (const row of reading.rows) rows.push(row);
  return { ...reading, rows };
}

/** The roster as SheetJS, exceljs and hucre save it, each in both of its ways. */
async function savedByOthers(): Promise<Record<string, Uint8Array>> {
  const sheetJs = (bookSST: boolean) => {
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet(
      ROSTER.map((row) => row.map((cell) => cell ?? undefined)),
      { UTC: true },
    );
    XLSX.utils.book_append_sheet(book, sheet, '学生');
    return new Uint8Array(XLSX.write(book, { type: 'buffer', bookSST, compression: true }));
  };
  const fill = (sheet: ExcelJS.Worksheet) => {
    for (const row of ROSTER) sheet.addRow(row).commit?.();
  };
  const whole = new ExcelJS.Workbook();
  fill(whole.addWorksheet('学生'));
  const stream = new PassThrough();
  const streaming = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  fill(streaming.addWorksheet('学生'));
  const [streamed] = await Promise.all([buffer(stream), streaming.commit()]);
  const hucre = ROSTER.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace('_x0041_', '_x005F_x0041_') : cell)),
  );
  return {
    'SheetJS with shared texts': sheetJs(true),
    'SheetJS with texts in the cells': sheetJs(false),
    exceljs: new Uint8Array(await whole.xlsx.writeBuffer()),
    'exceljs as a stream': streamed,
    hucre: await writeXlsx({ sheets: [{ name: '学生', rows: hucre }] }),
    'hucre as a stream': await buffer(writeXlsxStream(hucre, { name: '学生' })),
  };
}

test('the same roster saved by different programs reads the same', async (t) => {
  for (const [program, bytes] of Object.entries(await savedByOthers())) {
    await t.test(program, async () => {
      const { sheet, header, rows, lastRow } = await readAll(bytes);
      assert.deepEqual([sheet, header.row, lastRow], ['学生', 2, 6]);
      assert.deepEqual(header.unknown, ['出生日期', '班号', '身高', '住址', '备注']);
      assert.deepEqual(
        rows.map(({ number }) => number),
        [3, 4, 5, 6],
      );
      const escaped = rows.map(({ cells }) => cells.map((cell) => (cell === 'A A' ? '_x0041_ A' : cell)));
      const filled = ROSTER.slice(2).map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
      assert.deepEqual(escaped, filled);
    });
  }
});

test('rows read here are those that another reader finds in the same files', async () => {
  for (const bytes of Object.values(await savedByOthers())) {
    const theirs = new Map<number, string>();
    for await (const { index, values } of streamXlsxRows(bytes)) {
      theirs.set(
        index + 1,
        values
          .map((value) => textOf(value as Cell))
          .join('|')
          .replace(/\|+$/, ''),
      );
    }
    const { rows } = await readAll(bytes);
    for (const { number, cells } of rows) assert.equal(cells.map(textOf).join('|'), theirs.get(number));
  }
});

test('every way in which the format allows a cell to be written is understood', async () => {
  const strings = rawStrings(
    '<t>共享</t>',
    '<r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r>',
    '<t>王</t><rPh sb="0" eb="1"><t>wang</t></rPh>',
    '<t/>',
  );
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="[Red]0.00&quot;d&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="14"/><xf numFmtId="57"/></cellXfs></styleSheet>';
  const cells: [xml: string, value: Cell][] = [
    ['<c t="s"><v>0</v></c>', '共享'],
    ['<c t="s"><v>1</v></c>', '粗 细'],
    ['<c t="s"><v>2</v></c>', '王'],
    ['<c t="s"><v>3</v></c>', null],
    ['<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c>', '甲乙'],
    ['<c t="str"><v>结果</v></c>', '结果'],
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c t="d"><v>2016-01-23</v></c>', new Date(Date.UTC(2016, 0, 23))],
    ['<c><v>411023201601236420</v></c>', 411023201601236420],
    ['<c s="1"><v>42392</v></c>', new Date(Date.UTC(2016, 0, 23))],
    ['<c s="2"><v>42392</v></c>', 42392],
    ['<c s="3"><v>42392.5</v></c>', new Date(Date.UTC(2016, 0, 23, 12))],
    ['<c s="4"><v>0.5</v></c>', 0.5],
    ['<c t="inlineStr"><is><t>&#x738B;&amp;&lt;_x000D_&#10;</t></is></c>', '王&<\r\n'],
    ["<c  s='0'\n t = 'n' ><v>1E3</v></c>".replace(' = ', '='), 1000],
    ['<c s="1"/>', null],
    ['<c><v>7</v></c>', 7],
  ];
  const rows = `${rawRow(1, '姓名', '证件号')}<row>${cells.map(([xml]) => xml).join('')}</row>`;
  for (const prefixed of [false, true]) {
    const sheet = prefixed
      ? rawSheet(rows)
          .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
          .replace('xmlns=', 'xmlns:x=')
      : rawSheet(rows);
    const { rows: read } = await readAll(rawWorkbook({ sheet, sharedStrings: strings, styles }));
    assert.deepEqual(read, [{ number: 2, cells: cells.map(([, value]) => value) }]);
  }
});

test('days count from 1904 where the workbook says so', async () => {
  const workbook =
    '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
  const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
  const bytes = rawWorkbook({
    workbook,
    styles,
    rows: `${rawRow(1, '姓名', '证件号')}<row r="2"><c s="0"><v>40930</v></c></row>`,
  });
  assert.equal(textOf((await readAll(bytes)).rows[0]?.cells[0]), '2016-01-23');
});

test('a sheet cut into pieces anywhere reads as in one piece', () => {
  const sheet = Buffer.from(
    rawSheet(
      rawRow(1, '姓名', '证件号') +
        rawRow(3, '王小明', '<r/>') +
        '<row r="9"><c r="C9" s="2"/><c r="D9"><v>12</v></c></row>',
      '<!-- <c> -->',
    ),
  );
  const context = { strings: { textAt: () => '' }, dateStyles: new Set<number>(), from1904: false };
  const readIn = (size: number) => {
    const builder = new RowBuilder(context);
    const scanner = new SheetScanner(builder, 'a', BULK_LIMITS);
    for (let at = 0; at < sheet.length; at += size) scanner.feed(sheet.subarray(at, at + size));
    scanner.end();
    return { rows: builder.take(), filled: scanner.filled, empty: scanner.empty };
  };
  const whole = readIn(sheet.length);
  assert.equal(whole.rows.length, 3);
  for (let size = 1; size < 40; size++) assert.deepEqual(readIn(size), whole);
});

test('the header is found below titles, with stars, notes, width and line breaks in its words', async () => {
  assert.equal(plainHeading('身份\n证件号 ＊（必填）'), '身份证件号');
  const rows = rawRow(1, '某校名册') + rawRow(4, '序号', '姓 名*', '证件号：') + rawRow(5, '1', '王小明', '41');
  const { header, rows: data } = await readAll(rawWorkbook({ rows }));
  assert.deepEqual(
    [header.row, [...header.columns], header.unknown],
    [
      4,
      [
        ['姓名', 1],
        ['证件号', 2],
      ],
      ['序号'],
    ],
  );
  assert.deepEqual(data, [{ number: 5, cells: ['1', '王小明', '41'] }]);
});

test('headings that are missing, doubled or nowhere to be found are named', async () => {
  const read = (...headings: string[]) => readAll(rawWorkbook({ rows: rawRow(2, ...headings) }));
  await assert.rejects(read('姓名', '性别'), /第 2 行表头缺少“证件号”，请补上/);
  await assert.rejects(read('姓名', '证件号', '姓名'), /“姓名”出现两次（A 列和 C 列）/);
  await assert.rejects(read('甲', '乙'), /没有找到含“姓名”、“证件号”等栏目的表头/);
});

test('a heading called __proto__ is a word like any other', async () => {
  const { header } = await readAll(rawWorkbook({ rows: rawRow(1, '姓名', '证件号', '__proto__', 'constructor') }));
  assert.deepEqual(header.unknown, ['__proto__', 'constructor']);
});

test('the first visible sheet with the headings is read unless one is named', async () => {
  const bytes = rawWorkbook({
    rows: rawRow(1, '说明'),
    hiddenRows: rawRow(1, '姓名', '证件号') + rawRow(2, '王小明', '1'),
  });
  await assert.rejects(readAll(bytes), /没有找到含/);
  assert.equal((await readAll(bytes, { headings: HEADINGS, sheet: '统计' })).rows.length, 1);
  await assert.rejects(
    readAll(bytes, { headings: HEADINGS, sheet: '名册' }),
    /没有名为“名册”的工作表，现有工作表：“学生”/,
  );
});

test('example rows and rows of blanks are left out, numbers stay those of the sheet', async () => {
  const rows =
    rawRow(1, '姓名', '证件号') +
    rawRow(2, '示例：李雷', '1') +
    rawRow(3, ' ', '　') +
    '<row r="4"/>' +
    rawRow(9, '王小明', '2');
  assert.deepEqual((await readAll(rawWorkbook({ rows }))).rows, [{ number: 9, cells: ['王小明', '2'] }]);
});

test('a text number that the table does not hold ends the reading', async () => {
  const rows = `${rawRow(1, '姓名', '证件号')}<row r="2"><c r="A2" t="s"><v>5</v></c></row>`;
  await assert.rejects(readAll(rawWorkbook({ rows, sharedStrings: rawStrings('<t>a</t>') })), /已损坏/);
});

test('columns are named as over the sheet', () => {
  assert.deepEqual([0, 25, 26, 51, 701, 702, 16_383].map(columnName), ['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD']);
  assert.equal(rawCell('A1', 'x').includes(columnName(0)), true);
});
