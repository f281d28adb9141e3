/** 日期写法: days, months and periods of validity in the ways people write them. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { dayFromDigits } from '../identity/identity-number.ts';

const DAY = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[T ].*)?$/;
const MONTH = /^(\d{4})(?:[-/.年]?)(\d{1,2})月?$/;
const LASTING = /^长期(?:有效)?$/;
const WRITTEN_DAY = String.raw`\d{8}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`;
const PERIOD = new RegExp(String.raw`^(${WRITTEN_DAY})\s*(?:至|到|-+|—+|~|/)\s*(${WRITTEN_DAY}|长期(?:有效)?)$`);

/** 2019-12-03, 2019/12/3, 2019.12.3, 2019年12月3日, 20191203; undefined where it is no real day from 1900 to 2099. */
export function readDay(text: string): CivilDate | undefined {
  const parts = /^\d{8}$/.test(text) ? [text, text.slice(0, 4), text.slice(4, 6), text.slice(6)] : DAY.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  if (!/^(?:19|20)/.test(year)) return undefined;
  return dayFromDigits(year + month.padStart(2, '0') + day.padStart(2, '0'));
}

/** 2026-09, 2026/9, 202609, 2026年9月, or any day of the month; as `YYYY-MM`. */
export function readMonth(text: string): string | undefined {
  const parts = MONTH.exec(text);
  const day = parts ? readDay(`${parts[1]}-${parts[2]}-1`) : readDay(text);
  return day?.slice(0, 7);
}

/**
 * 有效期, as an ISO 8601 interval `2024-03-01/2029-03-01`; the end may be 长期, the beginning may be missing
 * (`2029-03-01`). Undefined where the days are not real or stand in the wrong order.
 */
export function readValidity(text: string): string | undefined {
  if (LASTING.test(text)) return '长期';
  const period = PERIOD.exec(text);
  if (!period) return readDay(text);
  const [, from = '', to = ''] = period;
  const begin = readDay(from);
  const end = LASTING.test(to) ? '长期' : readDay(to);
  const inOrder = begin !== undefined && end !== undefined && (end === '长期' || begin <= end);
  return inOrder ? `${begin}/${end}` : undefined;
}

/** The last day of a validity; undefined where it does not end. */
export function lastDayOf(validity: string): CivilDate | undefined {
  const end = validity.slice(validity.indexOf('/') + 1);
  return end === '长期' ? undefined : (end as CivilDate);
}
