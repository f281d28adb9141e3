/** 表内重复存取: rows of one workbook that are the same child. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';

/** A row that is repeated, or was. */
export interface RepeatedRow {
  id: string;
  findings: EntrantFinding[];
  /** Rows of the workbook with this very number; null where it stands once. */
  identical: number | null;
  /** Rows with the same name, gender and birthday whose numbers are not all the same. */
  alike: number | null;
}

/**
 * Every row of an import that is repeated, and every one that is still said to be. Two sorts and no join: rows that were
 * written a moment ago have no statistics yet, and a join planned without them can take minutes.
 */
export async function findRepeats(tx: Transaction, importId: string): Promise<RepeatedRow[]> {
  const { rows } = await sql<RepeatedRow>`
    select id, findings,
      case when identity_hash is not null and same_number > 1 then same_number end as identical,
      case when same_person > 1 and (first_number <> last_number or numbered < same_person) then same_person end as alike
    from (
      select id, findings, identity_hash,
        count(*) over number as same_number,
        case when name <> '' and gender is not null and born_on is not null then count(*) over person else 0 end
          as same_person,
        count(identity_hash) over person as numbered,
        min(encode(identity_hash, 'hex')) over person as first_number,
        max(encode(identity_hash, 'hex')) over person as last_number
      from entrants where import_id = ${importId} and state = 'DRAFT'
      window number as (partition by identity_hash), person as (partition by name, gender, born_on)
    ) as counted
    where (identity_hash is not null and same_number > 1)
      or (same_person > 1 and (first_number <> last_number or numbered < same_person))
      or findings @> '[{"code": "IDENTITY_REPEATED"}]' or findings @> '[{"code": "PERSON_REPEATED"}]'
    order by id`.execute(tx.sql);
  return rows;
}

export interface NewFindings {
  id: string;
  findings: readonly EntrantFinding[];
  red: number;
  amber: number;
}

/** Writes what was found, where only that changed: nobody's own work becomes stale by it. */
export async function putFindings(tx: Transaction, changed: readonly NewFindings[]): Promise<void> {
  const CHUNK = 2_000;
  for (let from = 0; from < changed.length; from += CHUNK) {
    const part = JSON.stringify(changed.slice(from, from + CHUNK));
    await sql`
      update entrants e set findings = n.findings, red = n.red, amber = n.amber
      from jsonb_to_recordset(${part}::jsonb) as n (id uuid, findings jsonb, red smallint, amber smallint)
      where e.id = n.id`.execute(tx.sql);
  }
}

/** Which of these students and entrants are a school's own: registered there, or put forward by it. */
export async function listOwn(tx: Transaction, schoolId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from entrants where id = any(${[...ids]}::uuid[]) and school_id = ${schoolId}
    union
    select student_id from registrations
    where student_id = any(${[...ids]}::uuid[]) and school_id = ${schoolId} and valid_to is null`.execute(tx.sql);
  return new Set(rows.map(({ id }) => id));
}
