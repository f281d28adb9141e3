/** 自设项部分: the fields that authorities have set, filled in; values of fields that were ended stay in the file. */
import { institutionsById } from '../../../authorities/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { FileSource } from '../sources/file-source.ts';
import { listFieldValues, studentsWithValues } from './field-values.store.ts';

export const fieldSource: FileSource = {
  having: studentsWithValues,
  itemsOf: async ({ tx, services }, studentId) => {
    const rows = await listFieldValues(tx, [studentId]);
    const schools = await institutionsById(tx, [...new Set(rows.map(({ schoolId }) => schoolId))]);
    return rows.map(({ id, field, sealed, schoolId, enteredAt }) => ({
      ...{ key: id, what: `${field}：${services.cipher.open('file_field_values', id, sealed) as string}` },
      ...{ on: dayOf(enteredAt), schoolName: schools.get(schoolId)?.name ?? null, source: '自设项', to: null },
    }));
  },
};
