import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columns } from '../record/fields/form.ts';
import { areasShape, formShape } from './form.api.ts';
import { areas, registrationForm } from './registration-form.ts';

const form = registrationForm();
const fields = form.groups.flatMap((group) => group.fields);

test('the form holds every item once, in its order, the two family members apart', () => {
  assert.deepEqual(
    fields.map(({ path }) => path),
    columns.map(({ path }) => path),
  );
  assert.deepEqual(
    form.groups.map(({ title }) => title),
    ['个人基础信息', '个人辅助信息', '学籍信息', '联系信息', '扩展信息', '家庭成员1', '家庭成员2', '家庭经济情况'],
  );
  assert.deepEqual(formShape.parse(form), form);
});

test('an item that is chosen from a table finds its table, and no table is empty', () => {
  for (const { path, kind, table } of fields) {
    assert.equal(table !== null, kind === 'code', path);
    if (table) assert.ok((form.tables[table]?.length ?? 0) > 1, path);
  }
});

test('what is required, and when, is said; key data are not to be changed item by item', () => {
  const at = (path: string) => fields.find((field) => field.path === path);
  assert.deepEqual([at('birthplace')?.required, at('birthplace')?.requiredWhen], [true, null]);
  assert.deepEqual([at('identityNumber')?.required, at('identityNumber')?.requiredWhen], [false, '有身份证件']);
  assert.ok(fields.filter(({ keyData }) => keyData).every(({ fixed }) => fixed === '关键数据，更正须办件'));
  assert.equal(at('guardians.1.name')?.fixed, null);
});

test('every place in force can be chosen by its full name', () => {
  const { items } = areasShape.parse(areas());
  assert.ok(items.length > 3_000);
  assert.deepEqual(
    items.find(({ value }) => value === '411082'),
    { value: '411082', words: '河南省许昌市长葛市' },
  );
});
