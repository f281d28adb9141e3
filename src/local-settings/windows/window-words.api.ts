/** 停办期的说法, in lists, on papers and on the page of a case. */
import type { FreezeItem, OutageItem } from '../local-setting.ts';

/** What a kind of case is called, as far as this needs to know it. */
interface Titled {
  workflows: readonly { title: string }[];
}

/** 每年7月15日至8月14日; 2026-09-10至2026-09-12. */
export function daysOf(item: FreezeItem | OutageItem): string {
  if (item.kind === 'OUTAGE') return item.firstOn === item.lastOn ? item.firstOn : `${item.firstOn}至${item.lastOn}`;
  return `每年${dayWords(item.firstDay)}至${item.lastDay < item.firstDay ? '次年' : ''}${dayWords(item.lastDay)}`;
}

/** 停止受理 or 停止受理和核办. */
export const stopWords = ({ stops }: Pick<FreezeItem, 'stops'>): string =>
  stops === 'DECIDING' ? '停止受理和核办' : '停止受理';

/** 转学、休学. */
export const kindWords = (codes: readonly string[], kinds: Readonly<Record<string, Titled>>): string =>
  [...new Set(codes.map((code) => kinds[code]?.workflows[0]?.title ?? code))].join('、');

/** The whole of it in one line. */
export function windowWords(item: FreezeItem | OutageItem, kinds: Readonly<Record<string, Titled>>): string {
  const clock = item.clockStands ? '在办时限停计' : '在办时限照计';
  if (item.kind === 'OUTAGE') return `${daysOf(item)}，可脱机受理，${clock}；${item.why}`;
  const paper = item.offline ? '可先收纸质申请' : '不收纸质申请';
  return `${daysOf(item)}${stopWords(item)}${kindWords(item.cases, kinds)}，${paper}，${clock}；${item.why}`;
}

const dayWords = (monthAndDay: string): string =>
  `${Number(monthAndDay.slice(0, 2))}月${Number(monthAndDay.slice(3))}日`;
