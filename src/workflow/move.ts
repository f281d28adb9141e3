/** 推进: which move an act makes, worked out without looking at anything but the table and the last event. */
import { refuse } from '../kernel/refusal.ts';
import { type Party, type Step, stepsFrom, type Workflow } from './workflow.ts';

/** Where a case stands: its state, and the act that waits for a signature. */
export interface Standing {
  state: string;
  pending: { action: string; proposedBy: string } | undefined;
  /** Has anybody of the holding party acted since the case came to it? */
  touched: boolean;
  overdue: boolean;
}

export interface Act {
  action: string;
  /** The parties that the actor's institution is in this case. */
  parties: readonly Party[];
  rank: 'REGISTRAR' | 'LEADER';
  accountId: string;
  reason: string | undefined;
}

/**
 * PROPOSED waits for the second person; SENT_BACK and RETRACTED take a proposal away; REMINDED, REDATED and CONSENTED
 * leave all as it is; LAPSED is the system's own; the others change the state.
 */
export interface Move {
  step: 'DONE' | 'PROPOSED' | 'SIGNED' | 'SENT_BACK' | 'RETRACTED' | 'REMINDED' | 'LAPSED' | 'REDATED' | 'CONSENTED';
  action: string;
  toState: string;
  definition: Step<string> | undefined;
}

/** 退回经办 and 撤回: the two answers to a proposal that every two-person step has. */
export const SEND_BACK = 'SEND_BACK';
export const RETRACT = 'RETRACT';
/** 部分退回: some of the children of a case go back to the school in a case of their own, the others stay. */
export const SPLIT = 'SPLIT';
/** 催办: the superior presses a holder whose term has passed. */
export const REMIND = 'REMIND';
/** 系统撤回: what nobody mended in the time that the place gives. */
export const LAPSE = 'LAPSE';
/** 时限顺延: a window of the place moves the last day of a running term. */
export const REDATE = 'REDATE';
/** 脱机受理的意见: the authority agrees, or not, that a paper application counts from its own day. */
export const CONSENT = 'CONSENT';
export const OBJECT = 'OBJECT';

/** The move that an act makes. Refuses: STEP_NOT_ALLOWED, NOT_ALLOWED, REASON_NEEDED, SAME_PERSON. */
export function moveOf(table: Workflow, standing: Standing, act: Act): Move {
  const { state } = standing;
  if (act.action === REMIND) return reminderTo(table, standing, act);
  if (standing.pending && (act.action === SEND_BACK || act.action === RETRACT)) return answerTo(table, standing, act);
  const definition = stepsFrom(table, state)[act.action];
  const words = table.states[state]?.words ?? state;
  if (!definition) throw refuse('STEP_NOT_ALLOWED', { state: words, action: labelOf(table, act.action) });
  if (!act.parties.includes(definition.by)) throw refuse('NOT_ALLOWED', { what: definition.label });
  if (definition.onlyUntouched && standing.touched) {
    throw refuse('STEP_NOT_ALLOWED', { state: `${words}，对方已开始办理`, action: definition.label });
  }
  if (definition.onlyWhenOverdue && !standing.overdue) {
    throw refuse('STEP_NOT_ALLOWED', { state: `${words}，尚未逾期`, action: definition.label });
  }
  if (definition.reason === 'required' && !act.reason?.trim())
    throw refuse('REASON_NEEDED', { action: definition.label });
  if (!definition.twoPeople) {
    return { step: 'DONE', action: act.action, toState: definition.to, definition };
  }
  // Whoever forces a step need not wait until the holder's own proposal is signed.
  const overrides = definition.forced === true && pendingPartyOf(table, standing) !== definition.by;
  const pending = overrides ? undefined : standing.pending;
  if (!pending) {
    if (act.rank !== 'REGISTRAR') throw refuse('NOT_ALLOWED', { what: `${definition.label}（须先由学籍管理员经办）` });
    return { step: 'PROPOSED', action: act.action, toState: state, definition };
  }
  if (pending.action !== act.action) {
    const label = labelOf(table, pending.action, state);
    throw refuse('STEP_NOT_ALLOWED', { state: `${words}，经办意见为“${label}”，待签署`, action: definition.label });
  }
  if (pending.proposedBy === act.accountId) throw refuse('SAME_PERSON');
  if (act.rank !== 'LEADER') throw refuse('NOT_ALLOWED', { what: `签署“${definition.label}”` });
  return { step: 'SIGNED', action: act.action, toState: definition.to, definition };
}

/** The party whose proposal waits for a signature; undefined where none does. */
export function pendingPartyOf(table: Workflow, { state, pending }: Standing): Party | undefined {
  return pending && (stepsFrom(table, state)[pending.action]?.by ?? table.states[state]?.holder);
}

function reminderTo(table: Workflow, { state, overdue }: Standing, act: Act): Move {
  const words = table.states[state]?.words ?? state;
  if (!act.parties.includes('superior')) throw refuse('NOT_ALLOWED', { what: '催办' });
  if (!overdue) throw refuse('STEP_NOT_ALLOWED', { state: `${words}，尚未逾期`, action: '催办' });
  return { step: 'REMINDED', action: REMIND, toState: state, definition: undefined };
}

function answerTo(table: Workflow, standing: Standing, act: Act): Move {
  const { state, pending } = standing;
  const party = pendingPartyOf(table, standing);
  if (!party || !act.parties.includes(party)) throw refuse('NOT_ALLOWED', { what: labelOf(table, act.action) });
  if (act.action === RETRACT && pending!.proposedBy !== act.accountId) {
    throw refuse('NOT_ALLOWED', { what: '撤回他人的经办意见' });
  }
  if (act.action === SEND_BACK && act.rank !== 'LEADER') throw refuse('NOT_ALLOWED', { what: '退回经办' });
  if (act.action === SEND_BACK && !act.reason?.trim()) throw refuse('REASON_NEEDED', { action: '退回经办' });
  const step = act.action === SEND_BACK ? 'SENT_BACK' : 'RETRACTED';
  return { step, action: act.action, toState: state, definition: undefined };
}

/** The words of an action: as the state says it that it was done in, or as it is said anywhere in the table. */
export function labelOf(table: Workflow, action: string, from?: string): string {
  if (action === SEND_BACK) return '退回经办';
  if (action === RETRACT) return '撤回';
  if (action === REMIND) return '催办';
  if (action === LAPSE) return '系统撤回';
  if (action === SPLIT) return '部分退回补正';
  if (action === REDATE) return '时限顺延';
  if (action === CONSENT) return '同意脱机受理';
  if (action === OBJECT) return '不同意脱机受理';
  for (const steps of [stepsFrom(table, from ?? table.start), ...Object.values(table.steps)]) {
    const step = steps?.[action];
    if (step) return step.label;
  }
  return action;
}
