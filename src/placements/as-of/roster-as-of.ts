/** 某日花名册: who belonged to a school or class group on a day, and as what, as far as the reader may know. */
import type { Services } from '../../access/index.ts';
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { maskIdentityNumber, maskRegistrationNumber } from '../../students/index.ts';
import {
  listGendersOn,
  listMembersOn,
  listPersonsOn,
  listRegisteredOn,
  listSeatsOn,
  type PersonOn,
  type RegisteredOn,
  type SeatOn,
} from './roster-as-of.store.ts';

/** One student on one day. */
export interface RosterLine extends RegisteredOn {
  classGroupId: string | null;
  seatNo: number | null;
  name: string;
  plainPinyin: string;
  gender: string;
  bornOn: CivilDate;
  ethnicGroup: string;
  identityType: string;
  /** 学籍号 and 身份证件号: masked, or full where that was asked for and the file lies in the reader's place. */
  registrationNumber: string;
  identityNumber: string;
  photoId: string | null;
}

export interface RosterQuery {
  school: Pick<Institution, 'id'>;
  /** One class group, or only those without one (null). */
  classGroupId?: string | null | undefined;
  /** These students only; the whole school where neither is given. */
  studentIds?: readonly string[] | undefined;
  on: CivilDate;
  /** Path of the reader's place, where numbers are to be shown in full. */
  fullWithin?: string | undefined;
}

/**
 * The students of a school or class group on a day, by seat and name. Registrations are read in the caller's scope: the
 * school's own past stays the school's. What they were called that day is read beyond it, because the file of a child
 * that has since left lies elsewhere; the numbers of such a child stay masked.
 */
export async function rosterAsOf(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  { school, classGroupId, studentIds, on, fullWithin }: RosterQuery,
): Promise<RosterLine[]> {
  const named = classGroupId ? await tx.beyondScope(() => listMembersOn(tx, classGroupId, on)) : studentIds;
  const registered = await listRegisteredOn(tx, { schoolId: school.id, on, ids: named });
  const ids = registered.map(({ studentId }) => studentId);
  if (ids.length === 0) return [];
  const { seats, persons } = await tx.beyondScope(async () => ({
    seats: new Map((await listSeatsOn(tx, ids, on)).map((seat) => [seat.studentId, seat])),
    persons: new Map((await listPersonsOn(tx, ids, on)).map((person) => [person.studentId, person])),
  }));
  return registered
    .map((one) => lineOf(cipher, one, persons.get(one.studentId)!, seats.get(one.studentId), fullWithin))
    .filter((line) => classGroupId !== null || line.classGroupId === null)
    .sort(bySeat);
}

function lineOf(
  cipher: Services['cipher'],
  registered: RegisteredOn,
  person: PersonOn,
  seat: SeatOn | undefined,
  fullWithin: string | undefined,
): RosterLine {
  const { studentId } = registered;
  const sealed = cipher.open('key_data', studentId, person.keyDataSealed) as {
    number: string | null;
    plainPinyin: string;
  };
  const number = person.numberSealed ? (cipher.open('numbers', studentId, person.numberSealed) as string) : '';
  const identity = sealed.number ?? '';
  const full = fullWithin !== undefined && holds(fullWithin, person.path);
  return {
    ...registered,
    classGroupId: seat?.classGroupId ?? null,
    seatNo: seat?.seatNo ?? null,
    name: person.name,
    plainPinyin: sealed.plainPinyin,
    gender: person.gender,
    bornOn: person.bornOn,
    ethnicGroup: person.ethnicGroup ?? '',
    identityType: person.identityType,
    registrationNumber: full || !number ? number : maskRegistrationNumber(number),
    identityNumber: full || !identity ? identity : maskIdentityNumber(identity),
    photoId: person.photoId,
  };
}

function bySeat(a: RosterLine, b: RosterLine): number {
  const byNumber = (a.seatNo ?? Number.MAX_SAFE_INTEGER) - (b.seatNo ?? Number.MAX_SAFE_INTEGER);
  if (byNumber !== 0) return byNumber;
  return a.plainPinyin < b.plainPinyin || (a.plainPinyin === b.plainPinyin && a.studentId < b.studentId) ? -1 : 1;
}

/** So many of one gender, in one class group (or none) and grade of a school. */
export interface SeatCount {
  classGroupId: string | null;
  stage: RegisteredOn['stage'];
  grade: number;
  intakeYear: number;
  gender: string;
  count: number;
}

/** What the rosters of a whole school count on a day, without anybody's name. */
export async function countSeatsOn(tx: Transaction, schoolId: string, on: CivilDate): Promise<SeatCount[]> {
  const registered = await listRegisteredOn(tx, { schoolId, on });
  const ids = registered.map(({ studentId }) => studentId);
  if (ids.length === 0) return [];
  const { seats, genders } = await tx.beyondScope(async () => ({
    seats: new Map((await listSeatsOn(tx, ids, on)).map((seat) => [seat.studentId, seat.classGroupId])),
    genders: await listGendersOn(tx, ids, on),
  }));
  return registered.map(({ studentId, stage, grade, intakeYear }) => ({
    classGroupId: seats.get(studentId) ?? null,
    stage,
    grade,
    intakeYear,
    gender: genders.get(studentId) ?? '',
    count: 1,
  }));
}

/** The day that was asked for, today where none was. Refuses BAD_INPUT for a day that has not come. */
export function dayAsked(on: CivilDate | undefined, now: Date): CivilDate {
  const today = dayOf(now);
  if (on !== undefined && on > today) throw refuse('BAD_INPUT', { what: '花名册只能查看今天及以前的，请改选日期' });
  return on ?? today;
}
