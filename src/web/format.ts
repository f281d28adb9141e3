/** 写法: dates, counts and sizes as officers write them in papers. No spaces: the style sheet sets the gap before figures. */
import { type CivilDate, dayOf, daysBetween, partsOf, weekdayOf } from '../kernel/civil-date.ts';

const WEEKDAYS = '一二三四五六日';

/** 9月24日 in the year of `today`, 2027年3月1日 in any other. */
export function dayWords(day: CivilDate, today: CivilDate): string {
  const [year, month, date] = partsOf(day);
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`;
}

/** 今天, 昨天, or the day as written in papers: for what has just happened. */
export function recentDayWords(day: CivilDate, today: CivilDate): string {
  if (day === today) return '今天';
  return daysBetween(day, today) === 1 ? '昨天' : dayWords(day, today);
}

/** 今天10:42, 昨天17:48, 9月11日15:08: the minute of an instant, China time. */
export function momentWords(instant: Date | string, now: Date): string {
  const at = new Date(instant);
  return `${recentDayWords(dayOf(at), dayOf(now))}${clockWords(at)}`;
}

/** 10:42, China time, 24 hours. */
export function clockWords(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** 9月17日周四: the day in the head of the page. */
export function weekdayWords(day: CivilDate): string {
  const [, month, date] = partsOf(day);
  return `${month}月${date}日周${WEEKDAYS[weekdayOf(day) - 1]}`;
}

/** 3,128: a whole number with its thousands set apart. */
export function countWords(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

/** 1,670.0万 from a hundred thousand on, plain below: for figures read from afar. */
export function bigCountWords(count: number): string {
  if (count < 100_000) return countWords(count);
  return `${(count / 10_000).toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}万`;
}

/** 约5秒, 约3分钟, 约1小时20分: how long something will still take. */
export function durationWords(seconds: number): string {
  if (seconds < 60) return `约${Math.max(1, Math.ceil(seconds))}秒`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `约${minutes}分钟`;
  const rest = minutes % 60;
  return `约${Math.floor(minutes / 60)}小时${rest > 0 ? `${rest}分` : ''}`;
}

/** 812字节, 3.4兆: the size of a file. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes}字节`;
  if (bytes < 1_048_576) return `${Math.ceil(bytes / 1024)}千字节`;
  return `${(bytes / 1_048_576).toFixed(1)}兆`;
}
