/** 自设项的值存取. */
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import { type Entering, enteredRow } from '../papers/papers.store.ts';
import type { FieldInForce } from './fields.ts';

export interface FieldValueRow {
  studentId: string;
  id: string;
  schoolId: string;
  placeCode: string;
  field: string;
  sealed: Buffer;
  enteredByName: string;
  enteredAt: Date;
}

/** Values of these students that count. */
export async function listFieldValues(tx: Transaction, studentIds: readonly string[]): Promise<FieldValueRow[]> {
  const rows = await tx.byKey
    .selectFrom('file_field_values')
    .select(['student_id as studentId', 'id', 'school_id as schoolId', 'place_code as placeCode', 'field', 'sealed'])
    .select(['entered_by_name as enteredByName', 'entered_at as enteredAt'])
    .where(isOneOf('student_id', studentIds))
    .where('replaced_at', 'is', null)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows;
}

/** Which of these students have any value. */
export async function studentsWithValues(tx: Transaction, studentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.byKey
    .selectFrom('file_field_values')
    .select('student_id')
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .where('replaced_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.student_id));
}

/** Of each required field, which of these students have no value. */
export async function studentsWithout(
  tx: Transaction,
  fields: readonly FieldInForce[],
  studentIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const required = fields.filter((field) => field.required);
  if (required.length === 0) return new Map();
  const rows = await tx.byKey
    .selectFrom('file_field_values')
    .select(['student_id', 'place_code', 'field'])
    .where(isOneOf('student_id', studentIds))
    .where('replaced_at', 'is', null)
    .execute();
  const has = new Set(rows.map((row) => `${row.student_id} ${row.place_code} ${row.field}`));
  return new Map(
    required.map(({ key }) => [key, new Set(studentIds.filter((studentId) => !has.has(`${studentId} ${key}`)))]),
  );
}

/** Ends values that others take the place of; answers with how many there still were. */
export async function replaceValues(
  tx: Transaction,
  rows: readonly Pick<FieldValueRow, 'studentId' | 'id'>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const { numUpdatedRows } = await tx.sql
    .updateTable('file_field_values')
    .set({ replaced_at: tx.now })
    .where(
      isOneOf(
        'student_id',
        rows.map(({ studentId }) => studentId),
      ),
    )
    .where(
      isOneOf(
        'id',
        rows.map(({ id }) => id),
      ),
    )
    .where('replaced_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Rows of new values. */
export const valueRows = (
  tx: Transaction,
  values: readonly Pick<FieldValueRow, 'studentId' | 'id' | 'placeCode' | 'field' | 'sealed'>[],
  entering: Entering,
): Write => ({
  into: 'file_field_values',
  rows: values.map(({ studentId, id, placeCode, field, sealed }) => ({
    ...{ student_id: studentId, id, place_code: placeCode, field, sealed, ...enteredRow(tx, entering) },
  })),
});
