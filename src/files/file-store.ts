/** 文件库: uploaded bytes, encrypted in a folder outside the database, content checked when they are read back. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  /** Keeps the bytes; refuses TOO_LARGE beyond the limit. The row in `files` is the caller's, in its transaction. */
  keep(bytes: Uint8Array): Promise<StoredFile>;
  /** The bytes as they were kept. Refuses NOT_FOUND where there are none. */
  fetch(id: string): Promise<Buffer>;
  remove(id: string): Promise<void>;
}

/** A store in a folder. */
export function makeFileStore(folder: string, cipher: FieldCipher, newId: NewId): FileStore {
  const placeOf = (id: string) => path.join(folder, id.slice(-2), id);
  return {
    async keep(bytes) {
      const id = newId();
      const place = placeOf(id);
      await mkdir(path.dirname(place), { recursive: true });
      const sealed = cipher.sealBytes('files', id, bytes);
      await writeFile(`${place}.part`, sealed, { mode: 0o600 });
      await rename(`${place}.part`, place); // a crash leaves a part nobody refers to, never half a file
      return { id, size: bytes.length, digest: createHash('sha256').update(bytes).digest() };
    },
    async fetch(id) {
      try {
        return cipher.openBytes('files', id, await readFile(placeOf(id)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw refuse('NOT_FOUND', { what: '此文件' });
        throw error;
      }
    },
    remove: (id) => rm(placeOf(id), { force: true }),
  };
}

/** Collects an upload in memory up to a limit. Refuses TOO_LARGE past it. */
export async function collect(stream: Readable, limitBytes: number, what: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) {
      stream.destroy();
      throw refuse('TOO_LARGE', { what, limit: `${Math.floor(limitBytes / 2 ** 20)}MB` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
