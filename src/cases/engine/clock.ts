/** 时限: how much of a term is used, how much is left, and how pressing that is. */
import { addDays, type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import type { Workflow } from '../../workflow/index.ts';
import type { CaseEvent } from '../case.ts';
import { type Stand, without } from './standstill/stands.ts';

/** What a deadline badge shows. */
export interface Clock {
  dueOn: CivilDate;
  /** Working days of the whole term. */
  termDays: number;
  /** Working days still to go, today not counted; negative where overdue. */
  daysLeft: number;
  tone: 'BLUE' | 'AMBER' | 'RED';
}

/** Two people must still act: two working days or fewer are few, however short the term. */
const FEW = 2;

/** 即将到期: so many working days, or fewer, are left once 70 % of the term are used. */
export const daysLeftAtWarning = (termDays: number): number => Math.max(FEW, termDays - Math.ceil((termDays * 7) / 10));

/** The state of a term on a day. Undefined where the year's calendar is not published: no guess is shown. */
export function clockOf(
  published: WorkingCalendar,
  { startedOn, dueOn, termDays, stands }: TermRun & { dueOn: CivilDate },
  today: CivilDate,
): Clock | undefined {
  const calendar = without(published, stands);
  if (!calendar.covers(today) || !calendar.covers(dueOn) || !calendar.covers(startedOn)) return undefined;
  const overdue = today > dueOn;
  const daysLeft = overdue ? -calendar.workingDaysBetween(dueOn, today) : calendar.workingDaysBetween(today, dueOn);
  const whole = termDays ?? calendar.workingDaysBetween(startedOn, dueOn);
  const tone = overdue ? 'RED' : daysLeft <= daysLeftAtWarning(whole) ? 'AMBER' : 'BLUE';
  return { dueOn, termDays: whole, daysLeft, tone };
}

/** A running term as events keep it. */
export interface TermRun {
  startedOn: CivilDate;
  dueOn: CivilDate | null;
  termDays: number | null;
  /** 停计日期: windows whose days the term does not count. */
  stands?: readonly Stand[] | null;
}

/** 预警日: the first day of a term on which it is about to run out. Null where no term runs or its calendar is not published. */
export function warnOn(published: WorkingCalendar, { startedOn, dueOn, termDays, stands }: TermRun): CivilDate | null {
  const calendar = without(published, stands);
  if (!dueOn || !calendar.covers(startedOn) || !calendar.covers(dueOn)) return null;
  const few = daysLeftAtWarning(termDays ?? calendar.workingDaysBetween(startedOn, dueOn));
  let day = dueOn;
  for (let left = 0; day > startedOn; day = addDays(day, -1)) {
    if (calendar.isWorkingDay(day) && ++left > few) return day;
  }
  return startedOn;
}

/** 起算日 of a whole term that ends on its last day: where it stood still, later than the day on which it first began. */
export function wholeTermSince(published: WorkingCalendar, { startedOn, dueOn, termDays, stands }: TermRun): CivilDate {
  const calendar = without(published, stands);
  if (!dueOn || termDays === null) return startedOn;
  let day = dueOn;
  for (let left = termDays; left > 0 && calendar.covers(day); day = addDays(day, -1)) {
    if (calendar.isWorkingDay(day)) left--;
  }
  return day;
}

/** An act as the clock sees it. */
type Moved = Pick<CaseEvent, 'fromState' | 'toState' | 'at'> & TermRun;

/** 时限暂停: what was left of a term when its holder sent the case back for mending. */
export interface StoodStill {
  stoppedOn: CivilDate;
  /** At least one: whoever gets a case back has a day for it. */
  daysLeft: number;
  termDays: number;
}

/**
 * The term that stands still for the holder of a state, or is to go on as the case comes back to it. Undefined where its
 * last time here ended otherwise, had no term, or lies in years whose calendar is not published.
 */
export function stoodStill(
  table: Workflow,
  events: readonly Moved[],
  state: string,
  published: WorkingCalendar,
): StoodStill | undefined {
  const at = events.findLastIndex(({ fromState, toState }) => fromState === state && toState !== state);
  const [left, before] = [events[at], events[at - 1]];
  if (!left || !before?.dueOn || !table.states[left.toState]?.pausesClock) return undefined;
  const stoppedOn = dayOf(left.at);
  if (![before.startedOn, before.dueOn, stoppedOn].every((day) => published.covers(day))) return undefined;
  const calendar = without(published, before.stands);
  return {
    stoppedOn,
    daysLeft: Math.max(1, calendar.workingDaysBetween(stoppedOn, before.dueOn)),
    termDays: before.termDays ?? calendar.workingDaysBetween(before.startedOn, before.dueOn),
  };
}

/** 时限恢复: the term of a holder who gets the case back. Undefined where its last day is in a year not published. */
export function goesOn({ daysLeft, termDays }: StoodStill, today: CivilDate, calendar: WorkingCalendar) {
  if (!calendar.covers(addDays(today, daysLeft * 2 + 15))) return undefined;
  return { startedOn: today, dueOn: calendar.addWorkingDays(today, daysLeft), termDays };
}
