/** 账号提醒的算法: which institutions have accounts that nobody can use yet, and who signed in too seldom. */
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { AccountView, LoginFrequency } from '../../accounts/accounts.api.ts';

export interface AccountReminder {
  key: string;
  words: string;
  note: string;
  to: string;
}

export interface AccountsFound {
  items: readonly Pick<AccountView, 'institutionId' | 'institutionName' | 'personName'>[];
  /** More were there than were asked for. */
  more: boolean;
}

const MOST = 3;

/** 待登记培训, an institution a line, the most waiting first; beyond three a line for the rest. */
export function untrainedReminders({ items, more }: AccountsFound): AccountReminder[] {
  const byInstitution = [...Map.groupBy(items, ({ institutionId }) => institutionId)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  const lines = byInstitution.slice(0, MOST).map(([id, accounts]) => ({
    key: `untrained-${id}`,
    words: `${accounts[0]!.institutionName}${accounts.length}个账号待登记培训`,
    note: `${accounts
      .map(({ personName }) => personName)
      .slice(0, MOST)
      .join('、')}${accounts.length > MOST ? '等' : ''}，登记后才能登录`,
    to: `/institutions/${id}?tab=accounts&state=UNTRAINED`,
  }));
  const rest = byInstitution.slice(MOST);
  if (rest.length === 0) return lines;
  const count = rest.reduce((sum, [, accounts]) => sum + accounts.length, 0);
  const words = `另有${rest.length}个机构${count}个账号待登记培训${more ? '，尚未列全' : ''}`;
  return [...lines, { key: 'untrained-rest', words, note: '在机构账号中逐个查看', to: '/institutions' }];
}

/** The Monday to Sunday before the week of today: the last that can be judged. */
export const lastWeek = (today: CivilDate): CivilDate => addDays(today, -7);

/** 上周登录不足: one line, to the list of that week; undefined where everybody signed in often enough. */
export function loginReminder(
  { items, required, weekFrom, clause }: LoginFrequency,
  ownId: string,
): AccountReminder | undefined {
  const short = items.filter(({ verdict }) => verdict === 'SHORT');
  if (short.length === 0) return undefined;
  return {
    key: 'logins',
    words: `上周${short.length}个账号登录不足${required}次`,
    note: clause,
    to: `/institutions/${ownId}?tab=logins&day=${weekFrom}`,
  };
}
