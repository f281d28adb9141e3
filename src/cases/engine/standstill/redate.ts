/** 时限顺延: a running term counted anew where a window was declared, moved or lifted after it had begun. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../../kernel/working-days.ts';
import type { TermRun } from '../clock.ts';
import type { Seen } from '../seen.ts';
import { type Stand, standsFrom, standsWithin, without } from './stands.ts';
import { placesOf, type Standstills } from './standstill.ts';

/** A window that is lifted shortens a term again, but nobody is left with less than this. */
const LEAST = 2;

/**
 * The term as it is from now on, with the sentence for the course of the case; undefined where no term runs or nothing
 * moves, and where a year's calendar is not published: no guess is written down.
 */
export function redatedRun(
  calendar: WorkingCalendar,
  standstills: Standstills,
  { one, events, institutions }: Pick<Seen, 'one' | 'events' | 'institutions'>,
  today: CivilDate,
): { term: TermRun; words: string } | undefined {
  const { startedOn, dueOn, termDays, stands } = events.at(-1)!;
  if (!dueOn || ![startedOn, dueOn, today].every((day) => calendar.covers(day))) return undefined;
  const now = standsFrom(standstills, { kind: one.kind, places: placesOf(institutions.values()) }, startedOn);
  const counted = without(calendar, now);
  const length = without(calendar, stands).workingDaysBetween(startedOn, dueOn);
  if (length <= 0) return undefined;
  const whole = counted.addWorkingDays(startedOn, length);
  const last = whole < dueOn ? earlier(dueOn, later(whole, counted.addWorkingDays(today, LEAST))) : whole;
  if (last === dueOn) return undefined;
  const within = standsWithin(now, startedOn, last);
  return { term: { startedOn, dueOn: last, termDays, stands: within }, words: wordsOf(within, dueOn, last) };
}

/** “毕业升级”7月15日至8月14日不计入时限，截止日由7月20日改为8月20日. */
function wordsOf(stands: readonly Stand[] | null, before: CivilDate, after: CivilDate): string {
  const why = (stands ?? []).map(
    ({ title, firstOn, lastOn }) => `“${title}”${dayWords(firstOn)}至${dayWords(lastOn)}不计入时限`,
  );
  return [...(why.length > 0 ? why : ['停计已取消']), `截止日由${dayWords(before)}改为${dayWords(after)}`].join('，');
}

const dayWords = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

const earlier = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other);
const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);
