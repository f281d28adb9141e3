/** 身份证件核对: the number against the type of document, the day of birth and the gender. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { type IdentityType, identityTypes } from '../code-tables/identity-tables.ts';
import type { Gender } from '../code-tables/person-tables.ts';
import { checkIdentityNumber } from '../identity/check-identity-number.ts';
import {
  type IdentityNumberKind,
  isIdentityNumber,
  kindOfIdentityNumber,
  normaliseDocumentNumber,
  normaliseIdentityNumber,
} from '../identity/identity-number.ts';
import { type Finding, finding } from './finding.ts';

const KIND_NAMES: Record<IdentityNumberKind, string> = {
  RESIDENT: '居民身份证',
  HONG_KONG: '港澳居民居住证（香港）',
  MACAO: '港澳居民居住证（澳门）',
  TAIWAN: '台湾居民居住证',
  FOREIGN_RESIDENT: '外国人永久居留身份证',
};

/** Which kinds of eighteen characters a document carries. */
const KINDS_OF_TYPE: Partial<Record<IdentityType, readonly IdentityNumberKind[]>> = {
  '1': ['RESIDENT'],
  '9': ['FOREIGN_RESIDENT'],
  B: ['RESIDENT'],
  C: ['HONG_KONG', 'MACAO', 'TAIWAN'],
};

/** Documents without a check character: their numbers are only looked at from afar. */
const FORMS: Partial<Record<IdentityType, readonly [form: RegExp, words: string]>> = {
  '6': [/^(?=(?:.*\d){6})[A-Z0-9()]{7,12}$/, '7至12位字母和数字'],
  '7': [/^(?=(?:.*\d){6})[A-Z0-9()]{7,12}$/, '7至12位字母和数字'],
  '8': [/^[A-Z]?\d{7,10}[A-Z]?$/, '8至10位数字'],
  '9': [/^[A-Z]{3}\d{12}$/, '3位字母加12位数字，或18位'],
  A: [/^(?=(?:.*\d){4})[A-Z0-9]{5,15}$/, '5至15位字母和数字'],
};
const ANY_DOCUMENT = [/^.{4,30}$/u, '4至30位'] as const;

export interface DocumentContext {
  readonly today: CivilDate;
  readonly bornOn?: CivilDate;
  readonly gender?: Gender;
  readonly label: string;
}

/** Checks a number as typed under the type of document that was chosen, if any. */
export function checkDocument(
  text: string,
  type: IdentityType | undefined,
  context: DocumentContext,
): readonly Finding[] {
  const { label } = context;
  const document = identityTypes.labels.get(type ?? '') ?? '';
  if (type === 'Z') return [finding('DOCUMENT_NOT_NEEDED', { label, document })];
  const plain = normaliseDocumentNumber(text);
  const checked = isCheckedType(type, plain);
  if (!checked) {
    const [form, words] = FORMS[type ?? 'A'] ?? ANY_DOCUMENT;
    return form.test(plain) || type === undefined ? [] : [finding('DOCUMENT_FORM', { label, document, form: words })];
  }
  const findings = checkIdentityNumber(text, context);
  const number = normaliseIdentityNumber(plain);
  const kinds = KINDS_OF_TYPE[type ?? '1'];
  if (type === undefined || kinds === undefined || !isIdentityNumber(number)) return findings;
  const kind = kindOfIdentityNumber(number);
  if (kinds.includes(kind)) return findings;
  return [...findings, finding('ID_KIND', { label, kind: KIND_NAMES[kind], filled: document })];
}

/** The number under which a document is stored; only numbers of GB 11643 are brought from fifteen digits to eighteen. */
export function storedNumber(plain: string, type: IdentityType | undefined): string {
  return isCheckedType(type, plain) ? normaliseIdentityNumber(plain) : plain;
}

/** Eighteen characters with a check character are expected of some documents and recognised in others. */
function isCheckedType(type: IdentityType | undefined, plain: string): boolean {
  if (type === '1' || type === 'C') return true;
  if (type === '9' || type === 'B') return /^\d{17}[\dX]$/.test(plain);
  return type === undefined && /^(?:\d{15}|\d{17}[\dX])$/.test(plain);
}
