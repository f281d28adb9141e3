/** 待生效复学存取: returns that were agreed to and begin on a later day. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface WaitingReturn {
  caseId: string;
  until: CivilDate;
}

/** That of a student; undefined where none waits. */
export async function findWaitingReturn(tx: Transaction, studentId: string): Promise<WaitingReturn | undefined> {
  return tx.byKey
    .selectFrom('cases')
    .select(['id as caseId', sql<CivilDate>`data -> 'waits' ->> 'until'`.as('until')])
    .where('subject_id', '=', studentId)
    .where(sql<boolean>`data ? 'waits'`)
    .limit(1)
    .executeTakeFirst();
}

/** Those whose day has come, by id, from after one on. */
export async function listDueReturns(
  tx: Transaction,
  { today, after, limit }: { today: CivilDate; after: string | undefined; limit: number },
): Promise<string[]> {
  let query = tx.sql
    .selectFrom('cases')
    .select('id')
    .where(sql<boolean>`data ? 'waits'`)
    .where(sql<boolean>`data -> 'waits' ->> 'until' <= ${today}`)
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map(({ id }) => id);
}
