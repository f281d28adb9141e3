/** 键盘: single keys never steal what the person types or presses. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isSingleKey, type KeyPress } from './keyboard.ts';

const plain: KeyPress = {
  key: 'j',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  typing: false,
  pressable: false,
};

test('a bare key outside any field is ours', () => {
  assert.equal(isSingleKey(plain), true);
});

test('letters typed into a field are text, also while Chinese is being composed', () => {
  assert.equal(isSingleKey({ ...plain, typing: true }), false);
  assert.equal(isSingleKey({ ...plain, isComposing: true }), false);
});

test('shortcuts of the browser stay with the browser', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
    assert.equal(isSingleKey({ ...plain, [held]: true }), false);
});

test('Enter on a button presses that button, on nothing it opens the row', () => {
  assert.equal(isSingleKey({ ...plain, key: 'Enter', pressable: true }), false);
  assert.equal(isSingleKey({ ...plain, key: 'Enter' }), true);
  assert.equal(isSingleKey({ ...plain, pressable: true }), true);
});
