/** 账号存取: the register of accounts; passwords and second factors have a store of their own. */
import { sql } from 'kysely';
import type { Role } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Account, AccountState } from './account.ts';

const accountsFrom = (tx: Transaction) =>
  tx.sql
    .selectFrom('accounts as a')
    .select([
      'a.id',
      'a.login_name as loginName',
      'a.person_name as personName',
      'a.institution_id as institutionId',
      'a.path',
      'a.training_note as trainingNote',
      'a.must_change_password as mustChangePassword',
      'a.locked_until as lockedUntil',
      'a.made_at as madeAt',
      'a.last_login_at as lastLoginAt',
      sql<Role>`a.role`.as('role'),
      sql<AccountState>`a.state`.as('state'),
      sql<CivilDate | null>`a.trained_on`.as('trainedOn'),
      sql<boolean>`a.oidc_subject is not null`.as('signsInElsewhere'),
      sql<boolean>`a.totp_confirmed_at is not null`.as('hasTotp'),
    ]);

/** The account, locked for the rest of the transaction; refuses NOT_FOUND outside the scope. */
export async function getAccount(tx: Transaction, id: string): Promise<Account> {
  const row = await accountsFrom(tx).where('a.id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此账号' });
  return row;
}

export interface AccountFilter {
  institutionId?: string | undefined;
  role?: Role | undefined;
  state?: AccountState | undefined;
  /** Part of a person's or a login name. */
  search?: string | undefined;
  /** Keyset: the account after which the page begins. */
  after?: string | undefined;
  limit: number;
}

/** Accounts in the scope, by place and login name, each with its institution's name. */
export async function listAccounts(
  tx: Transaction,
  filter: AccountFilter,
): Promise<(Account & { institutionName: string })[]> {
  let query = accountsFrom(tx)
    .innerJoin('institutions as i', 'i.id', 'a.institution_id')
    .select('i.name as institutionName')
    .orderBy('a.path')
    .orderBy('a.login_name')
    .limit(filter.limit);
  if (filter.institutionId) query = query.where('a.institution_id', '=', filter.institutionId);
  if (filter.role) query = query.where('a.role', '=', filter.role);
  if (filter.state) query = query.where('a.state', '=', filter.state);
  if (filter.search) {
    const part = `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where((or) => or.or([or('a.person_name', 'like', part), or('a.login_name', 'like', part)]));
  }
  if (filter.after) {
    const from = sql`(select b.path, b.login_name from accounts b where b.id = ${filter.after})`;
    query = query.where(sql<boolean>`(a.path, a.login_name) > ${from}`);
  }
  return query.execute();
}

export interface NewAccount {
  id: string;
  loginName: string;
  personName: string;
  institutionId: string;
  path: string;
  role: Role;
  state: AccountState;
  passwordHash: string | null;
  mustChangePassword: boolean;
  oidcSubject: string | null;
  trained?: { on: CivilDate; note: string } | undefined;
  madeBy: string | null;
}

/** Is the login name, or the identity provider's name for a person, taken anywhere on this node? */
export async function isTaken(tx: Transaction, by: { loginName: string } | { oidcSubject: string }): Promise<boolean> {
  const query = tx.sql.selectFrom('accounts').select('id');
  return tx.beyondScope(async () => {
    const row = await ('loginName' in by
      ? query.where('login_name', '=', by.loginName)
      : query.where('oidc_subject', '=', by.oidcSubject)
    ).executeTakeFirst();
    return row !== undefined;
  });
}

/** Writes new accounts. */
export async function insertAccounts(tx: Transaction, accounts: readonly NewAccount[]): Promise<void> {
  await tx.sql
    .insertInto('accounts')
    .values(
      accounts.map((one) => ({
        id: one.id,
        login_name: one.loginName,
        person_name: one.personName,
        institution_id: one.institutionId,
        path: one.path,
        role: one.role,
        state: one.state,
        password_hash: one.passwordHash,
        password_set_at: one.passwordHash ? tx.now : null,
        must_change_password: one.mustChangePassword,
        oidc_subject: one.oidcSubject,
        trained_on: one.trained?.on ?? null,
        training_note: one.trained?.note ?? null,
        made_by: one.madeBy,
        made_at: tx.now,
      })),
    )
    .execute();
}

export interface AccountChange {
  state?: AccountState;
  role?: Role;
  trained?: { on: CivilDate; note: string };
}

/** Changes what is given. */
export async function changeAccount(tx: Transaction, id: string, { state, role, trained }: AccountChange) {
  await tx.sql
    .updateTable('accounts')
    .set({
      ...(state ? { state } : {}),
      ...(role ? { role } : {}),
      ...(trained ? { trained_on: trained.on, training_note: trained.note } : {}),
    })
    .set((column) => ({ version: column('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The account signs in at the identity provider from now on: it keeps no password here. */
export async function bindSubject(tx: Transaction, id: string, subject: string): Promise<void> {
  await tx.sql
    .updateTable('accounts')
    .set({ oidc_subject: subject, password_hash: null, password_set_at: null, must_change_password: false })
    .where('id', '=', id)
    .execute();
}

/** The account no longer signs in at the identity provider. */
export async function releaseSubject(tx: Transaction, id: string): Promise<void> {
  await tx.sql.updateTable('accounts').set({ oidc_subject: null }).where('id', '=', id).execute();
}

/** How many others of the institution are in use; its accounts stay locked, so that two who seal each other queue up. */
export async function countOthersInUse(tx: Transaction, account: Pick<Account, 'id' | 'institutionId'>) {
  const rows = await tx.sql
    .selectFrom('accounts')
    .select(['id', 'state'])
    .where('institution_id', '=', account.institutionId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.filter(({ id, state }) => id !== account.id && state === 'ACTIVE').length;
}
