/** 家长材料存取. */
import type { Selectable } from 'kysely';
import type { FamilyPapers } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { KeptPaper } from '../../evidence/index.ts';

export interface FamilyPaper extends KeptPaper {
  studentId: string;
  linkId: string;
  requestId: string | null;
}

/** Enters a photograph that no request has taken yet. */
export async function insertPaper(tx: Transaction, one: FamilyPaper & { path: string }): Promise<void> {
  await tx.sql
    .insertInto('family_papers')
    .values({
      student_id: one.studentId,
      id: one.id,
      path: one.path,
      link_id: one.linkId,
      request_id: null,
      what: one.what,
      file_id: one.fileId,
      media_type: one.mediaType,
      size: one.size,
      pages: one.pages,
      digest: one.digest,
      made_at: tx.now,
    })
    .execute();
}

/** Those of a link that no request has taken, first sent first. */
export async function listLoosePapers(tx: Transaction, studentId: string, linkId: string): Promise<FamilyPaper[]> {
  const rows = await tx.sql
    .selectFrom('family_papers')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('link_id', '=', linkId)
    .where('request_id', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(asPaper);
}

/** Those of some requests, first sent first. */
export async function listPapersOf(
  tx: Transaction,
  studentId: string,
  requestIds: readonly string[],
): Promise<FamilyPaper[]> {
  if (requestIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('family_papers')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('request_id', 'in', [...requestIds])
    .orderBy('id')
    .execute();
  return rows.map(asPaper);
}

/** The request takes them: from now on whoever answers it may open them. Gives how many. */
export async function takePapers(
  tx: Transaction,
  { studentId, linkId, requestId, path }: { studentId: string; linkId: string; requestId: string; path: string },
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await tx.sql
    .updateTable('family_papers')
    .set({ request_id: requestId, path })
    .where('student_id', '=', studentId)
    .where('link_id', '=', linkId)
    .where('request_id', 'is', null)
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Takes a loose one out; its bytes are the caller's to remove. */
export async function deletePaper(
  tx: Transaction,
  { studentId, id }: Pick<FamilyPaper, 'studentId' | 'id'>,
): Promise<void> {
  await tx.sql.deleteFrom('family_papers').where('student_id', '=', studentId).where('id', '=', id).execute();
}

const asPaper = (row: Selectable<FamilyPapers>): FamilyPaper => ({
  id: row.id,
  studentId: row.student_id,
  linkId: row.link_id,
  requestId: row.request_id,
  what: row.what,
  fileId: row.file_id,
  mediaType: row.media_type as KeptPaper['mediaType'],
  size: Number(row.size),
  pages: row.pages,
  digest: row.digest,
});
