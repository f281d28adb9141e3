/** 休学期限的文字: how long still, in which state, and which rows stand under which tab. Pure. */
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import type { OnLeave } from '../leave.api.ts';

export type Tab = 'all' | 'ending' | 'ended';

/** 即将期满: the same thirty days as the figures of the list. */
const SOON_DAYS = 30;

type Left = Pick<OnLeave, 'daysLeft' | 'urgedOn'> & Partial<Pick<OnLeave, 'returnsOn'>>;

/** 待复学, 还有12天, 今天期满, 期满已5天，9月14日已督促. */
export function leftWords({ daysLeft, urgedOn, returnsOn }: Left): string {
  if (returnsOn) return '待复学';
  if (daysLeft > 0) return `还有${daysLeft}天`;
  if (daysLeft === 0) return '今天期满';
  return urgedOn ? `期满${-daysLeft}天，已督促` : `期满${-daysLeft}天`;
}

/** What the term means to who must act. */
export function leaveState({ daysLeft, returnsOn }: Left): StateKind {
  if (returnsOn) return 'DONE';
  if (daysLeft < 0) return 'OVERDUE';
  return daysLeft <= SOON_DAYS ? 'DUE_SOON' : 'IN_PROCESS';
}

/** The rows of a tab, in the order given. */
export function shownIn(tab: Tab, items: OnLeave[]): OnLeave[] {
  if (tab === 'all') return items;
  return items
    .filter(({ returnsOn }) => !returnsOn)
    .filter(({ daysLeft }) => (tab === 'ended' ? daysLeft < 0 : daysLeft >= 0 && daysLeft <= SOON_DAYS));
}

/** What has been done since: agreed to come back, reported, received; and what is still to be done. */
export function followWords({
  returnsOn,
  reportTo,
  report,
}: Pick<OnLeave, 'returnsOn' | 'reportTo' | 'report'>): string[] {
  if (returnsOn !== null) return [`已同意${returnsOn}起复学，到日自动生效`];
  if (reportTo !== null) return [`督促无效的，书面报告${reportTo}`];
  if (!report) return [];
  const { on, to, receipt } = report;
  if (!receipt) return [`${on}已书面报告${to}，待回执`];
  return [
    `${on}已书面报告${to}`,
    `${receipt.on}${receipt.institutionName}回执${receipt.number ?? ''}：${receipt.says}`,
  ];
}
