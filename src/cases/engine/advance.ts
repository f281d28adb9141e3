/** 核办: the only thing that changes the state of a case: lock, rights, law, write, effect, trail, in one transaction. */
import { type Actor, asAuditActor, SYSTEM_ACTOR } from '../../access/index.ts';
import { auditRows } from '../../audit/record.store.ts';
import { type Institution, institutionLevelOf, institutionsById } from '../../authorities/index.ts';
import type { Transaction, Write } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import type { Law } from '../../policy/index.ts';
import { LAPSE, labelOf, type Move, REDATE, SPLIT, stepsFrom, type Workflow } from '../../workflow/index.ts';
import { caseRows, eventRows, getCaseWithParties, listEvents, updateCase, worklistWrites } from '../case.store.ts';
import type { Case, CaseEvent, CaseKind } from '../case.ts';
import { claimStudent, releaseStudent } from '../open-case.store.ts';
import { type TermRun, warnOn } from './clock.ts';
import { type Forcing, forcingOf } from './forcing.ts';
import { nextEvent } from './next-event.ts';
import { type Consenting, consentTo } from './offline/consent.ts';
import { type OfflineAsked, refuseUnproven, takenInOffline } from './offline/offline.ts';
import { type Given, lockSeen, type Remark, refuseAgainstLaw, type Seen, SYSTEM, stepOf } from './seen.ts';
import { lastActOf, moveFor, partiesNow, partiesOf, remindedOn, standingOf } from './standing.ts';
import { redatedRun } from './standstill/redate.ts';
import {
  NO_STANDSTILLS,
  placesOf,
  type Standstill,
  type Standstills,
  standstillRefusal,
} from './standstill/standstill.ts';
import { stopAgainst } from './standstill/stop-against.ts';
import { tellChange } from './tell-change.ts';

export interface CaseEngine {
  /** Opens a case in its start state and makes its first act; `alongside` is written with it. */
  open(tx: Transaction, actor: Actor, one: Case, act: ActInput, ...alongside: readonly Write[]): Promise<Advanced>;
  /** Makes one act on a case. Refuses with the code and sentence of whatever stands against it. */
  advance(tx: Transaction, actor: Actor, caseId: string, act: ActInput): Promise<Advanced>;
  /** Would this act be the actor's to make now, as far as rights, order and time go? */
  may(tx: Transaction, actor: Actor, caseId: string, action: string): Promise<boolean>;
  /**
   * Takes part of a case out into one of its own, which has the same history and then makes the act; the rest stays where
   * it is, and says so. What belongs to which of the two is the caller's to have settled before.
   */
  split(tx: Transaction, actor: Actor, caseId: string, apart: Apart): Promise<Advanced>;
  /** 系统撤回: takes a case that lies unmended to the end that its table names; undefined where somebody has begun on it. */
  lapse(tx: Transaction, caseId: string, opinion: string): Promise<Advanced | undefined>;
  /** The states in which a case may lie too long. */
  lapsingStates(): { workflow: string; state: string }[];
  /** 脱机受理的意见: what the supervising authority says to a paper application. Refuses NOT_ALLOWED to anybody else. */
  consent(tx: Transaction, actor: Actor, caseId: string, consenting: Consenting): Promise<void>;
  /** 时限顺延: counts a running term anew by the windows of its places; false where that moves nothing. */
  redate(tx: Transaction, caseId: string): Promise<boolean>;
  /** The window that stands against an act on the case as it now is; undefined where none does. */
  stopFor(
    seen: Pick<Seen, 'one' | 'events' | 'institutions'>,
    action: string,
    today: CivilDate,
  ): Standstill | undefined;
  /** What the law says of a superior that would force the step of a holder. */
  forcingBy(superior: Institution, holder: Institution, term: TermRun, today: CivilDate): Forcing;
  workflowOf(one: Pick<Case, 'workflow'>): Workflow;
  kindOf(one: Pick<Case, 'kind'>): CaseKind;
}

/** What an act did, and the table that says what that means. */
export interface Advanced {
  event: CaseEvent;
  workflow: Workflow;
}

export interface ActInput {
  action: string;
  /** 意见 or 理由. */
  opinion?: string | undefined;
  /** The last event the person saw; a later one means somebody was quicker. */
  seenSeq?: number | undefined;
  /** 脱机受理: only where a case is opened. */
  offline?: OfflineAsked | undefined;
}

/** What is taken out of a case. */
export interface Apart {
  /** The new case, and what the old one is from now on. */
  into: Case;
  rest: Pick<Case, 'title' | 'data'>;
  act: ActInput;
}

/** Joins the engine with the kinds of case that this installation knows. */
export function makeCaseEngine(
  kinds: Record<string, CaseKind>,
  calendar: WorkingCalendar,
  law: Law,
  standstills: Standstills = NO_STANDSTILLS,
): CaseEngine {
  const workflowOf = ({ workflow: id }: Pick<Case, 'workflow'>): Workflow => {
    const found = Object.values(kinds)
      .flatMap(({ workflows }) => workflows)
      .find((one) => one.id === id);
    if (!found) throw new Error(`no workflow ${id}`);
    return found;
  };
  const kindOf = ({ kind }: Pick<Case, 'kind'>): CaseKind => {
    const found = kinds[kind];
    if (!found) throw new Error(`no kind of case ${kind}`);
    return found;
  };

  const act = async (tx: Transaction, actor: Actor, seen: Seen, input: ActInput, alongside: readonly Write[]) => {
    const { one, institutions } = seen;
    const kind = kindOf(one);
    const { move, forcing } = await allowed(tx, actor, seen, input);
    const window = stopFor(seen, input.action, dayOf(tx.now));
    if (window) throw standstillRefusal(window, { opens: seen.events.length === 0 });
    await refuseUnproven(tx, one, atStep(seen, input.action));
    const context = { tx, actor, theCase: one, school: institutions.get(one.schoolId)! };
    const check = await kind.check(context);
    if (move.step !== 'REMINDED') kind.before?.({ ...context, action: move.action, check });
    refuseAgainstLaw(move, check, input.opinion);
    const told = forcing ? { ...check, findings: [...forcing.findings, ...check.findings] } : check;

    return write(tx, { ...seen, context, move, check, told, opinion: input.opinion, alongside });
  };

  /** Writes what a move makes, with its trail, and lets it take effect. */
  const write = async (tx: Transaction, given: Given): Promise<Advanced> => {
    const { one, events, institutions, context, move, check, told, opinion, alongside, run } = given;
    const table = workflowOf(one);
    const kind = kindOf(one);
    const event = await nextEvent({
      ...{ context, institutions, table, kind, calendar, standstills, events, move, check: told, opinion, run },
    });
    const ends = one.subjectKind === 'STUDENT' && table.ends.includes(event.toState);
    await tx.together(
      ...alongside,
      ...(ends ? [releaseStudent(tx, one)] : []),
      eventRows(one, [event]),
      ...worklistWrites(tx, one, event, check, institutions, flagsOf([...events, event])),
      auditRows(tx, context.actor === SYSTEM ? SYSTEM_ACTOR : asAuditActor(context.actor), [
        {
          action: `CASE_${move.step}`,
          subjectKind: 'CASE',
          subjectId: one.id,
          path: one.path,
          reason: event.opinion ?? undefined,
          detail: { number: one.number, kind: one.kind, action: move.action, from: event.fromState, to: event.toState },
        },
      ]),
    );
    tellChange(tx, one, table, event, move);
    if (move.step === 'SIGNED' || move.step === 'DONE' || move.step === 'LAPSED') {
      await kind.effects[move.toState]?.({ ...context, action: move.action, opinion: event.opinion });
    }
    return { event, workflow: table };
  };

  /** The act as far as rights, order and time go, and what the law of forcing says where it forces. */
  const allowed = async (tx: Transaction, actor: Actor, { one, events, institutions }: Seen, input: ActInput) => {
    const table = workflowOf(one);
    const last = lastActOf(events);
    const holder = institutions.get(last?.holderId ?? '');
    const today = dayOf(tx.now);
    // Only what the parties themselves may not do is worth asking who stands above the holder.
    const mine = partiesOf(one, actor);
    const by = stepsFrom(table, last?.toState ?? table.start)[input.action]?.by;
    const parties = by && mine.includes(by) ? mine : await partiesNow(tx, one, actor, holder);
    const move = moveFor(table, { actor, parties, events, today }, input);
    if (!move.definition?.forced || !last || !holder) return { move, forcing: undefined };
    const forcing = forcingOf(law, calendar, {
      ...{ holder, term: events.at(-1)!, level: actor.institution.level, today },
    });
    if (forcing.against) throw refuse('LAW_REFUSES', { sentence: forcing.against });
    return { move, forcing };
  };

  /** What lists show of the running term. */
  const flagsOf = (events: readonly CaseEvent[]) => ({
    warnOn: warnOn(calendar, events.at(-1)!),
    remindedOn: remindedOn(events),
  });

  const atStep = (seen: Pick<Seen, 'one' | 'events'>, action: string) => stepOf(workflowOf(seen.one), seen, action);
  const stopFor: CaseEngine['stopFor'] = (seen, action, today) =>
    stopAgainst(standstills, seen, atStep(seen, action), today);

  /** Writes a remark into the course of a case, which stays where it is. */
  const remark = async (tx: Transaction, actor: Actor, seen: Seen, text: Remark) => {
    const { one, events, institutions } = seen;
    const context = { tx, actor, theCase: one, school: institutions.get(one.schoolId)! };
    const check = await kindOf(one).check(context);
    const { toState } = events.at(-1)!;
    const move: Move = { step: text.step, action: text.action, toState, definition: undefined };
    await write(tx, {
      ...seen,
      context,
      move,
      check,
      told: check,
      opinion: text.opinion,
      alongside: [],
      run: text.run,
    });
  };

  return {
    workflowOf,
    kindOf,
    stopFor,
    consent: async (tx, actor, caseId, consenting) => {
      const seen = await lockSeen(tx, caseId, {});
      const { one, action } = await consentTo(tx, actor, seen, consenting);
      await remark(tx, actor, { ...seen, one }, { step: 'CONSENTED', action, opinion: consenting.reason });
    },
    redate: async (tx, caseId) => {
      const seen = await lockSeen(tx, caseId, {});
      const run = redatedRun(calendar, standstills, seen, dayOf(tx.now));
      if (run) await remark(tx, SYSTEM, seen, { step: 'REDATED', action: REDATE, opinion: run.words, run: run.term });
      return run !== undefined;
    },
    lapse: async (tx, caseId, opinion) => {
      const seen = await lockSeen(tx, caseId, {});
      const { one, events, institutions } = seen;
      const table = workflowOf(one);
      const { state, touched } = standingOf(table, events, dayOf(tx.now));
      const toState = table.states[state]?.lapsesTo;
      if (toState === undefined || touched) return undefined;
      const context = { tx, actor: SYSTEM, theCase: one, school: institutions.get(one.schoolId)! };
      const check = await kindOf(one).check(context);
      const move: Move = { step: 'LAPSED', action: LAPSE, toState, definition: undefined };
      return write(tx, { ...seen, context, move, check, told: check, opinion, alongside: [] });
    },
    lapsingStates: () =>
      Object.values(kinds).flatMap(({ workflows }) =>
        workflows.flatMap(({ id, states }) =>
          Object.entries(states).flatMap(([state, { lapsesTo }]) => (lapsesTo ? [{ workflow: id, state }] : [])),
        ),
      ),
    forcingBy: (superior, holder, term, today) =>
      forcingOf(law, calendar, { holder, term, level: institutionLevelOf(superior), today }),
    open: async (tx, actor, one, input, ...alongside) => {
      if (one.subjectKind === 'STUDENT') {
        await claimStudent(tx, calendar, one, (workflow) => workflowOf({ workflow }).title);
      }
      const institutions = await institutionsById(tx, [one.schoolId, ...Object.values(one.parties)]);
      const opened = input.offline
        ? await takenInOffline(tx, standstills, placesOf(institutions.values()), one, input.offline)
        : one;
      const opening = [caseRows(opened, actor.accountId), ...alongside];
      return act(tx, actor, { one: opened, events: [], institutions }, input, opening);
    },
    advance: async (tx, actor, caseId, input) => act(tx, actor, await lockSeen(tx, caseId, input), input, []),
    may: async (tx, actor, caseId, action) => {
      const seen = { ...(await getCaseWithParties(tx, caseId)), events: await listEvents(tx, caseId) };
      try {
        await allowed(tx, actor, seen, { action, opinion: action });
        return true;
      } catch (error) {
        if (error instanceof Refusal) return false;
        throw error;
      }
    },
    split: async (tx, actor, caseId, { into, rest: left, act: input }) => {
      const seen = await lockSeen(tx, caseId, input);
      const { one, events, institutions } = seen;
      const table = workflowOf(one);
      const last = events.at(-1)!;
      if (last.pendingAction) {
        const state = `${table.states[last.toState]?.words ?? last.toState}，经办意见待签署`;
        throw refuse('STEP_NOT_ALLOWED', { state, action: labelOf(table, SPLIT) });
      }
      const history = [caseRows(into, actor.accountId), eventRows(into, events)];
      const advanced = await act(tx, actor, { ...seen, one: into }, input, history);
      await updateCase(tx, caseId, left);
      const rest = { ...one, ...left };
      const kind = kindOf(rest);
      const context = { tx, actor, theCase: rest, school: institutions.get(one.schoolId)! };
      const check = await kind.check(context);
      const move: Move = { step: 'DONE', action: SPLIT, toState: last.toState, definition: undefined };
      const { opinion } = input;
      const event = await nextEvent({
        ...{ context, institutions, table, kind, calendar, standstills, events, move, check, opinion },
      });
      const flags = flagsOf([...events, event]);
      await tx.together(eventRows(rest, [event]), ...worklistWrites(tx, rest, event, check, institutions, flags));
      tellChange(tx, rest, table, event, move);
      return advanced;
    },
  };
}
