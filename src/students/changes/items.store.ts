/** 信息项存取: the current values of what is not key data; their history is in the audit trail. */
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';

/** Replaces the items, and in the roster what it shows of them; refuses STALE where the version has moved on. */
export async function setItems(
  tx: Transaction,
  studentId: string,
  { details, sealed, version, ethnicGroup }: { details: object; sealed: Buffer; version: number; ethnicGroup: string },
): Promise<void> {
  const row = await tx.sql
    .updateTable('students')
    .set({ details: JSON.stringify(details), sealed, version: version + 1 })
    .where('id', '=', studentId)
    .where('version', '=', version)
    .returning('county')
    .executeTakeFirst();
  if (!row) throw refuse('STALE', { what: '此学生的信息' });
  await tx.sql
    .updateTable('roster')
    .set({ ethnic_group: ethnicGroup })
    .where('county', '=', row.county)
    .where('student_id', '=', studentId)
    .where('ethnic_group', '<>', ethnicGroup)
    .execute();
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

/** Sets the photo of a student, in the record and in the roster. The file of the one before stays. */
export async function setPhoto(tx: Transaction, studentId: string, photoId: string): Promise<void> {
  const { county } = await tx.sql
    .updateTable('students')
    .set({ photo_id: photoId })
    .where('id', '=', studentId)
    .returning('county')
    .executeTakeFirstOrThrow();
  await tx.sql
    .updateTable('roster')
    .set({ photo_id: photoId })
    .where('county', '=', county)
    .where('student_id', '=', studentId)
    .execute();
}
