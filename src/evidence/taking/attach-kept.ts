/** 转入材料: papers that a family has sent already go into the case that came of its request; the files stay where they lie. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getCase, getLastEvent } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type Evidence, insertEvidence } from '../evidence.store.ts';
import { MOST_PAPERS, OTHER } from '../limits.api.ts';

/**
 * What a case that comes of a family's request takes over of it, in the transaction that opens the case. Features that
 * open cases are handed it; `requestId` is the request's, or the wish's that was told to the school.
 */
export type TakeOver = (
  tx: Transaction,
  actor: Actor,
  opened: { caseId: string; studentId: string; requestId: string },
) => Promise<void>;

/** A paper as it was kept. */
export type KeptPaper = Pick<Evidence, 'id' | 'what' | 'fileId' | 'mediaType' | 'size' | 'pages' | 'digest'>;

/** Enters them as handed in by the actor's institution, in the step in which the case now is. */
export async function attachKept(
  tx: Transaction,
  actor: Actor,
  caseId: string,
  papers: readonly KeptPaper[],
): Promise<void> {
  if (papers.length === 0) return;
  const one = await getCase(tx, caseId);
  const { seq: stepSeq } = await getLastEvent(tx, caseId);
  const { institution, accountId, personName } = actor;
  const by = { accountId, personName, institutionId: institution.id, institutionName: institution.name };
  const taken = papers.slice(0, MOST_PAPERS);
  for (const paper of taken) {
    await insertEvidence(tx, one, { ...paper, ...by, stepSeq, paper: OTHER, what: `家长上传：${paper.what}` });
  }
  await record(tx, asAuditActor(actor), {
    action: 'HAND_IN_EVIDENCE',
    subjectKind: 'CASE',
    subjectId: caseId,
    path: one.path,
    detail: { fromFamily: taken.map(({ id, digest }) => ({ evidence: id, digest: digest.toString('hex') })) },
  });
}
