/** 登录: password, second factor, lock-out, and the session that follows. */
import { createHash } from 'node:crypto';
import { rankOf, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { hashPassword, verifyPassword } from '../../crypto/password.ts';
import { verifyTotp } from '../../crypto/totp.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Credentials, findCredentials, noteFailure, noteLogin } from './account.store.ts';
import { startSession } from './session.store.ts';
import { tokenHashOf } from './sessions.ts';

const MOST_FAILURES = 5;
const LOCKED_FOR_MS = 15 * 60_000;

export interface SignInPolicy {
  /** Second factor for every role, not only for those who decide. */
  totpForAll: boolean;
  /** Days after which a password must be changed; undefined: never by age. */
  passwordDays: number | undefined;
}

export interface SignedIn {
  token: string;
  csrfToken: string;
  mustChangePassword: boolean;
  /** The role needs a second factor and none is set up yet: the page goes there first. */
  mustSetUpTotp: boolean;
}

/** Does the role need a second factor? Those who decide do (GB/T 22239 8.1.4.1), others where the place asks it. */
export const needsTotp = (role: Credentials['role'], { totpForAll }: SignInPolicy): boolean =>
  totpForAll || rankOf(role) === 'LEADER' || role === 'AUTHORITY_REGISTRAR';

/**
 * Signs a person in with login name, password and, where set up, the code. Refuses with one sentence for an unknown
 * name and a wrong password, in the same time; five failures lock for a quarter of an hour.
 */
export async function signIn(
  services: Services,
  policy: SignInPolicy,
  given: { loginName: string; password: string; code?: string | undefined; device: string; requestId: string },
): Promise<SignedIn> {
  const refusalOrSession = await services.db.write(NODE_SCOPE, async (tx): Promise<SignedIn | Refusal> => {
    const account = await findCredentials(tx, { loginName: given.loginName });
    const rightPassword = await verifyPassword(account?.passwordHash ?? (await decoyHash()), given.password);
    if (!account) {
      // An unknown name may itself be a slip of a password: only its digest is kept.
      const name = createHash('sha256').update(given.loginName).digest('hex').slice(0, 16);
      await note(tx, 'SIGN_IN_REFUSED', undefined, { requestId: given.requestId, why: 'UNKNOWN', name });
      return refuse('WRONG_CREDENTIALS', { limit: MOST_FAILURES });
    }
    if (account.lockedUntil && account.lockedUntil > tx.now) {
      await note(tx, 'SIGN_IN_REFUSED', account, { requestId: given.requestId, why: 'LOCKED' });
      return refuse('ACCOUNT_LOCKED', { until: timeOf(account.lockedUntil) });
    }
    const totp = rightPassword ? checkTotp(services, account, given.code, tx.now) : { step: undefined };
    if (!rightPassword || totp === 'WRONG') return failed(tx, account, given.requestId);
    if (totp === 'MISSING') {
      tx.markAudited(); // the first half of a login; nothing has changed yet
      return refuse('SECOND_FACTOR_NEEDED');
    }
    if (account.state !== 'ACTIVE') {
      await note(tx, 'SIGN_IN_REFUSED', account, { requestId: given.requestId, why: account.state });
      return refuse('ACCOUNT_NOT_ACTIVE', { why: INACTIVE[account.state] });
    }
    await noteLogin(tx, account.id, totp.step);
    return openSession(services, policy, tx, account, { ...given, secondFactor: totp.step !== undefined });
  });
  if (refusalOrSession instanceof Error) throw refusalOrSession;
  return refusalOrSession;
}

/** Starts the session of a person whose identity is proved, by password or by the authority's identity provider. */
export async function openSession(
  services: Services,
  policy: SignInPolicy,
  tx: Transaction,
  account: Credentials,
  given: { device: string; requestId: string; secondFactor: boolean },
): Promise<SignedIn> {
  const token = services.randomBytes(32).toString('base64url');
  const csrfToken = services.randomBytes(16).toString('base64url');
  const { secondFactor, device } = given;
  const { endedEarlier } = await startSession(tx, {
    tokenHash: tokenHashOf(token),
    accountId: account.id,
    csrfToken,
    secondFactor,
    device,
  });
  await note(tx, 'SIGN_IN', account, { requestId: given.requestId, endedEarlier, secondFactor });
  return {
    token,
    csrfToken,
    mustChangePassword: account.mustChangePassword || isTooOld(account, policy, tx.now),
    mustSetUpTotp: needsTotp(account.role, policy) && !account.totpConfirmedAt,
  };
}

const INACTIVE = { UNTRAINED: '尚未登记培训，未启用', SEALED: '长期未用已封存', CLOSED: '已停用' } as const;

function isTooOld({ passwordSetAt }: Credentials, { passwordDays }: SignInPolicy, now: Date): boolean {
  return !!passwordDays && !!passwordSetAt && now.getTime() - passwordSetAt.getTime() > passwordDays * 86_400_000;
}

function checkTotp(services: Services, account: Credentials, code: string | undefined, now: Date) {
  if (!account.totpSealed || !account.totpConfirmedAt) return { step: undefined };
  if (!code) return 'MISSING' as const;
  const secret = services.cipher.open('accounts', account.id, account.totpSealed) as string;
  const step = verifyTotp(secret, code, now, account.totpLastStep);
  return step === undefined ? ('WRONG' as const) : { step };
}

async function failed(tx: Transaction, account: Credentials, requestId: string): Promise<Refusal> {
  const count = account.failedCount + 1;
  const lockedUntil = count >= MOST_FAILURES ? new Date(tx.now.getTime() + LOCKED_FOR_MS) : null;
  await noteFailure(tx, account.id, lockedUntil ? 0 : count, lockedUntil);
  await note(tx, lockedUntil ? 'ACCOUNT_LOCKED' : 'SIGN_IN_REFUSED', account, { requestId, why: 'WRONG' });
  return lockedUntil
    ? refuse('ACCOUNT_LOCKED', { until: timeOf(lockedUntil) })
    : refuse('WRONG_CREDENTIALS', { limit: MOST_FAILURES });
}

async function note(
  tx: Transaction,
  action: string,
  account: Credentials | undefined,
  detail: Record<string, unknown>,
) {
  const { requestId, ...rest } = detail;
  const actor = {
    accountId: account?.id ?? null,
    personName: account?.personName ?? '未知',
    institutionId: account?.institutionId ?? null,
    requestId: String(requestId),
  };
  const subject = { subjectKind: 'ACCOUNT' as const, subjectId: account?.id, path: account?.path ?? '' };
  await record(tx, actor, { action, ...subject, detail: rest });
}

/** A hash that no password meets, so that an unknown name takes as long as a wrong password. */
let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hashPassword('no account has this password');
  return decoy;
}

const timeOf = (at: Date): string =>
  at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', timeStyle: 'short', hour12: false });
