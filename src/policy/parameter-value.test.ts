import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs } from '../../policies/index.ts';
import { codesOf, kindOf, wordsOf } from './index.ts';

const rules = packs.flatMap((pack) => pack.rules);
const ruleOf = (id: string) => rules.find((rule) => rule.id === id)!;

test('the shape of a parameter is known whether its text sets it or leaves it open', () => {
  assert.equal(kindOf(ruleOf('class-size'), 'primaryMost'), 'NUMBER');
  assert.equal(kindOf(ruleOf('entry-age'), 'cutoff'), 'MONTH_DAY');
  assert.equal(kindOf(ruleOf('entry-age'), 'underAge'), 'CHOICE');
  assert.equal(kindOf(ruleOf('build-file'), 'limit'), 'LIMIT');
  assert.equal(kindOf(ruleOf('entry-postponement'), 'conditionsApprovers'), 'LIST');
});

test('a value is read as an official says it', () => {
  assert.equal(wordsOf(45, { unit: '人' }), '45人');
  assert.equal(wordsOf('08-31', {}), '8月31日');
  assert.equal(wordsOf({ workingDays: 10 }, {}), '10个工作日');
  assert.equal(wordsOf(['COUNTY', 'CITY'], {}), '县级教育行政部门、市级教育行政部门');
  assert.equal(wordsOf('GENERALLY_NOT', { words: { GENERALLY_NOT: '一般不接受入学' } }), '一般不接受入学');
});

test('codes come with the words to choose from', () => {
  assert.deepEqual(
    codesOf(ruleOf('entry-age'), 'underAge').map(({ words }) => words),
    ['未经批准不得入学', '一般不接受入学'],
  );
  assert.ok(codesOf(ruleOf('entry-postponement'), 'conditionsApprovers').some(({ code }) => code === 'COUNTY'));
});
