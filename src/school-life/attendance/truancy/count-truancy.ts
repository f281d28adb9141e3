/** 旷课计数: from the marks of one student and the days on which the roll was called, what the law counts by. */
import type { CivilDate } from '../../../kernel/civil-date.ts';

/** Truancy of one student on one day. */
export interface TruantDay {
  on: CivilDate;
  periods: number;
  /** Periods that the class group had on that day. */
  offered: number;
}

export interface Truancy {
  /** 连续旷课首日: first day of the run that goes on to the last day on which the roll was called. */
  from: CivilDate | undefined;
  /** Whole days of that run. */
  runDays: number;
  /** 本学期累计旷课, in periods; a period is counted as an hour of teaching (学时). */
  periods: number;
  /** Whole days of truancy in the term. */
  days: number;
  lastOn: CivilDate;
}

/** 一周: five days of school. */
const WEEK_DAYS = 5;

/** Weeks of truancy, five whole days each; a part of a week is a part: eight weeks and a day are more than eight. */
export const weeksOf = (days: number): number => days / WEEK_DAYS;

/**
 * Counts the truancy of a term. A run is broken by any day on which the student was there for some of it, or away with
 * leave; days without a roll (weekends, holidays) neither count nor break. Undefined where there is none.
 */
export function countTruancy(days: readonly TruantDay[], called: readonly CivilDate[]): Truancy | undefined {
  if (days.length === 0) return undefined;
  const whole = new Set(days.filter(({ periods, offered }) => offered > 0 && periods >= offered).map(({ on }) => on));
  const lastOn = days
    .map(({ on }) => on)
    .toSorted()
    .at(-1)!;
  const run: CivilDate[] = [];
  for (const on of [...new Set([...called, ...whole])].toSorted().reverse()) {
    if (!whole.has(on)) break;
    run.push(on);
  }
  return {
    from: run.at(-1),
    runDays: run.length,
    periods: days.reduce((sum, { periods }) => sum + periods, 0),
    days: whole.size,
    lastOn,
  };
}
