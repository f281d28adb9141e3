/** 时限: the days around National Day 2026: off 25 to 27 September and 1 to 7 October, worked on 20 September and 10 October. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { calendar } from '../../kernel/working-days.ts';
import { workflow } from '../../workflow/index.ts';
import { clockOf, daysLeftAtWarning, goesOn, stoodStill, type TermRun, warnOn, wholeTermSince } from './clock.ts';

const TABLE = workflow({
  id: 'sample',
  kind: 'SAMPLE',
  title: '示例',
  states: {
    WITH_AUTHORITY: { words: '待核办', holder: 'authority', term: { workingDays: 10 } },
    RETURNED: { words: '退回补正', holder: 'school', pausesClock: true },
    DONE: { words: '已办结', tone: 'DONE' },
  },
  start: 'RETURNED',
  ends: ['DONE'],
  steps: {
    RETURNED: { SUBMIT: { by: 'school', to: 'WITH_AUTHORITY', label: '提交' } },
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'DONE', label: '同意' },
      RETURN: { by: 'authority', to: 'RETURNED', label: '退回补正' },
    },
  },
  track: [],
});

const NO_TERM: TermRun = { startedOn: civilDate('2026-09-21'), dueOn: null, termDays: null };
/** Ten working days from Monday 21 September: 12 October. */
const TEN: TermRun = {
  startedOn: civilDate('2026-09-21'),
  dueOn: civilDate('2026-10-12'),
  termDays: 10,
};
const moved = (fromState: string, toState: string, day: string, term: TermRun) => ({
  fromState,
  toState,
  at: new Date(`${day}T10:00:00+08:00`),
  ...term,
});
/** Handed in on 21 September and sent back on a day. */
const returnedOn = (day: string) => [
  moved('RETURNED', 'WITH_AUTHORITY', '2026-09-21', TEN),
  moved('WITH_AUTHORITY', 'RETURNED', day, NO_TERM),
];
const standing = (day: string) => stoodStill(TABLE, returnedOn(day), 'WITH_AUTHORITY', calendar);
const dueAfter = (returned: string, back: string) => goesOn(standing(returned)!, civilDate(back), calendar)?.dueOn;

test('returned before the holiday with six days left, back after it: the six days run from then', () => {
  assert.deepEqual(standing('2026-09-28'), { stoppedOn: '2026-09-28', daysLeft: 6, termDays: 10 });
  assert.equal(dueAfter('2026-09-28', '2026-10-08'), '2026-10-15');
  assert.equal(dueAfter('2026-09-28', '2026-10-05'), '2026-10-14');
});

test('sent back and mended on the same day, nothing is won and nothing lost', () => {
  for (const day of ['2026-09-21', '2026-09-26', '2026-09-28', '2026-10-10'])
    assert.equal(dueAfter(day, day), '2026-10-12');
});

test('on its last day, and when it was overdue already, the holder has one working day once it is back', () => {
  assert.equal(standing('2026-10-12')?.daysLeft, 1);
  assert.equal(standing('2026-10-16')?.daysLeft, 1);
  assert.equal(dueAfter('2026-10-16', '2026-10-16'), '2026-10-19');
});

test('a term that ended otherwise does not stand still', () => {
  const events = [...returnedOn('2026-09-28'), moved('RETURNED', 'WITH_AUTHORITY', '2026-10-08', TEN)];
  const ended = [...events, moved('WITH_AUTHORITY', 'DONE', '2026-10-09', NO_TERM)];
  assert.equal(stoodStill(TABLE, ended, 'WITH_AUTHORITY', calendar), undefined);
  assert.equal(stoodStill(TABLE, [], 'WITH_AUTHORITY', calendar), undefined);
});

test('stopped twice, what was left the second time counts', () => {
  const rest = { startedOn: civilDate('2026-10-08'), dueOn: civilDate('2026-10-15'), termDays: 10 };
  const events = [
    ...returnedOn('2026-09-28'),
    moved('RETURNED', 'WITH_AUTHORITY', '2026-10-08', rest),
    moved('WITH_AUTHORITY', 'RETURNED', '2026-10-10', NO_TERM),
  ];
  assert.deepEqual(stoodStill(TABLE, events, 'WITH_AUTHORITY', calendar), {
    stoppedOn: '2026-10-10',
    daysLeft: 4,
    termDays: 10,
  });
});

test('a year whose calendar is not published gives no promise of days', () => {
  const far = [
    moved('RETURNED', 'WITH_AUTHORITY', '2035-09-21', {
      ...TEN,
      startedOn: civilDate('2035-09-21'),
      dueOn: civilDate('2035-10-12'),
    }),
    moved('WITH_AUTHORITY', 'RETURNED', '2035-09-28', NO_TERM),
  ];
  assert.equal(stoodStill(TABLE, far, 'WITH_AUTHORITY', calendar), undefined);
  assert.equal(warnOn(calendar, { ...TEN, dueOn: civilDate('2035-10-12') }), null);
});

test('of ten working days three are few; of a short term two always are', () => {
  assert.deepEqual([10, 15, 22, 5, 2].map(daysLeftAtWarning), [3, 4, 6, 2, 2]);
  const toneOn = (day: string) => clockOf(calendar, { ...TEN, dueOn: TEN.dueOn! }, civilDate(day))?.tone;
  assert.deepEqual(['2026-09-30', '2026-10-07', '2026-10-08', '2026-10-12', '2026-10-13'].map(toneOn), [
    'BLUE',
    'BLUE',
    'AMBER',
    'AMBER',
    'RED',
  ]);
});

test('the day of the warning is the first on which so few are left', () => {
  assert.equal(warnOn(calendar, TEN), '2026-10-08');
  assert.equal(warnOn(calendar, NO_TERM), null);
  assert.equal(warnOn(calendar, { ...TEN, startedOn: civilDate('2026-10-09'), termDays: 2 }), '2026-10-09');
});

test('for the law of forcing a term that stood still began later', () => {
  assert.equal(wholeTermSince(calendar, TEN), '2026-09-21');
  const rest = { startedOn: civilDate('2026-10-08'), dueOn: civilDate('2026-10-15'), termDays: 10 };
  const since = wholeTermSince(calendar, rest);
  assert.equal(calendar.addWorkingDays(since, 10), '2026-10-15');
});
