/** 期限: a span of time that a text gives: so many months, or so many days. */
import { addDays, addMonths, type CivilDate } from '../kernel/civil-date.ts';

export type TimeLimit = { months: number } | { days: number };

/** The last day that is still in time. The day it begins is not counted: a month from 1 September ends on 1 October. */
export function lastDayOf(begin: CivilDate, limit: TimeLimit): CivilDate {
  return 'days' in limit ? addDays(begin, limit.days) : addMonths(begin, limit.months);
}

/** As an official says it: 1个月, 15天. */
export function limitWords(limit: TimeLimit): string {
  return 'days' in limit ? `${limit.days}天` : `${limit.months}个月`;
}

/** Is the limit at most as long as the other on whichever day both begin? Days and months may be compared. */
export function isNotLonger(limit: TimeLimit, other: TimeLimit): boolean {
  if ('days' in limit && 'days' in other) return limit.days <= other.days;
  if ('months' in limit && 'months' in other) return limit.months <= other.months;
  return mostDays(limit) <= fewestDays(other);
}

const mostDays = (limit: TimeLimit): number => ('days' in limit ? limit.days : limit.months * 31);
const fewestDays = (limit: TimeLimit): number => ('days' in limit ? limit.days : limit.months * 28);
