/** 成绩底稿: what is typed lies over what was saved and is never lost to a failed save. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GridRow, GridView } from '../../api/assessments.api.ts';
import { changesOf, filledCells, firstProblem, needsReason, textIn, typeIn } from './draft.screen.ts';

const cell = (text: string, more: Partial<GridRow['cells'][string]> = {}) => ({
  ...{ text, earlier: false, by: null, first: null, closed: null },
  ...more,
});
const row = (studentId: string, cells: GridRow['cells'] = {}): GridRow => ({
  studentId,
  seatNo: 1,
  name: `${studentId}生`,
  cells,
});
const columns = ['CHINESE', 'MATHEMATICS'].map((code) => ({
  ...{ code, name: code, scale: 'POINTS' as const, fullPoints: 100, credits: null },
}));
const view: Pick<GridView, 'rows' | 'columns' | 'kind'> = {
  ...{ columns, kind: 'FINAL' },
  rows: [
    row('甲', { CHINESE: cell('80', { earlier: true }), MATHEMATICS: cell('', { closed: '不用补考' }) }),
    row('乙'),
  ],
};

test('typing what was saved is no change, a closed cell stays, an untouched row stays the same object', () => {
  const typed = typeIn({ 乙: { CHINESE: '60' } }, view, [
    { studentId: '甲', code: 'CHINESE', text: '81' },
    { studentId: '甲', code: 'MATHEMATICS', text: '70' },
    { studentId: '丙', code: 'CHINESE', text: '70' },
  ]);
  assert.deepEqual(typed, { 甲: { CHINESE: '81' }, 乙: { CHINESE: '60' } });
  const back = typeIn(typed, view, [{ studentId: '甲', code: 'CHINESE', text: '80' }]);
  assert.deepEqual(back, { 乙: { CHINESE: '60' } });
  assert.equal(back['乙'], typed['乙']);
});

test('what is sent says what was seen; a change of an earlier day asks for its reason', () => {
  const typed = { 甲: { CHINESE: '81 ' }, 乙: { CHINESE: '60' } };
  assert.deepEqual(changesOf(typed, view), [
    { studentId: '甲', subject: 'CHINESE', was: '80', text: '81' },
    { studentId: '乙', subject: 'CHINESE', was: '', text: '60' },
  ]);
  assert.equal(needsReason(typed, view), true);
  assert.equal(needsReason({ 乙: { CHINESE: '60' } }, view), false);
});

test('once somebody else has saved the same, nothing is left to send', () => {
  const renewed = { ...view, rows: [row('甲', { CHINESE: cell('81') }), row('乙')] };
  assert.deepEqual(changesOf({ 甲: { CHINESE: '81' } }, renewed), []);
});

test('the first cell that is no result is found, and how many hold something', () => {
  const typed = { 甲: { CHINESE: '81' }, 乙: { MATHEMATICS: '很好' } };
  const found = firstProblem(typed, view);
  assert.deepEqual([found?.row, found?.column, found?.name], [1, 1, '乙生']);
  assert.equal(filledCells(typed, view), 2);
  assert.equal(textIn(undefined, view.rows[0]!, 'CHINESE'), '80');
});
