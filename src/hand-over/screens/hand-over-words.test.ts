import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileState, fileWords } from './hand-over-words.screen.ts';

const owed = (daysLeft: number | null) => ({ state: 'OWED', daysLeft }) as const;

test('a file that is owed presses from a fortnight before its last day on', () => {
  assert.deepEqual([fileState(owed(15)), fileState(owed(14)), fileState(owed(null))], ['DRAFT', 'DUE_SOON', 'DRAFT']);
  assert.deepEqual([fileWords(owed(1)), fileWords(owed(0))], ['待转出，还剩1天', '今天到期，待转出']);
  assert.equal(fileWords(owed(null)), '待转出');
});

test('late, on its way, there, and there in part', () => {
  assert.equal(fileWords({ state: 'OVERDUE', daysLeft: -3 }), '逾期3天未转出');
  assert.equal(fileState({ state: 'SENT', daysLeft: null }), 'IN_PROCESS');
  assert.equal(fileState({ state: 'RECEIVED', daysLeft: null }), 'DONE');
  assert.deepEqual(
    [fileState({ state: 'INCOMPLETE', daysLeft: null }), fileWords({ state: 'INCOMPLETE', daysLeft: null })],
    ['JUDGEMENT', '已签收，不齐'],
  );
  assert.equal(fileWords({ state: 'TAKEN_BACK', daysLeft: null }), '转学已撤销，不再转接');
});
