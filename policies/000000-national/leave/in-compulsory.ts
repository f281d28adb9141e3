/** 义务教育阶段: a text that governs primary and junior schools alone says nothing of a senior student. */
import { type AnyRule, type Stage, silent } from '../../../src/policy/index.ts';

const isSenior = (facts: object): boolean => (facts as { stage?: Stage }).stage === 'SENIOR';

/** The same rule, silent on senior students. Its question has to ask for the stage. */
export function inCompulsory(whole: AnyRule): AnyRule {
  const senior = { ...whole.examples[0]!, name: 'a senior student', expect: 'NONE', requires: [] };
  return {
    ...whole,
    decide: (facts, law, at) => (isSenior(facts) ? silent : whole.decide(facts, law, at)),
    requires: (facts, law, at) => (isSenior(facts) ? [] : (whole.requires?.(facts, law, at) ?? [])),
    examples: [...whole.examples, { ...senior, facts: { ...senior.facts, stage: 'SENIOR' } } as typeof senior],
  };
}
