/** 看材料: the list of a case's papers, and the pages of one, whose every opening is told in the trail. */
import { type Actor, asAuditActor, type FileAnswer, type Services, scopeOf } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import { checkMayRead, getCase, getLastEvent } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { refuse } from '../kernel/refusal.ts';
import type { EvidenceView } from './evidence.api.ts';
import { getEvidence, listEvidence } from './evidence.store.ts';
import { holds, mayLook, mayReturn, mayWithdraw } from './standing.ts';

/** The papers as the reader may see and handle them. Refuses NOT_FOUND outside the reader's scope. */
export async function viewEvidence(tx: Transaction, actor: Actor, caseId: string): Promise<EvidenceView> {
  const now = { one: await getCase(tx, caseId), last: await getLastEvent(tx, caseId) };
  checkMayRead(actor, now.one);
  const papers = await listEvidence(tx, caseId);
  const mayOpen = await mayLook(tx, actor, now);
  return {
    mayAdd: holds(actor, now),
    items: papers.map((paper) => ({
      id: paper.id,
      paper: paper.paper,
      what: paper.what,
      state: paper.withdrawnAt ? 'WITHDRAWN' : paper.returnedAt ? 'RETURNED' : 'IN',
      mediaType: paper.mediaType,
      size: paper.size,
      pages: paper.pages,
      seq: paper.stepSeq,
      institutionName: paper.institutionName,
      personName: paper.personName,
      at: paper.madeAt.toISOString(),
      returnReason: paper.returnReason,
      mayOpen,
      mayWithdraw: mayWithdraw(actor, now, paper),
      mayReturn: mayReturn(actor, now, paper),
    })),
  };
}

/** The bytes of a paper, to be looked at and not run. Refuses NOT_FOUND to whoever has nothing to do with the case. */
export async function openEvidence(
  { db, files }: Pick<Services, 'db' | 'files'>,
  actor: Actor,
  caseId: string,
  evidenceId: string,
): Promise<FileAnswer> {
  const { fileId, mediaType } = await db.write(scopeOf(actor), async (tx) => {
    const one = await getCase(tx, caseId);
    const last = await getLastEvent(tx, caseId);
    if (!(await mayLook(tx, actor, { one, last }))) throw refuse('NOT_FOUND', { what: '此份材料' });
    const paper = await getEvidence(tx, caseId, evidenceId);
    await record(tx, asAuditActor(actor), {
      action: 'VIEW_EVIDENCE',
      subjectKind: 'CASE',
      subjectId: caseId,
      path: one.path,
      detail: { evidence: paper.id, paper: paper.paper },
    });
    return paper;
  });
  return { file: await files.fetch(fileId), mediaType, sandboxed: true };
}
