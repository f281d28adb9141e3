/** 核对结果: what the law says of attendance, as lists show it. */
import { byVerdict, type Decision, PARTIES, type PartyName, type Verdict } from '../../policy/index.ts';

/** One finding as it is shown and kept. */
export interface CitedSentence {
  ruleId: string;
  code: string;
  verdict: Verdict;
  sentence: string;
  remedy: string | null;
  chip: string;
  /** The text as papers name it: 《四川省…办法》. */
  instrument: string;
}

/** What the law asks somebody to do. */
export interface CitedStep {
  by: PartyName;
  byWords: string;
  what: string;
  chip: string;
}

/** The findings, refusals first. */
export const findingsOf = ({ findings }: Pick<Decision, 'findings'>): CitedSentence[] =>
  findings.toSorted(byVerdict).map(({ ruleId, code, verdict, sentence, remedy, chip, instrument }) => ({
    ...{ ruleId, code, verdict, sentence, chip, instrument },
    remedy: remedy ?? null,
  }));

/** The steps of the procedure, in their order. */
export const stepsOf = ({ requirements }: Pick<Decision, 'requirements'>): CitedStep[] =>
  requirements.flatMap((one) =>
    one.kind === 'STEP' ? [{ by: one.by, byWords: PARTIES[one.by], what: one.what, chip: one.chip }] : [],
  );
