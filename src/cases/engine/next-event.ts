/** 下一步: the event that a move makes, with the clock that it starts, stops or lets run on. */
import type { Institution } from '../../authorities/index.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import type { Move, Workflow } from '../../workflow/index.ts';
import type { CaseCheck, CaseContext, CaseEvent, CaseKind } from '../case.ts';
import { goesOn, stoodStill, type TermRun } from './clock.ts';

export interface NextEvent {
  context: CaseContext;
  institutions: ReadonlyMap<string, Institution>;
  table: Workflow;
  kind: CaseKind;
  calendar: WorkingCalendar;
  events: readonly CaseEvent[];
  move: Move;
  check: CaseCheck;
  opinion: string | undefined;
}

/** The event; nothing is written. */
export async function nextEvent(given: NextEvent): Promise<CaseEvent> {
  const { context, institutions, table, events, move, check, opinion } = given;
  const { tx, actor, theCase: one } = context;
  const last = events.at(-1);
  const fromState = last?.toState ?? table.start;
  const changed = fromState !== move.toState || !last;
  const holderParty = table.states[move.toState]?.holder;
  const holder = institutions.get((holderParty && one.parties[holderParty]) ?? '');
  const pending = move.step === 'PROPOSED' ? move.action : null;
  // Somebody else's proposal does not hand the case to the holder's leader.
  const signs = pending !== null && move.definition?.by === holderParty;
  const asBefore = move.step === 'REMINDED' && last;
  const clock = changed ? await clockFor(given, dayOf(tx.now)) : last;
  return {
    seq: (last?.seq ?? 0) + 1,
    action: move.action,
    step: move.step,
    fromState,
    toState: move.toState,
    pendingAction: asBefore ? last.pendingAction : pending,
    holderId: holder?.id ?? null,
    holderRole: asBefore ? last.holderRole : holder ? holderRoleOf(holder, signs) : null,
    accountId: actor.accountId,
    personName: actor.personName,
    institutionId: actor.institution.id,
    institutionName: actor.institution.name,
    opinion: opinion?.trim() || null,
    findings: check.findings,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    termDays: clock.termDays,
    at: tx.now,
  };
}

/** A new term, or what was left of the one that stood still while the case was away for mending. */
async function clockFor(given: NextEvent, today: CivilDate): Promise<TermRun> {
  const { context, table, kind, calendar, events, move } = given;
  const term = table.states[move.toState]?.term;
  if (!term) return { startedOn: today, dueOn: null, termDays: null };
  const stood = stoodStill(table, events, move.toState, calendar);
  const rest = stood && goesOn(stood, today, calendar);
  if (rest) return rest;
  if ('workingDays' in term) {
    const dueOn = calendar.addWorkingDays(today, term.workingDays);
    return { startedOn: today, dueOn, termDays: term.workingDays };
  }
  return { startedOn: today, dueOn: await kind.dueOn(context, term.rule), termDays: null };
}

const holderRoleOf = ({ kind }: Institution, forSignature: boolean): string =>
  `${kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL'}_${forSignature ? 'LEADER' : 'REGISTRAR'}`;
