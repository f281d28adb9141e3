/** 信息项存取: the current values of what is not key data; their history is in the audit trail. */
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';

/** Replaces the items; refuses STALE where the version has moved on. */
export async function setItems(
  tx: Transaction,
  studentId: string,
  { details, sealed, version }: { details: object; sealed: Buffer; version: number },
): Promise<void> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('students')
    .set({ details: JSON.stringify(details), sealed, version: version + 1 })
    .where('id', '=', studentId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw refuse('STALE', { what: '此学生的信息' });
}

export interface GuardianRow {
  ordinal: number;
  name: string;
  relation: string;
  isGuardian: boolean;
  sealed: Buffer;
  numberHash: Buffer | null;
  phoneHash: Buffer | null;
}

/** Writes the family members anew. */
export async function replaceGuardians(
  tx: Transaction,
  studentId: string,
  path: string,
  rows: readonly GuardianRow[],
): Promise<void> {
  await tx.sql.deleteFrom('guardians').where('student_id', '=', studentId).execute();
  if (rows.length === 0) return;
  await tx.sql
    .insertInto('guardians')
    .values(
      rows.map((one) => ({
        student_id: studentId,
        ordinal: one.ordinal,
        path,
        name: one.name,
        relation: one.relation,
        is_guardian: one.isGuardian,
        sealed: one.sealed,
        number_hash: one.numberHash,
        phone_hash: one.phoneHash,
      })),
    )
    .execute();
}

/** Sets the photo of a student, in the record and in the roster. */
export async function setPhoto(tx: Transaction, studentId: string, photoId: string): Promise<void> {
  await tx.sql.updateTable('students').set({ photo_id: photoId }).where('id', '=', studentId).execute();
  await tx.sql.updateTable('roster').set({ photo_id: photoId }).where('student_id', '=', studentId).execute();
}
