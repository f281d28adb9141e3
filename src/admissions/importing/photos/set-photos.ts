/** 新生照片: one photo for one entrant, or a whole archive matched by file names. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { insertFiles } from '../../../files/file.store.ts';
import { collect, type StoredFile } from '../../../files/file-store.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { identityHashOf, PHOTO_UPLOAD_BYTES, processPhoto, TYPES_OF_RESIDENT_FORM } from '../../../students/index.ts';
import { getEntrant } from '../../entrants/entrant.store.ts';
import { listPhotoOwners, type PhotoOwner, setEntrantPhotos } from './photo.store.ts';
import { ARCHIVE_BYTES, readPhotoArchive } from './photo-archive.ts';
import { readPhotoName } from './photo-names.ts';

type Keepers = Pick<Services, 'db' | 'files' | 'index'>;

/** What came of an archive; files are told by their names, as the school knows them. */
export interface PhotosTaken {
  taken: number;
  /** Files that belong to no entrant of the school. */
  unmatched: string[];
  /** Files that are no usable photo, with the reason. */
  unusable: { name: string; why: string }[];
}

/** Sets one entrant's photo; answers with its id. Refuses STEP_NOT_ALLOWED once the child is registered. */
export async function setEntrantPhoto(
  services: Keepers,
  actor: Actor,
  entrantId: string,
  upload: Readable,
): Promise<string> {
  await services.db.read(scopeOf(actor), async (tx) => {
    const { state } = await getEntrant(tx, entrantId);
    if (state === 'REGISTERED') throw refuse('STEP_NOT_ALLOWED', { state: '已建立学籍', action: '换报名照片' });
  });
  const photo = await processPhoto(await collect(upload, PHOTO_UPLOAD_BYTES, '照片'));
  const stored = await services.files.keep(photo);
  await enter(services, actor, [{ entrantId, stored }]);
  return stored.id;
}

/** Takes an archive: every picture that names an entrant of the caller's school becomes that child's photo. */
export async function setPhotosFromArchive(services: Keepers, actor: Actor, upload: Readable): Promise<PhotosTaken> {
  const archive = await collect(upload, ARCHIVE_BYTES, '照片压缩包');
  const owners = await services.db.read(scopeOf(actor), (tx) => listPhotoOwners(tx, actor.institution.id));
  const ownerOf = matcher(services, owners);
  const matched: { entrantId: string; stored: StoredFile }[] = [];
  const result: PhotosTaken = { taken: 0, unmatched: [], unusable: [] };
  for await (const { name, bytes } of readPhotoArchive(archive)) {
    const owner = ownerOf(name);
    if (!owner) {
      result.unmatched.push(name);
      continue;
    }
    try {
      matched.push({ entrantId: owner.id, stored: await services.files.keep(await processPhoto(bytes)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      result.unusable.push({ name, why: error.message });
    }
  }
  if (matched.length > 0) await enter(services, actor, matched);
  return { ...result, taken: matched.length };
}

function matcher({ index }: Keepers, owners: readonly PhotoOwner[]): (fileName: string) => PhotoOwner | undefined {
  const byNumber = new Map(owners.map((one) => [one.identityHash, one]));
  const byName = new Map(owners.map((one) => [`${one.classCode}_${one.name}`, one]));
  return (fileName) => {
    const read = readPhotoName(fileName);
    if (read?.by === 'CLASS_AND_NAME') return byName.get(`${read.classGroup}_${read.name}`);
    if (!read) return undefined;
    const hashes = TYPES_OF_RESIDENT_FORM.map((type) => identityHashOf(index, type, read.number).toString('hex'));
    return hashes.map((hash) => byNumber.get(hash)).find((owner) => owner !== undefined);
  };
}

async function enter(
  { db }: Keepers,
  actor: Actor,
  photos: readonly { entrantId: string; stored: StoredFile }[],
): Promise<void> {
  const { path } = actor.institution;
  await db.write(scopeOf(actor), async (tx) => {
    await insertFiles(
      tx,
      photos.map(({ stored }) => ({
        ...stored,
        path,
        kind: 'PHOTO' as const,
        mediaType: 'image/jpeg',
        madeBy: actor.accountId,
      })),
    );
    await setEntrantPhotos(
      tx,
      photos.map(({ entrantId, stored }) => ({ entrantId, photoId: stored.id })),
    );
    const [only] = photos.length === 1 ? photos : [];
    await record(tx, asAuditActor(actor), {
      action: 'SET_ENTRANT_PHOTO',
      subjectKind: only ? 'ENTRANT' : 'INSTITUTION',
      subjectId: only ? only.entrantId : actor.institution.id,
      path,
      detail: { photos: photos.length },
    });
  });
}
