/** 学生基础信息表: all items of the form in its order, and the columns they make in a workbook. */
import { contactFields } from './contact-fields.ts';
import { economyFields } from './economy-fields.ts';
import { extendedFields } from './extended-fields.ts';
import type { Field } from './field.ts';
import { GUARDIAN_ROWS, guardianFields } from './guardian-fields.ts';
import { personalFields } from './personal-fields.ts';
import { auxiliaryFields, registrationFields } from './registration-fields.ts';

/** The items about the student: 1 to 48 and the few without number. */
export const studentFields = [
  ...personalFields,
  ...auxiliaryFields,
  ...registrationFields,
  ...contactFields,
  ...extendedFields,
] as const;

/** One item in its place: the same field stands twice where the form has two rows of family members. */
export interface Column {
  /** `name`, `guardians.0.phone`, `economy.familySize`: the key in a raw record and in findings. */
  readonly path: string;
  /** What stands over the column: 姓名, 成员1联系电话, 家庭人口. Unique. */
  readonly heading: string;
  /** 编号 on the form. */
  readonly number: number | null;
  readonly field: Field;
}

const GUARDIAN_ITEMS = guardianFields.length;

/** Every item in its place, in the order of the form. */
export const columns: readonly Column[] = [
  ...studentFields.map((field): Column => ({ path: field.key, heading: field.label, number: field.number, field })),
  ...Array.from({ length: GUARDIAN_ROWS }, (_, row) =>
    guardianFields.map((field): Column => {
      const number = field.number + row * GUARDIAN_ITEMS;
      return { path: `guardians.${row}.${field.key}`, heading: `成员${row + 1}${field.label}`, number, field };
    }),
  ).flat(),
  ...economyFields.map(
    (field): Column => ({ path: `economy.${field.key}`, heading: field.label, number: null, field }),
  ),
];

const columnsByPath = new Map(columns.map((column) => [column.path, column]));

/** The column of a path; undefined where the form has no such item. */
export function columnAt(path: string): Column | undefined {
  return columnsByPath.get(path);
}
