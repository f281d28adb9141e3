/** 进度: who had the case, who has it, who comes next, read from its events. Pure. */
import { addDays, type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { labelOf, stepsFrom, type Workflow } from '../../workflow/index.ts';
import type { Case, CaseEvent } from '../case.ts';
import type { TrackNode } from '../cases.api.ts';
import { stoodStill } from '../engine/clock.ts';

/** The nodes of a case, in the order of its workflow's track. */
export function trackOf(
  table: Workflow,
  one: Pick<Case, 'parties'>,
  events: readonly CaseEvent[],
  names: ReadonlyMap<string, string>,
  readerId: string,
  calendar: WorkingCalendar,
): TrackNode[] {
  const state = events.at(-1)?.toState ?? table.start;
  const holder = table.states[state]?.holder;
  const ended = table.ends.includes(state);
  let latest: CivilDate | undefined = events.at(-1)?.dueOn ?? undefined;
  let reached = false;
  // Whoever agreed before a case was sent back for mending has agreed still: it comes back to who sent it.
  const backTo = pausedState(table, events);
  const straight = Object.values(stepsFrom(table, state)).some(({ to }) => to === backTo);
  const agreed = straight ? table.track.findIndex(({ state: node }) => node === backTo) : -1;

  return table.track.map(({ party, state: nodeState, role }, at) => {
    const institutionId = one.parties[party];
    const left = events.findLast(
      (event) =>
        event.fromState !== event.toState &&
        (event.institutionId === institutionId || (event.fromState === nodeState && isForced(table, event))),
    );
    const isNow = !ended && holder === party && !reached;
    if (isNow) reached = true;
    const returned = isNow && at === 0 && events.some(({ fromState }) => fromState !== table.start);
    const done = !isNow && (!reached || at < agreed) && left !== undefined;
    const term = table.states[nodeState]?.term;
    const paused = !done && !isNow ? stoodStill(table, events, nodeState, calendar) : undefined;
    if (!done && !isNow && latest && term && 'workingDays' in term) {
      latest = safely(calendar, latest, term.workingDays);
    }
    return {
      party,
      role,
      institutionName: (institutionId && names.get(institutionId)) ?? '',
      status: done ? 'DONE' : isNow ? (returned ? 'RETURNED' : 'NOW') : 'LATER',
      isReader: institutionId === readerId,
      verdict: done ? labelOf(table, left.action, left.fromState) : null,
      doneOn: done ? dayOf(left.at) : null,
      workingDaysUsed: done ? usedBy(events, left, calendar) : null,
      latestOn: done || paused ? null : (latest ?? null),
      pausedDaysLeft: paused?.daysLeft ?? null,
      forcedBy: done && isForced(table, left) ? left.institutionName : null,
    };
  });
}

const isForced = (table: Workflow, { fromState, action }: CaseEvent): boolean =>
  stepsFrom(table, fromState)[action]?.forced === true;

/** Working days from the day the case came to the party until it acted. */
function usedBy(events: readonly CaseEvent[], left: CaseEvent, calendar: WorkingCalendar): number | null {
  const came = events.findLast(({ seq, fromState, toState }) => seq < left.seq && fromState !== toState);
  const from = came ? dayOf(came.at) : events[0] && dayOf(events[0].at);
  const to = dayOf(left.at);
  return from && calendar.covers(from) && calendar.covers(to) ? calendar.workingDaysBetween(from, to) : null;
}

function safely(calendar: WorkingCalendar, from: CivilDate, days: number): CivilDate | undefined {
  return calendar.covers(addDays(from, days * 2 + 15)) ? calendar.addWorkingDays(from, days) : undefined;
}

/** 待补正: the state that a case comes back to once it is mended; undefined while nothing is paused. */
function pausedState(table: Workflow, events: readonly CaseEvent[]): string | undefined {
  const state = events.at(-1)?.toState;
  if (state === undefined || !table.states[state]?.pausesClock) return undefined;
  return events.findLast(({ fromState, toState }) => toState === state && fromState !== state)?.fromState;
}
