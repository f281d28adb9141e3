/** 填报核对: which fields of a form are asked, and what is still missing. */
import type { FormFieldView, FormValues } from './form.api.ts';

/** Is the field asked at all, as the form is filled in so far? */
export function isAsked({ when }: Pick<FormFieldView, 'when'>, values: FormValues): boolean {
  return when === null || when.among.includes(String(values[when.key]));
}

/** By field, what is still to be filled in. */
export function missingIn(fields: readonly FormFieldView[], values: FormValues): Record<string, string> {
  const open = fields.filter((one) => one.required && isAsked(one, values) && isEmpty(values[one.key]));
  return Object.fromEntries(
    open.map(({ key, label, kind }) => [key, `请${kind.startsWith('CH') ? '选择' : '填写'}${label}`]),
  );
}

const isEmpty = (value: FormValues[string] | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
