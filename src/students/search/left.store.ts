/** 离校学生存取: who is registered nowhere any more, at the school that had the student last. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';

export interface LeftRow {
  studentId: string;
  name: string;
  gender: string;
  bornOn: CivilDate;
  schoolId: string;
  schoolName: string;
  grade: number;
  leftOn: CivilDate;
  reason: string | null;
}

export interface LeftQuery {
  /** Under a path, or at these schools. */
  at: { path: string } | { schoolIds: readonly string[] };
  /** One student alone, where asked for by number. */
  studentId?: string | undefined;
  /** The name begins with this; everybody where it is empty. */
  name: string;
  limit: number;
}

/** The greatest character: every text that begins with a prefix sorts before prefix + this, in C collation. */
const LAST = '\u{10FFFF}';

/**
 * Who has left the schools for good, latest first. The student's own row is asked for in the caller's scope:
 * who has gone on at a school elsewhere is no longer seen here.
 */
export async function listLeft(tx: Transaction, { at, studentId, name, limit }: LeftQuery): Promise<LeftRow[]> {
  let query = tx.sql
    .selectFrom('registrations as g')
    .innerJoin('students as s', 's.id', 'g.student_id')
    .innerJoin('key_data as k', (join) => join.onRef('k.student_id', '=', 'g.student_id').on('k.valid_to', 'is', null))
    .innerJoin('institutions as i', 'i.id', 'g.school_id')
    .select(['g.student_id as studentId', 'k.name', 'k.gender', 'k.born_on', 'i.name as schoolName', 'g.grade'])
    .select(['g.valid_to', 'g.end_reason as reason', 'g.school_id as schoolId'])
    .where('g.end_reason', 'is not', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('registrations as later')
            .select('later.id')
            .whereRef('later.student_id', '=', 'g.student_id')
            .whereRef('later.id', '>', 'g.id'),
        ),
      ),
    )
    .orderBy('g.valid_to', 'desc')
    .orderBy('g.student_id')
    .limit(limit);
  if ('path' in at) {
    const { lo, hi } = rangeOf(at.path);
    query = query.where('g.path', '>=', lo).where('g.path', '<', hi);
  } else {
    query = query.where('g.school_id', '=', sql<string>`any(${[...at.schoolIds]}::uuid[])`);
  }
  if (studentId) query = query.where('g.student_id', '=', studentId);
  if (name !== '') query = query.where('k.name', '>=', name).where('k.name', '<', `${name}${LAST}`);
  const rows = await query.execute();
  return rows.map(({ born_on, valid_to, ...row }) => ({
    ...row,
    bornOn: born_on as CivilDate,
    leftOn: valid_to as CivilDate,
  }));
}
