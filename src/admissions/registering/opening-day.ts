/** 开学日: the day on which the children of an intake enter, by the calendar of the place, or 1 September where it has entered none. */
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { findTermOf } from '../../local-settings/index.ts';

export interface OpeningDay {
  on: CivilDate;
  /** False where neither the place nor one above it has entered the first term of the year. */
  fromCalendar: boolean;
}

/** Of the school year in which the intake enters. */
export async function openingDay(tx: Transaction, placeCode: string, intakeYear: number): Promise<OpeningDay> {
  const term = await findTermOf(tx, chainOf(placeCode), { schoolYear: intakeYear, term: 1 });
  return term
    ? { on: term.startsOn, fromCalendar: true }
    : { on: civilDate(`${intakeYear}-09-01`), fromCalendar: false };
}
