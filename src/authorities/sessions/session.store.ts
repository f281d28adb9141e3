/** 会话存取: signed-in sessions and the person behind each. */
import type { Actor, Level, Role } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { levelOf } from '../../kernel/place-codes.ts';
import type { Factors } from '../sign-in/sign-in-policy.ts';

/** A live session with everything that decides whether it still counts. */
export interface SessionRow {
  csrfToken: string;
  startedAt: Date;
  seenAt: Date;
  secondFactor: boolean;
  accountState: string;
  factors: Factors;
  actor: Omit<Actor, 'requestId'>;
}

/** The session of a token's digest that has not ended; undefined where there is none. */
export async function findSession(tx: Transaction, tokenHash: Buffer): Promise<SessionRow | undefined> {
  const row = await tx.sql
    .selectFrom('login_sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .innerJoin('institutions as i', 'i.id', 'a.institution_id')
    .select([
      's.csrf_token',
      's.started_at',
      's.seen_at',
      's.second_factor',
      'a.id as account_id',
      'a.person_name',
      'a.role',
      'a.state',
      'a.password_set_at',
      'a.must_change_password',
      'a.totp_confirmed_at',
      'i.id as institution_id',
      'i.kind',
      'i.name',
      'i.short_name',
      'i.path',
      'i.place_code',
      'i.county',
    ])
    .select((column) => column('a.password_hash', 'is not', null).as('has_password'))
    .where('s.token_hash', '=', tokenHash)
    .where('s.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const role = row.role as Role;
  const classGroupIds = role === 'CLASS_TEACHER' ? await classGroupsOf(tx, row.account_id) : [];
  return {
    csrfToken: row.csrf_token,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    secondFactor: row.second_factor,
    accountState: row.state,
    factors: {
      role,
      hasPassword: Boolean(row.has_password),
      passwordSetAt: row.password_set_at,
      mustChangePassword: row.must_change_password,
      totpConfirmedAt: row.totp_confirmed_at,
    },
    actor: {
      accountId: row.account_id,
      personName: row.person_name,
      role,
      classGroupIds,
      institution: {
        id: row.institution_id,
        name: row.name,
        shortName: row.short_name,
        level: institutionLevel(row.kind, row.place_code),
        path: row.path,
        placeCode: row.place_code,
        county: row.county,
      },
    },
  };
}

const institutionLevel = (kind: string, placeCode: string): Level =>
  kind === 'AUTHORITY' ? levelOf(placeCode) : kind === 'CENTRE_SCHOOL' ? 'CENTRE' : 'SCHOOL';

async function classGroupsOf(tx: Transaction, accountId: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('class_groups')
    .select('id')
    .where('teacher_id', '=', accountId)
    .where('valid_to', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

export interface NewSession {
  tokenHash: Buffer;
  accountId: string;
  csrfToken: string;
  secondFactor: boolean;
  device: string;
}

/** Starts a session and ends the account's earlier one: one account, one person, one place (S6-28.1). */
export async function startSession(tx: Transaction, session: NewSession): Promise<{ endedEarlier: boolean }> {
  const ended = await endSessions(tx, session.accountId, '在别处登录');
  await tx.sql
    .insertInto('login_sessions')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      csrf_token: session.csrfToken,
      second_factor: session.secondFactor,
      started_at: tx.now,
      seen_at: tx.now,
      device: session.device,
    })
    .execute();
  return { endedEarlier: ended > 0 };
}

/** Gives a live session a new token, as after every step that makes it worth more (ASVS 7.2.4). */
export async function renewSession(
  tx: Transaction,
  tokenHash: Buffer,
  renewed: Pick<NewSession, 'tokenHash' | 'csrfToken'> & { secondFactor?: true },
): Promise<void> {
  await tx.sql
    .updateTable('login_sessions')
    .set({
      token_hash: renewed.tokenHash,
      csrf_token: renewed.csrfToken,
      ...(renewed.secondFactor ? { second_factor: true } : {}),
    })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends what is live of an account (logout, new login, sealing, change of office). Returns how many ended. */
export async function endSessions(tx: Transaction, accountId: string, why: string): Promise<number> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('login_sessions')
    .set({ ended_at: tx.now, ended_why: why })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Notes that the person is still there. */
export async function touchSession(tx: Transaction, tokenHash: Buffer): Promise<void> {
  await tx.sql.updateTable('login_sessions').set({ seen_at: tx.now }).where('token_hash', '=', tokenHash).execute();
}
