/** 在办时限存取: open cases of a place whose term runs. */
import type { Transaction } from '../../../db/transaction.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';

/** Their ids in order, from after one on; of these kinds, or of all. A party of the place on either side is enough. */
export async function listRunning(
  tx: Transaction,
  wish: { path: string; kinds: readonly string[] | undefined; after: string | undefined; limit: number },
): Promise<string[]> {
  const { lo, hi } = rangeOf(wish.path);
  let query = tx.sql
    .selectFrom('worklist')
    .select('case_id')
    .where('due_on', 'is not', null)
    .where((or) =>
      or.or(
        (['holder_path', 'origin_path', 'counterpart_path'] as const).map((column) =>
          or.and([or(column, '>=', lo), or(column, '<', hi)]),
        ),
      ),
    )
    .orderBy('case_id')
    .limit(wish.limit);
  if (wish.kinds) query = query.where('kind', 'in', [...wish.kinds]);
  if (wish.after) query = query.where('case_id', '>', wish.after);
  return (await query.execute()).map((row) => row.case_id);
}
