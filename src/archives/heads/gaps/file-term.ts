/** 归档学期: the school year and term for which something is said of a file; holidays belong to the term before. */
import type { Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addMonths, type CivilDate, partsOf, schoolYearOf } from '../../../kernel/civil-date.ts';
import { termOf, usualTerm } from '../../../school-life/index.ts';

export interface TermOfYear {
  schoolYear: number;
  term: 1 | 2;
  /** 2026学年第一学期 */
  words: string;
}

const AUGUST = 8;

/** By the terms that the place has set, or else by the usual halves of a school year. */
export async function fileTermOf(
  tx: Transaction,
  school: Pick<Institution, 'placeCode'>,
  day: CivilDate,
): Promise<TermOfYear> {
  const { startsOn } = (await termOf(tx, school, day)) ?? usualTerm(day);
  const [, month] = partsOf(startsOn);
  const term = month >= AUGUST ? 1 : 2;
  // A term that begins in late August is of the school year that begins with September.
  const schoolYear = schoolYearOf(term === 1 ? addMonths(startsOn, 1) : startsOn);
  return { schoolYear, term, words: termWords({ schoolYear, term }) };
}

/** 2026学年第一学期 */
export const termWords = ({ schoolYear, term }: Pick<TermOfYear, 'schoolYear' | 'term'>): string =>
  `${schoolYear}学年第${term === 1 ? '一' : '二'}学期`;
