/** 登录凭据存取: passwords and second factors of accounts. */
import type { Role } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Factors } from './sign-in-policy.ts';

/** What signing in needs of an account. */
export interface Credentials extends Factors {
  id: string;
  loginName: string;
  personName: string;
  institutionId: string;
  path: string;
  role: Role;
  state: 'UNTRAINED' | 'ACTIVE' | 'SEALED' | 'CLOSED';
  passwordHash: string | null;
  /** The passwords before this one, the latest first. */
  earlierHashes: string[];
  totpSealed: Buffer | null;
  totpLastStep: number | null;
  failedCount: number;
  lockedUntil: Date | null;
}

/** The account of a login name, locked for the rest of the transaction: guesses at one account queue up. */
export async function findCredentials(
  tx: Transaction,
  by: { loginName: string } | { oidcSubject: string } | { id: string },
): Promise<Credentials | undefined> {
  const query = tx.sql.selectFrom('accounts').selectAll().forUpdate();
  const row = await ('loginName' in by
    ? query.where('login_name', '=', by.loginName)
    : 'id' in by
      ? query.where('id', '=', by.id)
      : query.where('oidc_subject', '=', by.oidcSubject)
  ).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    loginName: row.login_name,
    personName: row.person_name,
    institutionId: row.institution_id,
    path: row.path,
    role: row.role as Role,
    state: row.state as Credentials['state'],
    hasPassword: row.password_hash !== null,
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
    earlierHashes: row.earlier_password_hashes,
    mustChangePassword: row.must_change_password,
    totpSealed: row.totp_sealed,
    totpConfirmedAt: row.totp_confirmed_at,
    totpLastStep: row.totp_last_step,
    failedCount: row.failed_count,
    lockedUntil: row.locked_until,
  };
}

/** Counts a failed try; locks the account where `lockedUntil` is given. */
export async function noteFailure(tx: Transaction, id: string, failedCount: number, lockedUntil: Date | null) {
  await tx.sql
    .updateTable('accounts')
    .set({ failed_count: failedCount, locked_until: lockedUntil })
    .where('id', '=', id)
    .execute();
}

/** Clears the failures and notes the login. */
export async function noteLogin(tx: Transaction, id: string, totpStep: number | undefined) {
  await tx.sql
    .updateTable('accounts')
    .set({
      failed_count: 0,
      locked_until: null,
      last_login_at: tx.now,
      ...(totpStep === undefined ? {} : { totp_last_step: totpStep }),
    })
    .where('id', '=', id)
    .execute();
}

/** Ends a lock before its time, and forgets the failures. */
export async function clearFailures(tx: Transaction, id: string): Promise<void> {
  await noteFailure(tx, id, 0, null);
}

/** How many passwords stay known after they were replaced; the profile says how many of them it minds. */
const KEPT = 5;

/** Replaces the password; the last ones are kept so that they are not used again. */
export async function setPassword(
  tx: Transaction,
  account: Pick<Credentials, 'id' | 'passwordHash' | 'earlierHashes'>,
  { hash, mustChange }: { hash: string; mustChange: boolean },
): Promise<void> {
  const earlier = account.passwordHash ? [account.passwordHash, ...account.earlierHashes] : account.earlierHashes;
  await tx.sql
    .updateTable('accounts')
    .set({
      password_hash: hash,
      password_set_at: tx.now,
      earlier_password_hashes: earlier.slice(0, KEPT),
      must_change_password: mustChange,
    })
    .where('id', '=', account.id)
    .execute();
}

/** Stores a sealed second-factor secret, or takes it away; it counts once confirmed by a first code. */
export async function setTotp(tx: Transaction, id: string, sealed: Buffer | null): Promise<void> {
  await tx.sql
    .updateTable('accounts')
    .set({ totp_sealed: sealed, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', id)
    .execute();
}

/** Notes that a code was given: the first one confirms the secret, and none works twice. */
export async function noteTotp(tx: Transaction, id: string, { step, confirms }: { step: number; confirms: boolean }) {
  await tx.sql
    .updateTable('accounts')
    .set({ totp_last_step: step, failed_count: 0, ...(confirms ? { totp_confirmed_at: tx.now } : {}) })
    .where('id', '=', id)
    .execute();
}

/** What a person's own page says about the ways of signing in. */
export async function findFactors(tx: Transaction, id: string): Promise<{ hasPassword: boolean; hasTotp: boolean }> {
  const row = await tx.sql
    .selectFrom('accounts')
    .select(['password_hash', 'totp_confirmed_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return { hasPassword: row?.password_hash != null, hasTotp: row?.totp_confirmed_at != null };
}
