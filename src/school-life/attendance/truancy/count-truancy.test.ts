import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import { countTruancy, type TruantDay, weeksOf } from './count-truancy.ts';

const day = (date: number, periods = 7): TruantDay => ({
  on: civilDate(`2026-09-${String(date).padStart(2, '0')}`),
  periods,
  offered: 7,
});
const called = (...dates: number[]) => dates.map((date) => day(date).on);

test('a week of whole days is a run from its Monday, the weekend before it not broken by anything', () => {
  const week = [7, 8, 9, 10, 11].map((date) => day(date));
  assert.deepEqual(countTruancy(week, called(4, 7, 8, 9, 10, 11)), {
    ...{ from: '2026-09-07', runDays: 5, periods: 35, days: 5, lastOn: '2026-09-11' },
  });
});

test('a run goes on over a weekend and over a day on which nobody called the roll', () => {
  const { from, runDays } = countTruancy([day(10), day(11), day(14), day(16)], called(9, 10, 11, 14, 16))!;
  assert.deepEqual([from, runDays], ['2026-09-10', 4]);
});

test('a day on which the student came for a period breaks the run', () => {
  const { from, runDays, periods } = countTruancy([day(7), day(8, 6), day(9)], called(7, 8, 9))!;
  assert.deepEqual([from, runDays, periods], ['2026-09-09', 1, 20]);
});

test('who is back has no run, and the periods of the term stay', () => {
  const { from, runDays, periods, days, lastOn } = countTruancy([day(7), day(8)], called(7, 8, 9))!;
  assert.deepEqual([from, runDays, periods, days, lastOn], [undefined, 0, 14, 2, '2026-09-08']);
});

test('nobody truant, nothing counted', () => {
  assert.equal(countTruancy([], called(7, 8)), undefined);
});

test('forty-one days are more than eight weeks, forty are eight', () => {
  assert.equal(weeksOf(40), 8);
  assert.ok(weeksOf(41) > 8);
});
