/** 时限: how much of a term is used, how much is left, and how pressing that is. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';

/** What a deadline badge shows. */
export interface Clock {
  dueOn: CivilDate;
  /** Working days of the whole term. */
  termDays: number;
  /** Working days still to go, today not counted; negative where overdue. */
  daysLeft: number;
  tone: 'BLUE' | 'AMBER' | 'RED';
}

/** Two people must still act: two working days or fewer is soon (tokens §1). */
const SOON = 2;

/** The state of a term on a day. Undefined where the year's calendar is not published: no guess is shown. */
export function clockOf(
  calendar: WorkingCalendar,
  { startedOn, dueOn, termDays }: { startedOn: CivilDate; dueOn: CivilDate; termDays: number | null },
  today: CivilDate,
): Clock | undefined {
  if (!calendar.covers(today) || !calendar.covers(dueOn) || !calendar.covers(startedOn)) return undefined;
  const overdue = today > dueOn;
  const daysLeft = overdue ? -calendar.workingDaysBetween(dueOn, today) : calendar.workingDaysBetween(today, dueOn);
  return {
    dueOn,
    termDays: termDays ?? calendar.workingDaysBetween(startedOn, dueOn),
    daysLeft,
    tone: overdue ? 'RED' : daysLeft <= SOON ? 'AMBER' : 'BLUE',
  };
}
