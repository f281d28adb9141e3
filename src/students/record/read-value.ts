/** 取值: turns what was filled in for one item into its typed value, and says what cannot be read. */
import { leadingArea, nameOfArea, standingOfArea } from '../code-tables/area-codes.ts';
import { type CodeTable, choicesOf, codeFor } from '../code-tables/code-table.ts';
import { normaliseDocumentNumber } from '../identity/identity-number.ts';
import { checkName, normaliseName } from '../identity/person-name.ts';
import { isRegistrationNumber } from '../identity/registration-number.ts';
import type { Field } from './fields/field.ts';
import { type Finding, type FindingCode, type FindingHoles, finding } from './finding.ts';
import { cleanText, compactText, mustBeText, type RawValue, textOf } from './raw-values.ts';
import { readDay, readMonth, readValidity } from './read-dates.ts';

export type Value = string | number | boolean;
/** Collects what is found about the item being read. */
export type Tell = (found: Finding) => void;
/** Reads one item from text that is not empty; undefined where it cannot be read, which has then been told. */
type Read = (text: string, tell: Tell, near: string) => Value | undefined;
/** What an item reader makes of a raw value: `blank` where nothing was filled in. */
export type Reader = (raw: RawValue, tell: Tell, near: string) => { value?: Value; blank: boolean };

const BLANK = { blank: true } as const;
const UNREAD = { blank: false } as const;
const SHORT_ADDRESS = 10;

/** The reader of a field, built once; `label` is what messages call the item. */
export function readerOf(field: Field, label: string): Reader {
  const read = readOf(field, label);
  const textOnly = mustBeText(field);
  return (raw, tell, near) => {
    if (raw === undefined || raw === null || raw === '') return BLANK;
    if (textOnly && typeof raw === 'number') {
      tell(finding('STORED_AS_NUMBER', { label }));
      return UNREAD;
    }
    const text = textOf(raw);
    if (text === '') return BLANK;
    const value = read(text, tell, near);
    return value === undefined ? UNREAD : { value, blank: false };
  };
}

function readOf(field: Field, label: string): Read {
  const { kind } = field;
  switch (kind) {
    case 'code':
      return readCode(field.table, label);
    case 'integer':
    case 'decimal':
    case 'money':
      return readNumber(field, label);
    case 'boolean':
      return (text, tell) =>
        YES_NO.get(text) ??
        YES_NO.get(compactText(text).toUpperCase()) ??
        no(tell, 'NOT_YES_NO', { label, found: text });
    case 'date':
      return (text, tell) =>
        readDay(text) ?? readDay(compactText(text)) ?? no(tell, 'NOT_A_DATE', { label, found: text });
    case 'month':
      return (text, tell) => readMonth(compactText(text)) ?? no(tell, 'NOT_A_MONTH', { label, found: text });
    case 'validity':
      return (text, tell) => readValidity(compactText(text)) ?? no(tell, 'NOT_A_VALIDITY', { label, found: text });
    case 'place':
      return readPlace(field, label);
    case 'name':
      return (text, tell) => {
        for (const found of checkName(text, label)) tell(found);
        return normaliseName(text);
      };
    case 'phone':
      return (text, tell) => readPhone(text) ?? no(tell, 'PHONE', { label });
    default:
      return readText(field, label);
  }
}

/** Items that are text of some form: the form is checked, the text kept. */
function readText(field: Field, label: string): Read {
  const limit = field.maxLength;
  const long = (text: string, tell: Tell): string => {
    const found = text.length > limit ? [...text].length : 0;
    if (found > limit) tell(finding('TOO_LONG', { label, limit, found }));
    return text;
  };
  switch (field.kind) {
    case 'identity-number': // judged later, together with the type of document
      return (text, tell) => long(normaliseDocumentNumber(text), tell);
    case 'registration-number':
      return (text, tell) => {
        const number = normaliseDocumentNumber(text);
        return isRegistrationNumber(number) ? number : no(tell, 'REGISTRATION_NUMBER_FORM', {});
      };
    case 'school-code':
      return matching(/^\d{10}$/, (tell, found) => no(tell, 'SCHOOL_CODE_FORM', { found }));
    case 'postal-code':
      return matching(/^\d{6}$/, (tell, found) => no(tell, 'POSTAL_CODE', { label, found }));
    case 'email':
      return matching(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, (tell) => no(tell, 'EMAIL', { label }), long);
    case 'web-address':
      return matching(/^https?:\/\/[^\s]+$/i, (tell) => no(tell, 'WEB_ADDRESS', { label }), long);
    case 'address':
      return (text, tell) => {
        const address = cleanText(text);
        if (address.length < SHORT_ADDRESS && leadingArea(address)?.rest === '') {
          tell(finding('ADDRESS_SHORT', { label, found: address }));
        }
        return long(address, tell);
      };
    default:
      return (text, tell) => long(cleanText(text), tell);
  }
}

type Refuse = (tell: Tell, found: string) => undefined;

function matching(form: RegExp, refuse: Refuse, limit = (text: string, _: Tell): string => text): Read {
  return (text, tell) => {
    const plain = compactText(text);
    return form.test(plain) ? limit(plain, tell) : refuse(tell, text);
  };
}

function readCode(table: CodeTable, label: string): Read {
  const labels = choicesOf(table).map((entry) => entry.label);
  const choices = labels.length > 6 ? `${labels.slice(0, 5).join('、')}等` : labels.join('、');
  return (text, tell) => codeFor(table, text) ?? no(tell, 'NOT_IN_TABLE', { label, found: text, choices });
}

const YES_NO = new Map([
  ...['是', '1', 'Y', 'YES', 'TRUE', '有', '√', '✓', '1-是'].map((text) => [text, true] as const),
  ...['否', '0', 'N', 'NO', 'FALSE', '无', '×', '不是', '0-否'].map((text) => [text, false] as const),
]);

function readNumber(field: Field & { kind: 'integer' | 'decimal' | 'money' }, label: string): Read {
  const { least, most, kind } = field;
  const form = kind === 'integer' ? /^\d+$/ : /^\d+(?:\.\d+)?$/;
  return (text, tell) => {
    const plain = compactText(text).replace(/[,，]/g, '');
    const parts = /^([\d.]+)(万)?(?:元|人|公里|千米|km)?$/i.exec(plain);
    const digits = parts?.[1] ?? '';
    const value = Math.round(Number(digits) * (parts?.[2] ? 10_000 : 1) * 100) / 100;
    if (form.test(digits) && value >= least && value <= most) return value;
    return no(tell, 'NOT_A_NUMBER', { label, found: text, least, most });
  };
}

/** Six or twelve digits, or a name from the province, the city or the county down. */
function readPlace(field: Field, label: string): Read {
  const detailKept = field.key === 'householdPlace';
  return (text, tell, near) => {
    const plain = compactText(text).replace(/[/\\>,，-]/g, '');
    if (/^\d{6}(?:\d{6})?$/.test(plain)) {
      return standingOfArea(plain.slice(0, 6)) === 'UNKNOWN' ? no(tell, 'NOT_A_PLACE', { label, found: text }) : plain;
    }
    const area = leadingArea(plain, near);
    const [code, ...others] = area?.codes ?? [];
    if (area === undefined || code === undefined) return no(tell, 'NOT_A_PLACE', { label, found: text });
    if (others.length > 0) {
      const names = area.codes.map((one) => nameOfArea(one) ?? one);
      const choices = names.length > 3 ? `${names.slice(0, 3).join('、')}等` : names.join('、');
      return no(tell, 'PLACE_AMBIGUOUS', { label, found: text, choices });
    }
    if (area.rest !== '' && !detailKept) tell(finding('PLACE_DETAIL_LEFT', { label, rest: area.rest }));
    return code;
  };
}

/** A mobile number of eleven digits, a landline with its area code, or a number abroad with `+` and country code. */
function readPhone(text: string): string | undefined {
  const plain = compactText(text).replace(/[()]/g, '');
  const home = plain.replace(/-/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(home)) return home;
  const landline = plain.replace(/^(?:\+|00)86-?0?(?=[1-9]\d)/, '0');
  const parts = /^(010|02\d|0[3-9]\d{2})-?([1-9]\d{6,7})(?:[-转](\d{1,6}))?$/.exec(landline);
  if (parts) return `${parts[1]}-${parts[2]}${parts[3] ? `-${parts[3]}` : ''}`;
  return /^(?:\+|00)(?!86)[1-9]\d{6,14}$/.test(plain.replace(/-/g, ''))
    ? `+${plain.replace(/-|^\+|^00/g, '')}`
    : undefined;
}

/** Tells a finding and reads nothing. */
function no<C extends FindingCode>(tell: Tell, code: C, holes: FindingHoles<C>): undefined {
  tell(finding(code, holes));
  return undefined;
}
