/** 学生基本信息表: every item of the record in the order of the national form, to be checked and signed. Pure. */
import { columns, FIELD_GROUPS, type FieldGroup, type HeldRecord } from '../../../students/index.ts';
import { wordsOf } from '../../cards/card-of.ts';
import { type FormBlock, type FormItem, inRows } from '../form-paper.ts';

/** Kinds of item whose values are long. */
const LONG = new Set(['name', 'address', 'place', 'web-address', 'email']);
/** Items of no such kind whose values are long all the same. */
const LONG_ITEMS = new Set(['namePinyin', 'identityNumber']);
const STUDENT_GROUPS: FieldGroup[] = ['personal', 'auxiliary', 'registration', 'contact', 'extended'];

/** The blocks of the form. `photo` names the picture, empty for the place of one. */
export function studentBase({ record }: HeldRecord, photo: string, full: boolean): FormBlock[] {
  const values = record as unknown as Record<string, unknown>;
  const itemsOf = (group: FieldGroup, prefix = ''): FormItem[] =>
    columns
      .filter(({ field, path }) => field.group === group && field.kind !== 'photo' && path.startsWith(prefix))
      .map(({ field, path }) => ({
        label: field.label,
        value: wordsOf(values, path, full),
        span: LONG.has(field.kind) || LONG_ITEMS.has(field.key) ? 2 : 1,
      }));
  const guardians = [0, 1].map((row): FormBlock => {
    const heading = `${FIELD_GROUPS.guardian}${'一二'[row]}`;
    return { kind: 'ITEMS', heading, whole: true, rows: inRows(itemsOf('guardian', `guardians.${row}.`)) };
  });
  return [
    ...STUDENT_GROUPS.map(
      (group): FormBlock => ({
        ...{ kind: 'ITEMS', heading: FIELD_GROUPS[group], rows: inRows(itemsOf(group)) },
        ...(group === 'personal' ? { photo } : {}),
      }),
    ),
    ...guardians,
    { kind: 'ITEMS', heading: FIELD_GROUPS.economy, whole: true, rows: inRows(itemsOf('economy')) },
  ];
}
