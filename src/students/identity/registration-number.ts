/**
 * 学籍号: the number a student keeps for life, G formal, L temporary, J for a student without a usable identity number.
 *
 * A number is issued once and never worked out again: a later change of the identity number leaves the G number as it is
 * (MOE-5.2). So this file knows how to issue and how to recognise, and nothing that would derive one from a record.
 */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { checkDigitOf, isIdentityNumber, normaliseDocumentNumber } from './identity-number.ts';

export type RegistrationNumberKind = 'G' | 'L' | 'J';

/** G, L or J and eighteen characters. The inside is not checked: numbers issued elsewhere are taken as they are. */
export function isRegistrationNumber(text: string): boolean {
  return /^[GLJ]\d{17}[\dX]$/.test(text);
}

/** The spelling under which a number is stored and found: half width, upper case, no spaces. */
export function normaliseRegistrationNumber(text: string): string {
  return normaliseDocumentNumber(text);
}

/** G, L or J. Use isRegistrationNumber first. */
export function kindOfRegistrationNumber(number: string): RegistrationNumberKind {
  return number.charAt(0) as RegistrationNumberKind;
}

/** 正式学籍号: G and the identity number of the day of issue. Throws RangeError where that number is not sound. */
export function formalNumber(identityNumber: string): string {
  if (!isIdentityNumber(identityNumber)) throw new RangeError('a formal number needs a sound identity number');
  return `G${identityNumber}`;
}

/**
 * 临时学籍号: L, the school's place code, the day of birth and four random digits. It looks like an identity number and
 * says nothing of one. `random(below)` gives a whole number from 0 up to, not including, `below`; the caller tries again
 * where the number is taken. Throws RangeError on a bad place code.
 */
export function temporaryNumber(parts: {
  areaCode: string;
  bornOn: CivilDate;
  random: (below: number) => number;
}): string {
  return `L${placeAndBirth(parts)}${String(parts.random(10_000)).padStart(4, '0')}`;
}

/**
 * 无证件学籍号: J, place code, day of birth, a sequence of three digits (0 to 999, unique within place and day) and a check
 * character. No published text says how that character is made; it is read here as that of GB 11643 over the seventeen
 * before it. Throws RangeError on a bad place code or sequence.
 */
export function undocumentedNumber(parts: { areaCode: string; bornOn: CivilDate; sequence: number }): string {
  const { sequence } = parts;
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) throw new RangeError('the sequence is 0 to 999');
  const seventeen = placeAndBirth(parts) + String(sequence).padStart(3, '0');
  return `J${seventeen}${checkDigitOf(seventeen)}`;
}

function placeAndBirth({ areaCode, bornOn }: { areaCode: string; bornOn: CivilDate }): string {
  if (!/^\d{6}$/.test(areaCode)) throw new RangeError('a place code has six digits');
  return areaCode + bornOn.replaceAll('-', '');
}
