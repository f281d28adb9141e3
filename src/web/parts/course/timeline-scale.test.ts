/** 历程刻度: days and marks on the line. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import { foldMarks, placeOf, yearTurns } from './timeline-scale.ts';

const from = civilDate('2021-09-01');
const to = civilDate('2022-09-01');
const marks = (...days: string[]) => days.map((day) => ({ on: civilDate(day) }));

test('the first day stands at the left end, the last at the right, others in proportion', () => {
  assert.equal(placeOf(from, from, to), 0);
  assert.equal(placeOf(to, from, to), 1);
  assert.equal(placeOf(civilDate('2021-11-13'), from, to), 73 / 365);
  assert.equal(placeOf(civilDate('2020-01-01'), from, to), 0);
});

test('years turn on 1 September, the ends included', () => {
  assert.deepEqual(yearTurns(from, to), ['2021-09-01', '2022-09-01']);
  assert.deepEqual(yearTurns(civilDate('2021-09-02'), civilDate('2022-08-31')), []);
});

test('marks nearer than the least distance fold into one, at the distance itself they do not', () => {
  // 730 px for 365 days: two pixels a day, so 45 days are 90 px.
  const groups = foldMarks(marks('2021-10-16', '2021-09-01', '2021-10-15'), from, to, 730, 90);
  assert.deepEqual(
    groups.map((group) => group.map(({ on }) => on)),
    [['2021-09-01', '2021-10-15'], ['2021-10-16']],
  );
});

test('a chain of near marks does not swallow the whole line', () => {
  const groups = foldMarks(marks('2021-09-01', '2021-10-01', '2021-11-01', '2021-12-01'), from, to, 730, 90);
  assert.deepEqual(
    groups.map((group) => group.length),
    [2, 2],
  );
});
