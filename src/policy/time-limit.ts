/** 期限: a span of time that a text gives: so many months, so many days, or so many working days. */
import { addDays, addMonths, type CivilDate } from '../kernel/civil-date.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';

export type TimeLimit = { months: number } | { days: number } | { workingDays: number };

/**
 * The last day that is still in time. The day it begins is not counted: a month from 1 September ends on 1 October.
 * Working days need the calendar; refuses CALENDAR_NOT_PUBLISHED where it meets a year that is not published.
 */
export function lastDayOf(begin: CivilDate, limit: TimeLimit, calendar: WorkingCalendar): CivilDate {
  if ('workingDays' in limit) return calendar.addWorkingDays(begin, limit.workingDays);
  return 'days' in limit ? addDays(begin, limit.days) : addMonths(begin, limit.months);
}

/** As an official says it: 1个月, 15天, 10个工作日. */
export function limitWords(limit: TimeLimit): string {
  if ('workingDays' in limit) return `${limit.workingDays}个工作日`;
  return 'days' in limit ? `${limit.days}天` : `${limit.months}个月`;
}

/** Is the limit at most as long as the other on whichever day both begin? Limits of different units may be compared. */
export function isNotLonger(limit: TimeLimit, other: TimeLimit): boolean {
  if ('days' in limit && 'days' in other) return limit.days <= other.days;
  if ('months' in limit && 'months' in other) return limit.months <= other.months;
  if ('workingDays' in limit && 'workingDays' in other) return limit.workingDays <= other.workingDays;
  return mostDays(limit) <= fewestDays(other);
}

/** The longest run of days off that a published calendar has put into a stretch of working days. */
const LONGEST_HOLIDAY = 9;

function mostDays(limit: TimeLimit): number {
  if ('workingDays' in limit) return limit.workingDays + 2 * Math.ceil(limit.workingDays / 5) + LONGEST_HOLIDAY;
  return 'days' in limit ? limit.days : limit.months * 31;
}

function fewestDays(limit: TimeLimit): number {
  if ('workingDays' in limit) return limit.workingDays;
  return 'days' in limit ? limit.days : limit.months * 28;
}
