import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, civilDate } from '../../kernel/civil-date.ts';
import { listAreaCodes } from '../code-tables/area-codes.ts';
import {
  checkDigitOf,
  dayFromDigits,
  fromFifteenDigits,
  isIdentityNumber,
  kindOfIdentityNumber,
  makeIdentityNumber,
  normaliseDocumentNumber,
  normaliseIdentityNumber,
  partsOfIdentityNumber,
} from './identity-number.ts';

test('the check character is that of GB 11643, from 0 to X', () => {
  assert.equal(checkDigitOf('11010519491231002'), 'X'); // the example printed in the standard
  assert.equal(checkDigitOf('44052418800101001'), '4'); // and its second
  const all = new Set(
    Array.from({ length: 40 }, (_, index) => checkDigitOf(`411082202002270${String(index).padStart(2, '0')}`)),
  );
  assert.deepEqual([...all].sort(), ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X']);
});

test('a check character cannot be asked of sixteen digits or of a letter', () => {
  assert.throws(() => checkDigitOf('4110822020022701'), RangeError);
  assert.throws(() => checkDigitOf('4110822020022701O'), RangeError);
});

test('a sound number with one character changed is not sound', () => {
  const number = makeIdentityNumber({ area: '411082', bornOn: civilDate('2020-02-27'), sequence: 13 });
  assert.equal(number, '411082202002270133');
  assert.equal(isIdentityNumber(number), true);
  for (let place = 0; place < 17; place++) {
    const other: number = (Number(number.charAt(place)) + 1) % 10;
    assert.equal(isIdentityNumber(number.slice(0, place) + other + number.slice(place + 1)), false);
  }
  assert.equal(isIdentityNumber(number.slice(0, 17)), false);
});

test('a number of fifteen digits becomes eighteen with the century 19', () => {
  assert.equal(fromFifteenDigits('110105491231002'), '11010519491231002X');
  assert.equal(normaliseIdentityNumber('110105 491231 002'), '11010519491231002X');
  assert.equal(
    normaliseDocumentNumber('110105491231002'),
    '110105491231002',
    'a passport of fifteen digits stays as it is',
  );
});

test('a number says place, birthday, gender and kind of card', () => {
  assert.deepEqual(partsOfIdentityNumber('411082202002270133'), {
    kind: 'RESIDENT',
    area: '411082',
    bornOn: '2020-02-27',
    gender: '1',
  });
  assert.equal(partsOfIdentityNumber('411082202002300020').bornOn, undefined);
  assert.equal(partsOfIdentityNumber('411082202002270141').gender, '2');
  const kinds = ['810000', '820000', '830000', '830001', '931840', '110105'].map((area) => kindOfIdentityNumber(area));
  assert.deepEqual(kinds, ['HONG_KONG', 'MACAO', 'TAIWAN', 'RESIDENT', 'FOREIGN_RESIDENT', 'RESIDENT']);
});

test('days are read from digits only where they exist', () => {
  assert.equal(dayFromDigits('20240229'), '2024-02-29');
  assert.equal(dayFromDigits('20230229'), undefined);
  assert.equal(dayFromDigits('19000229'), undefined);
  assert.equal(dayFromDigits('20000229'), '2000-02-29');
  assert.equal(dayFromDigits('20240431'), undefined);
  assert.equal(dayFromDigits('20241301'), undefined);
  assert.equal(dayFromDigits('20240100'), undefined);
});

const SEED = 20_260_917;

/** Small numbers in a fixed order: a failure can be played again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('100,000 spellings of identity numbers come to one number each', () => {
  const draw = chance(SEED);
  const areas = listAreaCodes();
  const first = civilDate('1950-01-01');
  const wide = (text: string) => text.replace(/[0-9A-Za-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  const spaces = [' ', '\u3000', '\u00a0', '\t', '\u200b', '\ufeff'];
  const spellings: ((number: string) => string)[] = [
    (number) => number,
    (number) => number.replace('X', 'x'),
    wide,
    (number) => wide(number.replace('X', 'x')),
    (number) => ` ${number}\u3000`,
    (number) => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
    (number) => [...number].join(spaces[draw(spaces.length)]),
    (number) => `'${number}`,
    (number) => `\ufeff${number.slice(0, 17)}${wide(number.slice(17).toLowerCase())}`,
    (number) => (number.slice(6, 8) === '19' ? number.slice(0, 6) + number.slice(8, 17) : number),
  ];
  let spelled = 0;
  while (spelled < 100_000) {
    const area = areas[draw(areas.length)] ?? '';
    const number = makeIdentityNumber({ area, bornOn: addDays(first, draw(27_600)), sequence: draw(1000) });
    for (const spelling of spellings) {
      const text = spelling(number);
      assert.equal(normaliseIdentityNumber(text), number, `seed ${SEED}, spelling ${spelled}`);
      spelled++;
    }
  }
});
