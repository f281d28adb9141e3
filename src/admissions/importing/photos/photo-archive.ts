/** 照片压缩包: the pictures of an uploaded zip, one after the other, within limits that a bomb does not pass. */
import yauzl from 'yauzl';
import { refuse } from '../../../kernel/refusal.ts';
import { PHOTO_UPLOAD_BYTES } from '../../../students/index.ts';
import { isPhotoFile } from './photo-names.ts';

/** What may be sent at once: a large school's new grade. */
export const ARCHIVE_BYTES = 200 * 2 ** 20;
const MOST_FILES = 5_000;

export interface ArchivedPhoto {
  name: string;
  bytes: Buffer;
}

/**
 * Reads the pictures. Refuses UNSUITABLE_FILE for what is no zip, is encrypted, or says less of a picture's size than
 * it has; TOO_LARGE for too many files or too large a picture.
 */
export async function* readPhotoArchive(bytes: Buffer): AsyncGenerator<ArchivedPhoto> {
  const archive = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw refuse('UNSUITABLE_FILE', { why: '不是完好的zip压缩包，请重新打包后上传' });
  });
  if (archive.entryCount > MOST_FILES) {
    throw refuse('TOO_LARGE', { what: '压缩包内的文件数', limit: `${MOST_FILES}个，请分几次上传` });
  }
  for await (const entry of archive.eachEntry()) {
    if (!isPhotoFile(entry.fileName)) continue;
    if (entry.isEncrypted()) throw refuse('UNSUITABLE_FILE', { why: '压缩包有密码，请去掉密码重新打包' });
    if (entry.uncompressedSize > PHOTO_UPLOAD_BYTES) {
      throw refuse('TOO_LARGE', { what: `照片${entry.fileName.split('/').at(-1)}`, limit: '10MB' });
    }
    const chunks: Buffer[] = [];
    const stream = await archive.openReadStreamPromise(entry);
    try {
      for await (const chunk of stream) chunks.push(chunk as Buffer);
    } catch {
      throw refuse('UNSUITABLE_FILE', { why: '压缩包已损坏，请重新打包后上传' });
    }
    yield { name: entry.fileName, bytes: Buffer.concat(chunks) };
  }
}
