/** 就读安排结束: who leaves the school of the registration leaves the guest study or special education it arranged as well. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';

/** How the registration went from the school that made the arrangement. */
export const ARRANGEMENT_ENDS = { MOVED: '学籍已转出', ENDED: '学籍已终止' } as const;

/** Ends the arrangement that holds, if any; nothing where none does. */
export const endOpenArrangement = (
  tx: Transaction,
  { studentId, ...end }: { studentId: string; on: CivilDate; why: keyof typeof ARRANGEMENT_ENDS },
): Promise<void> => endOpenArrangements(tx, { studentIds: [studentId], ...end });

/** The same of many at once. One that was to begin later ends on the day of its beginning, having held on no day. */
export async function endOpenArrangements(
  tx: Transaction,
  { studentIds, on, why }: { studentIds: readonly string[]; on: CivilDate; why: keyof typeof ARRANGEMENT_ENDS },
): Promise<void> {
  await tx.sql
    .updateTable('study_arrangements')
    .set({ ended_on: sql`greatest(begun_on, ${on}::date)`, end_reason: ARRANGEMENT_ENDS[why] })
    .where('student_id', '=', sql<string>`any(${[...studentIds]}::uuid[])`)
    .where('ended_on', 'is', null)
    .execute();
}
