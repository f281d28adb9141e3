/** 法规引擎的门: questions, rules, packs, law. */
export { type Citation, chipOf, cite, holdsOn, type InForce, type Instrument } from './citation.ts';
export { byVerdict, type Decision, type Force, type LawFinding, strictest, type Verdict } from './decision.ts';
export { type Law, makeLaw, type Where } from './law.ts';
export { allow, deny, type Outcome, PARAMETER_NOT_SET, readOutcome, silent, weigh } from './outcome.ts';
export { type Pack, pack, type Setting, setting, withoutEffect } from './pack.ts';
export type { Approver, QuestionId, Questions, Stage } from './questions.ts';
export type { ResolvedParameter } from './resolve.ts';
export { type AnyRule, type Example, fixed, leftOpen, type Parameter, type Rule, rule } from './rule.ts';
export { isNotLonger, lastDayOf, limitWords, type TimeLimit } from './time-limit.ts';
