/** 锁定: five failures in a row lock an account for a quarter of an hour; every try leaves its row in the trail. */
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Credentials, noteFailure } from './credentials.store.ts';

export const MOST_FAILURES = 5;
const LOCKED_FOR_MS = 15 * 60_000;

/** The refusal of a locked account; undefined where it is open. */
export async function findLock(tx: Transaction, account: Credentials, requestId: string): Promise<Refusal | undefined> {
  if (!account.lockedUntil || account.lockedUntil <= tx.now) return undefined;
  await noteAttempt(tx, 'SIGN_IN_REFUSED', account, { requestId, why: 'LOCKED' });
  return refuse('ACCOUNT_LOCKED', { until: timeOf(account.lockedUntil) });
}

/**
 * Counts a wrong password or code. Answers the refusal instead of throwing it: the count must be committed. Below the
 * limit it is `below`, from the limit on that of the lock.
 */
export async function countFailure(
  tx: Transaction,
  account: Credentials,
  requestId: string,
  below: Refusal,
): Promise<Refusal> {
  const count = account.failedCount + 1;
  const lockedUntil = count >= MOST_FAILURES ? new Date(tx.now.getTime() + LOCKED_FOR_MS) : null;
  await noteFailure(tx, account.id, lockedUntil ? 0 : count, lockedUntil);
  await noteAttempt(tx, lockedUntil ? 'ACCOUNT_LOCKED' : 'SIGN_IN_REFUSED', account, { requestId, why: 'WRONG' });
  return lockedUntil ? refuse('ACCOUNT_LOCKED', { until: timeOf(lockedUntil) }) : below;
}

/** One row of the trail about somebody who is signing in; the account is unknown where the name was. */
export async function noteAttempt(
  tx: Transaction,
  action: string,
  account: Credentials | undefined,
  { requestId, ...detail }: Record<string, unknown> & { requestId: string },
): Promise<void> {
  const actor = {
    accountId: account?.id ?? null,
    personName: account?.personName ?? '未知',
    institutionId: account?.institutionId ?? null,
    requestId,
  };
  const subject = { subjectKind: 'ACCOUNT' as const, subjectId: account?.id, path: account?.path ?? '' };
  await record(tx, actor, { action, ...subject, detail });
}

const timeOf = (at: Date): string =>
  at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', timeStyle: 'short', hour12: false });
