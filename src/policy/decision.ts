/** 决定: what the law answers. A value: shown, stored with the case, printed; never thrown. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { PartyName, Requirement } from './requirement.ts';

/** 效力词: MUST 应当、不得; PRINCIPLE 原则上、一般; MAY 可以. */
export type Force = 'MUST' | 'PRINCIPLE' | 'MAY';

/** DISCRETIONARY: refused in principle; the supervising authority may let it through with a reason. */
export type Verdict = 'ALLOW' | 'DISCRETIONARY' | 'REFUSE';

/** 转出、转入: the two sides that a transfer has. */
export type Side = 'SENDING' | 'RECEIVING';

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
  /** Who may let through what is refused in principle, with a written reason. */
  letThroughBy?: PartyName | undefined;
  /** Whose law it is, where two places were asked. */
  side?: Side | undefined;
}

/** 依据: what every cited line carries. */
export interface Cited {
  ruleId: string;
  chip: string;
  clauses: readonly string[];
  side?: Side | undefined;
}

export type CitedRequirement = Requirement & Cited;

/** 未适用的规定: a text that speaks to the question but does not count, with the reason. */
export interface LosingText {
  chip: string;
  clauses: readonly string[];
  says: string;
  because: string;
  side?: Side | undefined;
}

export interface Decision {
  question: string;
  verdict: Verdict;
  placeCode: string;
  day: CivilDate;
  /** Refusals first, then discretionary, then what complies. */
  findings: LawFinding[];
  /** Papers, steps in their order, and deadlines. */
  requirements: CitedRequirement[];
  notApplied: LosingText[];
}

/** 两地决定: what two places answer together; what either refuses is refused. */
export interface JointDecision extends Omit<Decision, 'placeCode'> {
  sending: string;
  receiving: string;
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
