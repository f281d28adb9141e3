import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finding, listFindings } from './finding.ts';

test('a finding has its holes filled in all three texts', () => {
  const found = finding('REQUIRED', { label: '籍贯' });
  assert.deepEqual(found, {
    severity: 'red',
    code: 'REQUIRED',
    cause: '籍贯未填',
    sentence: '籍贯为必填项，未填。',
    remedy: '补填籍贯',
  });
});

test('every sentence is Chinese, ends like one, and every finding says how to mend it', () => {
  for (const { code, cause, sentence, remedy } of listFindings()) {
    for (const text of [cause, sentence, remedy]) {
      assert.match(text, /[\u4e00-\u9fff]/, code);
      assert.doesNotMatch(text, /[!！~]|失败|成功|非法|错误|请输入/, `${code}: ${text}`);
      assert.doesNotMatch(text, /[\u4e00-\u9fff] |(?<!GB) [\u4e00-\u9fff\d]/, `${code}: no typed spaces in ${text}`);
    }
    assert.match(sentence, /。$/, code);
    assert.doesNotMatch(cause + remedy, /。$/, code);
  }
});

test('a text without holes is left as it is, and a hole takes a number', () => {
  assert.equal(finding('TOO_LONG', { label: '特长', limit: 100, found: 101 }).sentence, '特长最多100字，现为101字。');
  assert.equal(finding('LEFT_AND_MIGRANT', {}).cause, '留守与随迁并存');
});
