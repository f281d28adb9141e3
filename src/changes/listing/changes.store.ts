/** 异动存取: the changes of the schools under a path, running and over. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';

export interface ChangeRow {
  caseId: string;
  studentId: string;
  number: string;
  kind: string;
  workflow: string;
  title: string;
  schoolName: string;
  state: string;
  holderName: string | null;
  dueOn: CivilDate | null;
  openedAt: Date;
}

export interface ListedChanges {
  path: string;
  kinds: readonly string[];
  /** Only those that somebody still has to act on, or only those that are over. */
  running: boolean;
  before?: string | undefined;
  limit: number;
}

/** Newest first; from before one on. */
export async function listChanges(
  tx: Transaction,
  { path, kinds, running, before, limit }: ListedChanges,
): Promise<ChangeRow[]> {
  const { lo, hi } = rangeOf(path);
  let query = tx.sql
    .selectFrom('cases as c')
    .innerJoin('institutions as s', 's.id', 'c.school_id')
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
    .select(['c.id as caseId', 'c.subject_id as studentId', 'c.number', 'c.kind', 'c.workflow', 'c.title'])
    .select(['s.name as schoolName', 'last.to_state as state', 'h.name as holderName', 'c.opened_at as openedAt'])
    .select(sql<CivilDate | null>`last.due_on`.as('dueOn'))
    .where('c.path', '>=', lo)
    .where('c.path', '<', hi)
    .where('c.kind', 'in', [...kinds])
    .where('last.holder_id', running ? 'is not' : 'is', null)
    .orderBy('c.id', 'desc')
    .limit(limit);
  if (before) query = query.where('c.id', '<', before);
  return query.execute();
}
