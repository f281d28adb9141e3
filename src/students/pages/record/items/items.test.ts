import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '../../../api/students.api.ts';
import { changedValues, problemsByPath, shownLabel, textAt } from './items.screen.ts';

const item = (path: string, raw: string, masked = false): [string, Item] => [
  path,
  { path, label: path, value: masked ? '***' : raw, raw, masked, fixed: null },
];
const items = new Map([item('talents', '围棋'), item('email', ''), item('phone', '', true)]);

test('only what differs is sent', () => {
  assert.deepEqual(changedValues({}, items), {});
  assert.deepEqual(changedValues({ talents: '围棋', email: '' }, items), {});
  assert.deepEqual(changedValues({ talents: ' 围棋 ' }, items), {});
  assert.deepEqual(changedValues({ talents: '', email: 'a@b.cn' }, items), { talents: '', email: 'a@b.cn' });
});

test('a masked item that was touched is sent, also to be emptied', () => {
  assert.deepEqual(changedValues({ phone: '' }, items), { phone: '' });
  assert.deepEqual(changedValues({ phone: '13912345512' }, items), { phone: '13912345512' });
});

test('an item that is not there yet, of a second family member, is sent once something stands in it', () => {
  assert.deepEqual(changedValues({ 'guardians.1.name': '王秀兰', 'guardians.1.position': '' }, items), {
    'guardians.1.name': '王秀兰',
  });
});

test('a control shows what was typed before what is held', () => {
  assert.equal(textAt('talents', {}, items.get('talents')), '围棋');
  assert.equal(textAt('talents', { talents: '' }, items.get('talents')), '');
  assert.equal(textAt('guardians.1.name', {}, undefined), '');
});

test('each item shows the first red finding with its remedy; amber is shown elsewhere', () => {
  const found = (field: string, severity: 'red' | 'amber', sentence: string) => ({
    field,
    severity,
    sentence,
    remedy: '改',
  });
  const problems = problemsByPath([found('a', 'amber', '一。'), found('a', 'red', '二。'), found('a', 'red', '三。')]);
  assert.deepEqual([...problems], [['a', '二。改']]);
});

test('labels that ask are shown as what they ask for', () => {
  assert.equal(shownLabel('是否留守儿童'), '留守儿童');
  assert.equal(shownLabel('是否需要乘坐校车'), '乘坐校车');
  assert.equal(shownLabel('是否由政府购买学位'), '政府购买学位');
  assert.equal(shownLabel('民族'), '民族');
});
