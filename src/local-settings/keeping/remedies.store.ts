/** 救济告知存取: what a place tells of review and suit on its notices of decision. */
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Notice, RemedyItem } from '../local-setting.ts';

/** As the nearest place of the chain has set it for the day, with its paper; undefined where none has. */
export async function findRemedy(
  tx: Transaction,
  chain: readonly string[],
  day: CivilDate,
): Promise<{ remedy: RemedyItem; notice: Notice } | undefined> {
  const rows = await tx.sql
    .selectFrom('local_settings')
    .select(['place_code', 'value', 'notice'])
    .where('place_code', 'in', [...chain])
    .where('name', '=', 'remedy')
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .execute();
  const row = chain.toReversed().flatMap((code) => rows.filter((one) => one.place_code === code))[0];
  return row && { remedy: row.value as unknown as RemedyItem, notice: row.notice as unknown as Notice };
}
