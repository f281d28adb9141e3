import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDigitOf } from './identity-number.ts';
import { similarityOfNumbers } from './similar-numbers.ts';

const one = '411082202002270133';
const withCheck = (first17: string) => first17 + checkDigitOf(first17);

test('one number in two spellings is the same, also with another check character', () => {
  assert.equal(similarityOfNumbers(one, ' 411082 20200227 0133'), 'same');
  assert.equal(similarityOfNumbers(one, '411082202002270135'), 'same');
  assert.equal(similarityOfNumbers('110105491231002', '11010519491231002x'), 'same');
});

test('one digit, two neighbours exchanged, and anything else are told apart', () => {
  assert.equal(similarityOfNumbers(one, withCheck('41108220200227014')), 'one-digit');
  assert.equal(similarityOfNumbers(one, withCheck('41108220200272013')), 'transposed');
  assert.equal(similarityOfNumbers(one, withCheck('41108220200228014')), 'different', 'two digits');
  assert.equal(similarityOfNumbers(one, withCheck('41108220270220013')), 'different', 'exchanged, but not neighbours');
  assert.equal(similarityOfNumbers(one, withCheck('41108220200272014')), 'different', 'exchanged and one digit more');
});

test('likeness is mutual, and numbers of other length are different', () => {
  const other = withCheck('41108220200272013');
  assert.equal(similarityOfNumbers(other, one), similarityOfNumbers(one, other));
  assert.equal(similarityOfNumbers(one, one.slice(0, 17)), 'different');
  assert.equal(similarityOfNumbers('E12345678', 'E12345679'), 'different');
});
