/** 毕业用语: outcomes and their tones, who decides, and counts as pages say them. */
import type { Article } from '../../web/parts/findings/article.tsx';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import type { GraduationOutcomes } from '../graduation.api.ts';

export type OutcomeRow = GraduationOutcomes['students'][number];
type Judged = Pick<OutcomeRow, 'outcome' | 'stay'>;
export type Counts = GraduationOutcomes['counts'];

export const OUTCOME_WORDS = { GRADUATED: '毕业', COMPLETED: '结业', LEFT_PARTIAL: '肄业' } as const;
export type OutcomeCode = keyof typeof OUTCOME_WORDS;
export const OUTCOME_CODES = Object.keys(OUTCOME_WORDS) as OutcomeCode[];

/** Graduating is what everybody came for; what is short of it is to be looked at, who stays is still on the way. */
export function toneOfJudged({ outcome, stay }: Judged): StateKind {
  if (outcome === 'GRADUATED') return 'DONE';
  if (outcome) return 'JUDGEMENT';
  return stay === 'MISSING_RESULTS' ? 'DRAFT' : 'IN_PROCESS';
}

/** 毕业42人、结业1人; undefined where there is nobody. */
export function countsWords(counts: Counts): string | undefined {
  const parts = OUTCOME_CODES.filter((code) => (counts[code] ?? 0) > 0);
  return parts.length > 0 ? parts.map((code) => `${OUTCOME_WORDS[code]}${counts[code]}人`).join('、') : undefined;
}

export const sumOf = (counts: Counts): number => OUTCOME_CODES.reduce((sum, code) => sum + (counts[code] ?? 0), 0);

export const DECIDED_BY = {
  SCHOOL: '由学校主管领导办理',
  AUTHORITY: '由学籍主管部门核准',
  CITY: '经学籍主管部门审核，由市级教育行政部门核准',
} as const;

/** What comes after the school has handed in. */
export const THEN_DECIDED = {
  SCHOOL: '本校主管领导签署即办结',
  AUTHORITY: '本校主管领导签署后，由学籍主管部门核准',
  CITY: '本校主管领导签署后，经学籍主管部门审核，由市级教育行政部门核准',
} as const;

/** 四川·第三十九条 as the chip draws it. */
export function articleOf(chip: string): Article {
  const [place = '', ...name] = chip.split('·');
  return { place, name: name.join('·') };
}

export const outcomesAddress = (schoolId: string, stage: string): string =>
  `/graduations/outcomes?${new URLSearchParams({ school: schoolId, stage })}`;
