/** 账号活动存取: when accounts were last used, how often somebody signed in, and the setting that ends long silence. */
import { sql } from 'kysely';
import type { Role } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';

export interface LoginCount {
  accountId: string;
  personName: string;
  role: Role;
  institutionId: string;
  institutionName: string;
  logins: number;
  lastLoginAt: Date | null;
}

/** Sign-ins between two instants of each officer in use at the county authorities under a path. */
export async function countLogins(tx: Transaction, path: string, from: Date, to: Date): Promise<LoginCount[]> {
  const { lo, hi } = rangeOf(path);
  return tx.sql
    .selectFrom('accounts as a')
    .innerJoin('institutions as i', 'i.id', 'a.institution_id')
    .innerJoin('places as p', 'p.code', 'i.place_code')
    .select([
      'a.id as accountId',
      'a.person_name as personName',
      sql<Role>`a.role`.as('role'),
      'i.id as institutionId',
      'i.name as institutionName',
      'a.last_login_at as lastLoginAt',
      sql<number>`(select count(*) from login_sessions s
        where s.account_id = a.id and s.started_at >= ${from} and s.started_at < ${to})`.as('logins'),
    ])
    .where('a.path', '>=', lo)
    .where('a.path', '<', hi)
    .where('a.state', '=', 'ACTIVE')
    .where('i.kind', '=', 'AUTHORITY')
    .where('p.level', '=', 'COUNTY')
    .orderBy('a.path')
    .orderBy('a.login_name')
    .execute();
}

export interface LastActivity {
  id: string;
  personName: string;
  institutionId: string;
  placeCode: string;
  path: string;
  role: Role;
  /** The last login, or what brought the account into use where there was none after it. */
  activeAt: Date;
}

/** Every account in use with the last sign of life, the longest silent first. */
export async function listLastActivity(tx: Transaction): Promise<LastActivity[]> {
  return tx.sql
    .selectFrom('accounts as a')
    .innerJoin('institutions as i', 'i.id', 'a.institution_id')
    .select([
      'a.id',
      'a.person_name as personName',
      'a.institution_id as institutionId',
      'i.place_code as placeCode',
      'a.path',
      sql<Role>`a.role`.as('role'),
      sql<Date>`greatest(a.made_at, a.last_login_at, (select max(e.at) from audit_events e
        where e.subject_id = a.id and e.action in ('RECORD_TRAINING', 'UNSEAL_ACCOUNT')))`.as('activeAt'),
    ])
    .where('a.state', '=', 'ACTIVE')
    .orderBy('activeAt')
    .execute();
}

const DORMANT_DAYS = 'dormant-account-days';

/** What places have set, by place code. */
export async function listDormantDays(tx: Transaction, day: CivilDate): Promise<Map<string, number>> {
  const rows = await tx.sql
    .selectFrom('settings')
    .select(['place_code', 'value'])
    .where('name', '=', DORMANT_DAYS)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .execute();
  return new Map(rows.map(({ place_code, value }) => [place_code, Number(value)]));
}

/** Sets it for a place from a day on; what was set before ends that day. */
export async function putDormantDays(
  tx: Transaction,
  { placeCode, days, from, setBy }: { placeCode: string; days: number; from: CivilDate; setBy: string },
): Promise<void> {
  await tx.sql
    .updateTable('settings')
    .set({ valid_to: from })
    .where('place_code', '=', placeCode)
    .where('name', '=', DORMANT_DAYS)
    .where('valid_from', '<', from)
    .where('valid_to', 'is', null)
    .execute();
  const value = JSON.stringify(days);
  await tx.sql
    .insertInto('settings')
    .values({ place_code: placeCode, name: DORMANT_DAYS, value, valid_from: from, set_by: setBy })
    .onConflict((conflict) =>
      conflict.columns(['place_code', 'name', 'valid_from']).doUpdateSet({ value, set_by: setBy, valid_to: null }),
    )
    .execute();
}
