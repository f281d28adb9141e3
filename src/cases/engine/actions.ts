/** 可办事项: the buttons of a case, for whoever looks at it: what they promise is what the server will do. */
import { type Actor, rankOf } from '../../access/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { strictest } from '../../policy/index.ts';
import {
  labelOf,
  type Party,
  pendingPartyOf,
  REMIND,
  RETRACT,
  SEND_BACK,
  stepsFrom,
  type Workflow,
} from '../../workflow/index.ts';
import type { CaseCheck, CaseEvent } from '../case.ts';
import type { CaseView } from '../cases.api.ts';
import type { Forcing } from './forcing.ts';
import { remindedOn, standingOf } from './standing.ts';
import { type Standstill, standstillLock } from './standstill/standstill.ts';

export interface Looking {
  actor: Actor;
  /** The parties that the reader is, the superior of the holder included. */
  parties: readonly Party[];
  check: CaseCheck;
  /** What the law says of forcing, where the reader could do it. */
  forcing: Forcing | undefined;
  today: CivilDate;
  /** The window that stands against an act now. */
  stop: (action: string) => Standstill | undefined;
}

type Action = CaseView['actions'][number];

/** The acts open to the reader, in the order of the table. */
export function actionsFor(table: Workflow, events: readonly CaseEvent[], looking: Looking): Action[] {
  const { actor, parties, check, forcing, today, stop } = looking;
  const rank = rankOf(actor.role);
  if (rank === 'TEACHER' || parties.length === 0) return [];
  const standing = standingOf(table, events, today);
  const { state, pending, touched, overdue } = standing;
  const proposer = pendingPartyOf(table, standing);
  const verdict = strictest(check.findings);
  const refusal = check.findings.find((finding) => finding.verdict === 'REFUSE');
  const actions: Action[] = [];
  for (const [action, step] of Object.entries(stepsFrom(table, state))) {
    if (!parties.includes(step.by) || (step.onlyUntouched && touched) || (step.onlyWhenOverdue && !overdue)) continue;
    const waits = step.forced && proposer !== step.by ? undefined : pending;
    const isSignature = step.twoPeople === true && waits?.action === action;
    if (step.twoPeople && (waits ? !isSignature || rank !== 'LEADER' : rank !== 'REGISTRAR')) continue;
    if (!step.twoPeople && waits && step.by === table.states[state]?.holder) continue;
    if (!step.twoPeople && rank === 'LEADER' && step.by !== 'school') continue;
    const window = stop(action);
    const against = step.needsLaw ? (refusal?.sentence ?? null) : null;
    actions.push({
      action,
      label: isSignature ? `签署“${step.label}”` : step.label,
      // What the law leaves to judgement is let through for a written reason: whoever proposes gives it.
      reasonRequired:
        step.reason === 'required' || (step.needsLaw === true && !isSignature && verdict === 'DISCRETIONARY'),
      step: isSignature ? 'SIGN' : step.twoPeople ? 'PROPOSE' : 'ACT',
      lockedBecause: (window && standstillLock(window)) ?? (step.forced ? forcing?.against : undefined) ?? against,
      tone: toneOf(action, step.forced === true, step.needsLaw === true),
    });
  }
  if (pending && proposer && parties.includes(proposer) && rank === 'LEADER') {
    actions.unshift(answer(SEND_BACK, '退回经办', 'SEND_BACK', true));
  }
  if (pending?.proposedBy === actor.accountId) actions.push(answer(RETRACT, '撤回', 'RETRACT', false));
  if (parties.includes('superior') && overdue && remindedOn(events) !== today) {
    actions.unshift(answer(REMIND, labelOf(table, REMIND), 'ACT', false));
  }
  return actions;
}

const toneOf = (action: string, forced: boolean, needsLaw: boolean): Action['tone'] =>
  forced || action === 'REFUSE' ? 'DANGER' : needsLaw || action === 'SUBMIT' ? 'PRIMARY' : 'DEFAULT';

const answer = (action: string, label: string, step: Action['step'], reasonRequired: boolean): Action => ({
  action,
  label,
  step,
  reasonRequired,
  lockedBecause: null,
  tone: 'DEFAULT',
});
