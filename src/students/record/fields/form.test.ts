import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readerOf } from '../read-value.ts';
import { economyFields } from './economy-fields.ts';
import { columnAt, columns, studentFields } from './form.ts';
import { guardianFields } from './guardian-fields.ts';

test('the form has its items 1 to 72, each once, in order', () => {
  const numbers = columns.map(({ number }) => number).filter((number) => number !== null);
  assert.deepEqual(
    numbers,
    Array.from({ length: 72 }, (_, index) => index + 1),
  );
  assert.equal(guardianFields.length, 12);
});

test('every column has its own path and heading', () => {
  assert.equal(new Set(columns.map(({ path }) => path)).size, columns.length);
  assert.equal(new Set(columns.map(({ heading }) => heading)).size, columns.length);
  assert.deepEqual(
    columnAt('guardians.1.phone'),
    columns.find(({ number }) => number === 68),
  );
  assert.equal(columnAt('guardians.1.phone')?.heading, '成员2联系电话');
  assert.equal(columnAt('guardians.2.phone'), undefined);
});

test('key data are name, gender, birthday, ethnic group, identity document and household place, and nothing else', () => {
  const keys = studentFields.filter((field) => 'keyData' in field).map(({ key }) => key);
  assert.deepEqual(keys, [
    'name',
    'gender',
    'bornOn',
    'ethnicGroup',
    'identityType',
    'identityNumber',
    'householdPlace',
  ]);
});

test('numbers, phones, addresses, health and circumstances are classified; name and birthday are not', () => {
  const classified = new Set(columns.filter(({ field }) => field.classified).map(({ path }) => path));
  for (const path of [
    'identityNumber',
    'registrationNumber',
    'phone',
    'email',
    'currentAddress',
    'health',
    'disabilityType',
    'needsAid',
    'guardians.0.identityNumber',
    'guardians.1.phone',
    'guardians.0.currentAddress',
  ]) {
    assert.equal(classified.has(path), true, path);
  }
  for (const path of ['name', 'bornOn', 'ethnicGroup', 'grade', 'guardians.0.name'])
    assert.equal(classified.has(path), false, path);
  assert.equal(
    economyFields.every(({ classified: one }) => one),
    true,
  );
});

test('the example of every item is itself read without a finding and fits its length', () => {
  for (const { field, path } of columns) {
    const { read, told } = reading(field);
    const { value, blank } = read(field.example);
    assert.deepEqual([told, blank], [[], false], path);
    assert.notEqual(value, undefined, path);
    assert.ok([...field.example].length <= field.maxLength, `${path}: ${field.example}`);
    if (field.usual !== undefined) assert.notEqual(read(field.usual).value, undefined, path);
  }
});

test('every item says where it comes from and names itself in Chinese', () => {
  for (const { field, path } of columns) {
    assert.match(field.label, /^[\u4e00-\u9fff]/, path);
    assert.match(field.basis, /^(GB|GA|JY|MOE|SC|SX|S6)/, path);
    if (field.hint !== undefined) assert.match(field.hint, /。$/, path);
  }
});

function reading(field: (typeof columns)[number]['field']) {
  const told: string[] = [];
  const reader = readerOf(field, field.label);
  return { told, read: (text: string) => reader(text, ({ code }) => told.push(code), '') };
}
