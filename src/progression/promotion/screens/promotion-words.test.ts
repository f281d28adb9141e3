import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceWords, rowsByGrade } from './promotion-words.screen.ts';

const count = (grade: number, fate: 'UP' | 'OPEN_CASE', students: number) => ({
  ...{ stage: 'PRIMARY' as const, grade, gradeWords: `${grade}`, fate, students },
});

test('figures of one grade stand in one row', () => {
  const [row, ...more] = rowsByGrade([count(3, 'UP', 40), count(3, 'OPEN_CASE', 2)]);
  assert.deepEqual([row?.UP, row?.OPEN_CASE, row?.AWAY, more.length], [40, 2, 0, 0]);
});

test('what differs from the rehearsal before is summed over the grades, and what evens out is not said', () => {
  const moved = [count(3, 'UP', 2), count(4, 'UP', 1), count(3, 'OPEN_CASE', -1), count(4, 'OPEN_CASE', -2)];
  assert.equal(differenceWords(moved), '升级多3人、有未办结的办件少3人');
  assert.equal(differenceWords([count(3, 'UP', 2), count(4, 'UP', -2)]), '');
});
