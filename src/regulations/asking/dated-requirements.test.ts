import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { calendar } from '../../kernel/working-days.ts';
import { type CitedRequirement, deadline, paper, step } from '../../policy/index.ts';
import { clauseIndexOf } from '../texts/clause-index.ts';
import { datedRequirements } from './dated-requirements.ts';

const index = clauseIndexOf({ packs: [], workflows: [], clauses: [] });
const cited = { ruleId: 'transfer-chain', chip: '甲县·第一条', clauses: ['C-1'] };
const dated = (day: string, ...all: Parameters<typeof withCitation>[0][]) =>
  datedRequirements(all.map(withCitation), civilDate(day), calendar, index);
const withCitation = (one: ReturnType<typeof step> | ReturnType<typeof paper> | ReturnType<typeof deadline>) =>
  ({ ...one, ...cited }) as CitedRequirement;

const TEN = { workingDays: 10 };

test('each party has its whole term, one after the other, over holidays and worked weekends', () => {
  const { steps } = dated('2026-09-24', step('RECEIVING_SCHOOL', '接收', TEN), step('SENDING_SCHOOL', '转出', TEN));
  // 25 to 27 September and 1 to 7 October are off; 10 October is worked.
  assert.deepEqual(
    steps.map(({ lastDay }) => lastDay),
    ['2026-10-15', '2026-10-29'],
  );
});

test('a step without a term takes no time and has no day', () => {
  const { steps } = dated('2026-09-24', step('GUARDIAN', '申请'), step('SCHOOL', '核办', { days: 3 }));
  assert.deepEqual(
    steps.map(({ lastDay, within }) => [lastDay, within]),
    [
      [null, null],
      ['2026-09-27', '3天'],
    ],
  );
});

test('a deadline runs from the end of the last step, wherever it stands', () => {
  const { deadlines } = dated(
    '2026-09-01',
    deadline('SENDING_SCHOOL', '转出档案', { months: 1 }, '转学办结'),
    step('SCHOOL', '核办', { days: 3 }),
  );
  const [only] = deadlines;
  assert.deepEqual([only!.countedFrom, only!.lastDay, only!.after], ['2026-09-04', '2026-10-04', '转学办结']);
});

test('into a year whose holidays are not published no day is guessed, and it is said why', () => {
  const { steps, deadlines, undated } = dated(
    '2090-01-04',
    step('SCHOOL', '核办', TEN),
    deadline('SCHOOL', '归档', { months: 1 }, '办结'),
  );
  assert.deepEqual([steps[0]!.lastDay, deadlines[0]!.countedFrom, deadlines[0]!.lastDay], [null, null, null]);
  assert.match(undated!, /2090年节假日安排尚未公布/);
});

test('papers name who hands them in and of whom they are asked', () => {
  const { papers } = dated('2026-09-01', paper('GUARDIAN', '户口簿', '跨省转学的'));
  assert.deepEqual([papers[0]!.byWords, papers[0]!.what, papers[0]!.when], ['学生及监护人', '户口簿', '跨省转学的']);
});
