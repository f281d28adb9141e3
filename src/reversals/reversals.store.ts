/** 撤销变动存取: what a case wrote about a student, and what came after it. */
import { sql } from 'kysely';
import type { Transaction } from '../db/transaction.ts';
import { REVERSAL } from './reversal.ts';

/** A completed case as lists name it. */
export interface NamedCase {
  caseId: string;
  number: string;
  workflow: string;
  at: Date;
}

/** The reversals of cases about a student or a school that have come to their end, by the case taken back. */
export async function listReversals(tx: Transaction, subjectIds: readonly string[]): Promise<Map<string, NamedCase>> {
  const rows = await tx.sql
    .selectFrom('cases as c')
    .innerJoin('case_events as e', 'e.case_id', 'c.id')
    .select(['c.id as caseId', 'c.number', 'c.workflow', 'e.at'])
    .select(sql<string>`c.data->'of'->>'caseId'`.as('of'))
    .where('c.subject_id', '=', sql<string>`any(${[...subjectIds]}::uuid[])`)
    .where('c.kind', '=', REVERSAL)
    .where('e.to_state', '=', 'COMPLETED')
    .execute();
  return new Map(rows.map(({ of, ...one }) => [of, one]));
}

/** When each of these cases came to where it is; what is no case, such as a promotion, is not among them. */
export async function listNamed(tx: Transaction, caseIds: readonly string[]): Promise<NamedCase[]> {
  if (caseIds.length === 0) return [];
  return tx.sql
    .selectFrom('cases as c')
    .innerJoin('case_events as e', 'e.case_id', 'c.id')
    .select(['c.id as caseId', 'c.number', 'c.workflow'])
    .select(sql<Date>`max(e.at)`.as('at'))
    .where('c.id', 'in', [...caseIds])
    .groupBy(['c.id', 'c.number', 'c.workflow'])
    .execute();
}
