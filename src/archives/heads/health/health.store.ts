/** 健康记录存取. */
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Entering, enteredRow } from '../papers/papers.store.ts';
import type { HealthKind } from './health-items.api.ts';

export interface HealthRow {
  studentId: string;
  id: string;
  schoolId: string;
  kind: HealthKind;
  schoolYear: number;
  grade: number;
  measuredOn: CivilDate;
  sealed: Buffer;
  enteredByName: string;
  enteredAt: Date;
}

/** Records of these students that count, latest first; of one kind and school year where they are given. */
export async function listHealth(
  tx: Transaction,
  studentIds: readonly string[],
  only: { kind?: HealthKind; schoolYear?: number; schoolId?: string } = {},
): Promise<HealthRow[]> {
  let query = tx.byKey
    .selectFrom('health_records')
    .select(['student_id as studentId', 'id', 'school_id as schoolId', 'kind', 'school_year as schoolYear', 'grade'])
    .select(['measured_on as measuredOn', 'sealed', 'entered_by_name as enteredByName', 'entered_at as enteredAt'])
    .where(isOneOf('student_id', studentIds))
    .where('replaced_at', 'is', null)
    .orderBy('measured_on', 'desc')
    .orderBy('id');
  if (only.kind) query = query.where('kind', '=', only.kind);
  if (only.schoolYear !== undefined) query = query.where('school_year', '=', only.schoolYear);
  if (only.schoolId) query = query.where('school_id', '=', only.schoolId);
  return (await query.execute()) as HealthRow[];
}

/** Which kinds each of these students has. */
export async function healthKinds(
  tx: Transaction,
  studentIds: readonly string[],
): Promise<{ studentId: string; kind: HealthKind }[]> {
  const rows = await tx.byKey
    .selectFrom('health_records')
    .select(['student_id as studentId', 'kind'])
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .where('replaced_at', 'is', null)
    .execute();
  return rows as { studentId: string; kind: HealthKind }[];
}

export type NewHealthRow = Omit<HealthRow, 'schoolId' | 'enteredByName' | 'enteredAt'>;

/** Rows of new records; what they take the place of is replaced in a statement before. */
export const healthRows = (tx: Transaction, records: readonly NewHealthRow[], entering: Entering): Write => ({
  into: 'health_records',
  rows: records.map((one) => ({
    ...{ student_id: one.studentId, id: one.id, kind: one.kind, school_year: one.schoolYear, grade: one.grade },
    ...{ measured_on: one.measuredOn, sealed: one.sealed, ...enteredRow(tx, entering) },
  })),
});

/** Ends records that others take the place of; answers with how many there still were. */
export async function replaceHealth(tx: Transaction, rows: readonly Pick<HealthRow, 'studentId' | 'id'>[]) {
  if (rows.length === 0) return 0;
  const { numUpdatedRows } = await tx.sql
    .updateTable('health_records')
    .set({ replaced_at: tx.now })
    .where(isOneOf('student_id', [...new Set(rows.map(({ studentId }) => studentId))]))
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
