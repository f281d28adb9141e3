import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PUBLISHED_YEARS } from './calendar-data.ts';
import { addDays, type CivilDate, civilDate, weekdayOf } from './civil-date.ts';
import { Refusal } from './refusal.ts';
import { calendar, makeCalendar } from './working-days.ts';

const works = (day: string) => calendar.isWorkingDay(civilDate(day));
const after = (day: string, count: number) => calendar.addWorkingDays(civilDate(day), count);
const between = (from: string, to: string) => calendar.workingDaysBetween(civilDate(from), civilDate(to));
const notPublished = (year: number) => (error: unknown) =>
  error instanceof Refusal && error.code === 'CALENDAR_NOT_PUBLISHED' && error.message.includes(String(year));
const WEEKEND_DAYS_WORKED = [
  ...['2024-02-04', '2025-01-26', '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
];

test('a weekend day that a notice makes a working day is one, other weekend days are not', () => {
  for (const day of WEEKEND_DAYS_WORKED) assert.ok(weekdayOf(civilDate(day)) > 5 && works(day), day);
  assert.equal(works('2026-09-19'), false);
  assert.equal(works('2026-10-11'), false);
});

test('round National Day 2026 the Mid-Autumn weekend and seven days are off and two weekend days are worked', () => {
  const days = Array.from({ length: 25 }, (_, index) => addDays(civilDate('2026-09-18'), index));
  const off = days.filter((day) => !calendar.isWorkingDay(day)).map((day) => day.slice(5));
  assert.deepEqual(off, [
    ...['09-19', '09-25', '09-26', '09-27'],
    ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-11'],
  ]);
});

test('the day after the start counts as the first; ten of them from 17 September 2026 run over National Day', () => {
  assert.equal(after('2026-09-17', 1), '2026-09-18');
  assert.equal(after('2026-09-17', 2), '2026-09-20');
  assert.equal(after('2026-09-17', 9), '2026-09-30');
  assert.equal(after('2026-09-17', 10), '2026-10-08');
  assert.equal(after('2026-09-30', 3), '2026-10-10');
  assert.equal(after('2026-10-03', 0), '2026-10-03');
});

test('counting between two days undoes counting on from the first', () => {
  for (let day = civilDate('2025-12-20'); day < '2026-03-10'; day = addDays(day, 1)) {
    for (const count of [0, 1, 5, 10, 40]) {
      assert.equal(calendar.workingDaysBetween(day, calendar.addWorkingDays(day, count)), count, `${day} + ${count}`);
    }
  }
  assert.equal(between('2026-10-10', '2026-09-30'), -3);
  assert.equal(between('2026-09-30', '2026-10-07'), 0);
});

test('each year has as many working days as its notice leaves', () => {
  const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];
  const counted = years.map((year) => calendar.workingDaysBetween(...wholeYear(year)));
  assert.deepEqual(counted, [249, 250, 249, 249, 251, 248, 248]);
  assert.deepEqual(calendar.publishedYears(), years);
});

test('a term may run over New Year when both years are published', () => {
  assert.equal(after('2025-12-31', 1), '2026-01-04');
  assert.equal(after('2025-12-26', 4), '2026-01-04');
});

test('a year without a published calendar is refused by its number, not guessed', () => {
  assert.throws(() => works('2027-01-04'), notPublished(2027));
  assert.throws(() => works('2019-12-31'), notPublished(2019));
  assert.equal(after('2026-12-30', 1), '2026-12-31');
  assert.throws(() => after('2026-12-30', 2), notPublished(2027));
  assert.throws(() => between('2026-12-30', '2027-01-01'), notPublished(2027));
  assert.deepEqual(
    [calendar.covers('2026-12-31' as CivilDate), calendar.covers('2027-01-01' as CivilDate)],
    [true, false],
  );
});

test('an authority can add the year that was published since, and the one the product knows stays as it was', () => {
  const added = makeCalendar([{ year: 2027, notice: '另行录入', off: ['01-01..01-03'], worked: [] }]);
  assert.equal(added.addWorkingDays(civilDate('2026-12-31'), 1), '2027-01-04');
  assert.throws(() => added.isWorkingDay(civilDate('2026-12-31')), notPublished(2026));
});

test('the odd days of a term are named: weekdays off and weekend days worked', () => {
  assert.deepEqual(calendar.oddDaysBetween(civilDate('2026-09-17'), civilDate('2026-09-30')), [
    { day: '2026-09-20', worked: true },
    { day: '2026-09-25', worked: false },
  ]);
});

test('every day of a notice lies where a notice can put it: worked days on weekends, none of them off', () => {
  for (const { year, off, worked, notice } of PUBLISHED_YEARS) {
    assert.match(notice, /^国办发明电〔\d{4}〕\d+号/);
    const runs = new Set(off.flatMap((run) => run.split('..')));
    for (const day of worked) {
      assert.ok(weekdayOf(civilDate(`${year}-${day}`)) > 5, `${year}-${day}`);
      assert.ok(!runs.has(day), `${year}-${day} is both`);
    }
  }
});

function wholeYear(year: number): [CivilDate, CivilDate] {
  return [addDays(civilDate(`${year}-01-01`), -1), civilDate(`${year}-12-31`)];
}
