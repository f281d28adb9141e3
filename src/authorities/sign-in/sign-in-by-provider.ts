/** 统一身份认证登录: the session of a person whom the identity provider proved; the account must exist here. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { openSession, type SessionKeys } from '../sessions/open-session.ts';
import { findCredentials } from './credentials.store.ts';
import type { ProvedPerson } from './identity-provider.ts';
import { findLock, noteAttempt } from './lock-out.ts';
import { findObstacle } from './sign-in.ts';

/** Refuses ACCOUNT_NOT_ACTIVE for a person without an account here, and for accounts that may not come in. */
export async function signInByProvider(
  services: Services,
  { subject, secondFactor }: ProvedPerson,
  given: { device: string; requestId: string },
): Promise<SessionKeys> {
  const outcome = await services.db.write(NODE_SCOPE, async (tx): Promise<SessionKeys | Refusal> => {
    const account = await findCredentials(tx, { oidcSubject: subject });
    if (!account) {
      await noteAttempt(tx, 'SIGN_IN_REFUSED', undefined, { requestId: given.requestId, why: 'NO_ACCOUNT' });
      return refuse('ACCOUNT_NOT_ACTIVE', { why: '尚未在本系统开设' });
    }
    const hindered =
      (await findLock(tx, account, given.requestId)) ?? (await findObstacle(tx, account, given.requestId));
    return hindered ?? openSession(services, tx, account, { ...given, secondFactor });
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}
