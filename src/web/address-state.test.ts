/** 地址里的筛选: what is written can be read back, and links stay short. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readAddress, writeAddress } from './address-state.ts';

const defaults = {
  name: '',
  grade: [] as readonly string[],
  state: ['open'] as readonly string[],
  order: 'number',
  after: '',
};
const address = (text: string) => new URLSearchParams(text);

test('an address without a search part gives the defaults', () => {
  assert.deepEqual(readAddress(address(''), defaults), defaults);
});

test('what a filter writes, the same page reads back', () => {
  const written = writeAddress(address(''), defaults, { name: '李', grade: ['1', '2'] });
  assert.equal(written.toString(), 'name=%E6%9D%8E&grade=1&grade=2');
  assert.deepEqual(readAddress(written, defaults), { ...defaults, name: '李', grade: ['1', '2'] });
});

test('a value set back to its default leaves the address', () => {
  assert.equal(writeAddress(address('order=name&name=x'), defaults, { order: 'number' }).toString(), 'name=x');
});

test('a list emptied against a default that is not empty stays empty', () => {
  const written = writeAddress(address(''), defaults, { state: [] });
  assert.deepEqual(readAddress(written, defaults).state, []);
});

test('a change of filter goes back to the first page, a change of page keeps the filter', () => {
  assert.equal(writeAddress(address('after=k9'), defaults, { name: 'x' }).toString(), 'name=x');
  assert.equal(writeAddress(address('name=x'), defaults, { after: 'k9' }).toString(), 'name=x&after=k9');
});

test('names of others in the address are left alone', () => {
  assert.equal(writeAddress(address('tab=family'), defaults, { name: 'x' }).toString(), 'tab=family&name=x');
});
