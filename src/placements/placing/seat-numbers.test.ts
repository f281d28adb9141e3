/** 班内学号. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberSeats, type Seated, seatsForJoining } from './seat-numbers.ts';

const one = (plainPinyin: string, seatNo: number | null = null, bornOn = '2014-01-01'): Seated => ({
  studentId: `id-${plainPinyin}`,
  name: plainPinyin,
  plainPinyin,
  bornOn,
  seatNo,
});
const told = (numbers: Map<string, number>) => Object.fromEntries([...numbers].map(([id, no]) => [id.slice(3), no]));

test('those who join sit behind the last number, by name among themselves', () => {
  const present = [one('bo', 7), one('an', 3), one('chen')];
  assert.deepEqual(told(seatsForJoining(present, [one('zhou'), one('li')])), { li: 8, zhou: 9 });
});

test('an empty class group begins with 1', () => {
  assert.deepEqual(told(seatsForJoining([], [one('zhou'), one('li')])), { li: 1, zhou: 2 });
});

test('a class group is numbered by pinyin, by birth, or as it sits with the gaps closed', () => {
  const group = [one('wu', 9, '2013-10-02'), one('li', 2, '2014-03-01'), one('an', null, '2013-09-01')];
  assert.deepEqual(told(numberSeats(group, 'PINYIN')), { an: 1, li: 2, wu: 3 });
  assert.deepEqual(told(numberSeats(group, 'BIRTH')), { an: 1, wu: 2, li: 3 });
  assert.deepEqual(told(numberSeats(group, 'KEPT')), { li: 1, wu: 2, an: 3 });
});

test('two of one name get two numbers, the same whoever is named first', () => {
  const twins = [
    { ...one('li'), studentId: 'b' },
    { ...one('li'), studentId: 'a' },
  ];
  assert.deepEqual([...numberSeats(twins, 'PINYIN')], [...numberSeats(twins.toReversed(), 'PINYIN')]);
  assert.equal(numberSeats(twins, 'PINYIN').get('a'), 1);
});

test('no number is given twice, whatever numbers were there', () => {
  const person = fc.record({
    plainPinyin: fc.string({ minLength: 1, maxLength: 3 }),
    seatNo: fc.option(fc.integer({ min: 1, max: 60 })),
  });
  fc.assert(
    fc.property(fc.array(person), fc.array(person), (there, coming) => {
      const named = [...there, ...coming].map((one_, at) => ({ ...one('x'), ...one_, studentId: `s${at}` }));
      const present = named.slice(0, there.length);
      const numbers = seatsForJoining(present, named.slice(there.length));
      const all = [...present.flatMap(({ seatNo }) => seatNo ?? []), ...numbers.values()];
      const given = [...numbers.values()];
      assert.equal(new Set(given).size, given.length);
      assert.ok(given.every((no) => all.filter((other) => other === no).length === 1));
      assert.deepEqual(
        [...numberSeats(named, 'KEPT').values()].sort((a, b) => a - b),
        named.map((_, at) => at + 1),
      );
    }),
  );
});
