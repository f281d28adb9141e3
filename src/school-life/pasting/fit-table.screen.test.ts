/** 粘贴: what comes from a spreadsheet finds its students, by name, by seat or in order; the rest is named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitTable } from './fit-table.screen.ts';
import { readTable } from './read-table.screen.ts';

const seats = [
  { studentId: 'a', seatNo: 1, name: '安静' },
  { studentId: 'b', seatNo: 2, name: '柏一鸣' },
  { studentId: 'c', seatNo: 3, name: '阿卜杜拉·买买提' },
];
const headings = [
  { code: 'CHINESE', name: '语文' },
  { code: 'MATHEMATICS', name: '数学' },
  { code: 'ENGLISH', name: '英语' },
];
const fit = (text: string, start = { row: 0, column: 0 }, of = seats) =>
  fitTable(readTable(text), { seats: of, headings, start });
const short = ({ cells }: ReturnType<typeof fit>) =>
  cells.map(({ studentId, code, text }) => `${studentId}${code[0]}${text}`);

test('a quoted cell may hold a tab, a line and a quotation mark; the empty end is no row', () => {
  assert.deepEqual(readTable('甲\t"一\t二\n三 ""四"""\r\n乙\t5\r\n\r\n'), [
    ['甲', '一\t二\n三 "四"'],
    ['乙', '5'],
  ]);
});

test('with a heading row columns go where they belong, in whatever order, and unknown ones are named', () => {
  const fitted = fit('序号\t姓 名\t数学成绩\t总分\t语文（100分）\n1\t安静\t90\t171\t81\n2\t柏一鸣\t70\t132\t62');
  assert.deepEqual(short(fitted), ['aM90', 'aC81', 'bM70', 'bC62']);
  assert.deepEqual([fitted.by, fitted.unknown, fitted.without], ['NAME', ['总分'], ['阿卜杜拉·买买提']]);
});

test('without headings names are recognised by themselves, also with another dot in them', () => {
  const fitted = fit('1\t阿卜杜拉•买买提\t77\n2\t安静\t88', { row: 0, column: 1 });
  assert.deepEqual(short(fitted), ['cM77', 'aM88']);
});

test('figures alone go in by order from where the focus stands; rows beyond the class are named', () => {
  const fitted = fit('60\t61\n70\t71\n80\t81', { row: 1, column: 1 });
  assert.deepEqual(short(fitted), ['bM60', 'bE61', 'cM70', 'cE71']);
  assert.deepEqual(
    fitted.strays.map(({ line, why, cells }) => [line, why, cells.map(({ text }) => text)]),
    [[3, '比班里的学生多出的行', ['80', '81']]],
  );
});

test('a row of nobody keeps all that stood in it, and one of two namesakes waits to be told which', () => {
  const twins = [...seats, { studentId: 'd', seatNo: 4, name: '安静' }];
  const fitted = fit('姓名\t语文\n安静\t90\n丁无人\t55\n柏一鸣\t60', undefined, twins);
  assert.deepEqual(short(fitted), ['bC60']);
  assert.deepEqual(
    fitted.strays.map(({ words, why, cells }) => [words, why, cells]),
    [
      ['安静', '班里有同名的学生，请指明是哪一名', [{ code: 'CHINESE', text: '90' }]],
      ['丁无人', '班里没有这名学生', [{ code: 'CHINESE', text: '55' }]],
    ],
  );
  const seated = fit('座号\t姓名\t语文\n4\t安静\t90\n01\t安静\t80', undefined, twins);
  assert.deepEqual(short(seated), ['dC90', 'aC80']);
});

test('seat numbers do without names, a second row of one student and a column too many are said', () => {
  const fitted = fit('座号\t英语\n2\t60\n2\t61\n9\t62');
  assert.deepEqual(short(fitted), ['bE60']);
  assert.deepEqual(
    fitted.strays.map(({ why }) => why),
    ['同一名学生有两行，这一行没有填入', '班里没有这个座号'],
  );
  assert.equal(fit('1\t2\t3\t4').strays[0]?.why, '比表多出几列，多出的没有填入');
});
