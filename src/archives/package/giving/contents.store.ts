/** 档案内容存取: the files behind a student's file: papers of its heads and proofs of its cases, as bytes are kept. */
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';

/** A paper that is kept as bytes. */
export interface KeptBytes {
  id: string;
  fileId: string;
  mediaType: string;
  what: string;
}

/** Papers put straight into the file. */
export async function listFiledBytes(tx: Transaction, studentId: string): Promise<KeptBytes[]> {
  const rows = await tx.byKey
    .selectFrom('file_papers')
    .select(['id', 'file_id', 'media_type', 'what'])
    .where('student_id', '=', studentId)
    .where('file_id', 'is not', null)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, file_id, media_type, what }) =>
    file_id && media_type ? [{ id, fileId: file_id, mediaType: media_type, what }] : [],
  );
}

/** Proofs of cases about the student that count: neither returned nor withdrawn. */
export async function listProofBytes(tx: Transaction, studentId: string): Promise<KeptBytes[]> {
  const cases = await tx.byKey
    .selectFrom('cases')
    .select('id')
    .where('subject_kind', '=', 'STUDENT')
    .where('subject_id', '=', studentId)
    .execute();
  if (cases.length === 0) return [];
  const ids = cases.map(({ id }) => id);
  const rows = await tx.byKey
    .selectFrom('evidence')
    .select(['id', 'file_id', 'media_type', 'what'])
    .where(isOneOf('case_id', ids))
    .where('withdrawn_at', 'is', null)
    .where('returned_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, file_id, media_type, what }) => ({ id, fileId: file_id, mediaType: media_type, what }));
}
