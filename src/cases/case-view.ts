/** 办件详情: a case as the person in front of it may see it and act on it. */
import { type Actor, rankOf } from '../access/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import { strictest } from '../policy/index.ts';
import { labelOf, RETRACT, SEND_BACK, stepsFrom, type Workflow } from '../workflow/index.ts';
import { getCaseWithParties, listEvents } from './case.store.ts';
import type { Case, CaseCheck, CaseEvent } from './case.ts';
import type { CaseView } from './cases.api.ts';
import type { CaseEngine } from './engine/advance.ts';
import { clockOf } from './engine/clock.ts';
import { partiesOf, standingOf } from './engine/standing.ts';
import { trackOf } from './track.ts';

/** Everything the case page shows. Refuses NOT_FOUND outside the reader's scope. */
export async function viewCase(
  tx: Transaction,
  actor: Actor,
  engine: CaseEngine,
  calendar: WorkingCalendar,
  caseId: string,
): Promise<CaseView> {
  const { one, institutions } = await getCaseWithParties(tx, caseId);
  const table = engine.workflowOf(one);
  const events = await listEvents(tx, caseId);
  const last = events.at(-1)!;
  const today = dayOf(tx.now);
  const ended = table.ends.includes(last.toState);
  const names = new Map([...institutions].map(([id, { name }]) => [id, name]));
  const school = institutions.get(one.schoolId)!;
  const check = ended ? asDecided(last) : await engine.kindOf(one).check({ tx, actor, theCase: one, school });
  const { red, amber, green } = check;
  const pendingBy = last.pendingAction ? last : undefined;
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
    findings: check.findings,
    counts: { red, amber, green },
    pending: pendingBy
      ? { action: last.pendingAction!, label: labelOf(table, last.pendingAction!), by: last.personName }
      : null,
    actions: ended ? [] : actionsFor(table, one, events, actor, check, today),
    events: events.map((event) => ({
      seq: event.seq,
      label: labelOf(table, event.action),
      step: event.step,
      stateWords: table.states[event.toState]?.words ?? event.toState,
      personName: event.personName,
      institutionName: event.institutionName,
      opinion: event.opinion,
      at: event.at.toISOString(),
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

/** The badge of a case's running term. */
export function clockView(
  calendar: WorkingCalendar,
  { startedOn, dueOn, termDays }: Pick<CaseEvent, 'startedOn' | 'dueOn' | 'termDays'>,
  today: CaseEvent['startedOn'],
): CaseView['clock'] {
  const clock = dueOn ? clockOf(calendar, { startedOn, dueOn, termDays }, today) : undefined;
  if (!clock || !dueOn) return null;
  const [from, to] = today <= dueOn ? [today, dueOn] : [dueOn, today];
  return { ...clock, oddDays: calendar.oddDaysBetween(from, to) };
}

function toneOf(table: Workflow, state: string): CaseView['tone'] {
  const { tone, holder } = table.states[state]!;
  if (tone === 'DONE') return 'DONE';
  if (tone === 'REFUSED') return 'REFUSED';
  // A case that somebody holds is in process; withdrawn, it is no more than the draft it was.
  return state === table.start || !holder ? 'DRAFT' : 'PROCESS';
}

function actionsFor(
  table: Workflow,
  one: Case,
  events: CaseEvent[],
  actor: Actor,
  check: CaseCheck,
  today: CaseEvent['startedOn'],
): CaseView['actions'] {
  const rank = rankOf(actor.role);
  const parties = partiesOf(one, actor);
  if (rank === 'TEACHER' || parties.length === 0) return [];
  const { state, pending, touched, overdue } = standingOf(table, events, today);
  const verdict = strictest(check.findings);
  const refusal = verdict === 'REFUSE' ? check.findings.find((finding) => finding.verdict === 'REFUSE') : null;
  const actions: CaseView['actions'] = [];
  for (const [action, step] of Object.entries(stepsFrom(table, state))) {
    if (!parties.includes(step.by) || (step.onlyUntouched && touched) || (step.onlyWhenOverdue && !overdue)) continue;
    const isSignature = step.twoPeople === true && pending?.action === action;
    if (step.twoPeople && (pending ? !isSignature || rank !== 'LEADER' : rank !== 'REGISTRAR')) continue;
    if (!step.twoPeople && pending && step.by === table.states[state]?.holder) continue;
    if (!step.twoPeople && rank === 'LEADER' && step.by !== 'school') continue;
    actions.push({
      action,
      label: isSignature ? `签署“${step.label}”` : step.label,
      // What the law leaves to judgement is let through for a written reason: whoever proposes gives it.
      reasonRequired:
        step.reason === 'required' || (step.needsLaw === true && !isSignature && verdict === 'DISCRETIONARY'),
      step: isSignature ? 'SIGN' : step.twoPeople ? 'PROPOSE' : 'ACT',
      lockedBecause: step.needsLaw && refusal ? refusal.sentence : null,
      tone: step.needsLaw || action === 'SUBMIT' ? 'PRIMARY' : action === 'REFUSE' ? 'DANGER' : 'DEFAULT',
    });
  }
  const holds = parties.includes(table.states[state]?.holder ?? 'superior');
  if (pending && holds && rank === 'LEADER') actions.unshift(answer(SEND_BACK, '退回经办', 'SEND_BACK', true));
  if (pending?.proposedBy === actor.accountId) actions.push(answer(RETRACT, '撤回', 'RETRACT', false));
  return actions;
}

const answer = (action: string, label: string, step: 'SEND_BACK' | 'RETRACT', reasonRequired: boolean) => ({
  action,
  label,
  step,
  reasonRequired,
  lockedBecause: null,
  tone: 'DEFAULT' as const,
});
