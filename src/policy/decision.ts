/** 决定: what the law answers. A value: shown, stored with the case, printed; never thrown. */
import type { CivilDate } from '../kernel/civil-date.ts';

/** 效力词: MUST 应当、不得; PRINCIPLE 原则上、一般; MAY 可以. */
export type Force = 'MUST' | 'PRINCIPLE' | 'MAY';

/** DISCRETIONARY: refused in principle; the supervising authority may let it through with a reason. */
export type Verdict = 'ALLOW' | 'DISCRETIONARY' | 'REFUSE';

/** 核对结果: one rule's answer, readable without the rule. */
export interface LawFinding {
  ruleId: string;
  verdict: Verdict;
  force: Force;
  code: string;
  /** One sentence in the indicative, as an official would say it. */
  sentence: string;
  /** What cures a refusal, where something does. */
  remedy?: string | undefined;
  /** 四川·第三十三条 */
  chip: string;
  instrument: string;
  clauses: readonly string[];
  facts: Record<string, unknown>;
}

export interface Decision {
  question: string;
  verdict: Verdict;
  placeCode: string;
  day: CivilDate;
  /** Refusals first, then discretionary, then what complies. */
  findings: LawFinding[];
}

const ORDER: Record<Verdict, number> = { REFUSE: 0, DISCRETIONARY: 1, ALLOW: 2 };

/** The strictest verdict of the findings; nothing found is allowed. */
export function strictest(findings: readonly { verdict: Verdict }[]): Verdict {
  let worst: Verdict = 'ALLOW';
  for (const { verdict } of findings) if (ORDER[verdict] < ORDER[worst]) worst = verdict;
  return worst;
}

/** Red, amber, green: the order in which findings are shown. */
export const byVerdict = (a: { verdict: Verdict }, b: { verdict: Verdict }): number =>
  ORDER[a.verdict] - ORDER[b.verdict];
