/** 信息项: what the record knows about one item of the 学生基础信息表. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { CodeTable } from '../../code-tables/code-table.ts';

export const FIELD_GROUPS = {
  personal: '个人基础信息',
  auxiliary: '个人辅助信息',
  registration: '学籍信息',
  contact: '联系信息',
  extended: '扩展信息',
  guardian: '家庭成员或监护人',
  economy: '家庭经济情况',
} as const;
export type FieldGroup = keyof typeof FIELD_GROUPS;

/** Values by key, as far as they are known; what a requirement may look at. */
export type KnownValues = Readonly<Record<string, unknown>>;

/** Required always, never, or when the values say so; `why` opens the message (证件类型为居民身份证). */
export type Requirement =
  | boolean
  | { readonly when: (own: KnownValues, student: KnownValues) => boolean; readonly why: string };

interface FieldBase {
  /** English name in the record, the database and the exchange. */
  readonly key: string;
  /** 编号 on the form; null for the few it does not number. Of the second family member it is twelve more. */
  readonly number: number | null;
  readonly label: string;
  readonly group: FieldGroup;
  readonly required: Requirement;
  /** 关键数据: changed only by a case (MOE-10.0, SX-15.2). */
  readonly keyData?: true;
  /** Encrypted at rest and masked on screens. */
  readonly classified?: true;
  readonly filledBy: 'family' | 'school' | 'system';
  /** Characters, not UTF-16 units. */
  readonly maxLength: number;
  readonly example: string;
  /** For the person who fills in; becomes the comment of the column in the workbook. */
  readonly hint?: string;
  /** What most records say: proposed where the item was left empty, never filled in by itself. */
  readonly usual?: string;
  /** Standard or clause the item comes from. */
  readonly basis: string;
}

export type Field = FieldBase &
  (
    | { readonly kind: 'text' | 'name' | 'address' | 'email' | 'web-address' | 'phone' | 'postal-code' }
    | { readonly kind: 'identity-number' | 'registration-number' | 'school-code' | 'place' | 'photo' }
    | { readonly kind: 'date' | 'month' | 'validity' | 'boolean' }
    | { readonly kind: 'integer' | 'decimal' | 'money'; readonly least: number; readonly most: number }
    | { readonly kind: 'code'; readonly table: CodeTable }
  );
export type FieldKind = Field['kind'];

/** The type a field has in the record. Months are `YYYY-MM`, money is yuan, places are 6 or 12 digits. */
export type ValueOf<F> = F extends { kind: 'code'; table: CodeTable<infer C> }
  ? C
  : F extends { kind: 'integer' | 'decimal' | 'money' }
    ? number
    : F extends { kind: 'boolean' }
      ? boolean
      : F extends { kind: 'date' }
        ? CivilDate
        : string;

/** The part of a record that a list of fields makes. */
export type SectionOf<F extends readonly Field[]> = { -readonly [One in F[number] as One['key']]?: ValueOf<One> };

/** Keeps the keys and tables of a list of fields for the types made from it. */
export function defineFields<const F extends readonly Field[]>(fields: F): F {
  return fields;
}
