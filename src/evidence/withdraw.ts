/** 撤回材料: a paper no longer counts. What somebody may have relied on is kept; a slip of a moment ago leaves nothing. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import { getCase, getLastEvent } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { refuse } from '../kernel/refusal.ts';
import { deleteEvidence, type Evidence, getEvidence, markWithdrawn } from './evidence.store.ts';
import { type CaseNow, isUntouched, mayWithdraw, takesPart } from './standing.ts';

/** Withdraws one paper. Refuses STEP_NOT_ALLOWED while another institution has the case, or it has ended. */
export async function withdraw(
  services: Pick<Services, 'db' | 'files'>,
  actor: Actor,
  caseId: string,
  evidenceId: string,
): Promise<void> {
  await services.db.write(scopeOf(actor), async (tx) => {
    const one = await getCase(tx, caseId, { lock: true });
    if (!takesPart(actor, { one })) throw refuse('NOT_FOUND', { what: '此办件' });
    const paper = await getEvidence(tx, caseId, evidenceId);
    const now = { one, last: await getLastEvent(tx, caseId) };
    if (paper.withdrawnAt) throw refuse('STEP_NOT_ALLOWED', { state: '已撤回', action: '撤回材料' });
    if (!mayWithdraw(actor, now, paper)) {
      const state = now.last.holderId ? '不在本机构手中，或不是本机构所交' : '已办结';
      throw refuse('STEP_NOT_ALLOWED', { state, action: '撤回材料' });
    }
    await takeBack(services, tx, actor, now, paper);
    await record(tx, asAuditActor(actor), {
      action: 'WITHDRAW_EVIDENCE',
      subjectKind: 'CASE',
      subjectId: caseId,
      path: one.path,
      detail: { evidence: paper.id, paper: paper.paper, digest: paper.digest.toString('hex') },
    });
  });
}

/** Takes back within a transaction that leaves its own row in the trail. */
export async function takeBack(
  { files }: Pick<Services, 'files'>,
  tx: Transaction,
  actor: Actor,
  now: CaseNow,
  paper: Evidence,
): Promise<void> {
  if (!isUntouched(now, paper)) return markWithdrawn(tx, paper, actor.accountId);
  await deleteEvidence(tx, paper);
  tx.afterCommit(() => files.remove(paper.fileId));
}
