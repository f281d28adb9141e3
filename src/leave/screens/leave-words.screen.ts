/** 休学期限的文字: how long still, in which state, and which rows stand under which tab. Pure. */
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import type { OnLeave } from '../leave.api.ts';

export type Tab = 'all' | 'ending' | 'ended';

/** 即将期满: the same thirty days as the figures of the list. */
const SOON_DAYS = 30;

type Left = Pick<OnLeave, 'daysLeft' | 'urgedOn'>;

/** 还有12天, 今天期满, 期满已5天，9月14日已督促. */
export function leftWords({ daysLeft, urgedOn }: Left): string {
  if (daysLeft > 0) return `还有${daysLeft}天`;
  if (daysLeft === 0) return '今天期满';
  return urgedOn ? `期满${-daysLeft}天，已督促` : `期满${-daysLeft}天`;
}

/** What the term means to who must act. */
export function leaveState({ daysLeft }: Left): StateKind {
  if (daysLeft < 0) return 'OVERDUE';
  return daysLeft <= SOON_DAYS ? 'DUE_SOON' : 'IN_PROCESS';
}

/** The rows of a tab, in the order given. */
export function shownIn(tab: Tab, items: OnLeave[]): OnLeave[] {
  if (tab === 'all') return items;
  return items.filter(({ daysLeft }) => (tab === 'ended' ? daysLeft < 0 : daysLeft >= 0 && daysLeft <= SOON_DAYS));
}
