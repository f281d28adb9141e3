/** 赋正式学籍号: L becomes G once the identity number stands; the history keeps both, and nothing is ever recomputed. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { isIdentityNumber } from '../identity/identity-number.ts';
import { maskRegistrationNumber } from '../identity/masking.ts';
import { formalNumber } from '../identity/registration-number.ts';
import { findTakenNumbers } from '../matching/matching.store.ts';
import { endNumbers, insertNumbers, listTemporaryNumbers, setRosterNumbers } from './number.store.ts';
import { numberHashOf } from './number-index.ts';
import { tellNumber } from './tell-number.ts';

export interface FormalIssue {
  issued: number;
  /** Left with their temporary number: no resident number, or one whose formal number somebody holds. */
  left: number;
}

/**
 * Gives every student of a school (or of the caller's scope) who still has a temporary number a formal one (MOE-5.1,
 * MOE-N1.3). The number follows from the identity number on that day and stays for life (MOE-N1.5).
 */
export async function issueFormalNumbers(
  tx: Transaction,
  { cipher, index }: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  { schoolId, limit }: { schoolId?: string | undefined; limit: number },
): Promise<FormalIssue> {
  const waiting = await listTemporaryNumbers(tx, { schoolId, limit });
  const proposals = waiting.flatMap((one) => {
    const { number } = cipher.open('key_data', one.studentId, one.keyDataSealed) as { number: string | null };
    if (!number || !isIdentityNumber(number)) return [];
    const formal = formalNumber(number);
    return [{ ...one, formal, hash: numberHashOf(index, formal) }];
  });
  const taken = await findTakenNumbers(
    tx,
    proposals.map(({ hash }) => hash),
  );
  const free = proposals.filter(({ hash }) => !taken.has(hash.toString('hex')));
  const today = dayOf(tx.now);
  await endNumbers(
    tx,
    free.map(({ studentId }) => studentId),
    today,
  );
  await insertNumbers(
    tx,
    free.map((one) => ({
      studentId: one.studentId,
      ordinal: one.ordinal + 1,
      path: one.path,
      kind: 'G' as const,
      sealed: cipher.seal('numbers', one.studentId, one.formal),
      hash: one.hash,
      issuedBy: actor.accountId,
      validFrom: today,
    })),
  );
  await setRosterNumbers(
    tx,
    free.map(({ county, studentId, formal }) => ({ county, studentId, masked: maskRegistrationNumber(formal) })),
  );
  await recordAll(
    tx,
    asAuditActor(actor),
    free.map(({ studentId, path }) => ({
      action: 'ISSUE_FORMAL_NUMBER',
      subjectKind: 'STUDENT' as const,
      subjectId: studentId,
      path,
    })),
  );
  for (const { path, studentId } of free) tellNumber(tx, { path, studentId, kind: 'G' });
  if (free.length === 0) tx.markAudited(); // nobody was waiting: nothing has changed
  return { issued: free.length, left: waiting.length - free.length };
}
