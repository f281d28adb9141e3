/** 列: order and choice of columns. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { type Column, nextOrder, orderOf, orderText, shownColumns } from './columns.ts';

const column = (key: string, optional?: boolean | 'hidden'): Column<unknown> => ({
  key,
  title: key,
  cell: () => key,
  optional,
});
const keys = (columns: Column<unknown>[]) => columns.map(({ key }) => key);

test('an order in the address reads back as it was written', () => {
  for (const order of [undefined, { key: 'name', descending: false }, { key: 'due', descending: true }])
    assert.deepEqual(orderOf(orderText(order)), order);
});

test('pressing a head orders up, then down, then up again; another head begins with up', () => {
  const up = nextOrder(undefined, 'name');
  const down = nextOrder(up, 'name');
  assert.deepEqual([up, down, nextOrder(down, 'name')].map(orderText), ['name', '-name', 'name']);
  assert.equal(orderText(nextOrder(down, 'due')), 'due');
});

test('a fixed column cannot be left out, an optional one follows the choice, a hidden one waits for it', () => {
  const columns = [column('name'), column('grade', true), column('phone', 'hidden')];
  assert.deepEqual(keys(shownColumns(columns, {})), ['name', 'grade']);
  assert.deepEqual(keys(shownColumns(columns, { name: false, grade: false, phone: true })), ['name', 'phone']);
});
