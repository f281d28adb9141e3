/** 两条记录存取: where either record lies, what its identity is claimed with, and who has been put forward with it. */
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';

/** A child put forward for registration, whose case has not begun. */
export interface DraftEntrant {
  id: string;
  schoolId: string;
  path: string;
  stage: Stage;
  grade: number;
  name: string;
  gender: string | null;
  bornOn: CivilDate | null;
  identityType: string | null;
  identityHash: Buffer | null;
  sealed: Buffer;
  photoId: string | null;
}

/** Refuses NOT_FOUND outside the scope that holds now. */
export async function getEntrant(tx: Transaction, id: string): Promise<DraftEntrant & { state: string }> {
  const row = await tx.byKey.selectFrom('entrants').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此新生' });
  return {
    id: row.id,
    schoolId: row.school_id,
    path: row.path,
    stage: row.stage as Stage,
    grade: row.grade,
    name: row.name,
    gender: row.gender,
    bornOn: row.born_on as CivilDate | null,
    identityType: row.identity_type,
    identityHash: row.identity_hash,
    sealed: row.sealed,
    photoId: row.photo_id,
    state: row.state,
  };
}

/** The open registration of a student; undefined where there is none. */
export async function findOpenAt(tx: Transaction, studentId: string) {
  const row = await tx.byKey
    .selectFrom('registrations')
    .select(['school_id', 'path', 'stage', 'grade', 'state'])
    .where('student_id', '=', studentId)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return row && { ...row, stage: row.stage as Stage };
}

/** What an identity is claimed with. */
export async function findClaim(tx: Transaction, hash: Buffer) {
  return tx.byKey
    .selectFrom('identities')
    .select(['student_id', 'claimed_by', 'claimed_at'])
    .where('identity_hash', '=', hash)
    .executeTakeFirst();
}

/** Lets an identity go, or gives it to another student. */
export async function releaseIdentity(
  tx: Transaction,
  { hash, from, to }: { hash: Buffer; from: string; to: string | null },
): Promise<void> {
  if (to === null) {
    await tx.byKey.deleteFrom('identities').where('identity_hash', '=', hash).where('student_id', '=', from).execute();
    return;
  }
  await tx.byKey
    .updateTable('identities')
    .set({ student_id: to })
    .where('identity_hash', '=', hash)
    .where('student_id', '=', from)
    .execute();
}

/** Gives it back as it was; false where somebody else has come to hold it since. */
export async function returnIdentity(
  tx: Transaction,
  given: { hash: Buffer; to: string; from: string | null; claimedBy: string | null; claimedAt: Date },
): Promise<boolean> {
  const { hash, to, from, claimedBy, claimedAt } = given;
  if (from !== null) {
    const row = await tx.byKey
      .updateTable('identities')
      .set({ student_id: to })
      .where('identity_hash', '=', hash)
      .where('student_id', '=', from)
      .returning('student_id')
      .executeTakeFirst();
    return row !== undefined;
  }
  const row = await tx.byKey
    .insertInto('identities')
    .values({ identity_hash: hash, student_id: to, claimed_by: claimedBy, claimed_at: claimedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('student_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A record that has ended is met by no search any more. */
export async function dropKeys(tx: Transaction, studentId: string): Promise<void> {
  await tx.sql.deleteFrom('duplicate_keys').where('student_id', '=', studentId).execute();
}
