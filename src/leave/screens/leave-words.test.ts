import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OnLeave } from '../leave.api.ts';
import { leaveState, leftWords, shownIn } from './leave-words.screen.ts';

const row = (daysLeft: number, urgedOn: string | null = null) => ({ daysLeft, urgedOn }) as OnLeave;

test('how long still, to the day itself and beyond it', () => {
  const words = [row(31), row(1), row(0), row(-1), row(-5, '2027-09-14')].map(leftWords);
  assert.deepEqual(words, ['还有31天', '还有1天', '今天期满', '期满1天', '期满5天，已督促']);
});

test('thirty days before the end the term presses, the day after it is overdue', () => {
  const states = [31, 30, 0, -1].map((daysLeft) => leaveState(row(daysLeft)));
  assert.deepEqual(states, ['IN_PROCESS', 'DUE_SOON', 'DUE_SOON', 'OVERDUE']);
});

test('the tabs divide by the same days', () => {
  const items = [-1, 0, 30, 31].map((daysLeft) => row(daysLeft));
  const days = (tab: 'all' | 'ending' | 'ended') => shownIn(tab, items).map(({ daysLeft }) => daysLeft);
  assert.deepEqual([days('all'), days('ending'), days('ended')], [[-1, 0, 30, 31], [0, 30], [-1]]);
});
