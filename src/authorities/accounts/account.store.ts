/** 账号存取: personal accounts, their passwords and second factors. */
import type { Role } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';

/** What signing in needs of an account. */
export interface Credentials {
  id: string;
  personName: string;
  institutionId: string;
  path: string;
  role: Role;
  state: 'UNTRAINED' | 'ACTIVE' | 'SEALED' | 'CLOSED';
  passwordHash: string | null;
  passwordSetAt: Date | null;
  mustChangePassword: boolean;
  totpSealed: Buffer | null;
  totpConfirmedAt: Date | null;
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
    personName: row.person_name,
    institutionId: row.institution_id,
    path: row.path,
    role: row.role as Role,
    state: row.state as Credentials['state'],
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
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

/** Replaces the password; the last ones are kept so that they are not used again. */
export async function setPassword(
  tx: Transaction,
  id: string,
  { hash, earlier, mustChange }: { hash: string; earlier: string[]; mustChange: boolean },
) {
  await tx.sql
    .updateTable('accounts')
    .set({
      password_hash: hash,
      password_set_at: tx.now,
      earlier_password_hashes: earlier,
      must_change_password: mustChange,
    })
    .where('id', '=', id)
    .execute();
}

/** Stores a sealed second-factor secret; it counts once confirmed by a first code. */
export async function setTotp(tx: Transaction, id: string, sealed: Buffer | null, confirmedAt: Date | null) {
  await tx.sql
    .updateTable('accounts')
    .set({ totp_sealed: sealed, totp_confirmed_at: confirmedAt, totp_last_step: null })
    .where('id', '=', id)
    .execute();
}
