/** 文件库: uploaded bytes, encrypted in a folder outside the database, content checked when they are read back. */
import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { NewId } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';

export interface StoredFile {
  id: string;
  size: number;
  /** SHA-256 of the plain bytes. */
  digest: Buffer;
}

export interface FileStore {
  /**
   * Keeps the bytes, or what a stream brings, piece by piece. Refuses TOO_LARGE beyond the limit, and keeps nothing then.
   * The row in `files` is the caller's, in its transaction.
   */
  keep(content: Uint8Array | Readable, limit?: UploadLimit): Promise<StoredFile>;
  /** The bytes as they were kept, in memory of their own that may be given away. Refuses NOT_FOUND where there are none. */
  fetch(id: string): Promise<Buffer>;
  remove(id: string): Promise<void>;
}

/** How much an upload may bring; `what` names it in the refusal. */
export interface UploadLimit {
  bytes: number;
  what: string;
}

/** A store in a folder. */
export function makeFileStore(folder: string, cipher: FieldCipher, newId: NewId): FileStore {
  const placeOf = (id: string) => path.join(folder, id.slice(-2), id);
  return {
    async keep(content, limit) {
      // A line that breaks before the first piece is read is told when it is read, and does not end the process.
      if (!(content instanceof Uint8Array)) content.on('error', () => {});
      const id = newId();
      const place = placeOf(id);
      await mkdir(path.dirname(place), { recursive: true });
      const digest = createHash('sha256');
      let size = 0;
      const measured = async function* () {
        for await (const piece of limit ? within(pieces(content), limit) : pieces(content)) {
          size += piece.length;
          digest.update(piece);
          yield piece;
        }
      };
      try {
        await writeFile(`${place}.part`, cipher.sealPieces('files', id, measured()), { mode: 0o600 });
      } catch (error) {
        await rm(`${place}.part`, { force: true });
        throw error;
      }
      await rename(`${place}.part`, place); // a crash leaves a part nobody refers to, never half a file
      return { id, size, digest: digest.digest() };
    },
    async fetch(id) {
      try {
        await using file = await open(placeOf(id));
        const { size } = await file.stat();
        return await cipher.openPieces('files', id, size, async (from, to) => {
          const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(to - from), 0, to - from, from);
          return buffer.subarray(0, bytesRead);
        });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw refuse('NOT_FOUND', { what: '此文件' });
        throw error;
      }
    },
    remove: (id) => rm(placeOf(id), { force: true }),
  };
}

async function* pieces(content: Uint8Array | Readable): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content as AsyncIterable<Uint8Array>;
}

/** The pieces, up to a limit; a stream is not read to its end once it has passed it. */
async function* within(content: AsyncIterable<Uint8Array>, { bytes, what }: UploadLimit): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > bytes) throw refuse('TOO_LARGE', { what, limit: `${Math.floor(bytes / 2 ** 20)}MB` });
    yield piece;
  }
}

/** Collects an upload in memory up to a limit. Refuses TOO_LARGE past it. */
export async function collect(stream: Readable, bytes: number, what: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of within(pieces(stream), { bytes, what })) chunks.push(chunk);
  return Buffer.concat(chunks);
}
