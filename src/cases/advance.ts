/** 核办: the only thing that changes the state of a case: lock, rights, law, write, effect, trail, in one transaction. */
import { type Actor, asAuditActor, rankOf } from '../access/index.ts';
import { auditRows } from '../audit/record.store.ts';
import { type Institution, institutionsById } from '../authorities/index.ts';
import type { Transaction, Write } from '../db/transaction.ts';
import { type CivilDate, dayOf } from '../kernel/civil-date.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import { strictest } from '../policy/index.ts';
import { labelOf, type Move, moveOf, type Party, SPLIT, type Standing, type Workflow } from '../workflow/index.ts';
import {
  type CaseWithParties,
  caseRows,
  eventRows,
  getCase,
  getCaseWithParties,
  listEvents,
  updateCase,
  worklistWrites,
} from './case.store.ts';
import type { Case, CaseCheck, CaseContext, CaseEvent, CaseKind } from './case.ts';

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
}

/** What is taken out of a case. */
export interface Apart {
  /** The new case, and what the old one is from now on. */
  into: Case;
  rest: Pick<Case, 'title' | 'data'>;
  act: ActInput;
}

/** Joins the engine with the kinds of case that this installation knows. */
export function makeCaseEngine(kinds: Record<string, CaseKind>, calendar: WorkingCalendar): CaseEngine {
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
    const { one, events, institutions } = seen;
    const table = workflowOf(one);
    const kind = kindOf(one);
    const last = events.at(-1);
    const move = moveFor(table, tx, actor, one, events, input);
    const context = { tx, actor, theCase: one, school: institutions.get(one.schoolId)! };
    const check = await kind.check(context);
    kind.before?.({ ...context, action: move.action, check });
    refuseAgainstLaw(move, check, input.opinion);

    const event = await nextEvent({ context, institutions, table, kind, calendar, last, move, check, input });
    await tx.together(
      ...alongside,
      eventRows(one, [event]),
      ...worklistWrites(tx, one, event, check, institutions),
      auditRows(tx, asAuditActor(actor), [
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
    if (move.step === 'SIGNED' || move.step === 'DONE') {
      await kind.effects[move.toState]?.({ ...context, action: move.action, opinion: event.opinion });
    }
    return { event, workflow: table };
  };

  return {
    workflowOf,
    kindOf,
    open: async (tx, actor, one, input, ...alongside) => {
      const institutions = await institutionsById(tx, [one.schoolId, ...Object.values(one.parties)]);
      const opening = [caseRows(one, actor.accountId), ...alongside];
      return act(tx, actor, { one, events: [], institutions }, input, opening);
    },
    advance: async (tx, actor, caseId, input) => act(tx, actor, await lockSeen(tx, caseId, input), input, []),
    may: async (tx, actor, caseId, action) => {
      const one = await getCase(tx, caseId);
      const events = await listEvents(tx, caseId);
      try {
        moveFor(workflowOf(one), tx, actor, one, events, { action, opinion: action });
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
      const event = await nextEvent({ context, institutions, table, kind, calendar, last, move, check, input });
      await tx.together(eventRows(rest, [event]), ...worklistWrites(tx, rest, event, check, institutions));
      return advanced;
    },
  };
}

/** A case as an act finds it. */
interface Seen extends CaseWithParties {
  events: CaseEvent[];
}

/** The case, locked, with its events and who takes part. Refuses ALREADY_DECIDED where somebody acted since the caller looked. */
async function lockSeen(tx: Transaction, caseId: string, { seenSeq }: ActInput): Promise<Seen> {
  const found = await getCaseWithParties(tx, caseId, { lock: true });
  // Only now: whoever held the lock may have added one.
  const events = await listEvents(tx, caseId);
  const last = events.at(-1);
  if (last && seenSeq !== undefined && seenSeq !== last.seq) {
    throw refuse('ALREADY_DECIDED', { who: `${last.institutionName}${last.personName}`, at: timeOf(last.at) });
  }
  return { ...found, events };
}

/** The move that the actor's act makes on the case as it stands. */
function moveFor(
  table: Workflow,
  tx: Transaction,
  actor: Actor,
  one: Case,
  events: CaseEvent[],
  input: ActInput,
): Move {
  const rank = rankOf(actor.role);
  if (rank === 'TEACHER') throw refuse('NOT_ALLOWED', { what: labelOf(table, input.action) });
  return moveOf(table, standingOf(table, events, dayOf(tx.now)), {
    action: input.action,
    parties: partiesOf(one, actor),
    rank,
    accountId: actor.accountId,
    reason: input.opinion,
  });
}

/** The parties that the actor's institution is in the case. */
export const partiesOf = (one: Pick<Case, 'parties'>, actor: Actor): Party[] =>
  (Object.keys(one.parties) as Party[]).filter((party) => one.parties[party] === actor.institution.id);

/** Where the case stands, read from its events. */
export function standingOf(table: Workflow, events: readonly CaseEvent[], today: CivilDate): Standing {
  const last = events.at(-1);
  if (!last) return { state: table.start, pending: undefined, touched: false, overdue: false };
  const since = events.slice(events.findLastIndex(({ fromState, toState }) => fromState !== toState) + 1);
  return {
    state: last.toState,
    pending: last.pendingAction ? { action: last.pendingAction, proposedBy: last.accountId } : undefined,
    touched: since.some(({ institutionId, holderId }) => institutionId === holderId),
    overdue: last.dueOn !== null && last.dueOn < today,
  };
}

/** A MUST refusal stops what needs the law; a PRINCIPLE one asks for a written reason and lets it through. */
function refuseAgainstLaw({ definition, step }: Move, check: CaseCheck, opinion: string | undefined): void {
  if (!definition?.needsLaw) return;
  const verdict = strictest(check.findings);
  const first = check.findings.find((finding) => finding.verdict === verdict);
  if (verdict === 'REFUSE') throw refuse('LAW_REFUSES', { sentence: `${first!.sentence}（${first!.chip}）` });
  if (verdict === 'DISCRETIONARY' && step !== 'SIGNED' && !opinion?.trim()) {
    throw refuse('REASON_NEEDED', { action: `${definition.label}（${first!.sentence}）` });
  }
}

interface NextEvent {
  context: CaseContext;
  institutions: Seen['institutions'];
  table: Workflow;
  kind: CaseKind;
  calendar: WorkingCalendar;
  last: CaseEvent | undefined;
  move: Move;
  check: CaseCheck;
  input: ActInput;
}

async function nextEvent(given: NextEvent): Promise<CaseEvent> {
  const { context, institutions, table, last, move, check, input } = given;
  const { tx, actor, theCase: one } = context;
  const today = dayOf(tx.now);
  const fromState = last?.toState ?? table.start;
  const changed = fromState !== move.toState || !last;
  const holderParty = table.states[move.toState]?.holder;
  const holder = institutions.get((holderParty && one.parties[holderParty]) ?? '');
  const pending = move.step === 'PROPOSED' ? move.action : null;
  const clock = changed ? await clockFor(given, today) : last;
  return {
    seq: (last?.seq ?? 0) + 1,
    action: move.action,
    step: move.step,
    fromState,
    toState: move.toState,
    pendingAction: pending,
    holderId: holder?.id ?? null,
    holderRole: holder ? holderRoleOf(holder, pending !== null) : null,
    accountId: actor.accountId,
    personName: actor.personName,
    institutionId: actor.institution.id,
    institutionName: actor.institution.name,
    opinion: input.opinion?.trim() || null,
    findings: check.findings,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    termDays: clock.termDays,
    at: tx.now,
  };
}

async function clockFor({ context, table, kind, calendar, move }: NextEvent, today: CivilDate) {
  const term = table.states[move.toState]?.term;
  if (!term) return { startedOn: today, dueOn: null, termDays: null };
  if ('workingDays' in term) {
    const dueOn = calendar.addWorkingDays(today, term.workingDays);
    return { startedOn: today, dueOn, termDays: term.workingDays };
  }
  const dueOn = await kind.dueOn(context, term.rule);
  return { startedOn: today, dueOn, termDays: null };
}

const holderRoleOf = ({ kind }: Institution, forSignature: boolean): string =>
  `${kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL'}_${forSignature ? 'LEADER' : 'REGISTRAR'}`;

/** 9月17日10:42, as papers write it. */
const timeOf = (at: Date): string =>
  at
    .toLocaleString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    })
    .replaceAll(' ', '');
