/** 修正导入存取: what an import's rows come to, and why. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';

export interface RowCounts {
  sound: number;
  red: number;
  amber: number;
  skipped: number;
  submitted: number;
  mended: number;
}

/** How many rows of an import can be handed in, must be mended, wait for a yes, are left out, are handed in. */
export async function countRows(tx: Transaction, importId: string): Promise<RowCounts> {
  const { rows } = await sql<RowCounts>`
    select
      count(*) filter (where state = 'DRAFT' and red = 0 and amber = 0) as sound,
      count(*) filter (where state = 'DRAFT' and red > 0) as red,
      count(*) filter (where state = 'DRAFT' and red = 0 and amber > 0) as amber,
      count(*) filter (where state = 'SKIPPED') as skipped,
      count(*) filter (where state in ('SUBMITTED', 'REGISTERED', 'REFUSED')) as submitted,
      coalesce(sum(mended), 0) as mended
    from entrants where import_id = ${importId}`.execute(tx.sql);
  return rows[0]!;
}

export interface CauseRow {
  code: string;
  field: string;
  cause: string;
  severity: 'red' | 'amber';
  remedy: string;
  count: number;
  curable: boolean;
}

/** Why rows of an import cannot be handed in yet: red first, then by the number of rows. */
export async function listCauses(tx: Transaction, importId: string): Promise<CauseRow[]> {
  const { rows } = await sql<CauseRow>`
    select found->>'code' as code, found->>'field' as field, found->>'severity' as severity,
      min(found->>'cause') as cause, min(found->>'remedy') as remedy, count(distinct id) as count,
      coalesce(bool_or((found->>'curable')::boolean), false) as curable
    from entrants cross join lateral jsonb_array_elements(findings) as found
    where import_id = ${importId} and state = 'DRAFT' and red + amber > 0
      and (found->>'confirmed') is distinct from 'true'
    group by 1, 2, 3
    order by found->>'severity' desc, count(distinct id) desc, 1, 2`.execute(tx.sql);
  return rows;
}

/** The cases that rows of an import went into. */
export async function listCaseIds(tx: Transaction, importId: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('entrants')
    .select('case_id')
    .distinct()
    .where('import_id', '=', importId)
    .where('case_id', 'is not', null)
    .orderBy('case_id')
    .execute();
  return rows.map(({ case_id }) => case_id!);
}

/** How many rows of a kind of fault have a cure that can be worked out. */
export async function countCurable(
  tx: Transaction,
  importId: string,
  { code, field }: { code: string; field: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from entrants where import_id = ${importId} and state = 'DRAFT'
      and findings @> ${JSON.stringify([{ code, field, curable: true }])}::jsonb`.execute(tx.sql);
  return rows[0]!.count;
}

/** Every row of an import with something found on it, and where it stands in the sheet. */
export async function listMarks(
  tx: Transaction,
  importId: string,
): Promise<{ rowNo: number; findings: EntrantFinding[] }[]> {
  const { rows } = await sql<{ rowNo: number; findings: EntrantFinding[] }>`
    select row_no as "rowNo", findings from entrants
    where import_id = ${importId} and state in ('DRAFT', 'SKIPPED') and red + amber > 0 order by row_no`.execute(
    tx.sql,
  );
  return rows;
}
