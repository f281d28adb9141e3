/** 学生增减: what the history of registrations says of who came to a school and who went, between two days. Pure. */
import type { CivilDate } from '../../kernel/civil-date.ts';

/** One period of a student's registration, wherever it was. */
export interface Period {
  studentId: string;
  schoolId: string;
  schoolName: string;
  stage: string;
  grade: number;
  state: string;
  from: CivilDate;
  to: CivilDate | null;
  endReason: string | null;
}

/** 增加: how a student comes to stand on a school's roster; 减少: how one leaves it; in between nothing is counted. */
export const MOVEMENTS = {
  ADMITTED: { side: 'IN', words: '入学注册' },
  TRANSFERRED_IN: { side: 'IN', words: '转入' },
  RESUMED: { side: 'IN', words: '恢复学籍' },
  TRANSFERRED_OUT: { side: 'OUT', words: '转出' },
  ENDED: { side: 'OUT', words: '学籍终止' },
} as const;
export type MovementKind = keyof typeof MOVEMENTS;

export interface Movement {
  studentId: string;
  kind: MovementKind;
  on: CivilDate;
  stage: string;
  grade: number;
  /** 转自、转往: the other school; the way it ended. */
  other: string | null;
  endReason: string | null;
}

/**
 * The movements of one student at one school within [from, to]. Periods that were corrected on the day they began (of no
 * length) say nothing; a period that follows another of the same school without a day between goes on.
 */
export function movementsOf(
  periods: readonly Period[],
  schoolId: string,
  { from, to }: { from: CivilDate; to: CivilDate },
): Movement[] {
  const lasting = periods.filter((one) => one.from !== one.to).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return lasting.flatMap((one, place): Movement[] => {
    if (one.schoolId !== schoolId) return [];
    const before = lasting[place - 1];
    const after = lasting[place + 1];
    const told = { studentId: one.studentId, stage: one.stage, grade: one.grade };
    const came = cameBy(one, before);
    const went = wentBy(one, after);
    return [
      ...(came ? [{ ...told, ...came, on: one.from, endReason: null }] : []),
      ...(went && one.to ? [{ ...told, ...went, on: one.to }] : []),
    ].filter(({ on }) => on >= from && on <= to);
  });
}

function cameBy(one: Period, before: Period | undefined): Pick<Movement, 'kind' | 'other'> | undefined {
  if (!before) return { kind: 'ADMITTED', other: null };
  const joins = before.to === one.from && before.endReason === null;
  if (joins && before.schoolId === one.schoolId) return undefined;
  return { kind: joins ? 'TRANSFERRED_IN' : 'RESUMED', other: before.schoolName };
}

function wentBy(one: Period, after: Period | undefined): Pick<Movement, 'kind' | 'other' | 'endReason'> | undefined {
  if (one.to === null) return undefined;
  const joins = after?.from === one.to && one.endReason === null;
  if (joins && after.schoolId === one.schoolId) return undefined;
  if (joins) return { kind: 'TRANSFERRED_OUT', other: after.schoolName, endReason: null };
  return { kind: 'ENDED', other: null, endReason: one.endReason };
}

/** Does the student stand on the school's roster on a day (at its end)? */
export const standsAt = (periods: readonly Period[], schoolId: string, day: CivilDate): boolean =>
  periods.some((one) => one.schoolId === schoolId && one.from <= day && (one.to === null || one.to > day));
