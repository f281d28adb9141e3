/** 家长申请转办件: the case that a school opens from a request gets its photographs, and the request its case, at once. */
import { attachKept, type TakeOver } from '../evidence/index.ts';
import { refuse } from '../kernel/refusal.ts';
import { settle } from './requests/office-requests.ts';
import { listPapersOf } from './requests/paper.store.ts';
import { findByInvitation, getRequest } from './requests/request.store.ts';

/** For a leave, an extension, a return and key data. Refuses NOT_FOUND for what is not the actor's, CONFLICT once answered. */
export const takeOverRequest: TakeOver = async (tx, actor, { caseId, studentId, requestId }) => {
  const one = await getRequest(tx, requestId);
  if (one.receiverId !== actor.institution.id || one.studentId !== studentId) {
    throw refuse('NOT_FOUND', { what: '此家长申请' });
  }
  if (one.state !== 'OPEN') throw refuse('CONFLICT', { what: '此申请已有答复或已撤回' });
  await attachKept(tx, actor, caseId, await listPapersOf(tx, studentId, [requestId]));
  await settle(tx, actor, one, { state: 'ACCEPTED', opinion: '', basis: '', caseId });
};

/** For a transfer: the wish that was told to the school may have come of a request, with photographs. */
export const takeOverWish: TakeOver = async (tx, actor, { caseId, studentId, requestId }) => {
  // The student is another school's still; the request lies at the school that was asked, or at the one asked before it.
  const one = await tx.beyondScope(() => findByInvitation(tx, studentId, requestId));
  if (!one) return;
  const papers = await tx.beyondScope(() => listPapersOf(tx, studentId, [one.id]));
  await attachKept(tx, actor, caseId, papers);
  await tx.beyondScope(() => settle(tx, actor, one, { state: 'ACCEPTED', opinion: '', basis: '', caseId }));
};
