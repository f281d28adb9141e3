/** 号码分配: every school draws from a share of its own, so that no number comes twice and nobody keeps a list of all. */
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { type Gender, makeIdentityNumber, temporaryNumber, undocumentedNumber } from '../../students/index.ts';

/** Schools that may share one place code. */
export const SCHOOLS_A_PLACE = 50;
/** Of the 500 sequences that a gender has on a day in a place: 8 for each of its schools, 100 for families from elsewhere. */
const AT_HOME = 8;
const FROM_ELSEWHERE = 100;
const SERIALS_A_SCHOOL = 1_000;

/** Where a school stands among the others, which is what its numbers are made from. */
export interface NumberShare {
  /** The county the school lies in and most of its children are born in. */
  placeCode: string;
  /** 0 to 49, its own within that county. */
  slot: number;
  /** Its own in the whole demonstration. */
  ordinal: number;
}

export interface SchoolNumbers {
  /** A sound identity number of that place with a birthday on this day or a few days earlier, where the day is full. */
  identity(placeCode: string, bornOn: CivilDate, gender: Gender): { number: string; bornOn: CivilDate };
  /** Eight digits for a document of another kind, which nobody else in the demonstration has. */
  serial(): string;
  /** A temporary registration number. */
  temporary(bornOn: CivilDate): string;
  /** A registration number for a child without a document. */
  undocumented(bornOn: CivilDate): string;
}

/** The numbers of one school. Other places than its own must be given to no other school of the same hundred. */
export function numbersOf({ placeCode, slot, ordinal }: NumberShare): SchoolNumbers {
  if (slot >= SCHOOLS_A_PLACE) throw new RangeError('a place has at most 50 schools of the demonstration');
  const drawn = new Map<string, number>();
  /** How often something has been drawn under this key before. */
  const count = (key: string): number => {
    const before = drawn.get(key) ?? 0;
    drawn.set(key, before + 1);
    return before;
  };
  const identity: SchoolNumbers['identity'] = (place, bornOn, gender) => {
    const local = place === placeCode;
    const turn = count(`${place}${bornOn}${gender}`);
    if (turn >= (local ? AT_HOME : 1)) return identity(place, addDays(bornOn, -1), gender);
    const share = local ? slot * AT_HOME + turn : SCHOOLS_A_PLACE * AT_HOME + (ordinal % FROM_ELSEWHERE);
    const sequence = scattered(share, 500, 137, bornOn) * 2 + (gender === '1' ? 1 : 0);
    return { number: makeIdentityNumber({ area: place, bornOn, sequence }), bornOn };
  };
  const ofDay = (kind: string, bornOn: CivilDate, places: number): number => {
    const each = places / SCHOOLS_A_PLACE;
    const turn = count(kind + bornOn);
    if (turn >= each) throw new RangeError(`more than ${each} children of one school, kind and birthday`);
    return slot * each + turn;
  };
  return {
    identity,
    serial: () => String(ordinal * SERIALS_A_SCHOOL + count('serial')).padStart(8, '0'),
    temporary: (bornOn) => {
      const digits = scattered(ofDay('L', bornOn, 10_000), 10_000, 3571, bornOn);
      return temporaryNumber({ areaCode: placeCode, bornOn, random: () => digits });
    },
    undocumented: (bornOn) =>
      undocumentedNumber({
        areaCode: placeCode,
        bornOn,
        sequence: scattered(ofDay('J', bornOn, 1_000), 1_000, 389, bornOn),
      }),
  };
}

/**
 * Neighbouring places look drawn at random, other ones each day, and none of them meets another: the factor shares no
 * divisor with `size`.
 */
const scattered = (place: number, size: number, factor: number, day: CivilDate): number =>
  (place * factor + Number(day.replaceAll('-', '')) * 73) % size;
