/** 临时离校存取: slips of the day, signed and used. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';

export interface Slip {
  id: string;
  studentId: string;
  classGroupId: string;
  reason: string;
  guardianCalled: boolean;
  signedByName: string;
  signedAt: Date;
  releasedAt: Date | null;
  releasedByName: string | null;
}

const COLUMNS = [
  's.id',
  's.student_id as studentId',
  's.class_group_id as classGroupId',
  's.reason',
  's.guardian_called as guardianCalled',
  's.signed_by_name as signedByName',
  's.signed_at as signedAt',
  's.released_at as releasedAt',
  's.released_by_name as releasedByName',
] as const;

/** The slips of a school on a day, the latest first. */
export async function listSlips(tx: Transaction, path: string, on: CivilDate): Promise<(Slip & { name: string })[]> {
  const rows = await tx.sql
    .selectFrom('gate_slips as s')
    .innerJoin('key_data as k', 'k.student_id', 's.student_id')
    .select(COLUMNS)
    .select('k.name')
    .where('s.path', '=', path)
    .where('s.slip_on', '=', on)
    .where('k.valid_to', 'is', null)
    .orderBy('s.signed_at', 'desc')
    .orderBy('s.id')
    .execute();
  return rows as (Slip & { name: string })[];
}

/** A slip of the student for the day that nobody has used; locked. */
export async function lockUnusedSlip(tx: Transaction, studentId: string, on: CivilDate): Promise<Slip | undefined> {
  const row = await tx.sql
    .selectFrom('gate_slips as s')
    .select(COLUMNS)
    .where('s.student_id', '=', studentId)
    .where('s.slip_on', '=', on)
    .where('s.released_at', 'is', null)
    .orderBy('s.signed_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row as Slip | undefined;
}

/** Keeps a signed slip. */
export async function insertSlip(
  tx: Transaction,
  slip: Pick<Slip, 'studentId' | 'classGroupId' | 'reason' | 'guardianCalled'> & { on: CivilDate; path: string },
  by: { accountId: string; personName: string },
): Promise<string> {
  const id = tx.newId();
  await tx.sql
    .insertInto('gate_slips')
    .values({
      id,
      student_id: slip.studentId,
      class_group_id: slip.classGroupId,
      path: slip.path,
      slip_on: slip.on,
      reason: slip.reason,
      guardian_called: slip.guardianCalled,
      signed_by: by.accountId,
      signed_by_name: by.personName,
      signed_at: tx.now,
    })
    .execute();
  return id;
}

/** The gate has let the child go. */
export async function setReleased(tx: Transaction, { id, studentId }: Slip, byName: string): Promise<void> {
  await tx.sql
    .updateTable('gate_slips')
    .set({ released_at: tx.now, released_by_name: byName })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}
