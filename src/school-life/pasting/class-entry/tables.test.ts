/** 整班登记: what stands in a cell of a spreadsheet is read as it is meant, and what is none is said in a sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ENTRY_TABLES,
  type EntryColumn,
  missingIn,
  qualityColumns,
  readAmount,
  readDay,
  readHours,
  readRating,
} from './tables.api.ts';

const columns: readonly EntryColumn[] = ENTRY_TABLES.PRACTICE.columns;
const faultIn = (code: string, text: string) => columns.find((one) => one.code === code)!.fault(text, '2026-11-20');

test('days are read as people write them; one that is none or still to come says so', () => {
  for (const text of ['2026-09-01', '2026/9/1', '2026.9.1', '2026年9月1日', '20260901', '２０２６-０９-０１']) {
    assert.equal(readDay(text), '2026-09-01', text);
  }
  assert.equal(readDay('2026-02-30'), undefined);
  assert.equal(faultIn('heldOn', '九月一日'), '日期写作2026-09-01');
  assert.equal(faultIn('heldOn', '2026-11-21'), '日期还没有到');
  assert.equal(faultIn('heldOn', '2026-11-20'), undefined);
});

test('hours and amounts lose their units, and bounds hold on both sides', () => {
  assert.deepEqual(['4课时', '0.5', '500', '２'].map(readHours), [4, 0.5, 500, 2]);
  assert.deepEqual(['0.4', '501', '四', '1.25'].map(readHours), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(['625', '1,250.50', '￥625元', '100000'].map(readAmount), [625, 1250.5, 625, 100_000]);
  assert.deepEqual(['0', '-5', '100001', '1.234'].map(readAmount), [undefined, undefined, undefined, undefined]);
});

test('ratings are read from words, in short and from letters; an empty cell of a report is no fault', () => {
  assert.deepEqual(['优秀', '优', 'a', ' Ｂ ', '不合格', '一般'].map(readRating), ['A', 'A', 'A', 'B', 'D', undefined]);
  const [moral, words] = qualityColumns([{ code: 'MORAL', words: '品德发展' }]);
  assert.equal(moral!.fault('', ''), undefined);
  assert.match(moral!.fault('一般', '')!, /填优秀、良好、合格、不合格/);
  assert.equal(words!.fault('好'.repeat(500), ''), undefined);
  assert.ok(words!.fault('好'.repeat(501), ''));
});

test('a row that was begun is not entered before each of its cells is filled in', () => {
  const row = { kind: '劳动', activity: '校园植树', heldOn: '2026-09-12', hours: '2', partTaken: ' ' };
  assert.equal(missingIn(columns, row), '承担任务');
  assert.equal(missingIn(columns, { ...row, partTaken: '浇水', confirmedByName: '教导处' }), undefined);
  assert.match(faultIn('kind', '植树')!, /填社会实践、社区服务/);
});
