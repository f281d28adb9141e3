import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelsIn, linesOf } from './labels.screen.ts';

test('labels are read as they are written, one a line, with either equals sign', () => {
  const labels = { 民族: '民族成份', 联系电话: '监护人电话' };
  assert.deepEqual(labelsIn(linesOf(labels)), { labels });
  assert.deepEqual(labelsIn(' 民族 ＝ 民族成份 \n\n联系电话=监护人电话'), { labels });
  assert.deepEqual(labelsIn(''), { labels: {} });
});

test('a line that cannot be read is named', () => {
  assert.deepEqual(labelsIn('民族=民族成份\n联系电话'), { fault: '第2行须写作原项目=新项目' });
  assert.deepEqual(labelsIn('一=二=三'), { fault: '第1行须写作原项目=新项目' });
});
