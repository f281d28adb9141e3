/** 新生照片: taken anew at check-in, before the registration of the stage begins (SX-12.7). */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { insertFiles } from '../../../files/file.store.ts';
import { collect } from '../../../files/file-store.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { PHOTO_UPLOAD_BYTES, processPhoto } from '../../../students/index.ts';
import { isInHand, type RollRow } from '../roll/admitted.ts';
import { changeAdmitted, lockAdmitted } from '../roll/roll.store.ts';

/** The id of the photo. Refuses NOT_FOUND, STEP_NOT_ALLOWED once the entry has ended or its registration is under way. */
export async function setRollPhoto(
  { db, files }: Pick<Services, 'db' | 'files'>,
  actor: Actor,
  id: string,
  upload: Readable,
): Promise<string> {
  // Whose photo it is decides before a byte of it is worked on.
  await db.write(scopeOf(actor), async (tx) => {
    tx.markAudited(); // looked only
    await getOwn(tx, actor, id);
  });
  const stored = await files.keep(await processPhoto(await collect(upload, PHOTO_UPLOAD_BYTES, '照片')));
  try {
    await db.write(scopeOf(actor), async (tx) => {
      const { path, schoolId } = await getOwn(tx, actor, id);
      await insertFiles(tx, [{ ...stored, path, kind: 'PHOTO', mediaType: 'image/jpeg', madeBy: actor.accountId }]);
      await changeAdmitted(tx, [id], { photoId: stored.id });
      await record(tx, asAuditActor(actor), {
        action: 'SET_ROLL_PHOTO',
        subjectKind: 'INSTITUTION',
        subjectId: schoolId,
        path,
        detail: { entry: id, photo: stored.id },
      });
    });
  } catch (error) {
    await files.remove(stored.id);
    throw error;
  }
  return stored.id;
}

async function getOwn(tx: Transaction, actor: Actor, id: string): Promise<RollRow> {
  const row = await lockAdmitted(tx, id);
  if (row.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '本校录取名册中的此人' });
  const state = row.endedOn
    ? '入学资格已终止'
    : row.registered
      ? '已建立学籍'
      : isInHand(row)
        ? '正在办理学籍'
        : undefined;
  if (state) throw refuse('STEP_NOT_ALLOWED', { state, action: '换报到照片' });
  return row;
}
