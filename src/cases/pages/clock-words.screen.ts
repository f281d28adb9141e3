/** 时限说法: the server's clock of a case as the deadline badge takes it. */
import { addDays, type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { calendar } from '../../kernel/working-days.ts';
import { dayWords, weekdayWords } from '../../web/format.ts';
import type { Deadline } from '../../web/parts/state/deadline.ts';
import type { WorkItem } from '../cases.api.ts';

/** The badge of a running term; undefined where no term is counted. */
export function deadlineOf(clock: WorkItem['clock'], today: CivilDate): Deadline | undefined {
  if (!clock) return undefined;
  const odd = [oddDaysWords(clock.oddDays, today), standsWords(clock.stands ?? [], today)].filter(Boolean).join('，');
  const { termDays, daysLeft: leftDays, dueOn } = clock;
  // On a Saturday no working day has passed since Friday, and none is left until Sunday.
  const daysOff = leftDays !== 0 || dueOn === today ? undefined : dueOn < today ? 'SINCE' : 'UNTIL';
  return {
    kind: 'RUNNING',
    termDays,
    leftDays,
    dueOn: civilDate(dueOn),
    ...(odd ? { oddDays: odd } : {}),
    ...(daysOff ? { daysOff } : {}),
  };
}

/** 含9月20日调休上班，扣除9月25日放假: the days on which the week is not what it looks like. Empty where there are none. */
export function oddDaysWords(days: readonly { day: string; worked: boolean }[], today: CivilDate): string {
  const words = (worked: boolean) =>
    days.filter((one) => one.worked === worked).map(({ day }) => dayWords(civilDate(day), today));
  const [work, free] = [words(true), words(false)];
  return [
    ...(work.length > 0 ? [`含${work.join('、')}调休上班`] : []),
    ...(free.length > 0 ? [`不计${free.join('、')}放假`] : []),
  ].join('，');
}

/** 不计9月20日至10月7日“年度统计”: the windows that the term does not count. Empty where there are none. */
export function standsWords(
  stands: readonly { title: string; firstOn: string; lastOn: string }[],
  today: CivilDate,
): string {
  const words = stands.map(({ title, firstOn, lastOn }) => {
    const [first, last] = [firstOn, lastOn].map((day) => dayWords(civilDate(day), today));
    return `${first === last ? first : `${first}至${last}`}“${title}”`;
  });
  return words.length > 0 ? `不计${words.join('、')}` : '';
}

/** 本周要知道的: weekend days to be worked within the coming week, and the day a holiday begins. Empty in a plain week. */
export function oddWeekWords(today: CivilDate): string[] {
  const last = addDays(today, 7);
  if (!calendar.covers(today) || !calendar.covers(last)) return [];
  const days = calendar.oddDaysBetween(addDays(today, -1), last);
  const worked = days.filter((one) => one.worked).map(({ day }) => `${nearDay(day, today)}调休上班`);
  const off = days.find((one) => !one.worked);
  return off ? [...worked, `${nearDay(off.day, today)}放假`] : worked;
}

const nearDay = (day: CivilDate, today: CivilDate): string => (day === today ? '今天' : weekdayWords(day));
