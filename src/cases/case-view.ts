/** 办件详情: a case as the person in front of it may see it and act on it. */
import type { Actor } from '../access/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import { byVerdict } from '../policy/index.ts';
import { labelOf, stepsFrom, type Workflow } from '../workflow/index.ts';
import { getCaseWithParties, listEvents } from './case.store.ts';
import type { CaseCheck, CaseEvent } from './case.ts';
import type { CaseView } from './cases.api.ts';
import { actionsFor } from './engine/actions.ts';
import type { CaseEngine } from './engine/advance.ts';
import { clockOf, stoodStill } from './engine/clock.ts';
import { viewOffline } from './engine/offline/view-offline.ts';
import { checkMayRead, findSuperior, lastActOf, partiesNow } from './engine/standing.ts';
import { without } from './engine/standstill/stands.ts';
import { trackOf } from './track/track.ts';

/** Everything the case page shows. Refuses NOT_FOUND outside the reader's scope. */
export async function viewCase(
  tx: Transaction,
  actor: Actor,
  engine: CaseEngine,
  calendar: WorkingCalendar,
  caseId: string,
): Promise<CaseView> {
  const { one, institutions } = await getCaseWithParties(tx, caseId);
  checkMayRead(actor, one);
  const table = engine.workflowOf(one);
  const events = await listEvents(tx, caseId);
  const last = events.at(-1)!;
  const lastAct = lastActOf(events)!;
  const today = dayOf(tx.now);
  const ended = table.ends.includes(last.toState);
  const names = new Map([...institutions].map(([id, { name }]) => [id, name]));
  const school = institutions.get(one.schoolId)!;
  const check = ended ? asDecided(last) : await engine.kindOf(one).check({ tx, actor, theCase: one, school });
  const { red, amber, green } = check;
  const holder = ended ? undefined : institutions.get(last.holderId ?? '');
  const parties = await partiesNow(tx, one, actor, holder);
  const superior = holder && last.dueOn && last.dueOn < today ? await findSuperior(tx, holder) : undefined;
  const isForced = Object.values(stepsFrom(table, last.toState)).some(({ forced }) => forced);
  const forcing = superior && isForced ? engine.forcingBy(superior, holder!, last, today) : undefined;
  const pendingBy = lastAct.pendingAction ? lastAct : undefined;
  const isSuperior = parties.includes('superior');
  return {
    id: one.id,
    number: one.number,
    kind: one.kind,
    kindTitle: table.title,
    title: one.title,
    subjectId: one.subjectId,
    schoolName: names.get(one.schoolId) ?? '',
    openedAt: one.openedAt.toISOString(),
    lawDay: one.lawDay,
    state: last.toState,
    stateWords: table.states[last.toState]!.words,
    tone: toneOf(table, last.toState),
    seq: last.seq,
    clock: ended ? null : clockView(calendar, last, today),
    track: trackOf(table, one, events, names, actor.institution.id, calendar),
    // Whoever could force the step is shown the law of forcing as well.
    findings: isSuperior && forcing ? [...forcing.findings, ...check.findings].sort(byVerdict) : check.findings,
    counts: { red, amber, green },
    pending: pendingBy
      ? {
          action: pendingBy.pendingAction!,
          label: labelOf(table, pendingBy.pendingAction!, pendingBy.toState),
          by: pendingBy.personName,
        }
      : null,
    offline: await viewOffline(tx, one, actor),
    superior: superior
      ? { name: superior.name, mayForce: forcing !== undefined && !forcing.against, isSuperior }
      : null,
    actions: ended
      ? []
      : actionsFor(table, events, {
          actor,
          parties,
          check,
          forcing,
          today,
          stop: (action) => engine.stopFor({ one, events, institutions }, action, today),
        }),
    events: events.map((event, at) => ({
      seq: event.seq,
      label: labelOf(table, event.action, event.fromState),
      step: event.step,
      stateWords: table.states[event.toState]?.words ?? event.toState,
      personName: event.personName,
      institutionName: event.institutionName,
      opinion: event.opinion,
      at: event.at.toISOString(),
      offline: event.seq === 1 && one.receivedOn ? `脱机受理，实际受理日${one.receivedOn}` : null,
      clock: clockChange(table, events.slice(0, at + 1), calendar),
    })),
    data: one.data,
  };
}

/** An ended case shows the law as it was decided by, not as it stands now. */
function asDecided({ findings }: CaseEvent): CaseCheck {
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    findings,
    red: count('REFUSE'),
    amber: count('DISCRETIONARY'),
    green: count('ALLOW'),
    unsound: 0,
    note: null,
  };
}

/** 时限暂停、恢复: what an act did to a term. */
function clockChange(
  table: Workflow,
  until: readonly CaseEvent[],
  calendar: WorkingCalendar,
): CaseView['events'][number]['clock'] {
  const { fromState, toState } = until.at(-1)!;
  if (fromState === toState) return null;
  const stopped = table.states[toState]?.pausesClock && stoodStill(table, until, fromState, calendar);
  if (stopped) return { change: 'STOPPED', daysLeft: stopped.daysLeft };
  const before = stoodStill(table, until.slice(0, -1), toState, calendar);
  return before ? { change: 'GOES_ON', daysLeft: before.daysLeft } : null;
}

/** The badge of a case's running term. */
export function clockView(
  calendar: WorkingCalendar,
  { startedOn, dueOn, termDays, stands }: Pick<CaseEvent, 'startedOn' | 'dueOn' | 'termDays' | 'stands'>,
  today: CaseEvent['startedOn'],
): CaseView['clock'] {
  const clock = dueOn ? clockOf(calendar, { startedOn, dueOn, termDays, stands: stands ?? null }, today) : undefined;
  if (!clock || !dueOn) return null;
  const [from, to] = today <= dueOn ? [today, dueOn] : [dueOn, today];
  const odd = without(calendar, stands).oddDaysBetween(from, to);
  return { ...clock, oddDays: odd, ...(stands ? { stands: stands.map((stand) => ({ ...stand })) } : {}) };
}

/** The shape and colour of a state. */
export function toneOf(table: Workflow, state: string): CaseView['tone'] {
  const { tone, holder } = table.states[state]!;
  if (tone === 'DONE') return 'DONE';
  if (tone === 'REFUSED') return 'REFUSED';
  // A case that somebody holds is in process; withdrawn, it is no more than the draft it was.
  return state === table.start || !holder ? 'DRAFT' : 'PROCESS';
}
