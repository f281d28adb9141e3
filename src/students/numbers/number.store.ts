/** 学籍号存取. */
import { sql } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface TemporaryNumber {
  studentId: string;
  ordinal: number;
  path: string;
  county: string;
  keyDataSealed: Buffer;
}

/**
 * Students in scope whose open number is a temporary one and who have a document with a number. Their rows are locked:
 * whoever issues at the same time waits, and then finds them done.
 */
export async function listTemporaryNumbers(
  tx: Transaction,
  { schoolId, limit }: { schoolId?: string | undefined; limit: number },
): Promise<TemporaryNumber[]> {
  let query = tx.sql
    .selectFrom('numbers as n')
    .innerJoin('key_data as k', (join) => join.onRef('k.student_id', '=', 'n.student_id').on('k.valid_to', 'is', null))
    .innerJoin('registrations as r', (join) =>
      join.onRef('r.student_id', '=', 'n.student_id').on('r.valid_to', 'is', null),
    )
    .select(['n.student_id', 'n.ordinal', 'n.path', 'r.county', 'k.sealed'])
    .where('n.kind', '=', 'L')
    .where('n.valid_to', 'is', null)
    .where('k.identity_hash', 'is not', null)
    .orderBy('n.student_id')
    .limit(limit)
    .forUpdate('n');
  if (schoolId) query = query.where('r.school_id', '=', schoolId);
  const rows = await query.execute();
  return rows.map((row) => ({
    studentId: row.student_id,
    ordinal: row.ordinal,
    path: row.path,
    county: row.county,
    keyDataSealed: row.sealed,
  }));
}

/** The number that each of these students has now, sealed; who lies outside the scope is not in the answer. */
export async function listOpenNumbers(
  tx: Transaction,
  studentIds: readonly string[],
): Promise<{ studentId: string; sealed: Buffer }[]> {
  if (studentIds.length === 0) return [];
  return tx.sql
    .selectFrom('numbers')
    .select(['student_id as studentId', 'sealed'])
    .where(isOneOf('student_id', [...studentIds]))
    .where('valid_to', 'is', null)
    .execute();
}

/** Ends the open numbers of these students on a day. */
export async function endNumbers(tx: Transaction, studentIds: readonly string[], on: CivilDate): Promise<void> {
  if (studentIds.length === 0) return;
  await tx.sql
    .updateTable('numbers')
    .set({ valid_to: on })
    .where(sql<boolean>`student_id = any(${[...studentIds]}::uuid[])`)
    .where('valid_to', 'is', null)
    .execute();
}

/**
 * Takes numbers for good where they are free, and answers who got theirs. Two acts that draw the same number at once
 * wait for each other here, and the later one draws again: no act fails for a number (MOE-5.2).
 */
export async function claimNumbers(
  tx: Transaction,
  claims: readonly { hash: Buffer; studentId: string }[],
): Promise<Set<string>> {
  // In one order everywhere: two acts then wait for each other instead of deadlocking.
  const ordered = claims.toSorted((a, b) => Buffer.compare(a.hash, b.hash));
  const { rows } = await sql<{ student_id: string }>`
    insert into number_holders (number_hash, student_id)
    select * from unnest(
      ${ordered.map(({ hash }) => hash)}::bytea[], ${ordered.map(({ studentId }) => studentId)}::uuid[])
    on conflict do nothing returning student_id`.execute(tx.sql);
  return new Set(rows.map(({ student_id }) => student_id));
}

export interface NumberRow {
  studentId: string;
  ordinal: number;
  path: string;
  kind: 'L' | 'G' | 'J';
  sealed: Buffer;
  hash: Buffer;
  issuedBy: string;
  validFrom: CivilDate;
}

/** Writes numbers and takes them for good: the key of number_holders lets no number be held twice (MOE-5.2). */
export async function insertNumbers(tx: Transaction, rows: readonly NumberRow[]): Promise<void> {
  const PORTION = 1_000;
  for (let from = 0; from < rows.length; from += PORTION) {
    const portion = rows.slice(from, from + PORTION);
    await tx.sql
      .insertInto('number_holders')
      .values(portion.map(({ hash, studentId }) => ({ number_hash: hash, student_id: studentId })))
      .execute();
    await tx.sql
      .insertInto('numbers')
      .values(
        portion.map((one) => ({
          student_id: one.studentId,
          ordinal: one.ordinal,
          path: one.path,
          kind: one.kind,
          sealed: one.sealed,
          number_hash: one.hash,
          issued_by: one.issuedBy,
          valid_from: one.validFrom,
        })),
      )
      .execute();
  }
}

/** Shows the numbers in the roster. */
export async function setRosterNumbers(
  tx: Transaction,
  rows: readonly { county: string; studentId: string; masked: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update roster set number_masked = given.masked
    from unnest(${rows.map(({ county }) => county)}::text[], ${rows.map(({ studentId }) => studentId)}::uuid[],
      ${rows.map(({ masked }) => masked)}::text[]) as given(county, student_id, masked)
    where roster.county = given.county and roster.student_id = given.student_id`.execute(tx.sql);
}
