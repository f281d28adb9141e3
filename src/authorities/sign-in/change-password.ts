/** 修改密码: by the person, who proves the old one; the session gets a new token. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { hashPassword, verifyPassword } from '../../crypto/password.ts';
import { findPasswordFaults } from '../../crypto/password-profile.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { renewKeys, type SessionKeys } from '../sessions/open-session.ts';
import { type Credentials, findCredentials, setPassword } from './credentials.store.ts';
import { countFailure, findLock } from './lock-out.ts';
import type { SignInPolicy } from './sign-in-policy.ts';

export interface PasswordChange {
  /** Of the session in which it is changed. */
  token: string;
  current: string;
  next: string;
}

/** Refuses BAD_INPUT with every fault of the new password in one sentence; wrong old ones count towards the lock. */
export async function changePassword(
  services: Services,
  policy: SignInPolicy,
  actor: Actor,
  { token, current, next }: PasswordChange,
): Promise<SessionKeys> {
  const outcome = await services.db.write(scopeOf(actor), async (tx): Promise<SessionKeys | Refusal> => {
    const account = await getOwnCredentials(tx, actor);
    const locked = await findLock(tx, account, actor.requestId);
    if (locked) return locked;
    if (!account.passwordHash || !(await verifyPassword(account.passwordHash, current))) {
      const below = refuse('BAD_INPUT', { what: '原密码不正确，请重新输入' });
      return countFailure(tx, account, actor.requestId, below);
    }
    await refusePasswordFaults(policy, next, {
      ownNames: [account.loginName, account.personName, actor.institution.shortName],
      earlierHashes: [account.passwordHash, ...account.earlierHashes],
    });
    await setPassword(tx, account, { hash: await hashPassword(next), mustChange: false });
    await record(tx, asAuditActor(actor), {
      action: 'CHANGE_PASSWORD',
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      path: account.path,
    });
    return renewKeys(services, tx, token);
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

/** Refuses a password that the profile does not let pass. */
export async function refusePasswordFaults(
  { passwords }: SignInPolicy,
  password: string,
  known: { ownNames: string[]; earlierHashes: string[] },
): Promise<void> {
  const faults = await findPasswordFaults(passwords, password, known);
  if (faults.length > 0) throw refuse('BAD_INPUT', { what: faults.map(({ sentence }) => sentence).join('；') });
}

/** The credentials of the person who is signed in. */
export async function getOwnCredentials(
  tx: Parameters<typeof findCredentials>[0],
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<Credentials> {
  const account = await findCredentials(tx, { id: accountId });
  if (!account) throw refuse('NOT_SIGNED_IN');
  return account;
}
