/** 档案袋存取. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';

export interface Folder {
  code: string;
  studentId: string;
  schoolId: string;
  path: string;
}

/** Codes of folders that a school has labelled before, by student. */
export async function listFolders(
  tx: Transaction,
  schoolId: string,
  studentIds: readonly string[],
): Promise<Map<string, string>> {
  if (studentIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('file_folders')
    .select(['student_id', 'code'])
    .where('student_id', '=', sql<string>`any(${[...studentIds]}::uuid[])`)
    .where('school_id', '=', schoolId)
    .execute();
  return new Map(rows.map((row) => [row.student_id, row.code]));
}

export async function insertFolders(tx: Transaction, by: string, folders: readonly Folder[]): Promise<void> {
  if (folders.length === 0) return;
  await tx.sql
    .insertInto('file_folders')
    .values(
      folders.map(({ code, studentId, schoolId, path }) => ({
        ...{ code, student_id: studentId, school_id: schoolId, path, made_by: by, made_at: tx.now },
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/** Whose folder bears a code, in the scope that holds now. */
export async function findFolder(tx: Transaction, code: string): Promise<{ studentId: string } | undefined> {
  const row = await tx.byKey
    .selectFrom('file_folders')
    .select('student_id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row && { studentId: row.student_id };
}
