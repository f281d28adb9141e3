/** 差异: what is marked when two values are laid side by side. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { runsAgainst } from './difference.ts';

const shown = (left: string, right: string) =>
  runsAgainst(left, right)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('');

test('equal values carry no mark', () => {
  assert.equal(shown('2015-05-12', '2015-05-12'), '2015-05-12');
});

test('two transposed digits are marked where they stand', () => {
  assert.equal(shown('2015-05-12', '2015-05-21'), '2015-05-[12]');
});

test('a word that is missing on the other side is marked whole', () => {
  assert.equal(shown('长葛市南街小学', '长葛市小学'), '长葛市[南街]小学');
  assert.equal(shown('长葛市小学', '长葛市南街小学'), '长葛市小学');
});

test('a rare character outside the basic plane is one character', () => {
  assert.equal(shown('王𬱖', '王颀'), '王[𬱖]');
});
