import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OnLeave } from '../leave.api.ts';
import { followWords, leaveState, leftWords, shownIn } from './leave-words.screen.ts';

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

test('what follows a leave that ran out: to whom it is reported, that it was, and what came back', () => {
  const none = { returnsOn: null, reportTo: null, report: null };
  const report = { to: '学籍主管部门', on: '2027-09-20', says: '三次家访未返校', receipt: null };
  const receipt = {
    on: '2027-09-22',
    number: '长教回〔2027〕3号',
    says: '已责令送返',
    institutionName: '长葛市教育局',
  };
  assert.deepEqual(followWords(none), []);
  assert.deepEqual(followWords({ ...none, returnsOn: '2027-03-01' }), ['已同意2027-03-01起复学，到日自动生效']);
  assert.deepEqual(followWords({ ...none, reportTo: '学籍主管部门' }), ['督促无效的，书面报告学籍主管部门']);
  assert.deepEqual(followWords({ ...none, report }), ['2027-09-20已书面报告学籍主管部门，待回执']);
  assert.deepEqual(
    followWords({ ...none, report: { ...report, receipt } })[1],
    '2027-09-22长葛市教育局回执长教回〔2027〕3号：已责令送返',
  );
});
