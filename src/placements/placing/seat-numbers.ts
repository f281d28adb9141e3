/** 班内学号: seat numbers, unique in a class group, given by pinyin or behind those already given. Pure. */

export interface Seated {
  studentId: string;
  name: string;
  /** Without tones and in small letters, as lists are ordered by. */
  plainPinyin: string;
  bornOn: string;
  seatNo: number | null;
}

/** PINYIN: by name from 1. BIRTH: the eldest first. KEPT: as they are, with the gaps closed and missing ones last. */
export const SEAT_ORDERS = { PINYIN: '按姓名拼音', BIRTH: '按出生日期', KEPT: '按现有顺序补齐' } as const;
export type SeatOrder = keyof typeof SEAT_ORDERS;

/** Seat numbers 1, 2, 3 … for a whole class group. */
export function numberSeats(students: readonly Seated[], order: SeatOrder): Map<string, number> {
  const rank = ({ seatNo }: Seated) => seatNo ?? Number.MAX_SAFE_INTEGER;
  const compare: Record<SeatOrder, (a: Seated, b: Seated) => number> = {
    PINYIN: byName,
    BIRTH: (a, b) => byText(a.bornOn, b.bornOn) || byName(a, b),
    KEPT: (a, b) => rank(a) - rank(b) || byName(a, b),
  };
  return new Map(students.toSorted(compare[order]).map(({ studentId }, index) => [studentId, index + 1]));
}

/** Seat numbers of those who join a class group: by name, behind the last number that is taken there. */
export function seatsForJoining(present: readonly Seated[], joining: readonly Seated[]): Map<string, number> {
  const last = Math.max(0, ...present.map(({ seatNo }) => seatNo ?? 0));
  return new Map(joining.toSorted(byName).map(({ studentId }, index) => [studentId, last + index + 1]));
}

function byName(a: Seated, b: Seated): number {
  return byText(a.plainPinyin, b.plainPinyin) || byText(a.name, b.name) || byText(a.studentId, b.studentId);
}

/** As the database's C collation orders texts, so that lists and numbers agree. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
