import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, itemsOf, startOf } from './application.screen.ts';

const item = (path: string, raw: string, masked = false) => ({
  path,
  label: path,
  value: masked ? '4110**********0133' : raw,
  raw: masked ? '' : raw,
  masked,
  fixed: null,
});
const items = itemsOf({
  groups: [
    { key: 'personal', title: '个人基础信息', items: [item('name', '李沐辰'), item('identityNumber', '', true)] },
  ],
});

test('what was typed back to what is held is no change', () => {
  assert.deepEqual(changesOf({ name: '李沐辰 ' }, items), {});
  assert.deepEqual(changesOf({ name: '王沐辰' }, items), { name: '王沐辰' });
});

test('a masked number counts once something is typed', () => {
  assert.deepEqual(changesOf({ identityNumber: ' ' }, items), {});
  assert.deepEqual(changesOf({ identityNumber: '411082202002270133' }, items), {
    identityNumber: '411082202002270133',
  });
});

test('a case being mended keeps its sealed number, a new one has none to keep', () => {
  assert.deepEqual(startOf(undefined), { wanted: {}, keepNumber: false });
  assert.deepEqual(startOf({ values: { name: '王沐辰' }, sealed: 'AAAA' }), {
    wanted: { name: '王沐辰' },
    keepNumber: true,
  });
});
