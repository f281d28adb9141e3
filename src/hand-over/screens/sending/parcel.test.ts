import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_PARCEL, isPageCount, missingInParcel } from './parcel.screen.ts';

test('a parcel goes with what it holds and how it travels; what is posted has its number, what is late its reason', () => {
  assert.deepEqual(Object.keys(missingInParcel(EMPTY_PARCEL, false)), ['parts', 'way']);
  const brought = { ...EMPTY_PARCEL, parts: ['BASICS'], way: 'IN_PERSON' };
  assert.deepEqual(missingInParcel(brought, false), {});
  assert.deepEqual(Object.keys(missingInParcel(brought, true)), ['lateReason']);
  assert.deepEqual(Object.keys(missingInParcel({ ...brought, way: 'POST', parcel: ' ' }, false)), ['parcel']);
});

test('pages are counted from one to four digits', () => {
  assert.deepEqual(['1', ' 36 ', '9999'].map(isPageCount), [true, true, true]);
  assert.deepEqual(['', '0', '-3', '3.5', '10000', '十'].map(isPageCount), Array(6).fill(false));
});
