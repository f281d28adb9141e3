import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderCodeOf, readFolderCode, showFolderCode } from './folder-code.ts';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const numbers = ['0', '1', '31', '576460752303423487', '123456789012345678'];

test('a code reads back as itself, typed small, with blanks or dashes', () => {
  for (const number of numbers) {
    const code = folderCodeOf(number);
    assert.equal(code.length, 13);
    assert.equal(readFolderCode(code), code);
    assert.equal(readFolderCode(` ${showFolderCode(code).toLowerCase()} `), code);
    assert.equal(readFolderCode(code.replace(/(.{6})/, '$1-')), code);
  }
  assert.equal(new Set(numbers.map(folderCodeOf)).size, numbers.length);
});

test('one wrong character and two swapped neighbours are always caught', () => {
  for (const number of numbers) {
    const code = folderCodeOf(number);
    for (let at = 0; at < code.length; at++) {
      for (const other of SIGNS) {
        if (other === code[at]) continue;
        assert.equal(readFolderCode(code.slice(0, at) + other + code.slice(at + 1)), undefined);
      }
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2);
      // The check character itself has no weight of its own: swapped with the last one it may come out right.
      if (at + 1 < code.length - 1 && swapped !== code) assert.equal(readFolderCode(swapped), undefined);
    }
  }
});

test('what is no code is none', () => {
  for (const text of ['', '510107201601010011', folderCodeOf('5').slice(1), `${folderCodeOf('5')}2`, 'ILO0ILO0ILO01']) {
    assert.equal(readFolderCode(text), undefined);
  }
});
