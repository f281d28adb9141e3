/** 家长签字存取. */
import type { Selectable } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { FamilySignatures } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';

/** 填报签字, and the one after the school has checked. */
export type SigningStep = 'FILLED' | 'FINAL';

export interface Signature {
  id: string;
  studentId: string;
  path: string;
  guardianName: string;
  step: SigningStep;
  digest: Buffer;
  sealed: Buffer;
  fileId: string;
  signedAt: Date;
  teacher: { name: string; at: Date } | null;
  leader: { name: string; at: Date } | null;
}

export type NewSignature = Omit<Signature, 'signedAt' | 'teacher' | 'leader'> & { linkId: string };

/** Enters a signature; nothing of it is ever changed. */
export async function insertSignature(tx: Transaction, one: NewSignature): Promise<void> {
  await tx.sql
    .insertInto('family_signatures')
    .values({
      student_id: one.studentId,
      id: one.id,
      path: one.path,
      link_id: one.linkId,
      guardian_name: one.guardianName,
      step: one.step,
      form_digest: one.digest,
      sealed: one.sealed,
      file_id: one.fileId,
      signed_at: tx.now,
    })
    .execute();
}

/** All signatures of some students in the scope that holds, first to last. */
export async function listSignatures(tx: Transaction, studentIds: readonly string[]): Promise<Signature[]> {
  if (studentIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('family_signatures')
    .selectAll()
    .where(isOneOf('student_id', studentIds))
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
  return rows.map(asSignature);
}

/** One signature, locked. Refuses NOT_FOUND outside the scope. */
export async function getSignature(tx: Transaction, studentId: string, id: string, lock = false): Promise<Signature> {
  const query = tx.byKey
    .selectFrom('family_signatures')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此签字' });
  return asSignature(row);
}

/** 审核: the class teacher's or the leader's half, each once. */
export async function markChecked(
  tx: Transaction,
  { studentId, id }: Pick<Signature, 'studentId' | 'id'>,
  by: 'TEACHER' | 'LEADER',
  name: string,
): Promise<void> {
  const set =
    by === 'TEACHER'
      ? { teacher_name: name, teacher_checked_at: tx.now }
      : { leader_name: name, leader_checked_at: tx.now };
  await tx.sql
    .updateTable('family_signatures')
    .set(set)
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

const half = (name: string | null, at: Date | null) => (name !== null && at !== null ? { name, at } : null);

const asSignature = (row: Selectable<FamilySignatures>): Signature => ({
  id: row.id,
  studentId: row.student_id,
  path: row.path,
  guardianName: row.guardian_name,
  step: row.step as SigningStep,
  digest: row.form_digest,
  sealed: row.sealed,
  fileId: row.file_id,
  signedAt: row.signed_at,
  teacher: half(row.teacher_name, row.teacher_checked_at),
  leader: half(row.leader_name, row.leader_checked_at),
});
