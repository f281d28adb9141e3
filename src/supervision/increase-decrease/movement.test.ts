import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { movementsOf, type Period, standsAt } from './movement.ts';

const AUTUMN = { from: civilDate('2026-09-01'), to: civilDate('2027-01-31') };
const at = (schoolId: string, from: string, to: string | null, more: Partial<Period> = {}): Period => ({
  ...{ studentId: 'child', schoolId, schoolName: `${schoolId}校`, stage: 'PRIMARY', grade: 3, state: 'ENROLLED' },
  ...{ from: civilDate(from), to: to === null ? null : civilDate(to), endReason: null },
  ...more,
});
const kinds = (periods: Period[], schoolId = '甲') => movementsOf(periods, schoolId, AUTUMN).map(({ kind }) => kind);

test('who is registered for the first time is admitted, on the first day and not the day before', () => {
  assert.deepEqual(kinds([at('甲', '2026-09-01', null)]), ['ADMITTED']);
  assert.deepEqual(kinds([at('甲', '2026-08-31', null)]), []);
});

test('a leave, a return and a grade up at the same school are neither', () => {
  const periods = [
    at('甲', '2025-09-01', '2026-10-10'),
    at('甲', '2026-10-10', '2026-12-01', { state: 'ON_LEAVE' }),
    at('甲', '2026-12-01', null, { grade: 4 }),
  ];
  assert.deepEqual(kinds(periods), []);
});

test('a transfer goes out on one side and comes in on the other, on the same day', () => {
  const periods = [at('甲', '2025-09-01', '2026-10-10'), at('乙', '2026-10-10', null)];
  const [out] = movementsOf(periods, '甲', AUTUMN);
  const [into] = movementsOf(periods, '乙', AUTUMN);
  assert.deepEqual([out?.kind, out?.on, out?.other], ['TRANSFERRED_OUT', '2026-10-10', '乙校']);
  assert.deepEqual([into?.kind, into?.on, into?.other], ['TRANSFERRED_IN', '2026-10-10', '甲校']);
});

test('an end has its reason, and who comes again is resumed', () => {
  const periods = [at('甲', '2025-09-01', '2026-10-10', { endReason: 'WENT_ABROAD' }), at('甲', '2026-12-01', null)];
  const moved = movementsOf(periods, '甲', AUTUMN);
  assert.deepEqual(
    moved.map(({ kind, endReason }) => [kind, endReason]),
    [
      ['ENDED', 'WENT_ABROAD'],
      ['RESUMED', null],
    ],
  );
});

test('what was corrected on the day it began says nothing', () => {
  const periods = [
    at('甲', '2025-09-01', '2026-10-10'),
    at('乙', '2026-10-10', '2026-10-10'),
    at('甲', '2026-10-10', null),
  ];
  assert.deepEqual([kinds(periods), kinds(periods, '乙')], [[], []]);
});

test('roster at the beginning, more, less and roster at the end always agree', () => {
  const days = ['2026-08-20', '2026-09-01', '2026-09-02', '2026-11-11', '2027-01-31', '2027-02-01'];
  const chains = days.flatMap((first) =>
    days.filter((second) => second > first).map((second) => [at('甲', first, second), at('乙', second, null)]),
  );
  const before = civilDate('2026-08-31');
  for (const periods of chains) {
    const moved = movementsOf(periods, '甲', AUTUMN);
    const sum = moved.reduce((total, { kind }) => total + (kind === 'ADMITTED' ? 1 : -1), 0);
    const stood = (day: typeof before) => Number(standsAt(periods, '甲', day));
    assert.equal(stood(before) + sum, stood(AUTUMN.to), JSON.stringify(periods));
  }
});
