/** 措辞: days, stages and offices in the words in which findings say them. */
import { type CivilDate, partsOf } from '../src/kernel/civil-date.ts';
import type { Approver, Stage } from '../src/policy/index.ts';

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

export const STAGE_WORDS = {
  PRIMARY: '小学',
  JUNIOR: '初中',
  SENIOR: '普通高中',
} as const satisfies Record<Stage, string>;

export const APPROVER_WORDS = {
  TOWNSHIP: '乡镇人民政府',
  COUNTY: '县级教育行政部门',
  CITY: '市级教育行政部门',
  PROVINCE: '省级教育行政部门',
} as const satisfies Record<Approver, string>;
