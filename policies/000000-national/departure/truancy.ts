/** 连续旷课: on which day a run of truancy has reached the span that a text names. */
import { addDays, type CivilDate } from '../../../src/kernel/civil-date.ts';
import type { WorkingCalendar } from '../../../src/kernel/working-days.ts';
import { lastDayOf, type TimeLimit } from '../../../src/policy/index.ts';

/** The last day of the span; its first truant day is counted: a week of five school days from Monday is full on Friday. */
export const truancyReaches = (from: CivilDate, span: TimeLimit, calendar: WorkingCalendar): CivilDate =>
  lastDayOf(addDays(from, -1), span, calendar);
