/** 信息项显示: the items of a record as text for a screen: codes translated, classified values masked. Pure. */
import { nameOfArea } from '../code-tables/area-codes.ts';
import { labelOf } from '../code-tables/code-table.ts';
import { maskAddress, maskEmail, maskIdentityNumber, maskPhone, maskRegistrationNumber } from '../identity/masking.ts';
import type { Field } from '../record/fields/field.ts';

export interface ShownItem {
  key: string;
  label: string;
  value: string;
  keyData: boolean;
  masked: boolean;
}

/** One item for the screen; empty text where nothing was filled in. */
export function shownItem(field: Field, value: unknown): ShownItem {
  const text = value === undefined || value === null ? '' : textOf(field, value);
  const masked = field.classified === true && text !== '';
  return {
    key: field.key,
    label: field.label,
    value: masked ? maskOf(field, text) : text,
    keyData: field.keyData === true,
    masked,
  };
}

/** The value in words: 男, 河南省许昌市长葛市, 是. */
export function textOf(field: Field, value: unknown): string {
  if (field.kind === 'code') return labelOf(field.table, String(value)) ?? String(value);
  if (field.kind === 'place') return nameOfArea(String(value).slice(0, 6)) ?? String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

function maskOf(field: Field, text: string): string {
  switch (field.kind) {
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
