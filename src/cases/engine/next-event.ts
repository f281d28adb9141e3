/** 下一步: the event that a move makes, with the clock that it starts, stops or lets run on. */
import type { Institution } from '../../authorities/index.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import type { Move, Workflow } from '../../workflow/index.ts';
import type { CaseCheck, CaseContext, CaseEvent, CaseKind } from '../case.ts';
import { goesOn, stoodStill, type TermRun } from './clock.ts';
import { isRemark, lastActOf } from './standing.ts';
import { standsFrom, standsWithin, without } from './standstill/stands.ts';
import { placesOf, type Standstills } from './standstill/standstill.ts';

export interface NextEvent {
  context: CaseContext;
  institutions: ReadonlyMap<string, Institution>;
  table: Workflow;
  kind: CaseKind;
  calendar: WorkingCalendar;
  standstills: Standstills;
  events: readonly CaseEvent[];
  move: Move;
  check: CaseCheck;
  opinion: string | undefined;
  /** The term as it is from now on, where a window has moved it. */
  run?: TermRun | undefined;
}

/** The event; nothing is written. */
export async function nextEvent(given: NextEvent): Promise<CaseEvent> {
  const { context, institutions, table, events, move, check, opinion, run } = given;
  const { tx, actor, theCase: one } = context;
  const last = events.at(-1);
  const fromState = last?.toState ?? table.start;
  const changed = fromState !== move.toState;
  const holderParty = table.states[move.toState]?.holder;
  const holder = institutions.get((holderParty && one.parties[holderParty]) ?? '');
  const pending = move.step === 'PROPOSED' ? move.action : null;
  // Somebody else's proposal does not hand the case to the holder's leader.
  const signs = pending !== null && move.definition?.by === holderParty;
  const asBefore = isRemark(move) ? lastActOf(events) : undefined;
  const clock = run ?? (last && !changed ? last : await clockFor(given, dayOf(tx.now)));
  return {
    seq: (last?.seq ?? 0) + 1,
    action: move.action,
    step: move.step,
    fromState,
    toState: move.toState,
    pendingAction: asBefore ? asBefore.pendingAction : pending,
    holderId: holder?.id ?? null,
    holderRole: asBefore ? asBefore.holderRole : holder ? holderRoleOf(holder, signs) : null,
    accountId: actor.accountId,
    personName: actor.personName,
    institutionId: actor.institution.id,
    institutionName: actor.institution.name,
    opinion: opinion?.trim() || null,
    findings: check.findings,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    termDays: clock.termDays,
    stands: clock.stands ?? null,
    at: tx.now,
  };
}

/** A paper application that was entered late leaves whoever gets it so many working days at least: two people must act. */
const LEAST_AFTER_ENTRY = 2;

/**
 * A new term, or what was left of the one that stood still while the case was away for mending. The first term after an
 * application on paper counts from the day on which it was taken in. Windows in which terms stand still are not counted.
 */
async function clockFor(given: NextEvent, today: CivilDate): Promise<TermRun> {
  const { context, institutions, table, kind, calendar, standstills, events, move } = given;
  const { receivedOn, kind: kindCode } = context.theCase;
  const term = table.states[move.toState]?.term;
  if (!term) return { startedOn: today, dueOn: null, termDays: null };
  const startedOn = receivedOn && isFirstTerm(table, events) ? receivedOn : today;
  const about = { kind: kindCode, places: placesOf(institutions.values()) };
  const stands = standsFrom(standstills, about, startedOn);
  const counted = without(calendar, stands);
  const run = (from: CivilDate, dueOn: CivilDate, termDays: number | null): TermRun => {
    const least = startedOn < today ? counted.addWorkingDays(today, LEAST_AFTER_ENTRY) : dueOn;
    const last = dueOn < least ? least : dueOn;
    return { startedOn: from, dueOn: last, termDays, stands: standsWithin(stands, from, last) };
  };
  const stood = stoodStill(table, events, move.toState, calendar);
  const rest = stood && goesOn(stood, today, counted);
  if (rest) return run(rest.startedOn, rest.dueOn, rest.termDays);
  if ('workingDays' in term) {
    return run(startedOn, counted.addWorkingDays(startedOn, term.workingDays), term.workingDays);
  }
  const dueOn = await kind.dueOn(context, term.rule);
  const whole = stands.length > 0 ? Math.max(0, calendar.workingDaysBetween(startedOn, dueOn)) : 0;
  return run(startedOn, whole > 0 ? counted.addWorkingDays(startedOn, whole) : dueOn, null);
}

/** Does the case leave its start for the first time? */
const isFirstTerm = ({ start }: Workflow, events: readonly CaseEvent[]): boolean =>
  events.every(({ toState }) => toState === start);

const holderRoleOf = ({ kind }: Institution, forSignature: boolean): string =>
  `${kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL'}_${forSignature ? 'LEADER' : 'REGISTRAR'}`;
