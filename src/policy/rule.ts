/** 规则: one rule of law: its article, its time, its parameters, its decision, its examples. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import type { Citation, InForce } from './citation.ts';
import type { Force, Side } from './decision.ts';
import type { Outcome } from './outcome.ts';
import type { QuestionId, Questions } from './questions/index.ts';
import type { PartyName, Requirement } from './requirement.ts';

/**
 * How a lower text may move a parameter: towards the smaller or larger number, the shorter time limit, to a subset,
 * only fill it, or not at all.
 */
export type Narrowing = 'SMALLER' | 'LARGER' | 'SHORTER' | 'SUBSET' | 'ONCE' | 'NEVER';

/** 参数: a value that the rule's own text sets, or leaves to a lower level. */
export interface Parameter<T> {
  value?: T;
  narrower: Narrowing;
  label: string;
  unit?: string;
  /** Words for the codes that it may take, where they are codes of its own. */
  words?: Readonly<Record<string, string>>;
}

/** Gives a parameter's codes the words that officials choose from. */
export const worded = <T>(parameter: Parameter<T>, words: Readonly<Record<string, string>>): Parameter<T> => ({
  ...parameter,
  words,
});

/** A parameter whose value this text sets; lower texts may only narrow it. */
export const fixed = <T>(value: T, narrower: Narrowing, label: string, unit?: string): Parameter<T> => ({
  value,
  narrower,
  label,
  ...(unit ? { unit } : {}),
});

/** A parameter that this text leaves open: a lower level sets it, and must say where. */
export const leftOpen = <T>(narrower: Narrowing, label: string, unit?: string): Parameter<T> => ({
  narrower,
  label,
  ...(unit ? { unit } : {}),
});

export type Parameters = Record<string, Parameter<unknown>>;
export type ValuesOf<P extends Parameters> = { [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** 所问之时地: the day of the matter, the calendar, and of which side of a transfer the place is. */
export interface Asking {
  day: CivilDate;
  calendar: WorkingCalendar;
  /** Absent where one place alone is asked. */
  side?: Side;
}

export interface Example<F, P extends Parameters> {
  name: string;
  /** The day asked about where that matters; else any ordinary school day. */
  on?: CivilDate;
  side?: Side;
  /** Values for parameters that the rule leaves open, or others than its own. */
  with?: Partial<ValuesOf<P>>;
  facts: F;
  /** The code expected, or NONE. */
  expect: string;
  /** What is expected to be required, each as it is named, with its time limit: 审核盖章（10个工作日内）. */
  requires?: readonly string[];
}

export interface RuleText<Q extends QuestionId, P extends Parameters> {
  id: string;
  title: string;
  basis: Citation;
  force: Force;
  inForce?: InForce;
  parameters: P;
  /** Id of a higher rule whose logic this one takes the place of, where parameters are not enough. */
  replaces?: string;
  /** Steps back where a text of a higher place answers the same question. */
  yields?: true;
  /** Who may let through what is refused in principle; the supervising authority unless the text says another. */
  letThroughBy?: PartyName;
  decide(facts: Questions[Q], values: ValuesOf<P>, at: Asking): Outcome;
  /** Papers, steps and deadlines that the rule asks for with these facts, whatever its verdict. */
  requires?(facts: Questions[Q], values: ValuesOf<P>, at: Asking): readonly Requirement[];
  /** Sentence per code, holes filled from the facts of the outcome and the parameter values. */
  sentences: Record<string, string>;
  /** What cures a refusal, per code. */
  remedies?: Record<string, string>;
  /** On every edge and one step beyond it. */
  examples: Example<Questions[Q], P>[];
}

export interface Rule<Q extends QuestionId = QuestionId, P extends Parameters = Parameters> extends RuleText<Q, P> {
  question: Q;
  inForce: InForce;
}

/** A rule as packs hold it: which question it answers is known only at run time. */
export type AnyRule = Rule<QuestionId, Parameters>;

/** Declares a rule for a question: `rule('entry-age')({ … })`. Its time is its instrument's unless it says another. */
export function rule<Q extends QuestionId>(question: Q) {
  return <P extends Parameters>(text: RuleText<Q, P>): Rule<Q, P> => ({
    ...text,
    question,
    inForce: text.inForce ?? text.basis.instrument.inForce,
  });
}
