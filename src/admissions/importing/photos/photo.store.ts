/** 新生照片存取. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';

/** An entrant of a school as photos are matched with it. */
export interface PhotoOwner {
  id: string;
  name: string;
  identityHash: string | null;
  classCode: string | null;
}

/** The entrants of a school that are not yet registered, with the code of their class group. */
export async function listPhotoOwners(tx: Transaction, schoolId: string): Promise<PhotoOwner[]> {
  const rows = await tx.sql
    .selectFrom('entrants as e')
    .leftJoin('class_groups as g', 'g.id', 'e.class_group_id')
    .select(['e.id', 'e.name', 'e.identity_hash', 'g.code'])
    .where('e.school_id', '=', schoolId)
    .where('e.state', 'in', ['DRAFT', 'SUBMITTED'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    identityHash: row.identity_hash?.toString('hex') ?? null,
    classCode: row.code,
  }));
}

/** Gives entrants their photos. */
export async function setEntrantPhotos(
  tx: Transaction,
  photos: readonly { entrantId: string; photoId: string }[],
): Promise<void> {
  if (photos.length === 0) return;
  await sql`
    update entrants set photo_id = given.photo_id
    from unnest(${photos.map(({ entrantId }) => entrantId)}::uuid[], ${photos.map(({ photoId }) => photoId)}::uuid[])
      as given(id, photo_id)
    where entrants.id = given.id`.execute(tx.sql);
}
