import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSearch } from './search-terms.ts';

const read = (text: string) => {
  const term = readSearch(text);
  return term.kind === 'NONE' ? ['NONE'] : [term.kind, term.text];
};

test('what is typed is told apart by its shape', () => {
  assert.deepEqual(read('  '), ['NONE']);
  assert.deepEqual(read('李沐'), ['NAME', '李沐']);
  assert.deepEqual(read('阿依古丽·买买提'), ['NAME', '阿依古丽·买买提']);
  assert.deepEqual(read('LMC'), ['INITIALS', 'lmc']);
  assert.deepEqual(read('li muchen'), ['PINYIN', 'limuchen']);
  assert.deepEqual(read('123x'), ['TAIL', '123X']);
});

test('an identity number is found however it was typed, a wrong one is taken for nothing else', () => {
  assert.deepEqual(read('１１０１０１１９９００３０７００２Ｘ')[0], 'IDENTITY');
  assert.deepEqual(read('g11010119900307002x'), ['NUMBER', 'G11010119900307002X']);
});
