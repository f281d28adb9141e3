/** 申请表的读入与文字: what was sent is checked against the declared fields, and said in the words that deciders read. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isAsked, missingIn } from './asked-fields.api.ts';
import type { FormFieldView, FormValues } from './form.api.ts';

/** 一行: a thing with its words. */
export interface SaidLine {
  label: string;
  words: string;
}

const oneOf = ({ options }: FormFieldView) =>
  z.string().refine((value) => options.some(({ code }) => code === value), '请在所列各项中选择');

function shapeOf(field: FormFieldView, today: string): z.ZodType {
  switch (field.kind) {
    case 'CHOICE':
      return oneOf(field);
    case 'CHOICES':
      return z.array(oneOf(field));
    case 'DAY':
      return z
        .string()
        .refine(isCivilDate, '日期须写作2026-09-01')
        .refine((day) => !field.past || day <= today, '不得晚于今天');
    case 'NUMBER':
      return z
        .number()
        .min(field.least ?? 0, `不得少于${field.least ?? 0}`)
        .max(field.most ?? 100_000, `不得多于${field.most ?? 100_000}`);
    case 'FLAG':
      return z.boolean();
    case 'TEXT':
      return z.string().trim().min(1);
  }
}

/**
 * The form with exactly the fields that are asked; a flag that nobody set is false. Refuses BAD_INPUT with the field's own
 * words where one is missing or cannot be.
 */
export function readForm(fields: readonly FormFieldView[], sent: FormValues, today: string): FormValues {
  const unknown = Object.keys(sent).find((key) => !fields.some((field) => field.key === key));
  if (unknown !== undefined) throw refuse('BAD_INPUT', { what: `申请表没有“${unknown}”一项，请刷新页面后重填` });
  const [missing] = Object.values(missingIn(fields, sent));
  if (missing) throw refuse('BAD_INPUT', { what: missing });
  const read: FormValues = {};
  for (const field of fields) {
    const value = sent[field.key] ?? (field.kind === 'FLAG' ? false : undefined);
    if (value === undefined || value === '' || !isAsked(field, sent)) continue;
    const checked = shapeOf(field, today).safeParse(value);
    if (!checked.success) {
      throw refuse('BAD_INPUT', { what: `${field.label}：${checked.error.issues[0]?.message ?? '不能识别'}` });
    }
    read[field.key] = checked.data as FormValues[string];
  }
  return read;
}

/** Line by line in the order of the form; what was not filled in has no line. */
export function sayForm(fields: readonly FormFieldView[], values: FormValues): SaidLine[] {
  return fields.flatMap((field) => {
    const words = wordsOf(field, values[field.key]);
    return words === '' ? [] : [{ label: field.label, words }];
  });
}

function wordsOf({ kind, options, unit }: FormFieldView, value: FormValues[string] | undefined): string {
  if (value === undefined) return '';
  if (kind === 'FLAG') return value ? '是' : '否';
  if (kind === 'NUMBER') return `${value}${unit ?? ''}`;
  if (Array.isArray(value)) return value.map((code) => wordsFor(options, code)).join('、');
  return kind === 'CHOICE' ? wordsFor(options, String(value)) : String(value);
}

const wordsFor = (options: FormFieldView['options'], code: string): string =>
  options.find((one) => one.code === code)?.words ?? code;
