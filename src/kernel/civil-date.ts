/** 日历日: dates as people write them in papers, `YYYY-MM-DD`, without time or zone. */

declare const civil: unique symbol;
/** A real day of the Gregorian calendar, `YYYY-MM-DD`. Compare with `<` and `===`: the text order is the time order. */
export type CivilDate = string & { readonly [civil]: true };

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000; // one zone, no summer time since 1992

/** Is the text a real day written `YYYY-MM-DD`? 2026-02-30 is not. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The text as a CivilDate. Throws RangeError where it is none: use isCivilDate first on what people typed. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError('not a civil date');
  return text;
}

/** The civil day in China at an instant. */
export function dayOf(instant: Date): CivilDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as CivilDate;
}

/** The instant at which a civil day begins in China. */
export function startOfDay(day: CivilDate): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: CivilDate, count: number): CivilDate {
  if (count === 0) return day;
  const [year, month, date] = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10) as CivilDate;
}

/** The same day `count` months later; the last day of that month where it is shorter (01-31 + 1 = 02-28). */
export function addMonths(day: CivilDate, count: number): CivilDate {
  const [year, month, date] = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10) as CivilDate;
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Full years of age (周岁) on a day: the birthday itself counts. */
export function ageOn(bornOn: CivilDate, day: CivilDate): number {
  const [bornYear] = partsOf(bornOn);
  const [year] = partsOf(day);
  return year - bornYear - (day.slice(5) < bornOn.slice(5) ? 1 : 0);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: CivilDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Year, month (1-12) and day of month. */
export function partsOf(day: CivilDate): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** 学年: the school year a day belongs to, named by the year it begins in; it turns on 1 September. */
export function schoolYearOf(day: CivilDate): number {
  const [year, month] = partsOf(day);
  return month >= 9 ? year : year - 1;
}

/** 招生年度: the year whose intake a day's registrations belong to; schools register the autumn's intake from June on. */
export function intakeYearOf(day: CivilDate): number {
  const [year, month] = partsOf(day);
  return month >= 6 ? year : year - 1;
}
