/** 所在学期: the term a day lies in, by the calendar that the place has set, or else by the usual halves of a school year. */
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, civilDate, partsOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { findTerm } from '../../local-settings/index.ts';
import type { Term } from './absence.api.ts';

/** Undefined in the holidays of a place that has set its terms. */
export async function termOf(
  tx: Transaction,
  { placeCode }: Pick<Institution, 'placeCode'>,
  day: CivilDate,
): Promise<Term | undefined> {
  const usual = usualTerm(day);
  const set = await findTerm(tx, chainOf(placeCode), day);
  if (set && day <= set.endsOn) return { ...usual, ...set, usual: false };
  // One that began in this half of the year has ended: these are its holidays. An older one says nothing of this half.
  return set && set.startsOn >= addDays(usual.startsOn, -HOLIDAYS) ? undefined : usual;
}

/** Schools may open some days before the usual day. */
const HOLIDAYS = 20;

/** 9月1日至1月31日, 2月1日至8月31日: where nothing is set. */
export function usualTerm(day: CivilDate): Term {
  const schoolYear = schoolYearOf(day);
  const [, month] = partsOf(day);
  const first = month >= 9 || month === 1;
  return {
    words: `${schoolYear}学年第${first ? '一' : '二'}学期`,
    startsOn: civilDate(first ? `${schoolYear}-09-01` : `${schoolYear + 1}-02-01`),
    endsOn: civilDate(first ? `${schoolYear + 1}-01-31` : `${schoolYear + 1}-08-31`),
    usual: true,
  };
}
