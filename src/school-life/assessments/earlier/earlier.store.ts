/** 补录存取: since when a student is at a school. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';

/** The first day of the first registration there. */
export async function findEntryDay(
  tx: Transaction,
  { studentId, schoolId }: { studentId: string; schoolId: string },
): Promise<CivilDate | undefined> {
  const row = await tx.byKey
    .selectFrom('registrations')
    .select(sql<CivilDate | null>`min(valid_from)`.as('on'))
    .where('student_id', '=', studentId)
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
  return row?.on ?? undefined;
}
