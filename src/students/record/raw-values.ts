/** 填报原文: values as a workbook cell or a form gives them, before anything is known of them. */
import type { Field } from './fields/field.ts';

export type RawValue = string | number | boolean | Date | null | undefined;

/** Raw values by path (`name`, `guardians.0.phone`, `economy.familySize`); see the columns of the form. */
export type RawRecord = Readonly<Record<string, RawValue>>;

const HIDDEN = /[\p{Cc}\p{Cf}]/u;
const WIDE_OR_SPACED = /[\s\uFF01-\uFF5E\u00AD\u200B-\u200F\u202A-\u202E\u2060]/; // most text has none of these
const ALL_HIDDEN = /[\p{Cc}\p{Cf}]/gu;

/** The value as text; empty where nothing was filled in. Dates come from workbooks as midnight UTC. */
export function textOf(raw: RawValue): string {
  if (typeof raw === 'string') return raw.trim();
  if (raw === null || raw === undefined) return '';
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? '' : raw.toISOString().slice(0, 10);
  if (typeof raw === 'boolean') return raw ? '是' : '否';
  return String(raw);
}

/** The text without line breaks and hidden characters, which cells pick up when text is pasted. */
export function cleanText(text: string): string {
  return HIDDEN.test(text)
    ? text
        .replace(/[\r\n\t]+/g, ' ')
        .replace(ALL_HIDDEN, '')
        .trim()
    : text;
}

/** Half-width text without any space. */
export function compactText(text: string): string {
  return WIDE_OR_SPACED.test(text) ? text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '') : text;
}

/** Does the item lose digits when a spreadsheet takes it for a number? */
export function mustBeText(field: Field): boolean {
  return field.kind === 'identity-number' || field.kind === 'registration-number';
}

/** Raw values of a typed record, to check it again or to write it into a workbook as codes. */
export function rawOf(record: { guardians?: readonly object[]; economy?: object }): RawRecord {
  const { guardians = [], economy = {}, ...items } = record;
  return Object.fromEntries([
    ...Object.entries(items),
    ...guardians.flatMap((guardian, row) =>
      Object.entries(guardian).map(([key, value]) => [`guardians.${row}.${key}`, value]),
    ),
    ...Object.entries(economy).map(([key, value]) => [`economy.${key}`, value]),
  ]);
}
