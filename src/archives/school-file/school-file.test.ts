import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { differenceOf, digestOfYear, rosterDayOf, type SchoolFileItem, yearOfFile } from './school-file.ts';

const item = (rows: string[][]): SchoolFileItem => ({ kind: 'CHANGES', columns: ['编号', '事项'], rows });

test('a year of the file runs from September to August; rosters are those of its last day, or of today', () => {
  const year = yearOfFile(2025);
  assert.deepEqual([year.from, year.to], ['2025-09-01', '2026-09-01']);
  assert.equal(rosterDayOf(year, civilDate('2026-11-22')), '2026-08-31');
  assert.equal(rosterDayOf(year, civilDate('2026-09-01')), '2026-08-31');
  assert.equal(rosterDayOf(year, civilDate('2026-08-30')), '2026-08-30');
});

test('the digest of a year changes with any row of any item and with nothing else', () => {
  const one = [item([['a', 'b']]), item([])];
  assert.deepEqual(digestOfYear(one), digestOfYear([item([['a', 'b']]), item([])]));
  assert.notDeepEqual(digestOfYear(one), digestOfYear([item([['a', 'c']]), item([])]));
  assert.notDeepEqual(digestOfYear(one), digestOfYear([item([]), item([['a', 'b']])]));
});

test('what differs is told row by row, a row that stands twice twice', () => {
  const closed = item([
    ['1', 'x'],
    ['2', 'y'],
    ['2', 'y'],
  ]);
  const now = item([
    ['1', 'x'],
    ['2', 'y'],
    ['3', 'z'],
  ]);
  assert.deepEqual(differenceOf(closed, now), { onlyClosed: [['2', 'y']], onlyNow: [['3', 'z']] });
  assert.deepEqual(differenceOf(closed, closed), { onlyClosed: [], onlyNow: [] });
});
