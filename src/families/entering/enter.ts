/** 家长核对: a link and two things the school has on file open a session; whatever is wrong gets one and the same answer. */
import { timingSafeEqual } from 'node:crypto';
import { familyAsAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { familyRelations, labelOf, maskName } from '../../students/index.ts';
import { findChildPath, isStudent } from '../child/child.store.ts';
import { answeredDigests, secretHashes } from '../links/check-digests.ts';
import { countWrongTry, findLinkBySecret, MOST_WRONG_TRIES, markOpened } from '../links/link.store.ts';
import { startFamilySession } from './session.store.ts';
import { familyTokenHash } from './sessions.ts';

type Needs = Pick<Services, 'db' | 'index' | 'randomBytes'>;

export interface Entering {
  secret: string;
  bornOn: string;
  lastFour: string;
  requestId: string;
}

/** Stands in for a link that is not there, so that the same work is done. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const NO_DIGEST = Buffer.alloc(32);

/**
 * Gives the token of the session. Refuses LINK_NOT_VALID, in the same words and after the same work, for an unknown,
 * expired, taken back or locked link and for wrong answers; the try is counted and stands in the trail in any case.
 */
export async function enter(services: Needs, asked: Entering): Promise<string> {
  const outcome = await services.db.write(NODE_SCOPE, (tx) => tryLink(tx, services, asked));
  if (typeof outcome !== 'string') throw outcome;
  return outcome;
}

async function tryLink(tx: Transaction, services: Needs, asked: Entering): Promise<string | Refusal> {
  const { secret, bornOn, lastFour, requestId } = asked;
  const link = await findLinkBySecret(tx, secretHashes(services.index, secret));
  const [studentId, id] = [link?.student_id ?? NOBODY, link?.id ?? NOBODY];
  const answered = answeredDigests(services.index, { linkId: id, bornOn, lastFour });
  const known = [link?.phone_check ?? NO_DIGEST, link?.document_check ?? NO_DIGEST];
  let right = false;
  for (const one of answered) for (const other of known) right = equal(one, other) || right;
  // Looked for in any case, so that the same is done for a link that is not there.
  const child = await findChildPath(tx, studentId);
  const stands =
    link !== undefined && child !== undefined && !link.revoked_at && !link.locked_at && dayOf(tx.now) < link.valid_to;
  if (!right || !stands) {
    await countWrongTry(tx, studentId, id);
    await note(tx, 'FAMILY_CHECK_REFUSED', link, requestId);
    return refuse('LINK_NOT_VALID', { limit: MOST_WRONG_TRIES });
  }
  const token = services.randomBytes(32).toString('base64url');
  const csrfToken = services.randomBytes(16).toString('base64url');
  await startFamilySession(tx, { tokenHash: familyTokenHash(token), studentId, linkId: id, csrfToken });
  await markOpened(tx, studentId, id);
  await note(tx, 'FAMILY_ENTERED', link, requestId);
  return token;
}

const equal = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

type Link = Awaited<ReturnType<typeof findLinkBySecret>>;

async function note(tx: Transaction, action: string, link: Link, requestId: string): Promise<void> {
  const registered = await isStudent(tx, link?.student_id ?? NOBODY);
  const guardianMasked = link ? maskName(link.guardian_name) : '未知';
  const relationWords = (link && labelOf(familyRelations, link.relation)) ?? '身份未核对';
  return record(tx, familyAsAuditActor({ guardianMasked, relationWords, requestId }), {
    action,
    subjectKind: !link ? 'NODE' : registered ? 'STUDENT' : 'ENTRANT',
    subjectId: link?.student_id,
    path: link?.path ?? '',
    detail: { link: link?.id ?? null },
  });
}
