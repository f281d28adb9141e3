/** 换个条件会怎样: which single change of the facts would change the answer. */
import { Refusal } from '../../kernel/refusal.ts';
import { type Law, questions, type Verdict } from '../../policy/index.ts';
import type { Fact } from '../../policy/questions/fact.ts';
import type { DecisionView } from '../regulations.api.ts';
import { askLaw } from './ask-law.ts';
import type { AskedCase } from './case-shape.ts';

/** What nobody changes for the sake of an answer: it follows from the child's age, the places and other facts. */
const GIVEN_BY_LIFE = ['stage', 'schools', 'lastGrade', 'supervisedBy'];
const MOST = 8;

/** Tries the other answers of each choice that was made; those that are better come first. */
export function alternativesTo(law: Law, asked: AskedCase, present: Verdict): DecisionView['alternatives'] {
  const given = asked.facts as Record<string, unknown>;
  const all = Object.entries(questions[asked.question].facts)
    .filter(([name]) => given[name] !== undefined && !GIVEN_BY_LIFE.includes(name))
    .flatMap(([name, fact]) =>
      othersOf(fact, given[name]).map(({ value, words }) => ({ name, label: fact.label, value, words })),
    )
    .flatMap((change) => {
      const facts = { ...given, [change.name]: change.value } as AskedCase['facts'];
      const verdict = verdictIfAny(law, { ...asked, facts });
      return verdict === undefined || verdict === present ? [] : [{ ...change, verdict }];
    });
  const rank: readonly Verdict[] = ['ALLOW', 'DISCRETIONARY', 'REFUSE'];
  return all.toSorted((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict)).slice(0, MOST);
}

function othersOf({ kind, words = {} }: Fact, value: unknown): { value: string | boolean; words: string }[] {
  if (kind === 'FLAG') return [{ value: !value, words: value ? '否' : '是' }];
  if (kind !== 'CHOICE') return [];
  return Object.entries(words)
    .filter(([code]) => code !== value)
    .map(([code, said]) => ({ value: code, words: said }));
}

/** A change that leads into a year without a calendar is no alternative that anybody could be told. */
function verdictIfAny(law: Law, asked: AskedCase): Verdict | undefined {
  try {
    return askLaw(law, asked).verdict;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CALENDAR_NOT_PUBLISHED') return undefined;
    throw error;
  }
}
