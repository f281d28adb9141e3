/** 退回材料: whoever has the case says that a paper does not do, and why; the case itself goes its own way. */
import { type Actor, asAuditActor, scopeOf } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import { getCase, getLastEvent } from '../cases/index.ts';
import type { Database } from '../db/database.ts';
import { refuse } from '../kernel/refusal.ts';
import { getEvidence, markReturned } from './evidence.store.ts';
import { mayReturn, takesPart } from './standing.ts';

/** Returns one paper. Refuses STEP_NOT_ALLOWED to whoever does not have the case, and for one's own papers. */
export async function returnPaper(
  db: Database,
  actor: Actor,
  caseId: string,
  evidenceId: string,
  reason: string,
): Promise<void> {
  await db.write(scopeOf(actor), async (tx) => {
    const one = await getCase(tx, caseId, { lock: true });
    if (!takesPart(actor, { one })) throw refuse('NOT_FOUND', { what: '此办件' });
    const paper = await getEvidence(tx, caseId, evidenceId);
    const last = await getLastEvent(tx, caseId);
    if (!mayReturn(actor, { one, last }, paper)) {
      const state = paper.withdrawnAt || paper.returnedAt ? '已退回或已撤回' : '不由您承办，或为您自己所交';
      throw refuse('STEP_NOT_ALLOWED', { state, action: '退回材料' });
    }
    await markReturned(tx, paper, { by: actor.accountId, reason });
    await record(tx, asAuditActor(actor), {
      action: 'RETURN_EVIDENCE',
      subjectKind: 'CASE',
      subjectId: caseId,
      path: one.path,
      reason,
      detail: { evidence: paper.id, paper: paper.paper },
    });
  });
}
