export { type Citation, chipOf, cite, holdsOn, type InForce, type Instrument } from './citation.ts';
export { byVerdict, type Decision, type Force, type LawFinding, strictest, type Verdict } from './decision.ts';
export { type Law, makeLaw, type Where } from './law.ts';
export { type Pack, pack, type Setting, setting } from './pack.ts';
export type { QuestionId, Questions, Stage } from './questions.ts';
export type { ResolvedParameter } from './resolve.ts';
export { type AnyRule, allow, deny, fixed, leftOpen, type Parameter, type Rule, rule, silent } from './rule.ts';
