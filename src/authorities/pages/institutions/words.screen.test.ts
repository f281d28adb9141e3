import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemWords } from './words.screen.ts';

test('years of schooling are said as officials say them', () => {
  const years = { PRIMARY: 5, JUNIOR: 4, SENIOR: 3 };
  assert.equal(systemWords({ stages: ['PRIMARY'], years: { PRIMARY: 6 } }), '六年制');
  assert.equal(systemWords({ stages: ['PRIMARY', 'JUNIOR'], years }), '五四制');
  assert.equal(systemWords({ stages: ['PRIMARY', 'JUNIOR', 'SENIOR'], years }), '五四三制');
});
