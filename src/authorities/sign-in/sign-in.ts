/** 登录: password, second factor, lock-out, and the session that follows. */
import { createHash } from 'node:crypto';
import type { Services } from '../../access/index.ts';
import { hashPassword, verifyPassword } from '../../crypto/password.ts';
import { verifyTotp } from '../../crypto/totp.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { openSession, type SessionKeys } from '../sessions/open-session.ts';
import { type Credentials, findCredentials } from './credentials.store.ts';
import { countFailure, findLock, MOST_FAILURES, noteAttempt } from './lock-out.ts';
import { isTemporaryPasswordOver } from './sign-in-policy.ts';

export interface Attempt {
  loginName: string;
  password: string;
  code?: string | undefined;
  device: string;
  requestId: string;
}

/**
 * Signs a person in with login name, password and, where set up, the code. Refuses with one sentence for an unknown
 * name and a wrong password, in the same time; five failures lock for a quarter of an hour.
 */
export async function signIn(services: Services, given: Attempt): Promise<SessionKeys> {
  const outcome = await services.db.write(NODE_SCOPE, async (tx): Promise<SessionKeys | Refusal> => {
    const account = await findCredentials(tx, { loginName: given.loginName });
    const isRight = await verifyPassword(account?.passwordHash ?? (await decoyHash()), given.password);
    const wrong = refuse('WRONG_CREDENTIALS', { limit: MOST_FAILURES });
    if (!account) {
      // An unknown name may itself be a slip of a password: only its digest is kept.
      const name = createHash('sha256').update(given.loginName).digest('hex').slice(0, 16);
      await noteAttempt(tx, 'SIGN_IN_REFUSED', undefined, { requestId: given.requestId, why: 'UNKNOWN', name });
      return wrong;
    }
    const locked = await findLock(tx, account, given.requestId);
    if (locked) return locked;
    const totp = isRight ? checkCode(services, account, given.code, tx.now) : 'WRONG';
    if (totp === 'WRONG') return countFailure(tx, account, given.requestId, wrong);
    if (totp === 'MISSING') {
      tx.markAudited(); // the first half of a login; nothing has changed yet
      return refuse('SECOND_FACTOR_NEEDED');
    }
    const closed = await findObstacle(tx, account, given.requestId);
    if (closed) return closed;
    return openSession(services, tx, account, { ...given, secondFactor: totp !== 'NONE', totpStep: stepOf(totp) });
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

const INACTIVE = { UNTRAINED: '尚未登记培训，未启用', SEALED: '已封存', CLOSED: '已停用' } as const;

/** Why an account that proved who it is may yet not come in: not trained, sealed, closed, its first password too old. */
export async function findObstacle(
  tx: Transaction,
  account: Credentials,
  requestId: string,
): Promise<Refusal | undefined> {
  const isOver = isTemporaryPasswordOver(account, tx.now);
  if (account.state === 'ACTIVE' && !isOver) return undefined;
  await noteAttempt(tx, 'SIGN_IN_REFUSED', account, { requestId, why: isOver ? 'TEMPORARY_OVER' : account.state });
  const why = account.state === 'ACTIVE' ? '的临时密码已过七日' : INACTIVE[account.state];
  return refuse('ACCOUNT_NOT_ACTIVE', { why });
}

/** NONE: no second factor is set up. A number: the time step of the right code. */
export type CodeCheck = 'NONE' | 'MISSING' | 'WRONG' | number;

/** Checks the code of an account that may have no second factor. */
export function checkCode(
  services: Pick<Services, 'cipher'>,
  account: Credentials,
  code: string | undefined,
  now: Date,
): CodeCheck {
  if (!account.totpSealed || !account.totpConfirmedAt) return 'NONE';
  if (!code) return 'MISSING';
  const secret = services.cipher.open('accounts', account.id, account.totpSealed) as string;
  return verifyTotp(secret, code, now, account.totpLastStep) ?? 'WRONG';
}

const stepOf = (check: CodeCheck): number | undefined => (typeof check === 'number' ? check : undefined);

/** A hash that no password meets, so that an unknown name takes as long as a wrong password. */
let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hashPassword('no account has this password');
  return decoy;
}
