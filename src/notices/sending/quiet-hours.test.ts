/** 免打扰时段. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuiet } from './quiet-hours.ts';

const at = (hour: string) => new Date(`2026-09-03T${hour}:00+08:00`);

test('over midnight it is quiet from the first hour up to the second', () => {
  const night = { from: 21, to: 8 };
  const quiet = ['20:59', '21:00', '00:00', '07:59', '08:00'].map((hour) => isQuiet(night, at(hour)));
  assert.deepEqual(quiet, [false, true, true, true, false]);
});

test('inside a day, and never where both hours are the same', () => {
  const noon = ['11:59', '12:00', '13:59', '14:00'].map((hour) => isQuiet({ from: 12, to: 14 }, at(hour)));
  assert.deepEqual(noon, [false, true, true, false]);
  assert.equal(isQuiet({ from: 0, to: 0 }, at('00:00')), false);
});
