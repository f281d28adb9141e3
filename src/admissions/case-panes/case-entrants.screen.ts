/** 办件中的新生: the order in which a decider looks at them, what is to be said of each, and of how many. */
import type { CaseFindingView, CaseView } from '../../cases/cases.api.ts';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import type { FoundView } from '../entrants/entrants.api.ts';
import type { CaseEntrant } from '../registering/registering.api.ts';

type Verdict = CaseEntrant['verdict'];

const ORDER: Record<Verdict, number> = { REFUSE: 0, DISCRETIONARY: 1, ALLOW: 2 };
const KINDS: Record<Verdict, StateKind> = { REFUSE: 'REFUSED', DISCRETIONARY: 'JUDGEMENT', ALLOW: 'DONE' };

/** The shape and colour of a child's verdict. */
export const kindOf = (verdict: Verdict): StateKind => KINDS[verdict];

/** What the school still has to show or somebody has to look at: found on the record and not confirmed since. */
export const openFindings = ({ findings }: Pick<CaseEntrant, 'findings'>): FoundView[] =>
  findings.filter(({ confirmed }) => !confirmed);

/** Does anything speak against the child, or want a look? */
export const isDoubtful = (one: Pick<CaseEntrant, 'verdict' | 'findings'>): boolean =>
  one.verdict !== 'ALLOW' || openFindings(one).length > 0;

/** The worst first; who is alike stays in the order in which the school put them forward. */
export const sortDoubtfulFirst = (children: readonly CaseEntrant[]): CaseEntrant[] =>
  children.toSorted((one, other) => rankOf(one) - rankOf(other));

const rankOf = (one: CaseEntrant): number => ORDER[one.verdict] * 2 + (openFindings(one).length > 0 ? 0 : 1);

/** One sentence for the list: the first thing to know of the child. */
export function sentenceOn(one: Pick<CaseEntrant, 'law' | 'findings' | 'verdict'>): { kind: StateKind; words: string } {
  const [first] = one.law.toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  if (first) return { kind: kindOf(first.verdict), words: first.sentence };
  const [found] = openFindings(one);
  if (found) return { kind: found.severity === 'red' ? 'REFUSED' : 'JUDGEMENT', words: found.cause };
  return { kind: 'DONE', words: '相符' };
}

/** What returning these children may say they must mend: each remedy once. */
export function remediesOf(children: readonly Pick<CaseEntrant, 'law' | 'findings'>[]): string[] {
  const remedies = children.flatMap(({ law, findings }) => [
    ...law.map(({ remedy }) => remedy),
    ...findings.filter(({ confirmed }) => !confirmed).map(({ remedy }) => remedy),
  ]);
  return [...new Set(remedies.filter((remedy) => remedy !== null && remedy !== ''))] as string[];
}

/** 李沐辰、王一诺等5人 */
export function namesWords(children: readonly { name: string }[]): string {
  const named = children.slice(0, 3).map(({ name }) => name);
  return children.length > named.length ? `${named.join('、')}等${children.length}人` : named.join('、');
}

/** Of the whole case, not of a child: the time limit and the size of class groups. */
const BY_CLASS_GROUP = /class-size/;
const OF_THE_CASE = /build-file/;

/** How many children the case is about; also once it is decided. */
export const sizeOf = ({ data, counts: { red, amber, green } }: Pick<CaseView, 'data' | 'counts'>): number =>
  typeof data['size'] === 'number' ? data['size'] : red + amber + green;

/** 3人, where a finding does not concern everybody; 2个班 where it is about class groups. */
export function countWordsOf({ ruleId, count }: CaseFindingView, view: CaseView): string | undefined {
  if (OF_THE_CASE.test(ruleId)) return undefined;
  if (BY_CLASS_GROUP.test(ruleId)) return count > 1 ? `${count}个班` : undefined;
  return count < sizeOf(view) ? `${count}人` : undefined;
}
