/** 信息项显示: the items of a record as text for a screen: codes translated, classified values masked. Pure. */
import type { Item } from '../api/students.api.ts';
import { fixedBecause } from '../changes/placed-elsewhere.ts';
import { nameOfArea } from '../code-tables/area-codes.ts';
import { labelOf } from '../code-tables/code-table.ts';
import {
  maskAddress,
  maskEmail,
  maskIdentityNumber,
  maskName,
  maskPhone,
  maskRegistrationNumber,
} from '../identity/masking.ts';
import type { Field } from '../record/fields/field.ts';
import type { Column } from '../record/fields/form.ts';

/** One item for the screen; empty text where nothing was filled in. */
export function shownItem({ path, field }: Column, value: unknown): Item {
  const text = value === undefined || value === null ? '' : textOf(field, value);
  const masked = text !== '' && isMasked(field);
  return {
    path,
    label: field.label,
    value: masked ? maskOf(field, text) : text,
    raw: masked || text === '' ? '' : rawText(value),
    masked,
    fixed: fixedBecause(field),
  };
}

/** Classified items, and the names of the family, which are as good as an address. */
export const isMasked = (field: Field): boolean =>
  field.classified === true || (field.group === 'guardian' && field.kind === 'name');

/** The value in words: 男, 河南省许昌市长葛市, 是. */
export function textOf(field: Field, value: unknown): string {
  if (field.kind === 'code') return labelOf(field.table, String(value)) ?? String(value);
  if (field.kind === 'place') return nameOfArea(String(value).slice(0, 6)) ?? String(value);
  return rawText(value);
}

const rawText = (value: unknown): string => (typeof value === 'boolean' ? (value ? '是' : '否') : String(value));

function maskOf(field: Field, text: string): string {
  switch (field.kind) {
    case 'name':
      return maskName(text);
    case 'identity-number':
      return maskIdentityNumber(text);
    case 'registration-number':
      return maskRegistrationNumber(text);
    case 'phone':
      return maskPhone(text);
    case 'address':
      return maskAddress(text);
    case 'email':
      return maskEmail(text);
    default:
      return '***';
  }
}
