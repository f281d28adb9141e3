/** 期限: colour, words and marks of a clock in working days. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import { type Deadline, deadlineState, deadlineTicks, deadlineWords } from './deadline.ts';

const due = (leftDays: number, termDays = 10): Deadline => ({
  kind: 'RUNNING',
  termDays,
  leftDays,
  dueOn: civilDate('2026-09-24'),
});
const colours = (deadline: Deadline) =>
  deadlineTicks(deadline)
    .map(({ kind }) => (kind === 'DRAFT' ? '.' : kind[0]))
    .join('');

test('blue turns amber once seven of ten working days are used, in a short term at two, and red the day after the last', () => {
  assert.deepEqual(
    [4, 3, 0, -1].map((left) => deadlineState(due(left))),
    ['IN_PROCESS', 'DUE_SOON', 'DUE_SOON', 'OVERDUE'],
  );
  assert.deepEqual(
    [3, 2].map((left) => deadlineState({ ...due(left), termDays: 4 } as Deadline)),
    ['IN_PROCESS', 'DUE_SOON'],
  );
});

test('the words always count working days', () => {
  assert.deepEqual(
    [6, 0, -2].map((left) => deadlineWords(due(left))),
    ['还剩6个工作日', '今天到期', '逾期2个工作日'],
  );
  assert.equal(deadlineWords(due(6), true), '剩6个工作日');
});

test('one mark stands for one working day, and the last day keeps its own', () => {
  assert.equal(colours(due(6)), '....IIIIII');
  assert.equal(colours(due(2)), '........DD');
  assert.equal(colours(due(0)), '.........D');
  assert.equal(colours(due(-3)), 'OOOOOOOOOO');
  assert.equal(colours(due(3, 5)), '..III');
});

test('a term of thirty days is drawn to scale with ten marks', () => {
  assert.equal(colours(due(15, 30)), '.....IIIII');
});

test('an unpublished calendar gives neither number nor marks', () => {
  assert.equal(deadlineWords({ kind: 'CALENDAR_NOT_PUBLISHED' }), '日历未公布');
  assert.equal(deadlineTicks({ kind: 'CALENDAR_NOT_PUBLISHED' }).length, 0);
});
