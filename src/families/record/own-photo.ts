/** 家长采集照片: a guardian takes the photo that a draft lacks, or takes its own anew; what the school took stays the school's. */
import type { Readable } from 'node:stream';
import { type FamilyCaller, familyAsAuditActor, familySubject, type Services } from '../../access/index.ts';
import { lockToMend, setEntrantPhotos } from '../../admissions/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { insertFiles } from '../../files/file.store.ts';
import { collect } from '../../files/file-store.ts';
import { refuse } from '../../kernel/refusal.ts';
import { PHOTO_UPLOAD_BYTES, processPhoto } from '../../students/index.ts';
import { isMadeBy } from './own-photo.store.ts';

/** May the family of a draft give it this photo's successor? */
export const mayTakePhoto = async (
  tx: Transaction,
  { linkId }: Pick<FamilyCaller, 'linkId'>,
  photoId: string | null,
): Promise<boolean> => photoId === null || (await isMadeBy(tx, photoId, linkId));

/**
 * Sets the photo. Refuses CONFLICT where the school has one already, STEP_NOT_ALLOWED where the draft is handed in,
 * UNSUITABLE_FILE for what is no upright portrait, NOT_ALLOWED once the child is registered.
 */
export async function takePhoto(
  { db, files }: Pick<Services, 'db' | 'files'>,
  family: FamilyCaller,
  upload: Readable,
): Promise<void> {
  if (family.registered) throw refuse('NOT_ALLOWED', { what: '更换学籍照片，请与学校联系' });
  const photo = await processPhoto(await collect(upload, PHOTO_UPLOAD_BYTES, '照片'));
  const stored = await files.keep(photo);
  try {
    await db.write(family.scope, async (tx) => {
      const { id, photoId } = await lockToMend(tx, family.studentId, '换照片');
      if (!(await mayTakePhoto(tx, family, photoId))) {
        throw refuse('CONFLICT', { what: '学校已采集照片，要更换请与学校联系' });
      }
      const { path, linkId } = family;
      await insertFiles(tx, [{ ...stored, path, kind: 'PHOTO', mediaType: 'image/jpeg', madeBy: linkId }]);
      await setEntrantPhotos(tx, [{ entrantId: id, photoId: stored.id }]);
      await record(tx, familyAsAuditActor(family), {
        action: 'SET_ENTRANT_PHOTO',
        ...familySubject(family),
        path,
        detail: { photos: 1, link: linkId },
      });
    });
  } catch (error) {
    await files.remove(stored.id);
    throw error;
  }
}
