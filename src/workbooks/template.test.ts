import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { inspectWorkbook } from './inspect-workbook.ts';
import { readRows } from './read-rows.ts';
import { type Template, writeTemplate } from './template.ts';

const TEMPLATE: Template = {
  title: '学生基本信息导入模板',
  sheet: '学生',
  notes: ['标*的栏目必填。', '日期写作 20160123。'],
  madeAt: new Date(Date.UTC(2026, 8, 1)),
  lastRow: 900,
  columns: [
    { key: 'name', heading: '姓名', required: true, example: '李雷', comment: '与户口簿一致' },
    { key: 'gender', heading: '性别', choices: ['男', '女'], example: '男' },
    { key: 'number', heading: '身份证件号', required: true, asText: true, width: 22, example: '411023201601236420' },
    { key: 'nation', heading: '民族', choices: ['汉族', '满族', '回族'] },
  ],
};
const HEADINGS = { required: ['姓名', '身份证件号'], optional: ['性别', '民族'] };

async function opened(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeTemplate(TEMPLATE)).buffer as ArrayBuffer);
  return workbook;
}

test('the template shows title, notes, marked headings with comments, and stays in view', async () => {
  const sheet = (await opened()).getWorksheet('学生');
  assert.equal(sheet?.getCell('A1').value, '学生基本信息导入模板');
  assert.equal(sheet?.getCell('A3').value, '日期写作 20160123。');
  assert.equal(sheet?.getCell('A4').text, '姓名*');
  assert.equal(sheet?.getCell('B4').text, '性别');
  assert.match(JSON.stringify(sheet?.getCell('A4').note), /与户口簿一致/);
  assert.deepEqual([sheet?.views[0]?.state, sheet?.views[0] && Reflect.get(sheet.views[0], 'ySplit')], ['frozen', 4]);
});

test('a column kept as text is so from top to bottom, example and all', async () => {
  const sheet = (await opened()).getWorksheet('学生');
  assert.equal(sheet?.getColumn(3).numFmt, '@');
  assert.equal(sheet?.getCell('C5').numFmt, '@');
  assert.equal(sheet?.getCell('C5').value, '411023201601236420');
});

test('drop-downs offer the lists of the hidden sheet as far down as asked', async () => {
  const workbook = await opened();
  const dictionary = workbook.getWorksheet('字典');
  assert.equal(dictionary?.state, 'hidden');
  assert.deepEqual([dictionary?.getCell('B1').value, dictionary?.getCell('B4').value], ['民族', '回族']);
  for (const cell of ['D5', 'D900']) {
    const rule = workbook.getWorksheet('学生')?.getCell(cell).dataValidation;
    assert.deepEqual([rule?.type, rule?.formulae], ['list', ["'字典'!$B$2:$B$4"]]);
  }
});

test('a template that was filled in passes inspection and gives the filled rows without the example', async () => {
  const workbook = await opened();
  const sheet = workbook.getWorksheet('学生');
  for (const [column, value] of ['王小明', '男', '411023201601236447', '汉族'].entries()) {
    if (sheet) sheet.getCell(6, column + 1).value = value;
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  assert.deepEqual(
    (await inspectWorkbook(bytes)).sheets.map(({ name, hidden }) => [name, hidden]),
    [
      ['学生', false],
      ['字典', true],
    ],
  );
  const { header, rows } = await readRows(bytes, { headings: HEADINGS });
  assert.deepEqual(
    [...header.columns],
    [
      ['姓名', 0],
      ['性别', 1],
      ['身份证件号', 2],
      ['民族', 3],
    ],
  );
  assert.deepEqual(await rows.next(), {
    done: false,
    value: { number: 6, cells: ['王小明', '男', '411023201601236447', '汉族'] },
  });
  assert.equal((await rows.next()).done, true);
});
