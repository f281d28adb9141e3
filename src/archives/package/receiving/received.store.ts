/** 收到的档案包存取. */
import type { Transaction } from '../../../db/transaction.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';

export interface ReceivedPackage {
  id: string;
  schoolId: string;
  path: string;
  keyId: string;
  digest: Buffer;
  identityHash: Buffer | null;
  sealed: Buffer;
  fileId: string;
  takenBy: string;
  takenByName: string;
  takenAt: Date;
  studentId: string | null;
  attachedAt: Date | null;
  attachedByName: string | null;
}

const received = (tx: Transaction) => tx.byKey.selectFrom('received_packages').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof received>['executeTakeFirstOrThrow']>>;

const asReceived = (row: Row): ReceivedPackage => ({
  ...{ id: row.id, schoolId: row.school_id, path: row.path, keyId: row.key_id, digest: row.digest },
  ...{ identityHash: row.identity_hash, sealed: row.sealed, fileId: row.file_id },
  ...{ takenBy: row.taken_by, takenByName: row.taken_by_name, takenAt: row.taken_at },
  ...{ studentId: row.student_id, attachedAt: row.attached_at, attachedByName: row.attached_by_name },
});

export async function insertReceived(
  tx: Transaction,
  one: Omit<ReceivedPackage, 'takenAt' | 'studentId' | 'attachedAt' | 'attachedByName'>,
): Promise<void> {
  await tx.sql
    .insertInto('received_packages')
    .values({
      ...{ id: one.id, school_id: one.schoolId, path: one.path, key_id: one.keyId, digest: one.digest },
      ...{ identity_hash: one.identityHash, sealed: one.sealed, file_id: one.fileId },
      ...{ taken_by: one.takenBy, taken_by_name: one.takenByName, taken_at: tx.now },
    })
    .execute();
}

/** The same package, if the school has taken it in before. */
export async function findReceived(
  tx: Transaction,
  schoolId: string,
  digest: Buffer,
): Promise<ReceivedPackage | undefined> {
  const row = await received(tx).where('school_id', '=', schoolId).where('digest', '=', digest).executeTakeFirst();
  return row && asReceived(row);
}

/** Refuses NOT_FOUND outside the caller's scope. */
export async function getReceived(tx: Transaction, id: string, { lock = false } = {}): Promise<ReceivedPackage> {
  const query = received(tx).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此档案包' });
  return asReceived(row);
}

/** Of a place, latest first. */
export async function listReceived(tx: Transaction, path: string, limit: number): Promise<ReceivedPackage[]> {
  const { lo, hi } = rangeOf(path);
  const query = received(tx).where('path', '>=', lo).where('path', '<', hi).orderBy('taken_at', 'desc').limit(limit);
  return (await query.execute()).map(asReceived);
}

/** 归入: from now on it belongs to this student's file. */
export async function writeAttached(
  tx: Transaction,
  { schoolId, id }: Pick<ReceivedPackage, 'schoolId' | 'id'>,
  studentId: string,
  byName: string,
): Promise<void> {
  await tx.sql
    .updateTable('received_packages')
    .set({ student_id: studentId, attached_at: tx.now, attached_by_name: byName })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();
}
