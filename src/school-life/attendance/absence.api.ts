/** 缺勤: kinds of absence, the two halves of a day, and which term of a school a day lies in. */
import type { CivilDate } from '../../kernel/civil-date.ts';

/** 缺勤类别. Only TRUANT counts as truancy; who comes late or leaves early is marked and counted apart. */
export const ABSENCE_KINDS = {
  TRUANT: '旷课',
  SICK: '病假',
  PERSONAL: '事假',
  LATE: '迟到',
  LEFT_EARLY: '早退',
  EXCUSED: '公假',
} as const;
export type AbsenceKind = keyof typeof ABSENCE_KINDS;

export const HALVES = { MORNING: '上午', AFTERNOON: '下午' } as const;
export type Half = keyof typeof HALVES;

/** One student away for some periods of one half-day. */
export interface Mark {
  studentId: string;
  on: CivilDate;
  half: Half;
  kind: AbsenceKind;
  /** Periods missed; 0 for who only came late. */
  periods: number;
}

/** Periods of a half-day that a school has where it has not said otherwise. */
export const USUAL_PERIODS = { MORNING: 4, AFTERNOON: 3 } as const satisfies Record<Half, number>;

/** 学期: first and last day. */
export interface Term {
  /** 2026学年第一学期 */
  words: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  /** No authority of the place has set its days: the usual halves of a school year are counted. */
  usual: boolean;
}
