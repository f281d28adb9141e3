/** 出具文书存取: the register of papers, keyed by the digest of the code that stands on each. */
import { type Selectable, sql } from 'kysely';
import type { IssuedPapers } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';

export type PaperRow = Selectable<IssuedPapers>;

/** A row of the register, as it is first written. */
export interface NewPaper {
  codeHash: Buffer;
  id: string;
  kind: string;
  path: string;
  institutionId: string;
  studentId: string | null;
  told: Readonly<Record<string, string>>;
  issuedBy: string | null;
  issuedByName: string;
  validTo: string | null;
}

/** Enters papers. The caller has left the row of the act in the trail. */
export async function insertPapers(tx: Transaction, papers: readonly NewPaper[]): Promise<void> {
  const rows = papers.map((paper) => ({
    code_hash: paper.codeHash,
    id: paper.id,
    kind: paper.kind,
    path: paper.path,
    institution_id: paper.institutionId,
    student_id: paper.studentId,
    told: JSON.stringify(paper.told),
    issued_by: paper.issuedBy,
    issued_by_name: paper.issuedByName,
    issued_at: tx.now,
    valid_to: paper.validTo,
  }));
  await tx.together({ into: 'issued_papers', rows });
}

/**
 * The paper of a code, by its digest under whichever key; counts the look. One statement, the same for a code that is
 * there and one that is not.
 */
export async function lookUpPaper(tx: Transaction, codeHashes: readonly Buffer[]): Promise<PaperRow | undefined> {
  return tx.sql
    .updateTable('issued_papers')
    .set({ looks: sql`looks + 1`, last_looked_at: tx.now })
    .where('code_hash', 'in', codeHashes)
    .returningAll()
    .executeTakeFirst();
}

/** The papers of a student that the transaction's scope lets see, newest first. Refuses NOT_FOUND for a student outside it. */
export async function listPaperRows(tx: Transaction, studentId: string): Promise<PaperRow[]> {
  const known = await tx.sql.selectFrom('students').select('id').where('id', '=', studentId).executeTakeFirst();
  if (!known) throw refuse('NOT_FOUND', { what: '此学生' });
  return tx.sql
    .selectFrom('issued_papers')
    .selectAll()
    .where('student_id', '=', studentId)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** One paper of a student, undefined outside the transaction's scope. */
export async function findPaper(tx: Transaction, studentId: string, id: string): Promise<PaperRow | undefined> {
  return tx.sql
    .selectFrom('issued_papers')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Ends a paper that still holds; answers whether this was the act that did. */
export async function endPaper(
  tx: Transaction,
  codeHash: Buffer,
  by: { accountId: string | null; personName: string; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('issued_papers')
    .set({
      revoked_at: tx.now,
      revoked_by: by.accountId,
      revoked_by_name: by.personName,
      revoke_reason: by.reason,
    })
    .where('code_hash', '=', codeHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps the digest of the file that was made of a paper. */
export async function setDigest(tx: Transaction, codeHash: Buffer, digest: Buffer): Promise<void> {
  await tx.sql.updateTable('issued_papers').set({ digest }).where('code_hash', '=', codeHash).execute();
}
