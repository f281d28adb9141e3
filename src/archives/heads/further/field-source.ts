/** 自设项部分: the fields that authorities have set, filled in; values of fields that were ended stay in the file. */
import { dayOf } from '../../../kernel/civil-date.ts';
import type { FileSource } from '../sources/file-source.ts';
import { listFieldValues, studentsWithValues } from './field-values.store.ts';

export const fieldSource: FileSource = {
  having: studentsWithValues,
  itemsOf: async (asking, studentId) => {
    const { tx, services } = asking;
    const rows = await listFieldValues(tx, [studentId]);
    const schools = await asking.schoolNames(rows.map(({ schoolId }) => schoolId));
    return rows.map(({ id, field, sealed, schoolId, enteredAt }) => ({
      ...{ key: id, what: `${field}：${services.cipher.open('file_field_values', id, sealed) as string}` },
      ...{ on: dayOf(enteredAt), schoolName: schools.get(schoolId) ?? null, source: '自设项', to: null },
    }));
  },
};
