/**
 * 解开档案包: the entries of an archive from outside, opened without trusting a word of what it says about itself. Sizes
 * are held against limits before and while anything is unpacked; names other than those of a package end it at once.
 */

import { buffer } from 'node:stream/consumers';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ENTRY_NAME, MANIFEST, SIGNATURE } from './manifest.ts';

const MB = 1024 * 1024;
export const PACKAGE_BYTES = 64 * MB;
const UNPACKED_BYTES = 128 * MB;
const ENTRIES = 402;
const STORED = 0;
const DEFLATED = 8;

/** The file is no package, or one that nobody should open; says why. */
export class UnfitPackage extends Error {
  readonly why: string;

  constructor(why: string) {
    super('not a file package that may be opened');
    this.name = 'UnfitPackage';
    this.why = why;
  }
}

/** Entries by name. Throws UnfitPackage. */
export async function readArchive(archive: Uint8Array): Promise<Map<string, Buffer>> {
  if (archive.length > PACKAGE_BYTES) throw new UnfitPackage(`文件超过${PACKAGE_BYTES / MB}MB，不是档案包`);
  const zip = await opened(archive);
  try {
    const entries = await directoryOf(zip);
    const found = new Map<string, Buffer>();
    for (const entry of entries) found.set(entry.fileName, await contentOf(zip, entry));
    return found;
  } finally {
    zip.close();
  }
}

const broken = () => new UnfitPackage('文件已损坏，或不是档案包，请向转出单位重新索取');

async function opened(archive: Uint8Array): Promise<ZipFile> {
  try {
    const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    throw broken();
  }
}

async function directoryOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  const listed = zip.eachEntry();
  for (;;) {
    const next = await listed.next().catch(() => {
      throw broken();
    });
    if (next.done) return entries;
    const entry = next.value;
    const { fileName, compressionMethod, uncompressedSize } = entry;
    if (entries.length >= ENTRIES) throw new UnfitPackage(`包内文件多于${ENTRIES}个，不予打开`);
    if (fileName !== MANIFEST && fileName !== SIGNATURE && !ENTRY_NAME.test(fileName)) {
      throw new UnfitPackage('包内有不属于档案包的文件或路径，不予打开');
    }
    // Some systems take names that differ in case for one file: what is checked would not be what is read.
    if (names.has(fileName.toLowerCase())) throw new UnfitPackage('包内有重名文件，不予打开');
    if (entry.isEncrypted() || (compressionMethod !== STORED && compressionMethod !== DEFLATED)) throw broken();
    unpacked += uncompressedSize;
    if (unpacked > UNPACKED_BYTES) throw new UnfitPackage(`包内文件展开后超过${UNPACKED_BYTES / MB}MB，不予打开`);
    names.add(fileName.toLowerCase());
    entries.push(entry);
  }
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const { compressionMethod, uncompressedSize } = entry;
  try {
    const packed = await buffer(await zip.openReadStreamPromise(entry, { decodeFileData: false }));
    // One byte more than announced ends the unpacking: a header that lies about a size costs nothing.
    const bytes =
      compressionMethod === DEFLATED
        ? inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) })
        : packed;
    if (bytes.length === uncompressedSize && crc32(bytes) === entry.crc32) return bytes;
  } catch {
    throw broken();
  }
  throw broken();
}
