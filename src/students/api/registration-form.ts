/** 学生基础信息表: the form as data for screens, from the registry of fields that also reads and checks what is filled in. Pure. */
import { fixedBecause } from '../changes/placed-elsewhere.ts';
import { listAreaCodes, nameOfArea } from '../code-tables/area-codes.ts';
import { choicesOf } from '../code-tables/code-table.ts';
import { FIELD_GROUPS } from '../record/fields/field.ts';
import { type Column, columns } from '../record/fields/form.ts';
import type { Areas, FormField, RegistrationForm } from './form.api.ts';

/** Groups in the order of the form, the family members one by one, and every code table that occurs. */
export function registrationForm(): RegistrationForm {
  const groups = new Map<string, RegistrationForm['groups'][number]>();
  const tables: RegistrationForm['tables'] = {};
  for (const column of columns) {
    const { field } = column;
    const row = /^guardians\.(\d)\./.exec(column.path)?.[1];
    const key = row === undefined ? field.group : `guardians.${row}`;
    const title = row === undefined ? FIELD_GROUPS[field.group] : `家庭成员${Number(row) + 1}`;
    const group = groups.get(key) ?? { key, title, fields: [] };
    groups.set(key, group);
    group.fields.push(fieldOf(column));
    if (field.kind === 'code') {
      tables[field.table.id] ??= choicesOf(field.table).map(({ code, label }) => ({ value: code, words: label }));
    }
  }
  return { groups: [...groups.values()], tables };
}

function fieldOf({ path, heading, number, field }: Column): FormField {
  const { label, kind, required, filledBy, maxLength, example, basis } = field;
  return {
    path,
    number,
    label,
    heading,
    kind,
    table: field.kind === 'code' ? field.table.id : null,
    required: required === true,
    requiredWhen: typeof required === 'object' ? required.why : null,
    keyData: field.keyData === true,
    classified: field.classified === true,
    fixed: fixedBecause(field),
    filledBy,
    maxLength,
    example,
    hint: field.hint ?? null,
    usual: field.usual ?? null,
    basis,
  };
}

/** Every place in force with its full name from the province down. */
export function areas(): Areas {
  return { items: listAreaCodes().map((code) => ({ value: code, words: nameOfArea(code) ?? code })) };
}
