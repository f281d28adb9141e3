/** 开启会话: what follows once a person's identity is proved, by password or by the authority's identity provider. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type Credentials, noteLogin } from '../sign-in/credentials.store.ts';
import { noteAttempt } from '../sign-in/lock-out.ts';
import { renewSession, startSession } from './session.store.ts';
import { tokenHashOf } from './sessions.ts';

/** The session's token, for the cookie, and the token that writes must carry. */
export interface SessionKeys {
  token: string;
  csrfToken: string;
}

export interface Opening {
  device: string;
  requestId: string;
  /** A second factor was given, here or at the identity provider. */
  secondFactor: boolean;
  totpStep?: number | undefined;
}

/** Starts the session; the account's earlier one ends (S6-28.1). */
export async function openSession(
  services: Pick<Services, 'randomBytes'>,
  tx: Transaction,
  account: Credentials,
  { device, requestId, secondFactor, totpStep }: Opening,
): Promise<SessionKeys> {
  const keys = newKeys(services);
  await noteLogin(tx, account.id, totpStep);
  const { endedEarlier } = await startSession(tx, {
    tokenHash: tokenHashOf(keys.token),
    accountId: account.id,
    csrfToken: keys.csrfToken,
    secondFactor,
    device,
  });
  await noteAttempt(tx, 'SIGN_IN', account, { requestId, endedEarlier, secondFactor });
  return keys;
}

/** Gives the session new keys; the old token is worth nothing from now on. */
export async function renewKeys(
  services: Pick<Services, 'randomBytes'>,
  tx: Transaction,
  token: string,
  worth: { secondFactor?: true } = {},
): Promise<SessionKeys> {
  const keys = newKeys(services);
  await renewSession(tx, tokenHashOf(token), {
    tokenHash: tokenHashOf(keys.token),
    csrfToken: keys.csrfToken,
    ...worth,
  });
  return keys;
}

const newKeys = ({ randomBytes }: Pick<Services, 'randomBytes'>): SessionKeys => ({
  token: randomBytes(32).toString('base64url'),
  csrfToken: randomBytes(16).toString('base64url'),
});
