import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckedSchoolRow } from '../../institutions/importing/importing.api.ts';
import { faultyColumns, inMendingOrder, soundRows, withoutRow, withValues } from './lines.screen.ts';

const finding = { column: 'code', sentence: '学校标识码未填', remedy: '补填学校标识码' } as const;
const rows: CheckedSchoolRow[] = [
  { row: 4, values: { name: '一小' }, findings: [] },
  { row: 5, values: { name: '二小', code: '21' }, findings: [finding, finding] },
  { row: 6, values: { name: '三小' }, findings: [] },
];

test('faulty lines come first, and sound ones stay in the order of the sheet', () => {
  assert.deepEqual(
    inMendingOrder(rows).map(({ row }) => row),
    [5, 4, 6],
  );
  assert.deepEqual(
    soundRows(rows).map(({ row }) => row),
    [4, 6],
  );
  assert.deepEqual(faultyColumns(rows[1]!), ['code']);
});

test('one line is mended or left out, the others stay', () => {
  const mended = withValues(rows, 5, { code: '2141000001', name: ' ' });
  assert.deepEqual(mended[1]?.values, { code: '2141000001' });
  assert.deepEqual([mended[0], mended[2]], [rows[0], rows[2]]);
  assert.deepEqual(
    withoutRow(rows, 5).map(({ row }) => row),
    [4, 6],
  );
});
