/** 疑似重复存取: the pairs that the search has found, kept until somebody raises them or they are alike no more. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { AlikePair } from '../../students/index.ts';

/** Digests that more than one student has, in their order, from after one on. Looks over the whole node. */
export async function listSharedKeys(
  tx: Transaction,
  { after, limit }: { after: Buffer | undefined; limit: number },
): Promise<Buffer[]> {
  let query = tx.sql
    .selectFrom('duplicate_keys')
    .select('key_hash')
    .groupBy('key_hash')
    .having((having) => having(having.fn.count('student_id').distinct(), '>', 1))
    .orderBy('key_hash')
    .limit(limit);
  if (after) query = query.where('key_hash', '>', after);
  return (await query.execute()).map(({ key_hash }) => key_hash);
}

/** Where these students are registered now. */
async function pathsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.sql
    .selectFrom('registrations')
    .select(['student_id', 'path'])
    .where('student_id', 'in', [...ids])
    .where('valid_to', 'is', null)
    .execute();
  return new Map(rows.map(({ student_id, path }) => [student_id, path]));
}

/** Writes what was found; a pair that was known keeps its first day and whatever has been made of it. */
export async function keepPairs(tx: Transaction, pairs: readonly AlikePair[], on: CivilDate): Promise<void> {
  if (pairs.length === 0) return;
  const paths = await pathsOf(tx, [...new Set(pairs.flatMap(({ studentId, otherId }) => [studentId, otherId]))]);
  const rows = pairs.flatMap(({ studentId, otherId, score, reasons }) => {
    const [path, otherPath] = [paths.get(studentId), paths.get(otherId)];
    if (path === undefined || otherPath === undefined) return [];
    const found = { path, other_path: otherPath, score, reasons: JSON.stringify(reasons) };
    return [{ student_id: studentId, other_id: otherId, ...found, found_on: on }];
  });
  if (rows.length === 0) return;
  await tx.sql
    .insertInto('suspected_pairs')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['student_id', 'other_id']).doUpdateSet((row) => ({
        path: row.ref('excluded.path'),
        other_path: row.ref('excluded.other_path'),
        score: row.ref('excluded.score'),
        reasons: row.ref('excluded.reasons'),
      })),
    )
    .execute();
}

/** All pairs that nobody has raised yet, in their order, from after one on. */
export async function listUnraised(
  tx: Transaction,
  { after, limit }: { after: readonly [string, string] | undefined; limit: number },
): Promise<{ studentId: string; otherId: string }[]> {
  let query = tx.sql
    .selectFrom('suspected_pairs')
    .select(['student_id as studentId', 'other_id as otherId'])
    .where('case_id', 'is', null)
    .orderBy('student_id')
    .orderBy('other_id')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(student_id, other_id) > (${after[0]}::uuid, ${after[1]}::uuid)`);
  return query.execute();
}

/** Takes away a pair that is alike no more; one that was raised stays with its case. */
export async function dropPair(tx: Transaction, studentId: string, otherId: string): Promise<void> {
  await tx.sql
    .deleteFrom('suspected_pairs')
    .where('student_id', '=', studentId)
    .where('other_id', '=', otherId)
    .where('case_id', 'is', null)
    .execute();
}

const ordered = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);

/** The pair of two students, in whichever order; undefined where the search has found none in the caller's scope. */
export async function findPair(tx: Transaction, one: string, other: string) {
  const [first, second] = ordered(one, other);
  return tx.sql
    .selectFrom('suspected_pairs')
    .select(['score', 'case_id as caseId'])
    .where('student_id', '=', first)
    .where('other_id', '=', second)
    .executeTakeFirst();
}

/**
 * Ties the pair to the dispute over it, or, with null, leaves it open again; nothing where the search knows of none. Beyond
 * the caller's scope: the other side may be another place's.
 */
export async function settlePair(tx: Transaction, one: string, other: string, caseId: string | null): Promise<void> {
  const [first, second] = ordered(one, other);
  const settle = tx.sql
    .updateTable('suspected_pairs')
    .set({ case_id: caseId })
    .where('student_id', '=', first)
    .where('other_id', '=', second);
  await tx.beyondScope(() => settle.execute());
}

export interface PairRow {
  studentId: string;
  otherId: string;
  path: string;
  otherPath: string;
  score: number;
  reasons: { code: string; weight: number }[];
  foundOn: CivilDate;
}

/** Pairs that nobody has raised, of which one side lies under a path; the most alike first. */
export async function listPairs(
  tx: Transaction,
  { lo, hi }: { lo: string; hi: string },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: PairRow[]; total: number }> {
  const open = tx.sql
    .selectFrom('suspected_pairs')
    .where('case_id', 'is', null)
    .where((or) =>
      or.or([
        or.and([or('path', '>=', lo), or('path', '<', hi)]),
        or.and([or('other_path', '>=', lo), or('other_path', '<', hi)]),
      ]),
    );
  const rows = await open
    .select(['student_id as studentId', 'other_id as otherId', 'path', 'other_path as otherPath', 'score', 'reasons'])
    .select(sql<CivilDate>`found_on`.as('foundOn'))
    .orderBy('score', 'desc')
    .orderBy('student_id')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await open.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map((row) => ({ ...row, reasons: row.reasons as PairRow['reasons'] })), total };
}

/** Name and school of students, wherever they are: what leaves it must be masked for whoever is a stranger. */
export async function namesOf(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { name: string; schoolName: string; schoolId: string }>();
  const rows = await tx.sql
    .selectFrom('registrations as r')
    .innerJoin('key_data as k', (join) => join.onRef('k.student_id', '=', 'r.student_id').on('k.valid_to', 'is', null))
    .innerJoin('institutions as i', 'i.id', 'r.school_id')
    .select(['r.student_id as id', 'k.name', 'i.name as schoolName', 'i.id as schoolId'])
    .where('r.student_id', 'in', [...ids])
    .where('r.valid_to', 'is', null)
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
