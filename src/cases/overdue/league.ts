/** 逾期通报: how each area kept the terms that ended in a month, worked out from what the events tell. Pure. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import type { LeagueRow, LeagueView } from './overdue.api.ts';

/** So many terms of an area that ended on one day and were acted on on one day; null where nobody has acted yet. */
export interface Tally {
  areaId: string;
  areaName: string;
  dueOn: CivilDate;
  leftOn: CivilDate | null;
  count: number;
}

interface Sum {
  due: number;
  overdue: number;
  open: number;
  daysOver: number;
}

/**
 * The table on a day: the highest rate first, then the most overdue. What is still open counts as overdue by the days up to
 * `today`. A term overdue without a working day in between (its last day was before days off) counts as overdue by none.
 */
export function leagueOf(
  tallies: readonly Tally[],
  today: CivilDate,
  calendar: WorkingCalendar,
): Pick<LeagueView, 'rows' | 'whole'> {
  const whole = emptySum();
  const areas = new Map<string, { name: string; sum: Sum }>();
  for (const tally of tallies) {
    const area = areas.get(tally.areaId) ?? { name: tally.areaName, sum: emptySum() };
    areas.set(tally.areaId, area);
    for (const sum of [whole, area.sum]) add(sum, tally, today, calendar);
  }
  const rows = [...areas].map(([id, { name, sum }]): LeagueRow => ({ id, name, ...figuresOf(sum) }));
  rows.sort((a, b) => b.rate - a.rate || b.overdue - a.overdue || a.name.localeCompare(b.name, 'zh-CN'));
  return { rows, whole: figuresOf(whole) };
}

const emptySum = (): Sum => ({ due: 0, overdue: 0, open: 0, daysOver: 0 });

function add(sum: Sum, { dueOn, leftOn, count }: Tally, today: CivilDate, calendar: WorkingCalendar): void {
  sum.due += count;
  const until = leftOn ?? today;
  if (until <= dueOn) return;
  sum.overdue += count;
  if (leftOn === null) sum.open += count;
  sum.daysOver += count * calendar.workingDaysBetween(dueOn, until);
}

const figuresOf = ({ due, overdue, open, daysOver }: Sum): Omit<LeagueRow, 'id' | 'name'> => ({
  due,
  overdue,
  open,
  rate: due === 0 ? 0 : overdue / due,
  meanDaysOver: overdue === 0 ? null : Math.round((daysOver / overdue) * 10) / 10,
});
