/** 更换照片: a new photo for a registered student; the one before stays among the files, as history does. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { insertFiles } from '../../files/file.store.ts';
import { collect } from '../../files/file-store.ts';
import { PHOTO_UPLOAD_BYTES, processPhoto } from '../photo/process-photo.ts';
import { getStudentRow, listRegistrations } from '../view/student.store.ts';
import { setPhoto } from './items.store.ts';
import { refuseLeft } from './who-has-left.ts';

/** The id of the new photo. Refuses NOT_FOUND outside the caller's scope, LAW_REFUSES for who has left, UNSUITABLE_FILE, TOO_LARGE. */
export async function replacePhoto(
  { db, files }: Pick<Services, 'db' | 'files'>,
  actor: Actor,
  studentId: string,
  upload: Readable,
): Promise<string> {
  // Whose photo it is decides before a byte of it is worked on.
  await db.read(scopeOf(actor), (tx) => checkPresent(tx, studentId));
  const photo = await processPhoto(await collect(upload, PHOTO_UPLOAD_BYTES, '照片'));
  const stored = await files.keep(photo);
  try {
    await db.write(scopeOf(actor), async (tx) => {
      const { path, photo_id: before } = await checkPresent(tx, studentId);
      await insertFiles(tx, [{ ...stored, path, kind: 'PHOTO', mediaType: 'image/jpeg', madeBy: actor.accountId }]);
      await setPhoto(tx, studentId, stored.id);
      await record(tx, asAuditActor(actor), {
        action: 'SET_PHOTO',
        subjectKind: 'STUDENT',
        subjectId: studentId,
        path,
        detail: { before, after: stored.id },
      });
    });
  } catch (error) {
    await files.remove(stored.id);
    throw error;
  }
  return stored.id;
}

async function checkPresent(tx: Transaction, studentId: string) {
  const row = await getStudentRow(tx, studentId);
  refuseLeft(await listRegistrations(tx, studentId));
  return row;
}
