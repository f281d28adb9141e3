/** 问题学籍存取: the disputes that a place takes part in. */
import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type DisputeData, DUPLICATE_DISPUTE } from './dispute.ts';

export interface DisputeRow {
  caseId: string;
  number: string;
  workflow: string;
  title: string;
  data: DisputeData;
  state: string;
  holderName: string | null;
  dueOn: CivilDate | null;
}

/** Disputes in the caller's scope, open ones or those that have ended, newest first; from before one on. */
export async function listDisputes(
  tx: Transaction,
  { institution }: Actor,
  { open, before, limit }: { open: boolean; before?: string | undefined; limit: number },
): Promise<DisputeRow[]> {
  let query = tx.sql
    .selectFrom('cases as c')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('case_events as e')
          .select(['e.to_state', 'e.holder_id', 'e.due_on'])
          .whereRef('e.case_id', '=', 'c.id')
          .orderBy('e.seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.on(sql.lit(true)),
    )
    .leftJoin('institutions as h', 'h.id', 'last.holder_id')
    .select(['c.id as caseId', 'c.number', 'c.workflow', 'c.title', 'c.data', 'last.to_state as state'])
    .select(['h.name as holderName'])
    .select(sql<CivilDate | null>`last.due_on`.as('dueOn'))
    .where('c.kind', '=', DUPLICATE_DISPUTE)
    .where('last.holder_id', open ? 'is not' : 'is', null)
    .orderBy('c.id', 'desc')
    .limit(limit);
  // The nation has no business with disputes that somebody below rules.
  if (institution.level === 'NATION') query = query.where('c.authority_id', '=', institution.id);
  if (before) query = query.where('c.id', '<', before);
  return (await query.execute()).map((row) => ({ ...row, data: row.data as unknown as DisputeData }));
}
