/** 名册背后的学籍: what record, if any, a child on the roll has already, anywhere on the node. */
import { sql } from 'kysely';
import type { Transaction } from '../../../../db/transaction.ts';
import type { Stage } from '../../../../policy/index.ts';
import type { EndReason } from '../../../../students/index.ts';

export interface RecordBehind {
  studentId: string;
  name: string;
  /** The open registration; null where it has ended. */
  open: { stage: Stage; schoolId: string } | null;
  /** The last one, open or ended. */
  last: { stage: Stage; schoolId: string; path: string; endReason: EndReason | null };
  /** 高中阶段已毕业、结业或肄业 (SC-12.3). */
  finishedSenior: boolean;
}

/** The records of these students; who has none is not in the answer. For the system's own check, beyond any scope. */
export async function recordsBehind(
  tx: Transaction,
  studentIds: readonly string[],
): Promise<Map<string, RecordBehind>> {
  if (studentIds.length === 0) return new Map();
  const { rows } = await tx.beyondScope(() =>
    sql<{
      studentId: string;
      name: string;
      stage: Stage;
      schoolId: string;
      path: string;
      endReason: EndReason | null;
      open: boolean;
      finishedSenior: boolean;
    }>`
      select distinct on (g.student_id) g.student_id as "studentId", k.name, g.stage, g.school_id as "schoolId", g.path,
        g.end_reason as "endReason", g.valid_to is null as open,
        exists (select from registrations s where s.student_id = g.student_id and s.stage = 'SENIOR'
          and s.end_reason in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL')) as "finishedSenior"
      from registrations g
      join key_data k on k.student_id = g.student_id and k.valid_to is null
      where g.student_id = any(${[...studentIds]}::uuid[])
      order by g.student_id, g.valid_to desc nulls first, g.valid_from desc`.execute(tx.sql),
  );
  return new Map(
    rows.map(({ studentId, name, stage, schoolId, path, endReason, open, finishedSenior }) => [
      studentId,
      {
        ...{ studentId, name, finishedSenior },
        open: open ? { stage, schoolId } : null,
        last: { stage, schoolId, path, endReason },
      },
    ]),
  );
}

/** 高中已修完: which of these digests belong to somebody who has been through a senior school (SC-12.3). */
export async function finishedSenior(tx: Transaction, hashes: readonly Buffer[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const { rows } = await tx.beyondScope(() =>
    sql<{ hash: Buffer }>`
      select distinct i.identity_hash as hash from identities i
      join registrations g on g.student_id = i.student_id and g.stage = 'SENIOR'
        and g.end_reason in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL')
      where i.identity_hash = any(${[...hashes]}::bytea[])`.execute(tx.sql),
  );
  return new Set(rows.map(({ hash }) => hash.toString('hex')));
}

/** Which of these drafts are the school's own entrants, so that the roll takes them up. */
export async function ownEntrants(tx: Transaction, schoolId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('entrants')
    .select('id')
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
