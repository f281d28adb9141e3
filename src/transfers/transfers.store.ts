/** 转学存取: where a child stands, and the transfers that lead to a place or away from it. */
import { sql } from 'kysely';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import type { Stage } from '../policy/index.ts';
import { listDisciplinesOf } from '../school-life/index.ts';
import { TRANSFER } from './transfer.ts';

/** 在籍情况: the open registration of a child, and where it was registered before. */
export interface ChildStanding {
  schoolId: string;
  path: string;
  stage: Stage;
  grade: number;
  state: string;
  /** First day of the first registration in this stage. */
  enteredOn: CivilDate;
  formerSchoolIds: string[];
  /** 未撤销处分: on record, whatever anybody says. */
  underDiscipline: boolean;
}

/** Where a child is registered now; undefined where nowhere. Looks over the whole node: for the law, not for eyes. */
export function findStanding(tx: Transaction, studentId: string): Promise<ChildStanding | undefined> {
  return tx.beyondScope(async () => {
    const rows = await tx.byKey
      .selectFrom('registrations')
      .select(['school_id', 'path', 'stage', 'grade', 'state', 'valid_from', 'valid_to'])
      .where('student_id', '=', studentId)
      .orderBy('valid_from')
      .execute();
    const open = rows.find(({ valid_to }) => valid_to === null);
    if (!open) return undefined;
    return {
      schoolId: open.school_id,
      path: open.path,
      stage: open.stage as Stage,
      grade: open.grade,
      state: open.state,
      enteredOn: rows.find(({ stage }) => stage === open.stage)!.valid_from as CivilDate,
      formerSchoolIds: rows.filter((row) => row !== open).map(({ school_id }) => school_id),
      underDiscipline: (await listDisciplinesOf(tx, [studentId])).length > 0,
    };
  });
}

export interface TransferRow {
  caseId: string;
  number: string;
  workflow: string;
  title: string;
  state: string;
  holderName: string | null;
  dueOn: CivilDate | null;
  openedAt: Date;
}

/** Transfers into the schools under a path or out of them, newest first; from before one on. */
export async function listTransfers(
  tx: Transaction,
  { path, side, before, limit }: { path: string; side: 'IN' | 'OUT'; before?: string | undefined; limit: number },
): Promise<TransferRow[]> {
  const { lo, hi } = rangeOf(path);
  const column = side === 'IN' ? 'c.path' : 'c.counterpart_path';
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
    .select(['c.id as caseId', 'c.number', 'c.workflow', 'c.title', 'last.to_state as state', 'h.name as holderName'])
    .select(['c.opened_at as openedAt'])
    .select(sql<CivilDate | null>`last.due_on`.as('dueOn'))
    .where('c.kind', '=', TRANSFER)
    .where(column, '>=', lo)
    .where(column, '<', hi)
    .orderBy('c.id', 'desc')
    .limit(limit);
  if (before) query = query.where('c.id', '<', before);
  return query.execute();
}

/** 民办高中: has a place one, on a day? */
export async function hasPrivateSenior(tx: Transaction, placeCode: string, day: CivilDate): Promise<boolean> {
  const found = await tx.byKey
    .selectFrom('institutions')
    .select('id')
    .where('place_code', '=', placeCode)
    .where('kind', '=', 'SCHOOL')
    .where('ownership', '=', 'PRIVATE')
    .where('school_type', '<>', 'VOCATIONAL')
    .where(sql<boolean>`'SENIOR' = any(stages)`)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
