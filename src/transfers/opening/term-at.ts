/** 学期: the term by which the window of a transfer is counted. */
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { findTerm } from '../../local-settings/index.ts';
import { type AskedTransfer, usualTerm } from '../law/transfer-facts.ts';

/** That of the school's place, or the usual one where it has entered none for the day. */
export async function termAt(
  tx: Transaction,
  { placeCode }: Institution,
  day: CivilDate,
): Promise<AskedTransfer['term']> {
  const usual = usualTerm(day);
  const set = await findTerm(tx, chainOf(placeCode), day);
  return set && set.endsOn >= usual.startsOn ? set : { ...usual, usual: true };
}
