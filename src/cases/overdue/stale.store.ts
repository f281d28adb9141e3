/** 久置办件存取: what lies with a school for mending, over the whole node. */
import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface LyingCase {
  caseId: string;
  placeCode: string;
  returnedOn: CivilDate;
}

/** Cases in these states by id, from after one on, that have lain there since before `today`. */
export async function listLying(
  tx: Transaction,
  states: readonly { workflow: string; state: string }[],
  { today, after, limit }: { today: CivilDate; after: string | undefined; limit: number },
): Promise<LyingCase[]> {
  if (states.length === 0) return [];
  const pairs = sql.join(states.map(({ workflow, state }) => sql`(${workflow}, ${state})`));
  let query = tx.sql
    .selectFrom('worklist as w')
    .innerJoin('institutions as h', 'h.id', 'w.holder_id')
    .select(['w.case_id as caseId', 'h.place_code as placeCode'])
    .select(sql<CivilDate>`w.started_on`.as('returnedOn'))
    .where('w.started_on', '<', today)
    .where(sql<SqlBool>`(w.workflow, w.state) in (${pairs})`)
    .orderBy('w.case_id')
    .limit(limit);
  if (after) query = query.where('w.case_id', '>', after);
  return query.execute();
}
