/** 毕业成绩项目: what the law may ask of a graduand, as a form offers it and as it is checked when it comes in. */

import { refuse } from '../../kernel/refusal.ts';
import { type Fact, questions, type Stage } from '../../policy/index.ts';
import type { ResultFacts } from '../graduation.ts';

/** Said by the case itself: the stage, and whether the city has approved. */
const OF_THE_CASE: readonly string[] = ['stage', 'cityApproved'];
/** No result of a child is greater: credits of three years stay far below it. */
const MOST = 999;

export const questionFor = (stage: Stage) =>
  stage === 'SENIOR' ? ('senior-graduation' as const) : ('compulsory-graduation' as const);

/** The facts of the stage's question that a school records, by name. */
export function resultFactsOf(stage: Stage): [name: string, fact: Fact][] {
  const facts: Readonly<Record<string, Fact>> = questions[questionFor(stage)].facts;
  return Object.entries(facts).filter(([name]) => !OF_THE_CASE.includes(name));
}

/** Refuses BAD_INPUT where something is no result of the stage or has no value that it may have. */
export function checkResults(stage: Stage, given: ResultFacts): void {
  const known = new Map(resultFactsOf(stage));
  for (const [name, value] of Object.entries(given)) {
    const fact = known.get(name);
    if (!fact) throw refuse('BAD_INPUT', { what: '有此学段不用的成绩项目，请按本页项目填写' });
    if (!isValueOf(fact, value)) throw refuse('BAD_INPUT', { what: `“${fact.label}”的内容不对，请按项目说明填写` });
  }
}

function isValueOf(fact: Fact, value: boolean | number | string): boolean {
  if (fact.kind === 'FLAG') return typeof value === 'boolean';
  if (fact.kind === 'NUMBER') return typeof value === 'number' && value >= 0 && value <= MOST;
  return typeof value === 'string' && Object.hasOwn(fact.words ?? {}, value);
}

/** Values to try out whether a fact would matter: both ends of what it may be. */
export function valuesToTry(fact: Fact): (boolean | number | string)[] {
  if (fact.kind === 'FLAG') return [true, false];
  return fact.kind === 'NUMBER' ? [0, MOST] : Object.keys(fact.words ?? {});
}
