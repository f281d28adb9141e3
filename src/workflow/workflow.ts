/** 流程: what may happen to a case of one kind, as a table that feeds buttons, server, clocks, drawings and tests. */

/** Who may be concerned in a case. Which institution a party is, is decided when the case is opened. */
export type Party =
  | 'school'
  | 'reviewer'
  | 'authority'
  | 'city'
  | 'province'
  | 'receiving-school'
  | 'receiving-authority'
  | 'sending-school'
  | 'sending-authority'
  | 'receiving-city'
  | 'sending-city'
  | 'receiving-centre'
  | 'sending-centre'
  | 'first-school'
  | 'second-school'
  | 'ruler'
  | 'superior';

/** How long the holder of a state has: so many working days, or until a day that a rule of law gives. */
export type Term = { workingDays: number } | { rule: string };

export interface StateText {
  /** The words that officials see. */
  words: string;
  /** Who must act; absent at the ends. */
  holder?: Party;
  term?: Term;
  /** 补正: the clock of the state before stands still meanwhile, and goes on with what was left once the case is back. */
  pausesClock?: true;
  /** 久置撤回: the end to which the system takes the case where the place has set how long it may lie here. */
  lapsesTo?: string;
  /** Tone of the state: done, refused, or in process. */
  tone?: 'DONE' | 'REFUSED' | 'NEUTRAL';
}

export interface Step<State extends string> {
  by: Party;
  to: State;
  /** What the button says. */
  label: string;
  /** Must a reason be written? */
  reason?: 'required';
  /** 学籍管理员经办、学籍主管领导签署: two different people. */
  twoPeople?: boolean;
  /** Only while no other party has acted since the case came to it. */
  onlyUntouched?: boolean;
  /** Only after the holder's term has run out (强制干预). */
  onlyWhenOverdue?: boolean;
  /** 强制办理: done for a holder who lets the term pass, only where the law of the holder's place gives the power. */
  forced?: true;
  /** What a MUST refusal of the law forbids; returning and refusing stay possible. */
  needsLaw?: boolean;
}

export interface Workflow<State extends string = string> {
  id: string;
  kind: string;
  /** 办件类别 as shown on the tag. */
  title: string;
  /** The clauses that give its parties, their order and their terms. */
  clauses?: readonly string[];
  states: Record<State, StateText>;
  start: State;
  ends: readonly State[];
  steps: { [S in State]?: Record<string, Step<State>> };
  /** The parties in the order in which a case passes them: the nodes of the track. */
  track: readonly { party: Party; state: State; role: string }[];
}

/** Declares a workflow; states and steps that do not fit together do not compile. */
export const workflow = <const State extends string>(text: Workflow<State>): Workflow<State> => text;

/**
 * 强制办理: the step that the superior authority takes for a holder who let the term pass: with a reason, by two people,
 * under the law of the case and that of forcing. The table declares it once, beside the holder's own steps:
 * `WITH_SENDING_SCHOOL: { ...agree, ...forceBy('superior', 'WITH_SENDING_AUTHORITY') }`.
 */
export const forceBy = <const State extends string>(by: 'superior', to: State, label = '强制办理') => ({
  FORCE: {
    by,
    to,
    label,
    reason: 'required',
    twoPeople: true,
    onlyWhenOverdue: true,
    needsLaw: true,
    forced: true,
  } as const,
});

/** The steps out of a state; none at an end. */
export const stepsFrom = (table: Workflow, state: string): Record<string, Step<string>> => table.steps[state] ?? {};
