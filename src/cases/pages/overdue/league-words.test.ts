import assert from 'node:assert/strict';
import test from 'node:test';
import { monthsUpTo, monthWords, rateWords } from './league-words.screen.ts';

test('the choice of months goes back a year over the turn of the year', () => {
  const months = monthsUpTo('2026-02-03');
  assert.deepEqual(
    [months.length, months[0], months[1], months[2], months.at(-1)],
    [12, '2026-02', '2026-01', '2025-12', '2025-03'],
  );
  assert.equal(monthWords('2026-02'), '2026年2月');
});

test('a rate keeps one digit after the point', () => {
  assert.deepEqual([0, 1, 0.125, 2 / 3].map(rateWords), ['0%', '100%', '12.5%', '66.7%']);
});
