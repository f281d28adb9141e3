/** 身份证件号校验: everything that can be wrong with a number of eighteen characters, each with the characters at fault. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { nameOfArea, standingOfArea } from '../code-tables/area-codes.ts';
import { type Gender, genders } from '../code-tables/person-tables.ts';
import { type Finding, finding } from '../record/finding.ts';
import {
  checkDigitOf,
  dayFromDigits,
  fromFifteenDigits,
  isIdentityNumber,
  kindOfIdentityNumber,
  normaliseDocumentNumber,
  plainCharacter,
} from './identity-number.ts';

const EARLIEST_BIRTH = '1900-01-01';
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };
const NOTHING: readonly Finding[] = Object.freeze([]);

export interface NumberContext {
  readonly today: CivilDate;
  readonly bornOn?: CivilDate;
  readonly gender?: Gender;
  /** What the item is called in the messages: 身份证件号, 监护人身份证件号. */
  readonly label?: string;
}

/**
 * Checks a number as somebody typed it. Empty means sound. A wrong check character never leads to a "corrected" number:
 * the slip may be in any place.
 */
export function checkIdentityNumber(text: string, context: NumberContext): readonly Finding[] {
  const plain = normaliseDocumentNumber(text);
  const label = context.label ?? '身份证件号';
  const old = /^\d{15}$/.test(plain);
  const number = old ? fromFifteenDigits(plain) : plain;
  if (!/^\d{17}[\dX]$/.test(number)) return misspellings(text, plain, label);

  const findings: Finding[] = [];
  const at = (from: number, to: number) => ({
    at: rangeIn(text, old ? shiftBack(from) : from, old ? shiftBack(to) : to),
  });
  if (old) findings.push(finding('ID_FIFTEEN', { label }, { proposal: number }));
  checkBirth(number, context, label, at, findings);
  checkGender(number, context, label, at, findings);
  checkLastCharacter(number, label, at, findings);
  checkArea(number, label, at, findings);
  return findings.length > 0 ? findings : NOTHING;
}

type At = (from: number, to: number) => { at: [number, number] };

/** Length and characters; nothing else can be said of a number that fails here. */
function misspellings(text: string, plain: string, label: string): Finding[] {
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(plain)) return [finding('STORED_AS_NUMBER', { label })];
  const characters = [...plain];
  if (characters.length !== 18) return [finding('ID_LENGTH', { label, found: characters.length })];
  const index = characters.findIndex((character, place) => !(place < 17 ? /\d/ : /[\dX]/).test(character));
  const mended = characters.map((character) => LOOKALIKES[character] ?? character).join('');
  const cure = isIdentityNumber(mended) ? { proposal: mended } : {};
  const holes = { label, position: index + 1, found: characters[index] ?? '' };
  return [finding('ID_CHARACTERS', holes, { at: rangeIn(text, index, index + 1), ...cure })];
}

function checkBirth(number: string, context: NumberContext, label: string, at: At, findings: Finding[]): void {
  const digits = number.slice(6, 14);
  const born = dayFromDigits(digits);
  if (born === undefined) findings.push(finding('ID_DATE', { label, found: digits }, at(6, 14)));
  else if (born > context.today) findings.push(finding('ID_DATE_FUTURE', { label, found: born }, at(6, 14)));
  else if (born < EARLIEST_BIRTH) findings.push(finding('ID_DATE_EARLY', { label, found: born }, at(6, 14)));
  else if (context.bornOn !== undefined && context.bornOn !== born) {
    findings.push(finding('ID_BIRTH', { label, inNumber: born, filled: context.bornOn }, at(6, 14)));
  }
}

function checkGender(number: string, context: NumberContext, label: string, at: At, findings: Finding[]): void {
  const inNumber: Gender = number.charCodeAt(16) % 2 === 1 ? '1' : '2';
  if (context.gender === undefined || context.gender === inNumber) return;
  const name = (gender: Gender): string => genders.labels.get(gender) ?? gender;
  const holes = { label, digit: number.charAt(16), inNumber: name(inNumber), filled: name(context.gender) };
  findings.push(finding('ID_GENDER', holes, at(16, 17)));
}

function checkLastCharacter(number: string, label: string, at: At, findings: Finding[]): void {
  const expected = checkDigitOf(number.slice(0, 17));
  const found = number.charAt(17);
  if (expected === found) return;
  // Spreadsheets keep fifteen digits of a number and put zeros for the rest.
  if (number.endsWith('000')) findings.push(finding('ID_ROUNDED', { label }, at(15, 18)));
  else findings.push(finding('ID_CHECK_DIGIT', { label, expected, found }, at(17, 18)));
}

function checkArea(number: string, label: string, at: At, findings: Finding[]): void {
  if (kindOfIdentityNumber(number) !== 'RESIDENT') return;
  const found = number.slice(0, 6);
  const standing = standingOfArea(found);
  if (standing === 'UNKNOWN') findings.push(finding('ID_AREA_UNKNOWN', { label, found }, at(0, 6)));
  // Of a number that must be mended anyway there is nothing to confirm.
  if (standing === 'ABOLISHED' && findings.every(({ severity }) => severity === 'amber')) {
    findings.push(finding('ID_AREA_ABOLISHED', { label, found, place: nameOfArea(found) ?? '' }, at(0, 6)));
  }
}

/** Where the characters of the normalised number stand in what was typed; only asked when something is wrong. */
function rangeIn(text: string, from: number, to: number): [number, number] {
  const places: number[] = [];
  let offset = 0;
  for (const character of text) {
    for (const _ of plainCharacter(character)) places.push(offset);
    offset += character.length;
  }
  return [places[from] ?? 0, (places[to - 1] ?? offset - 1) + 1];
}

/** The place in fifteen digits of a place in the eighteen they became: without the century and the check character. */
function shiftBack(place: number): number {
  return place <= 6 ? place : Math.max(6, Math.min(place - 2, 15));
}
