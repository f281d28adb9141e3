/** 法规答复: what the law answers, as papers to hand in, as the findings of a list, and as the check of a case. */
import type { Institution } from '../../authorities/index.ts';
import type { CaseCheck } from '../../cases/index.ts';
import { byVerdict, type Decision, type LawFinding, limitWords, PARTIES } from '../../policy/index.ts';

/** Where a school's law is asked: its place, and its own text where it has one. */
export const placeOf = ({ placeCode, code }: Pick<Institution, 'placeCode' | 'code'>) => ({
  placeCode,
  ...(code ? { schoolCode: code } : {}),
});

/** 应交材料 or 时限, with the article that asks for it. */
export interface CitedLine {
  words: string;
  chip: string;
}

/** 材料, with who hands it in. */
export interface AskedPaper extends CitedLine {
  by: string;
}

/**
 * One line a paper, whoever asks for it first. A township has no desk in this system: what it must agree to is handed in
 * as its written consent.
 */
export function papersOf({ requirements }: Pick<Decision, 'requirements'>): AskedPaper[] {
  const papers = requirements.flatMap((one) => {
    if (one.kind === 'PAPER') return [{ words: one.what, by: PARTIES[one.by], chip: one.chip }];
    if (one.kind === 'STEP' && one.by === 'TOWNSHIP') {
      return [{ words: `${PARTIES.TOWNSHIP}的书面意见（${one.what}）`, by: PARTIES.SCHOOL, chip: one.chip }];
    }
    return [];
  });
  return papers.filter((one, place) => papers.findIndex(({ words }) => words === one.words) === place);
}

/** 时限: what must be done within which time, as the law says it. */
export const deadlinesOf = ({ requirements }: Pick<Decision, 'requirements'>): CitedLine[] =>
  requirements.flatMap((one) =>
    one.kind === 'DEADLINE' ? [{ words: `${one.after}后${limitWords(one.within)}内${one.what}`, chip: one.chip }] : [],
  );

/** A finding as lists show it. */
export const shownFinding = ({ ruleId, code, verdict, sentence, remedy, chip }: LawFinding) => ({
  ...{ ruleId, code, verdict, sentence, chip },
  remedy: remedy ?? null,
});

/** 法规核对 of a case about one student. */
export function checkOf(decision: Pick<Decision, 'findings'>): CaseCheck {
  const findings = decision.findings.toSorted(byVerdict).map((one) => ({ ...one, count: 1 }));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  const first = findings.find(({ verdict }) => verdict !== 'ALLOW');
  return {
    findings,
    red: count('REFUSE'),
    amber: count('DISCRETIONARY'),
    green: count('ALLOW'),
    note: first?.sentence ?? '各项相符',
    unsound: 0,
  };
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** A form without the fields that nobody filled in: what nobody knows is not decided on. */
export const present = <T extends object>(form: T): Present<T> =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)) as Present<T>;
