/** 时限停计: the days of a window that a term does not count. */
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../../kernel/working-days.ts';
import { concerns, type Standstills } from './standstill.ts';

/** 停计: a run of days that a term does not count, as its event keeps it. */
export interface Stand {
  title: string;
  firstOn: CivilDate;
  lastOn: CivilDate;
}

/** The calendar in which the days of these windows are no working days; the same one where there are none. */
export function without(calendar: WorkingCalendar, stands: readonly Stand[] | null | undefined): WorkingCalendar {
  if (!stands || stands.length === 0) return calendar;
  const isInside = (day: CivilDate) => stands.some(({ firstOn, lastOn }) => day >= firstOn && day <= lastOn);
  const isWorkingDay = (day: CivilDate) => calendar.isWorkingDay(day) && !isInside(day);
  const count = (from: CivilDate, to: CivilDate) => {
    let days = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days++;
    return days;
  };
  return {
    ...calendar,
    isWorkingDay,
    addWorkingDays: (start, wanted) => {
      let day = start;
      for (let left = wanted; left > 0; ) {
        day = addDays(day, 1);
        if (isWorkingDay(day)) left--;
      }
      return day;
    },
    workingDaysBetween: (from, to) => (from <= to ? count(from, to) : -count(to, from)),
    oddDaysBetween: (from, to) => calendar.oddDaysBetween(from, to).filter(({ day }) => !isInside(day)),
  };
}

/** No term is longer, nor stands still for longer, than this lies ahead. */
const AHEAD_DAYS = 400;

/** The windows in which the term of a case does not run, from a day on. */
export function standsFrom(
  standstills: Standstills,
  { kind, places }: { kind: string; places: readonly string[] },
  from: CivilDate,
): Stand[] {
  return standstills
    .between(places, from, addDays(from, AHEAD_DAYS))
    .filter((window) => window.clockStands && concerns(window, kind))
    .map(({ title, firstOn, lastOn }) => ({ title, firstOn, lastOn }));
}

/** Of these windows those that lie in a term; null where none does. */
export function standsWithin(stands: readonly Stand[], from: CivilDate, to: CivilDate): Stand[] | null {
  const within = stands.filter(({ firstOn, lastOn }) => lastOn > from && firstOn <= to);
  return within.length > 0 ? within : null;
}
