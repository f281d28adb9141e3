/** 措辞: days and choices in the words in which findings say them. */
import type { CivilDate } from '../src/kernel/civil-date.ts';
import { type QuestionId, questions } from '../src/policy/index.ts';

/** There are no more than 366 of them, and a case asks for several. */
const monthDays = new Map<string, string>();

/** 08-31 → 8月31日. */
export function monthDayWords(monthAndDay: string): string {
  const known = monthDays.get(monthAndDay);
  if (known) return known;
  const [month, day] = monthAndDay.split('-');
  const words = `${Number(month)}月${Number(day)}日`;
  monthDays.set(monthAndDay, words);
  return words;
}

/** 9月16日, with its year where that is not the year of `beside`: 2027年1月5日. */
export function dayWords(day: CivilDate, beside: CivilDate): string {
  const year = day.slice(0, 4);
  return `${beside.startsWith(year) ? '' : `${year}年`}${monthDayWords(day.slice(5))}`;
}

/** Codes of a question's fact as its form words them: 学生本人护照复印件、户口簿复印件. */
export function choiceWords(question: QuestionId, fact: string, codes: readonly string[]): string {
  const words = questions[question].facts[fact]?.words ?? {};
  return codes.map((code) => words[code] ?? code).join('、');
}

const DIGITS = '零一二三四五六七八九';

/** 3 → 三分之一. */
export const partWords = (part: number): string => `${DIGITS[part] ?? part}分之一`;
