/** 重置与解锁: what the keeper of an account does for a person who cannot get in. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { hashPassword } from '../../crypto/password.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { endSessions } from '../sessions/session.store.ts';
import { clearFailures, findCredentials, setPassword, setTotp } from '../sign-in/credentials.store.ts';
import type { SignInPolicy } from '../sign-in/sign-in-policy.ts';
import { temporaryPassword } from '../sign-in/temporary-password.ts';
import { bindSubject, releaseSubject } from './account.store.ts';
import type { Account } from './account.ts';
import { getAccountToKeep } from './account-keeper.ts';
import { refuseSubjectTaken } from './make-account.ts';

/** 重置密码: a new temporary one, shown once; a tie to the identity provider ends with it. */
export async function resetPassword(
  services: Services,
  policy: SignInPolicy,
  actor: Actor,
  accountId: string,
): Promise<{ temporaryPassword: string }> {
  const password = await temporaryPassword(policy.passwords, services.randomBytes);
  const hash = await hashPassword(password);
  return reset(services, actor, accountId, 'RESET_PASSWORD', async (tx, account) => {
    const credentials = await findCredentials(tx, { id: account.id });
    await setPassword(tx, credentials!, { hash, mustChange: true });
    await releaseSubject(tx, account.id);
    await clearFailures(tx, account.id);
    await endSessions(tx, account.id, '重置密码');
    return { temporaryPassword: password };
  });
}

/** 重置动态口令: the next login sets up a new one where the role needs it. */
export async function resetTotp(services: Services, actor: Actor, accountId: string): Promise<{ reset: true }> {
  return reset(services, actor, accountId, 'RESET_TOTP', async (tx, account) => {
    await setTotp(tx, account.id, null);
    await endSessions(tx, account.id, '重置动态口令');
    return { reset: true };
  });
}

/** 解锁: before the quarter of an hour is over. */
export async function unlockAccount(services: Services, actor: Actor, accountId: string): Promise<{ unlocked: true }> {
  return reset(services, actor, accountId, 'UNLOCK_ACCOUNT', async (tx, account) => {
    await clearFailures(tx, account.id);
    return { unlocked: true };
  });
}

/** 绑定统一身份: the person signs in at the identity provider from now on, and has no password here. */
export async function bindToProvider(
  services: Services,
  actor: Actor,
  accountId: string,
  subject: string,
): Promise<{ bound: true }> {
  return reset(services, actor, accountId, 'BIND_IDENTITY', async (tx, account) => {
    await refuseSubjectTaken(tx, subject);
    await bindSubject(tx, account.id, subject);
    await endSessions(tx, account.id, '绑定统一身份');
    return { bound: true };
  });
}

async function reset<T>(
  services: Services,
  actor: Actor,
  accountId: string,
  action: string,
  work: (tx: Transaction, account: Account) => Promise<T>,
): Promise<T> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const { account } = await getAccountToKeep(tx, actor, accountId);
    if (account.state === 'CLOSED') throw refuse('BAD_INPUT', { what: '账号已停用，请另开账号' });
    const done = await work(tx, account);
    await record(tx, asAuditActor(actor), {
      action,
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      path: account.path,
    });
    return done;
  });
}
