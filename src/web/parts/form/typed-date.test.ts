/** 日期写法: what is understood and what is not guessed. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { monthSheet, typedDate } from './typed-date.ts';

test('a day is understood however the paper writes it', () => {
  for (const written of ['2015-05-12', '20150512', '2015.5.12', '2015/5/12', ' 2015年5月12日 ', '２０１５0512'])
    assert.equal(typedDate(written), '2015-05-12');
});

test('a day that does not exist and a short year are not guessed', () => {
  for (const written of ['2015-02-30', '15-05-12', '5月12日', '2015-13-01', ''])
    assert.equal(typedDate(written), undefined);
});

test('the sheet of a month begins on Monday and ends with the week of its last day', () => {
  const september = monthSheet(2026, 9);
  assert.equal(september[0]![0], '2026-08-31');
  assert.equal(september.at(-1)!.at(-1), '2026-10-04');
  assert.equal(september.length, 5);
});

test('a February of four whole weeks takes four rows', () => {
  assert.equal(monthSheet(2027, 2).length, 4);
});
