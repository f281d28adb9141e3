/** 逾期通报: the figures by which places are compared must be right to the day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { calendar } from '../../kernel/working-days.ts';
import { leagueOf, type Tally } from './league.ts';

const tally = (areaId: string, dueOn: string, leftOn: string | null, count = 1): Tally => ({
  areaId,
  areaName: `${areaId}教育局`,
  dueOn: civilDate(dueOn),
  leftOn: leftOn === null ? null : civilDate(leftOn),
  count,
});
const today = civilDate('2026-10-12');

test('acted on by the last day is kept; the day after is overdue; what nobody acted on is overdue and open', () => {
  const { rows, whole } = leagueOf(
    [
      tally('甲', '2026-09-24', '2026-09-24', 3),
      tally('甲', '2026-09-24', '2026-09-28', 1),
      tally('甲', '2026-09-30', null, 1),
      tally('乙', '2026-09-30', '2026-09-21', 5),
    ],
    today,
    calendar,
  );
  // From 24 to 28 September there is one working day; from 30 September to 12 October there are four.
  assert.deepEqual(rows, [
    { id: '甲', name: '甲教育局', due: 5, overdue: 2, open: 1, rate: 0.4, meanDaysOver: 2.5 },
    { id: '乙', name: '乙教育局', due: 5, overdue: 0, open: 0, rate: 0, meanDaysOver: null },
  ]);
  assert.deepEqual(whole, { due: 10, overdue: 2, open: 1, rate: 0.2, meanDaysOver: 2.5 });
});

test('of two with the same rate the one with more overdue stands first; nothing due is nothing overdue', () => {
  const { rows } = leagueOf([tally('小', '2026-09-30', null, 1), tally('大', '2026-09-30', null, 9)], today, calendar);
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['大', '小'],
  );
  assert.deepEqual(leagueOf([], today, calendar).whole, { due: 0, overdue: 0, open: 0, rate: 0, meanDaysOver: null });
});
