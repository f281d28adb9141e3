/** 学生记录: the typed content of the form, made from its list of fields. */
import type { economyFields } from './fields/economy-fields.ts';
import type { Field, SectionOf } from './fields/field.ts';
import { studentFields } from './fields/form.ts';
import type { guardianFields } from './fields/guardian-fields.ts';

/** Items 1 to 48. An item that was not filled in, or not readable, is absent. */
export type StudentItems = SectionOf<typeof studentFields>;

/** 家庭成员或监护人: one of the two rows. */
export type Guardian = SectionOf<typeof guardianFields>;

/** 家庭经济情况. */
export type Economy = SectionOf<typeof economyFields>;

export interface StudentRecord extends StudentItems {
  readonly guardians: readonly Guardian[];
  readonly economy: Economy;
}

/** A field about the student. */
export type StudentField = Field & { readonly key: keyof StudentItems };

/** The student's own items for which the test holds: `selectItems(record, (field) => field.classified === true)`. */
export function selectItems(record: StudentItems, test: (field: StudentField) => boolean): Partial<StudentItems> {
  const entries = (studentFields as readonly StudentField[])
    .filter((field) => test(field) && record[field.key] !== undefined)
    .map((field) => [field.key, record[field.key]]);
  return Object.fromEntries(entries) as Partial<StudentItems>;
}
