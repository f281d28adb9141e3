/** 停办期填报核对: days in order, kinds that exist, and nothing that no window may stop. */
import { addDays, daysBetween, isCivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { FreezeItem, OutageItem, SettingItem } from '../local-setting.ts';
import { daysIn } from './local-standstills.ts';

/** Longer windows are set one by one, each with its own reason. */
const MOST_DAYS = 92;

/** A year that has every day but one. */
const ANY_YEAR = 2026;

/** Refuses BAD_INPUT with what to mend. `kinds` are those that may be stopped. */
export function readWindows(items: readonly SettingItem[], kinds: ReadonlySet<string>): void {
  for (const item of items) {
    if (item.kind === 'FREEZE') readFreeze(item, kinds);
    if (item.kind === 'OUTAGE') readOutage(item);
  }
}

function readFreeze(item: FreezeItem, kinds: ReadonlySet<string>): void {
  for (const day of [item.firstDay, item.lastDay]) {
    if (!isCivilDate(`${ANY_YEAR}-${day}`)) throw bad('停办期的起止须是每年都有的日子，2月29日请改为2月28日或3月1日');
  }
  if (!item.cases.every((kind) => kinds.has(kind))) throw bad('请从可以停办的办件中选择');
  if (lengthOf(item) > MOST_DAYS) throw bad(`一次停办不超过${MOST_DAYS}天，更长的请分次设定，各写原因`);
}

function readOutage({ firstOn, lastOn }: OutageItem): void {
  if (lastOn < firstOn) throw bad('故障期的结束日期不得早于开始日期');
  if (lastOn > addDays(firstOn, MOST_DAYS - 1)) throw bad(`一次故障期不超过${MOST_DAYS}天，更长的请分次设定，各写原因`);
}

/** Days of a window, first and last counted. */
export function lengthOf(item: Pick<FreezeItem, 'firstDay' | 'lastDay'>): number {
  const { firstOn, lastOn } = daysIn(item, ANY_YEAR);
  return daysBetween(firstOn, lastOn) + 1;
}

const bad = (what: string) => refuse('BAD_INPUT', { what });
