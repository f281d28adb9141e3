/** 撤销文书: a paper that no longer holds says so to whoever looks its code up; the row stays. */
import { type AuditActor, record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { endPaper, findPaper } from './issued-paper.store.ts';
import { isPaperKind, takenBackAt } from './paper-kinds.ts';

/** Which paper of whom, and why. */
export interface Revocation {
  studentId: string;
  paperId: string;
  reason: string;
  /** 收回: the paper itself is being taken back in the same act. */
  takenBack?: boolean;
}

/**
 * Revokes a student's paper and leaves a REVOKE_PAPER row. The caller has checked that this person may. Refuses NOT_FOUND
 * outside the transaction's scope, CONFLICT where it was revoked before, LAW_REFUSES for a paper whose code ends only
 * with the paper itself, unless `takenBack` says that this is that act.
 */
export async function revokePaper(
  tx: Transaction,
  by: AuditActor,
  { studentId, paperId, reason, takenBack = false }: Revocation,
): Promise<void> {
  const paper = await findPaper(tx, studentId, paperId);
  if (!paper) throw refuse('NOT_FOUND', { what: '此文书' });
  const elsewhere = isPaperKind(paper.kind) ? takenBackAt(paper.kind) : undefined;
  if (elsewhere && !takenBack) throw refuse('LAW_REFUSES', { sentence: elsewhere });
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
