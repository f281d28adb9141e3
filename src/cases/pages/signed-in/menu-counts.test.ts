/** 菜单计数: a figure in the menu is whole or it is not there. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Workbench } from '../../cases.api.ts';
import { countsOf } from './menu-counts.screen.ts';

const mine = (kinds: string[], total = kinds.length) =>
  ({ total, items: kinds.map((kind) => ({ kind })) }) as Workbench['mine'];

test('all my cases, and those of one kind', () => {
  const count = countsOf(mine(['REGISTRATION', 'TRANSFER', 'REGISTRATION']));
  assert.equal(count('ALL'), 3);
  assert.equal(count({ kind: 'REGISTRATION' }), 2);
});

test('where not all cases are at hand a kind is not counted', () => {
  const count = countsOf(mine(['REGISTRATION', 'TRANSFER'], 70));
  assert.equal(count('ALL'), 70);
  assert.equal(count({ kind: 'REGISTRATION' }), undefined);
});

test('before the workbench has come nothing is counted', () => {
  assert.equal(countsOf(undefined)('ALL'), undefined);
});
