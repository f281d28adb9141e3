/** 公民身份号码: the eighteen characters of GB 11643, what they say, and one spelling for each number. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Gender } from '../code-tables/person-tables.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Who carries the number: the first digits tell. All five kinds are built and checked alike. */
export type IdentityNumberKind =
  | 'RESIDENT' // 居民身份证
  | 'HONG_KONG' // 港澳居民居住证, 810000
  | 'MACAO' // 港澳居民居住证, 820000
  | 'TAIWAN' // 台湾居民居住证, 830000
  | 'FOREIGN_RESIDENT'; // 外国人永久居留身份证 (since 2023), 9…

/** What a number says of its holder; `bornOn` is absent where the eight digits are no real day. */
export interface IdentityNumberParts {
  readonly kind: IdentityNumberKind;
  /** Six digits; the place of first registration of a resident, without meaning for the other kinds. */
  readonly area: string;
  readonly bornOn?: CivilDate;
  /** Digit 17: odd male, even female. */
  readonly gender: Gender;
}

/** The eighteenth character of a number with these first seventeen digits (GB 11643, MOD 11-2). Throws RangeError on other input. */
export function checkDigitOf(first17: string): string {
  if (first17.length !== 17) throw new RangeError('seventeen digits are needed');
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const digit = first17.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) throw new RangeError('seventeen digits are needed');
    sum += digit * (WEIGHTS[index] as number);
  }
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Eighteen characters, seventeen digits and the right check character. Says nothing of the date within. */
export function isIdentityNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && checkDigitOf(text.slice(0, 17)) === text.charAt(17);
}

/**
 * The one spelling under which a document number is stored, compared and found: half width, upper case, without spaces,
 * invisible characters or the apostrophe that spreadsheets use to mark text.
 */
export function normaliseDocumentNumber(text: string): string {
  if (/^[\dA-Z]*$/.test(text)) return text;
  let plain = '';
  for (const character of text) plain += plainCharacter(character);
  return plain;
}

/** As normaliseDocumentNumber, and an old number of fifteen digits becomes the eighteen it was changed into. */
export function normaliseIdentityNumber(text: string): string {
  const plain = normaliseDocumentNumber(text);
  return /^\d{15}$/.test(plain) ? fromFifteenDigits(plain) : plain;
}

/** One character of a number in half width and upper case; empty where it carries nothing. */
export function plainCharacter(character: string): string {
  if (/[\s'‘’\p{Cf}]/u.test(character)) return '';
  return character.normalize('NFKC').toUpperCase();
}

/** 15位升18位: the century 19 goes in after the place code, the check character at the end. */
export function fromFifteenDigits(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return seventeen + checkDigitOf(seventeen);
}

/** What a normalised number of eighteen characters says. Use isIdentityNumber first. */
export function partsOfIdentityNumber(number: string): IdentityNumberParts {
  const bornOn = dayFromDigits(number.slice(6, 14));
  return {
    kind: kindOfIdentityNumber(number),
    area: number.slice(0, 6),
    ...(bornOn && { bornOn }),
    gender: number.charCodeAt(16) % 2 === 1 ? '1' : '2',
  };
}

/** Whose kind of number this is, by its first digits. */
export function kindOfIdentityNumber(number: string): IdentityNumberKind {
  if (number.startsWith('9')) return 'FOREIGN_RESIDENT';
  if (number.startsWith('810000')) return 'HONG_KONG';
  if (number.startsWith('820000')) return 'MACAO';
  return number.startsWith('830000') ? 'TAIWAN' : 'RESIDENT';
}

/** The day written `YYYYMMDD`, undefined where there is no such day. Works on the digits alone: an import asks it a million times. */
export function dayFromDigits(digits: string): CivilDate | undefined {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const leap = month === 2 && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (!(day >= 1 && (leap || day <= (MONTH_DAYS[month - 1] ?? 0)))) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}` as CivilDate;
}

/**
 * A sound made-up number for tests and demonstrations. `sequence` is 0 to 999, odd for boys, even for girls.
 * Throws RangeError where the parts do not fit.
 */
export function makeIdentityNumber(parts: { area: string; bornOn: CivilDate; sequence: number }): string {
  const seventeen = `${parts.area}${parts.bornOn.replaceAll('-', '')}${String(parts.sequence).padStart(3, '0')}`;
  return seventeen + checkDigitOf(seventeen);
}
