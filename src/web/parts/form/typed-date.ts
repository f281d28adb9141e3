/** 日期写法: a day as officers type it, from whatever paper lies before them. */
import { addDays, type CivilDate, civilDate, isCivilDate, weekdayOf } from '../../../kernel/civil-date.ts';

const WRITTEN = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
];

/** 20150512, 2015.5.12, 2015/5/12, 2015年5月12日 as a day; undefined where it is none (2015-02-30). */
export function typedDate(text: string): CivilDate | undefined {
  const bare = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  for (const pattern of WRITTEN) {
    const [, year = '', month = '', day = ''] = pattern.exec(bare) ?? [];
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isCivilDate(written)) return written;
  }
  return undefined;
}

/** The days of a month's sheet, whole weeks from Monday: six weeks at most, neighbours of other months included. */
export function monthSheet(year: number, month: number): CivilDate[][] {
  const first = civilDate(`${year}-${String(month).padStart(2, '0')}-01`);
  const weeks: CivilDate[][] = [];
  let day = addDays(first, 1 - weekdayOf(first));
  do {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)));
    day = addDays(day, 7);
  } while (Number(day.slice(5, 7)) === month);
  return weeks;
}
