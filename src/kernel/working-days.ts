/** 工作日: working days by the published holiday calendars; a year without one is refused, never guessed. */
import { type CalendarYear, PUBLISHED_YEARS } from './calendar-data.ts';
import { addDays, type CivilDate, civilDate, partsOf, weekdayOf } from './civil-date.ts';
import { refuse } from './refusal.ts';

/** Counts working days. Every function but `covers` refuses CALENDAR_NOT_PUBLISHED where it meets a year not published. */
export interface WorkingCalendar {
  isWorkingDay(day: CivilDate): boolean;
  /** The `count`-th working day after `day`: the day after the start counts as 1, the start itself never counts. */
  addWorkingDays(day: CivilDate, count: number): CivilDate;
  /** Working days after `from` up to and with `to`; negative where `to` is earlier. Undoes addWorkingDays. */
  workingDaysBetween(from: CivilDate, to: CivilDate): number;
  /** Days after `from` up to and with `to` on which the week is not what it looks like: 含9月20日调休上班. */
  oddDaysBetween(from: CivilDate, to: CivilDate): { day: CivilDate; worked: boolean }[];
  /** Is the calendar of the day's year published? */
  covers(day: CivilDate): boolean;
  publishedYears(): number[];
}

const FRIDAY = 5;

/** Joins published years; one that is given twice counts as given last, so that an authority can correct a year. */
export function makeCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const known = new Map(years.map((entry) => [entry.year, daysOf(entry)]));
  const covers = (day: CivilDate) => known.has(yearOf(day));
  const isOdd = (day: CivilDate) => isWorkingDay(day) !== weekdayOf(day) <= FRIDAY;

  const isWorkingDay = (day: CivilDate): boolean => {
    const days = known.get(yearOf(day));
    if (!days) throw refuse('CALENDAR_NOT_PUBLISHED', { year: yearOf(day) });
    return days.worked.has(day) || (weekdayOf(day) <= FRIDAY && !days.off.has(day));
  };
  const stretches = stretchesOf([...known.keys()], isWorkingDay, isOdd);
  /** Day after day, for a start before the first published year and for ends behind the last, which are refused. */
  const countOn = (start: CivilDate, count: number): CivilDate => {
    let day = start;
    for (let left = count; left > 0; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left--;
    }
    return day;
  };
  const daysAfter = (from: CivilDate, to: CivilDate, keep: (day: CivilDate) => boolean): CivilDate[] =>
    daysFrom(addDays(from, 1), to).filter(keep);
  /** The stretch in which both days lie; lists of work ask for hundreds of terms at once. */
  const stretchWith = (from: CivilDate, to: CivilDate): Stretch | undefined => {
    const stretch = stretches.get(yearOf(from));
    return stretch === stretches.get(yearOf(to)) ? stretch : undefined;
  };
  /** Working days after `from` up to and with `to`, which is not earlier. */
  const countBetween = (from: CivilDate, to: CivilDate): number => {
    const within = stretchWith(from, to);
    return within ? within.upTo.get(to)! - within.upTo.get(from)! : daysAfter(from, to, isWorkingDay).length;
  };

  return {
    covers,
    isWorkingDay,
    addWorkingDays: (start, count) => {
      if (!Number.isInteger(count) || count < 0) throw new RangeError('working days are counted in whole numbers');
      if (count === 0) return start;
      const within = stretches.get(yearOf(start));
      return within?.workingDays[(within.upTo.get(start) ?? 0) + count - 1] ?? countOn(start, count);
    },
    workingDaysBetween: (from, to) => (from <= to ? countBetween(from, to) : -countBetween(to, from)),
    oddDaysBetween: (from, to) => {
      const within = stretchWith(from, to);
      const odd = within ? within.odd.filter((day) => day > from && day <= to) : daysAfter(from, to, isOdd);
      return odd.map((day) => ({ day, worked: isWorkingDay(day) }));
    },
    publishedYears: () => [...known.keys()].toSorted((a, b) => a - b),
  };
}

/** Years published without a gap: their working days in order, how many there are up to and with each day, and the odd days. */
interface Stretch {
  workingDays: CivilDate[];
  upTo: Map<CivilDate, number>;
  odd: CivilDate[];
}

function stretchesOf(
  years: readonly number[],
  isWorkingDay: (day: CivilDate) => boolean,
  isOdd: (day: CivilDate) => boolean,
): Map<number, Stretch> {
  const stretches = new Map<number, Stretch>();
  for (const year of years.toSorted((a, b) => a - b)) {
    const stretch = stretches.get(year - 1) ?? { workingDays: [], upTo: new Map<CivilDate, number>(), odd: [] };
    for (const day of daysFrom(civilDate(`${year}-01-01`), civilDate(`${year}-12-31`))) {
      if (isWorkingDay(day)) stretch.workingDays.push(day);
      if (isOdd(day)) stretch.odd.push(day);
      stretch.upTo.set(day, stretch.workingDays.length);
    }
    stretches.set(year, stretch);
  }
  return stretches;
}

/** The calendar as published when this version was made. */
export const calendar: WorkingCalendar = makeCalendar(PUBLISHED_YEARS);

function yearOf(day: CivilDate): number {
  return partsOf(day)[0];
}

function daysOf({ year, off, worked }: CalendarYear): { off: Set<CivilDate>; worked: Set<CivilDate> } {
  const dayIn = (monthAndDay: string) => civilDate(`${year}-${monthAndDay}`);
  const daysOff = off.flatMap((run) => {
    const [first = '', last = first] = run.split('..');
    return daysFrom(dayIn(first), dayIn(last));
  });
  return { off: new Set(daysOff), worked: new Set(worked.map(dayIn)) };
}

function daysFrom(first: CivilDate, last: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
