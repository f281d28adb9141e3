/** 材料清单: what is missing, in and returned is told per paper that is asked for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandedIn } from '../evidence.api.ts';
import { firstShown, linesOf, sumWords } from './paper-lines.screen.ts';

const item = (id: string, paper: string, state: HandedIn['state'], what = '证明') =>
  ({ id, paper, state, what }) as HandedIn;
const asked = [
  { paper: 'HOUSEHOLD', what: '居民户口簿' },
  { paper: 'RESIDENCE', what: '居住证' },
];

test('a paper is missing, in, or returned as long as one of its sheets does not do', () => {
  const items = [item('a', 'HOUSEHOLD', 'IN'), item('b', 'HOUSEHOLD', 'RETURNED'), item('c', 'OTHER', 'IN', '病历')];
  const { lines } = linesOf(asked, items);
  assert.deepEqual(
    lines.map(({ what, state, items: some }) => [what, state, some.length]),
    [
      ['居民户口簿', 'RETURNED', 2],
      ['居住证', 'MISSING', 0],
      ['病历', 'IN', 1],
    ],
  );
  assert.equal(sumWords(lines), '3项，还差2项');
  assert.equal(firstShown(lines), 'b');
});

test('what was withdrawn makes no paper complete and stands apart', () => {
  const { lines, withdrawn } = linesOf(asked, [item('a', 'HOUSEHOLD', 'WITHDRAWN'), item('b', 'RESIDENCE', 'IN')]);
  assert.deepEqual(
    lines.map(({ state }) => state),
    ['MISSING', 'IN'],
  );
  assert.deepEqual(
    withdrawn.map(({ id }) => id),
    ['a'],
  );
  assert.equal(sumWords(linesOf([], []).lines), '');
});
