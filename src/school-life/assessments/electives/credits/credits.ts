/** 学分: what passed modules give, by category, and what the law of the place wants before somebody graduates. */
import { chipOf, type Law, type Where } from '../../../../policy/index.ts';
import type { Category, Result } from '../../assessment.api.ts';

/** 合计与类别. */
export type CreditSum = 'TOTAL' | Category;
export type CreditSums = Readonly<Record<CreditSum, number>>;

/** A module that was passed twice gives its credits once. */
export function sumCredits(
  results: readonly Pick<Result, 'kind' | 'subject' | 'value' | 'category' | 'credits'>[],
): CreditSums {
  const sums = { TOTAL: 0, REQUIRED: 0, SUBJECT_ELECTIVE: 0, ELECTIVE: 0, SCHOOL_ELECTIVE: 0 };
  const passed = new Map(
    results
      .filter(({ kind, value }) => kind === 'CREDITS' && value.mark === 'PASSED')
      .map((one) => [one.subject, one] as const),
  );
  for (const { category, credits } of passed.values()) {
    if (!category || credits === null) continue;
    sums[category] += credits;
    sums.TOTAL += credits;
  }
  return sums;
}

/** 毕业所需学分: `least` is empty where no text of the place has set it. */
export interface CreditNeed {
  sum: CreditSum;
  label: string;
  least: number | null;
  chip: string | null;
}

const RULE = 'senior-credits';
const NAMED: Readonly<Record<string, CreditSum>> = {
  total: 'TOTAL',
  required: 'REQUIRED',
  subjectElectives: 'SUBJECT_ELECTIVE',
  schoolElectives: 'SCHOOL_ELECTIVE',
};

/** In the order of the text. Empty where no text of the place speaks of credits. */
export const creditNeeds = (law: Pick<Law, 'parametersOf'>, where: Where): CreditNeed[] =>
  law.parametersOf(RULE, where).flatMap(({ name, label, value, basis }) => {
    const sum = NAMED[name];
    if (!sum) return [];
    return [{ sum, label, least: typeof value === 'number' ? value : null, chip: basis ? chipOf(basis) : null }];
  });
