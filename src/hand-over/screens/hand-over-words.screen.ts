/** 档案转接说法: what is said of a file on its way, and how pressing it is. */
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import type { HandOver } from '../hand-over.api.ts';

/** A fortnight before the last day it presses. */
const SOON_DAYS = 14;

export function fileState({ state, daysLeft }: Pick<HandOver, 'state' | 'daysLeft'>): StateKind {
  if (state === 'OVERDUE') return 'OVERDUE';
  if (state === 'OWED') return daysLeft !== null && daysLeft <= SOON_DAYS ? 'DUE_SOON' : 'DRAFT';
  if (state === 'SENT') return 'IN_PROCESS';
  if (state === 'TAKEN_BACK') return 'DONE';
  return state === 'INCOMPLETE' ? 'JUDGEMENT' : 'DONE';
}

export function fileWords({ state, daysLeft }: Pick<HandOver, 'state' | 'daysLeft'>): string {
  if (state === 'RECEIVED') return '已签收';
  if (state === 'INCOMPLETE') return '已签收，不齐';
  if (state === 'SUPPLIED') return '已签收，所缺已补齐';
  if (state === 'TAKEN_BACK') return '转学已撤销，不再转接';
  if (state === 'SENT') return '已转出，待签收';
  if (daysLeft === null) return '待转出';
  if (daysLeft < 0) return `逾期${-daysLeft}天未转出`;
  return daysLeft === 0 ? '今天到期，待转出' : `待转出，还剩${daysLeft}天`;
}

/** What the receipt says was missing, to stand behind it: ：缺体检表. */
export function missingWords({ missingWords: parts, note }: NonNullable<HandOver['received']>): string {
  const words = [...(parts.length > 0 ? [`缺${parts.join('、')}`] : []), ...(note ? [note] : [])];
  return words.length > 0 ? `：${words.join('；')}` : '';
}
