/** 佐证材料存取. */
import type { Selectable } from 'kysely';
import type { Case } from '../cases/index.ts';
import type { Evidence as EvidenceTable } from '../db/tables.ts';
import type { Transaction } from '../db/transaction.ts';
import { refuse } from '../kernel/refusal.ts';

/** One paper of a case. */
export interface Evidence {
  id: string;
  caseId: string;
  /** Which of the papers that the law asks for. */
  paper: string;
  what: string;
  /** The last event of the case when it was handed in. */
  stepSeq: number;
  fileId: string;
  mediaType: 'image/jpeg' | 'application/pdf';
  size: number;
  pages: number;
  digest: Buffer;
  institutionId: string;
  institutionName: string;
  accountId: string;
  personName: string;
  madeAt: Date;
  returnedAt: Date | null;
  returnReason: string | null;
  withdrawnAt: Date | null;
}

export type NewEvidence = Omit<Evidence, 'caseId' | 'madeAt' | 'returnedAt' | 'returnReason' | 'withdrawnAt'>;

/** The papers of a case, first handed in first; those that no longer count as well. */
export async function listEvidence(tx: Transaction, caseId: string): Promise<Evidence[]> {
  const rows = await tx.byKey
    .selectFrom('evidence')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(asEvidence);
}

/** One paper of a case. Refuses NOT_FOUND outside the caller's scope. */
export async function getEvidence(tx: Transaction, caseId: string, id: string): Promise<Evidence> {
  const row = await tx.byKey
    .selectFrom('evidence')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此份材料' });
  return asEvidence(row);
}

const asEvidence = (row: Selectable<EvidenceTable>): Evidence => ({
  id: row.id,
  caseId: row.case_id,
  paper: row.paper,
  what: row.what,
  stepSeq: row.step_seq,
  fileId: row.file_id,
  mediaType: row.media_type as Evidence['mediaType'],
  size: row.size,
  pages: row.pages,
  digest: row.digest,
  institutionId: row.institution_id,
  institutionName: row.institution_name,
  accountId: row.account_id,
  personName: row.person_name,
  madeAt: row.made_at,
  returnedAt: row.returned_at,
  returnReason: row.return_reason,
  withdrawnAt: row.withdrawn_at,
});

/** Enters a paper, seen by whoever sees the case. */
export async function insertEvidence(tx: Transaction, one: Case, given: NewEvidence): Promise<void> {
  await tx.sql
    .insertInto('evidence')
    .values({
      case_id: one.id,
      id: given.id,
      path: one.path,
      counterpart_path: one.counterpartPath,
      paper: given.paper,
      what: given.what,
      step_seq: given.stepSeq,
      file_id: given.fileId,
      media_type: given.mediaType,
      size: given.size,
      pages: given.pages,
      digest: given.digest,
      institution_id: given.institutionId,
      institution_name: given.institutionName,
      account_id: given.accountId,
      person_name: given.personName,
      made_at: tx.now,
    })
    .execute();
}

/** 退回: it does not do; it stays to be seen until another takes its place. */
export async function markReturned(
  tx: Transaction,
  { caseId, id }: Evidence,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  await tx.sql
    .updateTable('evidence')
    .set({ returned_at: tx.now, returned_by: by, return_reason: reason })
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute();
}

/** 撤回: it no longer counts and is kept. */
export async function markWithdrawn(tx: Transaction, { caseId, id }: Evidence, by: string): Promise<void> {
  await tx.sql
    .updateTable('evidence')
    .set({ withdrawn_at: tx.now, withdrawn_by: by })
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute();
}

/** Takes a paper out of its case. That there was a file stays on record; its bytes are the caller's to remove. */
export async function deleteEvidence(tx: Transaction, { caseId, id }: Evidence): Promise<void> {
  await tx.sql.deleteFrom('evidence').where('case_id', '=', caseId).where('id', '=', id).execute();
}
