/** 期限: what a clock in working days says, and in which colour. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { StateKind } from './state-icon.tsx';

/** A term in working days as the server counted it; nothing is counted here. */
export type Deadline =
  /** `leftDays`: working days after today up to the last one; 0 on the last day, negative once it has passed. */
  | {
      kind: 'RUNNING';
      termDays: number;
      leftDays: number;
      dueOn: CivilDate;
      /** 含9月20日调休上班 */
      oddDays?: string;
      /** Where no working day lies between today and the last day: that one was before the days off, or falls in them. */
      daysOff?: 'SINCE' | 'UNTIL';
    }
  /** The term runs only once the party before has acted; `latestOn` is the last possible day. */
  | { kind: 'LATER'; termDays: number; latestOn?: CivilDate }
  /** The calendar of the year is not published: no number is given. */
  | { kind: 'CALENDAR_NOT_PUBLISHED'; year?: number };

/** 预警: few days are left once 70 % of the term are used; two always are, for two people must still act. */
const fewDaysOf = (termDays: number): number => Math.max(2, termDays - Math.ceil((termDays * 7) / 10));

/** Blue; amber once few working days are left; red the moment the last day has passed; grey where nothing runs. */
export function deadlineState(deadline: Deadline): StateKind {
  if (deadline.kind !== 'RUNNING') return 'DRAFT';
  if (deadline.leftDays < 0 || deadline.daysOff === 'SINCE') return 'OVERDUE';
  return deadline.leftDays <= fewDaysOf(deadline.termDays) ? 'DUE_SOON' : 'IN_PROCESS';
}

/** 还剩6个工作日, 今天到期, 假日内到期, 已逾期, 逾期2个工作日, 限10个工作日, 日历未公布. `short` says 剩 for 还剩. */
export function deadlineWords(deadline: Deadline, short = false): string {
  if (deadline.kind === 'CALENDAR_NOT_PUBLISHED') return '日历未公布';
  if (deadline.kind === 'LATER') return `限${deadline.termDays}个工作日`;
  if (deadline.leftDays < 0) return `逾期${-deadline.leftDays}个工作日`;
  if (deadline.daysOff) return deadline.daysOff === 'SINCE' ? '已逾期' : '假日内到期';
  if (deadline.leftDays === 0) return '今天到期';
  return `${short ? '剩' : '还剩'}${deadline.leftDays}个工作日`;
}

/** One mark on the clock's scale, numbered from 1. */
export interface DeadlineTick {
  day: number;
  kind: StateKind;
}

/** One mark per working day of the term, at most ten: a longer term is drawn to scale. */
export function deadlineTicks(deadline: Deadline): readonly DeadlineTick[] {
  if (deadline.kind !== 'RUNNING') return [];
  const state = deadlineState(deadline);
  const count = Math.min(10, Math.max(1, deadline.termDays));
  const scale = count / Math.max(1, deadline.termDays);
  // On the last day today's own mark still stands: it is the one that is left. Overdue, all are red.
  const left = state === 'OVERDUE' ? count : Math.min(count, Math.max(1, Math.round(deadline.leftDays * scale)));
  return Array.from({ length: count }, (_, at) => ({ day: at + 1, kind: at < count - left ? 'DRAFT' : state }));
}
