/** 读自设项: what was typed or pasted for a field, as it is kept, or why it is none. */
import { isCivilDate } from '../../../kernel/civil-date.ts';
import type { FileFieldKind } from '../../../local-settings/index.ts';

export interface ReadableField {
  title: string;
  valueKind: FileFieldKind;
  choices: readonly string[];
}

const MOST_TEXT = 100;
const YES_NO = ['是', '否'];

/** An empty cell has no value. */
export function readFieldValue(field: ReadableField, typed: string): { value: string | undefined } | { fault: string } {
  const { title, valueKind } = field;
  const text = typed.trim();
  if (text === '') return { value: undefined };
  switch (valueKind) {
    case 'TEXT':
      return text.length > MOST_TEXT ? { fault: `${title}最多${MOST_TEXT}字` } : { value: text };
    case 'NUMBER':
      return /^-?\d{1,9}(\.\d{1,3})?$/.test(text) ? { value: text } : { fault: `${title}须填数字` };
    case 'DAY': {
      const day = text.replace(/^(\d{4})[./年](\d{1,2})[./月](\d{1,2})日?$/, (_, year, month, date) =>
        [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'),
      );
      return isCivilDate(day) ? { value: day } : { fault: `${title}写作2026-09-01` };
    }
    default: {
      const choices = valueKind === 'CHOICE' ? field.choices : YES_NO;
      return choices.includes(text) ? { value: text } : { fault: `${title}须填${choices.join('、')}之一` };
    }
  }
}

/** What may be chosen; empty where anything may be typed. */
export const choicesOfField = ({ valueKind, choices }: ReadableField): readonly string[] =>
  valueKind === 'CHOICE' ? choices : valueKind === 'YES_NO' ? YES_NO : [];
