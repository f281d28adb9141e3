/** 转学意愿的材料: the photographs that a family sent with its wish, for the school that was asked, before it opens a case. */
import { type Actor, asAuditActor, type FileAnswer, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getToldWish } from '../../transfers/index.ts';
import { type FamilyPaper, listPapersOf } from '../requests/paper.store.ts';
import { findByInvitation } from '../requests/request.store.ts';

/** In the order in which they were sent; nothing where a school wrote the wish down. Refuses NOT_FOUND for another's. */
export async function listWishPapers(tx: Transaction, actor: Actor, invitationId: string): Promise<FamilyPaper[]> {
  const { studentId, sameWish, waits } = await getToldWish(tx, actor, invitationId);
  // What was taken up has its papers in the case; what was withdrawn is nobody's to look at.
  if (!waits) return [];
  // The child is another school's still, and its request lies at the school that was asked first.
  return tx.beyondScope(async () => {
    for (const id of sameWish) {
      const request = await findByInvitation(tx, studentId, id);
      if (request) return listPapersOf(tx, studentId, [request.id]);
    }
    return [];
  });
}

/** One of them; the look stands in the child's trail. Refuses NOT_FOUND. */
export async function openWishPaper(
  tx: Transaction,
  { files }: Pick<Services, 'files'>,
  actor: Actor,
  { id, paperId }: { id: string; paperId: string },
): Promise<FileAnswer> {
  const paper = (await listWishPapers(tx, actor, id)).find((one) => one.id === paperId);
  if (!paper) throw refuse('NOT_FOUND', { what: '此份材料' });
  const { studentId, fromPath } = await getToldWish(tx, actor, id);
  await tx.beyondScope(() =>
    record(tx, asAuditActor(actor), {
      action: 'VIEW_FAMILY_REQUEST',
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: fromPath,
      detail: { invitation: id, paper: paperId },
    }),
  );
  return { file: await files.fetch(paper.fileId), mediaType: paper.mediaType, sandboxed: true };
}
