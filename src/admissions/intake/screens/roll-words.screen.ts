/** 名册的话: tones of states, and what a list of the roll says of days. */
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import type { RollItem, RollList } from '../roll/roll.api.ts';

export const STATE_KINDS: Record<RollItem['state'], StateKind> = {
  WAITING: 'DRAFT',
  DEFERRED: 'DUE_SOON',
  NO_SHOW: 'OVERDUE',
  DROPOUT: 'REFUSED',
  CHECKED_IN: 'DONE',
  IN_HAND: 'IN_PROCESS',
  REGISTERED: 'DONE',
  ENDED: 'REFUSED',
};

/** Choices of the filter, with their numbers; a state that nobody is in is left out. */
export const STATE_CHOICES: readonly { state: RollItem['state']; words: string }[] = [
  { state: 'WAITING', words: '待报到' },
  { state: 'DEFERRED', words: '延期中' },
  { state: 'NO_SHOW', words: '未报到' },
  { state: 'DROPOUT', words: '视为辍学' },
  { state: 'CHECKED_IN', words: '已报到' },
  { state: 'IN_HAND', words: '办理中' },
  { state: 'REGISTERED', words: '已建立学籍' },
  { state: 'ENDED', words: '已终止' },
];

/** Whom a name or the end of a number means, in the state that was chosen. */
export function chosenOf(
  items: readonly RollItem[],
  { name, state }: { name: string; state: string },
): readonly RollItem[] {
  const wanted = name.trim();
  return items.filter(
    (one) =>
      (state === '' || one.state === state) &&
      (wanted === '' ||
        one.name.includes(wanted) ||
        one.noticeNumber === wanted ||
        one.identityMasked.endsWith(wanted)),
  );
}

/** 9月1日前 while somebody is awaited, 9月1日报到 afterwards. */
export function dayOfItem(one: RollItem, today: CivilDate): string {
  const day = (on: string) => dayWords(civilDate(on), today);
  if (one.endedOn) return `${day(one.endedOn)}终止`;
  if (one.checkedInOn) return `${day(one.checkedInOn)}报到`;
  return one.deferredTo ? `延期到${day(one.deferredTo)}` : `${day(one.dueOn)}报到`;
}

/** 计划200人，已录取200人 */
export function planWords({ words, places, admitted }: RollList['stages'][number]): string {
  return places === null ? `${words}已录取${admitted}人` : `${words}计划${places}人，已录取${admitted}人`;
}

/** Whoever must still come. */
export const isAwaited = ({ state }: RollItem): boolean =>
  ['WAITING', 'DEFERRED', 'NO_SHOW', 'DROPOUT'].includes(state);
