import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayVerificationCode, readVerificationCode, verificationCode } from './verification-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = verificationCode(Uint8Array.from([0x1f, 0x2e, 0x3d, 0x4c, 0x5b, 0x6a, 0x79, 0x88, 0x97, 0xa6]));

test('ten random bytes become sixteen characters of base 32 and a check character', () => {
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{17}$/);
  assert.equal(verificationCode(new Uint8Array(10)), '0'.repeat(17));
  assert.equal(verificationCode(new Uint8Array(10).fill(0xff)).slice(0, 16), 'Z'.repeat(16));
  assert.throws(() => verificationCode(new Uint8Array(9)), RangeError);
});

test('different bytes always give different codes: every bit is kept', () => {
  const codes = Array.from({ length: 80 }, (_, bit) => {
    const random = new Uint8Array(10);
    random[bit >> 3] = 128 >> (bit & 7);
    return verificationCode(random);
  });
  assert.equal(new Set(codes).size, 80);
});

test('a code is read back as it is printed, and as people type it', () => {
  assert.equal(readVerificationCode(displayVerificationCode(code)), code);
  assert.equal(readVerificationCode(` ${displayVerificationCode(code).toLowerCase().replaceAll('-', ' ')} `), code);
  assert.match(displayVerificationCode(code), /^(.{4}-){4}.$/);
  const zeros = '0'.repeat(17);
  assert.equal(readVerificationCode('OOOO-oooo-0000-0000-0'), zeros);
});

test('any one wrong character is noticed', () => {
  for (let position = 0; position < code.length; position++) {
    for (const wrong of ALPHABET) {
      if (wrong === code[position]) continue;
      const typed = code.slice(0, position) + wrong + code.slice(position + 1);
      assert.equal(readVerificationCode(typed), undefined, `${wrong} at ${position}`);
    }
  }
});

test('any two exchanged characters are noticed, neighbours or not', () => {
  for (let first = 0; first < code.length; first++) {
    for (let second = first + 1; second < code.length; second++) {
      if (code[first] === code[second]) continue;
      const typed = [...code];
      [typed[first], typed[second]] = [code[second]!, code[first]!];
      assert.equal(readVerificationCode(typed.join('')), undefined, `${first} and ${second}`);
    }
  }
});

test('what is too short, too long or holds another sign is no code', () => {
  for (const typed of ['', code.slice(1), `${code}0`, `${code.slice(0, 16)}U`, `${code.slice(0, 16)}*`]) {
    assert.equal(readVerificationCode(typed), undefined);
  }
});
