/** 概况计数. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { ImportItem } from '../../importing/importing.api.ts';
import { groupImports, importKind, shareRegistered, sumOf } from './overview-counts.screen.ts';

test('the sum counts every class group once', () => {
  const rows = [
    { registered: 40, inProcess: 3, draft: 2 },
    { registered: 38, inProcess: 0, draft: 5 },
  ];
  assert.deepEqual(sumOf(rows), { registered: 78, inProcess: 3, draft: 7 });
  assert.deepEqual(sumOf([]), { registered: 0, inProcess: 0, draft: 0 });
});

test('an import still to be mended stands among the open ones, one taken back does not', () => {
  const item = (id: string, state: ImportItem['state']) => ({ id, state }) as ImportItem;
  const [open, closed] = groupImports([item('a', 'CHECKED'), item('b', 'UNDONE'), item('c', 'READING')]);
  assert.deepEqual(
    open?.items.map(({ id }) => id),
    ['a', 'c'],
  );
  assert.deepEqual(
    closed?.items.map(({ id }) => id),
    ['b'],
  );
  assert.equal(importKind('CHECKED'), 'JUDGEMENT');
});

test('a school with a plan of 45 and 44 registered is not yet at its whole', () => {
  assert.equal(shareRegistered({ planned: 45, registered: 44 }), 97);
  assert.equal(shareRegistered({ planned: 45, registered: 46 }), 100);
  assert.equal(shareRegistered({ planned: null, registered: 46 }), undefined);
});
