import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SettableParameter } from '../local-settings.api.ts';
import { limitsWords, lineOf, readLine } from './draft.screen.ts';

const parameter = (more: Partial<SettableParameter>): SettableParameter => ({
  question: 'entry-age',
  questionTitle: '入学年龄',
  ruleId: 'entry-age',
  ruleTitle: '入学年龄',
  parameter: 'cutoff',
  label: '截止日',
  unit: null,
  kind: 'MONTH_DAY',
  codes: [],
  narrower: 'ONCE',
  value: null,
  words: null,
  chip: null,
  ...more,
});
const read = (more: Partial<SettableParameter>, text: string) => readLine({ ...lineOf(parameter(more)), text });

test('a day of the year is read as people write it, and one that no year has is refused', () => {
  assert.deepEqual(read({}, '8月31日'), { value: '08-31' });
  assert.deepEqual(read({}, '8-31'), { value: '08-31' });
  assert.ok('problem' in read({}, '9月31日'));
  assert.ok('problem' in read({}, '开学前'));
});

test('numbers, limits and lists become values; what is none gets a sentence', () => {
  assert.deepEqual(read({ kind: 'NUMBER' }, '45'), { value: 45 });
  assert.ok('problem' in read({ kind: 'NUMBER' }, '四十五'));
  const limit = lineOf(parameter({ kind: 'LIMIT', value: { workingDays: 10 } }));
  assert.deepEqual([limit.text, limit.unit], ['10', 'workingDays']);
  assert.deepEqual(readLine({ ...limit, text: '5' }), { value: { workingDays: 5 } });
  assert.ok('problem' in readLine({ ...limit, text: '0' }));
  const codes = [
    { code: 'COUNTY', words: '县' },
    { code: 'CITY', words: '市' },
  ];
  assert.deepEqual(read({ kind: 'LIST', codes }, 'CITY,COUNTY'), { value: ['COUNTY', 'CITY'] });
});

test('before a value is tried, the page says what the law above allows', () => {
  assert.equal(limitsWords({ narrower: 'ONCE', words: null }), '尚未规定，由本地设定');
  assert.equal(limitsWords({ narrower: 'SHORTER', words: '1个月' }), '现为1个月，只能缩短');
});
