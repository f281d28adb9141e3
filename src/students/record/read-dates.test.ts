import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastDayOf, readDay, readMonth, readValidity } from './read-dates.ts';

test('a day is read in every usual way of writing', () => {
  for (const text of [
    '2019-12-03',
    '2019/12/3',
    '2019.12.03',
    '20191203',
    '2019年12月3日',
    '2019-12-03 00:00:00',
    '2019-12-03T08:00:00Z',
  ]) {
    assert.equal(readDay(text), '2019-12-03', text);
  }
});

test('days that do not exist, or lie outside the centuries in question, are not read', () => {
  for (const text of [
    '2019-02-29',
    '2019-13-01',
    '20191301',
    '1899-12-31',
    '2100-01-01',
    '43802',
    '2019-12',
    '3/12/2019',
    '',
  ]) {
    assert.equal(readDay(text), undefined, text);
  }
  assert.equal(readDay('1900-01-01'), '1900-01-01');
  assert.equal(readDay('2020-02-29'), '2020-02-29');
});

test('a month is read alone or out of a day', () => {
  for (const text of ['2026-09', '2026/9', '2026.09', '202609', '2026年9月', '2026-09-01', '20260901']) {
    assert.equal(readMonth(text), '2026-09', text);
  }
  for (const text of ['2026-13', '2026-00', '202613', '26-09', '2026']) assert.equal(readMonth(text), undefined, text);
});

test('a validity is a period, an end, or lasting', () => {
  for (const text of [
    '2024-03-01至2029-03-01',
    '2024.03.01-2029.03.01',
    '20240301-20290301',
    '2024年3月1日到2029年3月1日',
    '2024-03-01/2029-03-01',
    '2024/3/1—2029/3/1',
    '2024-03-01-2029-03-01',
  ]) {
    assert.equal(readValidity(text), '2024-03-01/2029-03-01', text);
  }
  assert.equal(readValidity('2024-03-01至长期'), '2024-03-01/长期');
  assert.equal(readValidity('长期有效'), '长期');
  assert.equal(readValidity('2029-03-01'), '2029-03-01');
});

test('a validity that ends before it begins is none, one of a single day is', () => {
  assert.equal(readValidity('2029-03-01至2029-02-28'), undefined);
  assert.equal(readValidity('2029-03-01至2029-03-01'), '2029-03-01/2029-03-01');
  assert.equal(readValidity('五年'), undefined);
});

test('the last day is known wherever there is one', () => {
  assert.equal(lastDayOf('2024-03-01/2029-03-01'), '2029-03-01');
  assert.equal(lastDayOf('2029-03-01'), '2029-03-01');
  assert.equal(lastDayOf('2024-03-01/长期'), undefined);
  assert.equal(lastDayOf('长期'), undefined);
});
