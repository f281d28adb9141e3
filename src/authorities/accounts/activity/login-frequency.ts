/** 登录频次: county officers sign in at least twice a week (S6-30.1); who fell short of it in a week. */
import { type Actor, ROLES } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, dayOf, startOfDay, weekdayOf } from '../../../kernel/civil-date.ts';
import type { LoginFrequency } from '../accounts.api.ts';
import { countLogins } from './activity.store.ts';

const REQUIRED = 2;

/** Monday of the week a day lies in. */
export const weekOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekdayOf(day));

/** MET as soon as it is met; SHORT only when the week is over. */
export function verdictOf(logins: number, closed: boolean): 'MET' | 'OPEN' | 'SHORT' {
  if (logins >= REQUIRED) return 'MET';
  return closed ? 'SHORT' : 'OPEN';
}

/** The officers of counties in the actor's place, those who fell short first. */
export async function reportLogins(tx: Transaction, actor: Actor, day: CivilDate): Promise<LoginFrequency> {
  const weekFrom = weekOf(day);
  const weekTo = addDays(weekFrom, 6);
  const closed = dayOf(tx.now) > weekTo;
  const rows = await countLogins(tx, actor.institution.path, startOfDay(weekFrom), startOfDay(addDays(weekTo, 1)));
  const items = rows.map((row) => ({
    accountId: row.accountId,
    personName: row.personName,
    roleWords: ROLES[row.role],
    institutionId: row.institutionId,
    institutionName: row.institutionName,
    logins: row.logins,
    lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
    verdict: verdictOf(row.logins, closed),
  }));
  items.sort((a, b) => a.logins - b.logins);
  return { weekFrom, weekTo, closed, required: REQUIRED, clause: '县（区）学籍管理员每周至少登录系统两次', items };
}
