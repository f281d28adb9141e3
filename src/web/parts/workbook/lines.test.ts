import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  faultsOf,
  inMendingOrder,
  isSound,
  markedColumns,
  type WorkbookLine,
  withoutRow,
  withValues,
} from './lines.ts';

const finding = { column: 'code', sentence: '代码未填', remedy: '补填代码' };
const lines: WorkbookLine[] = [
  { row: 4, values: { name: '一' }, findings: [] },
  { row: 5, values: { name: '二', code: '21' }, findings: [finding, finding] },
  { row: 6, values: { name: '三' }, findings: [{ ...finding, column: 'name', verdict: 'DISCRETIONARY' }] },
  { row: 7, values: { name: '四' }, findings: [{ ...finding, verdict: 'REFUSE' }] },
];
const rowsOf = (some: readonly WorkbookLine[]) => some.map(({ row }) => row);

test('faulty lines come first, and sound ones stay in the order of the sheet', () => {
  assert.deepEqual(rowsOf(inMendingOrder(lines)), [5, 7, 4, 6]);
  assert.deepEqual(rowsOf(lines.filter(isSound)), [4, 6]);
});

test('what has only to be looked at is marked and keeps no line back', () => {
  assert.deepEqual([markedColumns(lines[2]!), faultsOf(lines[2]!)], [['name'], []]);
  assert.deepEqual([markedColumns(lines[1]!), faultsOf(lines[1]!).length], [['code'], 2]);
});

test('one line is mended or left out, the others stay', () => {
  const mended = withValues(lines, 5, { code: '2141000001', name: ' ' });
  assert.deepEqual(mended[1]?.values, { code: '2141000001' });
  assert.deepEqual([mended[0], mended[2], mended[3]], [lines[0], lines[2], lines[3]]);
  assert.deepEqual(rowsOf(withoutRow(lines, 5)), [4, 6, 7]);
});
