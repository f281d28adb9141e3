/** 措辞: days in the words in which findings say them. */
import { type CivilDate, partsOf } from '../src/kernel/civil-date.ts';

/** 08-31 → 8月31日. */
export function monthDayWords(monthAndDay: string): string {
  const [month, day] = monthAndDay.split('-');
  return `${Number(month)}月${Number(day)}日`;
}

/** 9月16日, with its year where that is not the year of `beside`: 2027年1月5日. */
export function dayWords(day: CivilDate, beside: CivilDate): string {
  const [year] = partsOf(day);
  return `${year === partsOf(beside)[0] ? '' : `${year}年`}${monthDayWords(day.slice(5))}`;
}
