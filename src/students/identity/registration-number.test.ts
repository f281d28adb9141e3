import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { isIdentityNumber } from './identity-number.ts';
import {
  formalNumber,
  isRegistrationNumber,
  kindOfRegistrationNumber,
  normaliseRegistrationNumber,
  temporaryNumber,
  undocumentedNumber,
} from './registration-number.ts';

const bornOn = civilDate('2020-02-27');

test('a formal number is G and the identity number of the day of issue', () => {
  assert.equal(formalNumber('411082202002270133'), 'G411082202002270133');
  assert.throws(() => formalNumber('411082202002270135'), RangeError, 'a wrong check character');
  assert.throws(() => formalNumber('E12345678'), RangeError);
});

test('a temporary number ends in four random digits, zeros kept', () => {
  assert.equal(temporaryNumber({ areaCode: '411082', bornOn, random: () => 7 }), 'L411082202002270007');
  assert.equal(temporaryNumber({ areaCode: '411082', bornOn, random: () => 9999 }), 'L411082202002279999');
  const asked: number[] = [];
  temporaryNumber({ areaCode: '411082', bornOn, random: (below) => asked.push(below) });
  assert.deepEqual(asked, [10_000]);
  assert.throws(() => temporaryNumber({ areaCode: '41108', bornOn, random: () => 0 }), RangeError);
});

test('a number without document has a sequence of three digits and a check character', () => {
  const number = undocumentedNumber({ areaCode: '411082', bornOn, sequence: 13 });
  assert.equal(number, 'J411082202002270133');
  assert.equal(isIdentityNumber(number.slice(1)), true);
  assert.equal(undocumentedNumber({ areaCode: '411082', bornOn, sequence: 999 }).length, 19);
  assert.throws(() => undocumentedNumber({ areaCode: '411082', bornOn, sequence: 1000 }), RangeError);
  assert.throws(() => undocumentedNumber({ areaCode: '411082', bornOn, sequence: -1 }), RangeError);
});

test('every issued number is recognised and says its kind', () => {
  const numbers = [
    formalNumber('411082202002270133'),
    temporaryNumber({ areaCode: '411082', bornOn, random: () => 42 }),
    undocumentedNumber({ areaCode: '411082', bornOn, sequence: 0 }),
  ];
  assert.deepEqual(numbers.map(isRegistrationNumber), [true, true, true]);
  assert.deepEqual(numbers.map(kindOfRegistrationNumber), ['G', 'L', 'J']);
});

test('other letters, lower case and lengths beside nineteen are no registration number', () => {
  assert.equal(isRegistrationNumber('G41108220200227013X'), true);
  for (const text of [
    'H411082202002270133',
    'g411082202002270133',
    'G41108220200227013',
    'G4110822020022701333',
    'GX11082202002270133',
  ]) {
    assert.equal(isRegistrationNumber(text), false, text);
  }
  assert.equal(normaliseRegistrationNumber(' ｇ41108220200227013x '), 'G41108220200227013X');
});
