/** 分组: the worklist by how pressing a case is, and by whether somebody else lets it lie. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import type { WorkItem } from '../../cases.api.ts';

export interface PressingGroup {
  key: 'overdue' | 'today' | 'soon' | 'later' | 'uncounted';
  kind: StateKind;
  words: string;
  items: WorkItem[];
}

/** Working days within which a case is 近期. */
const SOON = 3;

const PRESSING: Omit<PressingGroup, 'items'>[] = [
  { key: 'overdue', kind: 'OVERDUE', words: '已逾期' },
  { key: 'today', kind: 'DUE_SOON', words: '今天到期' },
  { key: 'soon', kind: 'IN_PROCESS', words: `${SOON}个工作日内` },
  { key: 'later', kind: 'IN_PROCESS', words: '以后' },
  { key: 'uncounted', kind: 'DRAFT', words: '未计时限' },
];

/** 该我办: most pressing first; groups without a case are left out. */
export function groupByPressing(items: readonly WorkItem[], today: CivilDate): PressingGroup[] {
  const found = Map.groupBy(items, (item) => pressingOf(item, today));
  return PRESSING.map((group) => ({ ...group, items: found.get(group.key) ?? [] })).filter(({ items }) => items.length);
}

/** 今天到期 is a day of the calendar: a last day on a weekend is not today, though no working day is left before it. */
function pressingOf({ clock }: WorkItem, today: CivilDate): PressingGroup['key'] {
  if (!clock) return 'uncounted';
  if (clock.dueOn < today) return 'overdue';
  if (clock.dueOn === today) return 'today';
  return clock.daysLeft <= SOON ? 'soon' : 'later';
}

export interface WaitingGroup {
  key: string;
  kind: StateKind;
  words: string;
  items: WorkItem[];
}

export const HANDED_UP = 'handed-up';

/** 下级逾期: what came up to this authority, to be pressed or forced; first in 等别人办. */
export const handedUpGroup = (items: readonly WorkItem[]): WaitingGroup[] =>
  items.length === 0 ? [] : [{ key: HANDED_UP, kind: 'OVERDUE', words: '下级逾期，可督办', items: [...items] }];

/** 等别人办, by time: what is overdue elsewhere first. */
export function groupWaiting(items: readonly WorkItem[], today: CivilDate): WaitingGroup[] {
  const [late, running] = [true, false].map((isLate) =>
    items.filter(({ clock }) => (clock !== null && clock.dueOn < today) === isLate),
  ) as [WorkItem[], WorkItem[]];
  return [
    { key: 'late', kind: 'OVERDUE' as const, words: '对方逾期', items: late },
    { key: 'running', kind: 'IN_PROCESS' as const, words: '办理中', items: running },
  ].filter((group) => group.items.length > 0);
}

/** 等别人办, by holder: whoever holds most comes first. */
export function groupByHolder(items: readonly WorkItem[]): WaitingGroup[] {
  const holders = [...Map.groupBy(items, ({ holderName }) => holderName)];
  return holders
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([holder, held]) => ({ key: holder, kind: 'IN_PROCESS', words: `在${holder}`, items: held }));
}

/** The kinds among the cases, in the order in which they first come. */
export function kindsOf(items: readonly WorkItem[]): { kind: string; words: string }[] {
  return [...new Map(items.map(({ kind, kindTitle }) => [kind, { kind, words: kindTitle }])).values()];
}
