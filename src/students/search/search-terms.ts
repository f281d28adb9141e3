/** 查找词: what a person may have typed into the one search box. Pure. */
import { isIdentityNumber, normaliseIdentityNumber } from '../identity/identity-number.ts';
import { isRegistrationNumber, normaliseRegistrationNumber } from '../identity/registration-number.ts';

export type SearchTerm =
  | { kind: 'NONE' }
  | { kind: 'NAME'; text: string }
  | { kind: 'PINYIN'; text: string }
  | { kind: 'INITIALS'; text: string }
  | { kind: 'IDENTITY'; text: string }
  | { kind: 'NUMBER'; text: string }
  | { kind: 'TAIL'; text: string };

/** Initials are rarely longer than the longest usual name; a longer run of letters is pinyin written out. */
const LONGEST_INITIALS = 4;

/**
 * Reads the box: an identity number, a registration number, the last four characters of an identity number, pinyin
 * initials (lmc), pinyin (limuchen, also with spaces), or the beginning of a name.
 */
export function readSearch(typed: string): SearchTerm {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'NONE' };
  const number = normaliseRegistrationNumber(text);
  if (isRegistrationNumber(number)) return { kind: 'NUMBER', text: number };
  const identity = normaliseIdentityNumber(text);
  if (isIdentityNumber(identity)) return { kind: 'IDENTITY', text: identity };
  if (/^\d{3}[\dXx]$/.test(text)) return { kind: 'TAIL', text: text.toUpperCase() };
  const letters = text.toLowerCase().replaceAll(/[\s']/g, '').replaceAll('ü', 'v');
  if (/^[a-z]+$/.test(letters)) {
    return { kind: letters.length <= LONGEST_INITIALS ? 'INITIALS' : 'PINYIN', text: letters };
  }
  return { kind: 'NAME', text };
}
