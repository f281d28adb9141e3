/** 旷课的说法: levels, runs and findings as the lists say them. */
import type { StateKind } from '../../../../web/parts/state/state-icon.tsx';
import type { TruantView } from '../../truancy/truancy.api.ts';

/** What stands beside a student who stays away. */
export const LEVELS: Record<TruantView['level'], { kind: StateKind; words: string }> = {
  DUE: { kind: 'OVERDUE', words: '待办' },
  WATCH: { kind: 'DUE_SOON', words: '留意' },
  TOLD: { kind: 'DONE', words: '已告知' },
};

/** 5天，自2026-09-14起; who is back has no run. */
export const runWords = ({ from, runDays, lastOn }: TruantView): string =>
  from ? `${runDays}天，自${from}起` : `已到校，最近旷课${lastOn}`;

/** The kinds of findings by what the law answers; a sentence that asks for something is for judgement. */
export const kindOf = ({ verdict, code }: TruantView['findings'][number]): 'REFUSED' | 'JUDGEMENT' | 'DONE' =>
  verdict === 'REFUSE' ? 'REFUSED' : verdict === 'DISCRETIONARY' || code !== 'NOT_YET' ? 'JUDGEMENT' : 'DONE';

/** A finding as the list of findings draws it. */
export function findingOf(finding: TruantView['findings'][number]) {
  const [place = '', ...name] = finding.chip.split('·');
  return {
    key: `${finding.ruleId} ${finding.code} ${finding.chip}`,
    kind: kindOf(finding),
    sentence: finding.sentence,
    ...(finding.remedy ? { detail: finding.remedy } : {}),
    article: { place, name: name.join('·') },
  };
}
