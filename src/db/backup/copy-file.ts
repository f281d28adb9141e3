/** 复制并取摘要: copies one file to disk for good and tells what was copied. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** What a file holds: size in bytes and SHA-256 in hex. */
export interface Fingerprint {
  size: number;
  sha256: string;
}

const CHUNK = 2 ** 20;

/**
 * Copies the file as it is read, and waits until the copy is on the disk. The copy is for the owner's eyes only.
 * Returns undefined when the file is gone: a running database drops files at any time, and its log says so.
 */
export async function copyFile(from: string, to: string): Promise<Fingerprint | undefined> {
  const source = await openIfThere(from);
  if (!source) return undefined;
  try {
    const copy = await open(to, 'wx', 0o600);
    try {
      const fingerprint = await readAll(source, (chunk) => writeAll(copy, chunk));
      await copy.sync();
      return fingerprint;
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

/** Writes a new file of this content, for good. */
export async function writeFileForGood(to: string, content: Buffer | string): Promise<Fingerprint> {
  const copy = await open(to, 'wx', 0o600);
  try {
    await copy.writeFile(content);
    await copy.sync();
  } finally {
    await copy.close();
  }
  return { size: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') };
}

/** Reads the file through; undefined when there is none. */
export async function fingerprintOf(file: string): Promise<Fingerprint | undefined> {
  const source = await openIfThere(file);
  if (!source) return undefined;
  try {
    return await readAll(source, async () => {});
  } finally {
    await source.close();
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function readAll(source: FileHandle, take: (chunk: Buffer) => Promise<void>): Promise<Fingerprint> {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let size = 0; ; ) {
    const { bytesRead } = await source.read(buffer, 0, CHUNK, size);
    if (bytesRead === 0) return { size, sha256: digest.digest('hex') };
    const chunk = buffer.subarray(0, bytesRead);
    digest.update(chunk);
    await take(chunk);
    size += bytesRead;
  }
}

async function writeAll(copy: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await copy.write(chunk, written)).bytesWritten;
  }
}
