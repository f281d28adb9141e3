/** 照片: the picture of a student, to whoever may open the record. */
import { type Actor, type Services, scopeOf } from '../../access/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { checkMaySee } from './may-see.ts';
import { getStudentRow } from './student.store.ts';

/** The JPEG; refuses NOT_FOUND where there is none. */
export async function fetchPhoto({ db, files }: Services, actor: Actor, studentId: string): Promise<Buffer> {
  const photoId = await db.read(scopeOf(actor), async (tx) => {
    const row = await getStudentRow(tx, studentId);
    await checkMaySee(tx, actor, studentId);
    return row.photo_id;
  });
  if (!photoId) throw refuse('NOT_FOUND', { what: '照片' });
  return files.fetch(photoId);
}
