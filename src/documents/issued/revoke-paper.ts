/** 撤销文书: a paper that no longer holds says so to whoever looks its code up; the row stays. */
import { type AuditActor, record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { endPaper, findPaper } from './issued-paper.store.ts';

/**
 * Revokes a student's paper and leaves a REVOKE_PAPER row. The caller has checked that this person may. Refuses NOT_FOUND
 * outside the transaction's scope, CONFLICT where it was revoked before.
 */
export async function revokePaper(
  tx: Transaction,
  by: AuditActor,
  { studentId, paperId, reason }: { studentId: string; paperId: string; reason: string },
): Promise<void> {
  const paper = await findPaper(tx, studentId, paperId);
  if (!paper) throw refuse('NOT_FOUND', { what: '此文书' });
  const { accountId, personName } = by;
  const ended = await endPaper(tx, paper.code_hash, { accountId, personName, reason: reason.trim() });
  if (!ended) throw refuse('CONFLICT', { what: '此文书已撤销' });
  await record(tx, by, {
    action: 'REVOKE_PAPER',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: paper.path,
    reason: reason.trim(),
    detail: { paper: paperId, kind: paper.kind },
  });
}
