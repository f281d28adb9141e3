/** 学校变动一览: what was drawn up for the schools of a place, the latest first. */
import { sql } from 'kysely';
import type { Transaction } from '../db/transaction.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import { RESTRUCTURING, type RestructuringData } from './restructuring.ts';

export interface ListedRestructuring {
  caseId: string;
  number: string;
  state: string;
  openedAt: Date;
  data: RestructuringData;
}

const MOST_LISTED = 500;

/** Cases drawn up by or above which the place stands; those withdrawn are left out. */
export async function listRestructurings(tx: Transaction, path: string): Promise<ListedRestructuring[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<ListedRestructuring>`
    select c.id as "caseId", c.number, e.to_state as state, c.opened_at as "openedAt", c.data
    from cases c
    join case_events e on e.case_id = c.id
      and e.seq = (select max(last.seq) from case_events last where last.case_id = c.id)
    where c.kind = ${RESTRUCTURING} and c.path >= ${lo} and c.path < ${hi} and e.to_state <> 'WITHDRAWN'
    order by c.opened_at desc limit ${MOST_LISTED}`.execute(tx.sql);
  return rows;
}
