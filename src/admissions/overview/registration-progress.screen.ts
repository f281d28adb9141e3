/** 建籍进度的算法: counts only what is there: the plan where every part has one, else the children put forward. */
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { dayWords } from '../../web/format.ts';
import type { OverviewView } from './overview.api.ts';

export interface RegistrationCount {
  done: number;
  total: number;
  /** 10月1日前; empty where the place sets no day. */
  until: string;
  /** 还有2校未办完 */
  note: string | undefined;
}

/** Undefined where nobody is expected yet. */
export function progressOf(
  { schools, classGroups, deadline }: OverviewView,
  today: CivilDate,
): RegistrationCount | undefined {
  const parts = schools.length > 0 ? schools : classGroups;
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  const planned = parts.map((part) => part.planned);
  const put = sum(parts.map(({ registered, inProcess, draft }) => registered + inProcess + draft));
  const total = planned.every((one) => one !== null) ? Math.max(put, sum(planned)) : put;
  if (total === 0) return undefined;
  const open = schools.filter(({ inProcess, draft }) => inProcess + draft > 0).length;
  return {
    done: sum(parts.map(({ registered }) => registered)),
    total,
    until: deadline ? untilWords(civilDate(deadline.dueOn), today) : '',
    note: open > 0 ? `还有${open}校未办完` : undefined,
  };
}

const untilWords = (dueOn: CivilDate, today: CivilDate): string =>
  today <= dueOn ? `${dayWords(dueOn, today)}前` : `${dayWords(dueOn, today)}已到期`;
