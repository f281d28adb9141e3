/**
 * 压缩包部件: the parts of an .xlsx archive, opened without trusting a word of what it says about itself.
 *
 * The directory is held against the limits first. Every byte that comes out is counted and summed, so a header that
 * lies about a size is caught at the first byte too many, and one changed bit anywhere in a part is caught at its end.
 */
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { megabytes, type WorkbookLimits, type WorkbookSource } from '../workbook-limits.ts';
import { damaged, tooLarge, unsuitable } from '../workbook-refusal.ts';
import { HEAD_BYTES, isOle, oleDirectoryOffset, PASSWORD_ADVICE, refuseUnlessZip } from './file-kind.ts';

/** One file of the archive; `size` is what its header says, `read` proves it. */
export type ZipPart = {
  readonly name: string;
  readonly size: number;
  /** Its bytes unpacked. Throws once there is one more or fewer than announced, or when they do not sum up. */
  readonly read: () => AsyncGenerator<Buffer>;
};

/** An open archive. Names are looked up as spreadsheets do it: without regard to case. */
export type ZipParts = {
  readonly all: readonly ZipPart[];
  readonly find: (name: string) => ZipPart | undefined;
  readonly close: () => void;
};

const CHUNK = 256 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** Opens an archive within limits. Whatever is no zip, too large, encrypted or damaged is a Refusal with its cure. */
export async function openParts(source: WorkbookSource, limits: WorkbookLimits): Promise<ZipParts> {
  await refuseByFirstBytes(source, limits);
  const zip = await openZip(source);
  try {
    const entries = await entriesOf(zip, limits);
    const all = entries.map((entry) => partOf(zip, entry));
    const byName = new Map(all.map((part) => [part.name.toLowerCase(), part]));
    if (byName.size < all.length) throw damaged();
    return { all, find: (name) => byName.get(name.toLowerCase()), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** A small part read whole as text; a part that should be small and is not is damage. */
export async function readText(part: ZipPart, atMost = 16 * 1024 * 1024): Promise<string> {
  if (part.size > atMost) throw damaged();
  const chunks: Buffer[] = [];
  for await (const chunk of part.read()) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

async function refuseByFirstBytes(source: WorkbookSource, limits: WorkbookLimits): Promise<void> {
  const { size, head, directory } = typeof source === 'string' ? await headOfFile(source) : headOfBytes(source);
  if (size > limits.fileBytes) throw tooLarge('文件', `${megabytes(limits.fileBytes)}，请拆成几个文件分别上传`);
  refuseUnlessZip(head, directory);
}

type Head = { readonly size: number; readonly head: Buffer; readonly directory: Buffer };

function headOfBytes(bytes: Uint8Array): Head {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = whole.subarray(0, HEAD_BYTES);
  const from = isOle(head) ? oleDirectoryOffset(head) : 0;
  return { size: whole.length, head, directory: whole.subarray(from, from + HEAD_BYTES) };
}

async function headOfFile(path: string): Promise<Head> {
  await using file = await open(path);
  const bytesAt = async (position: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, position);
    return buffer.subarray(0, bytesRead);
  };
  const { size } = await file.stat();
  const head = await bytesAt(0);
  return { size, head, directory: isOle(head) ? await bytesAt(oleDirectoryOffset(head)) : head };
}

async function openZip(source: WorkbookSource): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  try {
    if (typeof source === 'string') return await openPromise(source, options);
    return await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch {
    throw damaged();
  }
}

async function entriesOf(zip: ZipFile, limits: WorkbookLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  let unpacked = 0;
  for await (const entry of directoryOf(zip)) {
    if (entry.fileName.endsWith('/')) continue;
    if (entries.length >= limits.entries) throw unsuitable(`压缩包内多于 ${limits.entries} 个部件，${RESAVE}`);
    if (entry.isEncrypted()) throw unsuitable(PASSWORD_ADVICE);
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw damaged();
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpackedBytes) {
      throw tooLarge('工作簿展开后', `${megabytes(limits.unpackedBytes)}，请拆成几个文件分别上传`);
    }
    if (entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
      throw unsuitable(
        `压缩比异常（超过 ${limits.ratio} 倍），多为大片空白或恶意文件，请把有内容的行复制到新工作簿后再上传`,
      );
    }
    entries.push(entry);
  }
  return entries;
}

async function* directoryOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch(() => {
      throw damaged();
    });
    if (next.done) return;
    yield next.value;
  }
}

const RESAVE = '请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传';

function partOf(zip: ZipFile, entry: Entry): ZipPart {
  return { name: entry.fileName, size: entry.uncompressedSize, read: () => bytesOf(zip, entry) };
}

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let count = 0;
  let sum = 0;
  for await (const chunk of unpackedBytesOf(zip, entry)) {
    count += chunk.length;
    if (count > entry.uncompressedSize) {
      throw unsuitable(`压缩包所报的大小与实际不符，疑为恶意文件，不予读取；如是本校表格，${RESAVE}`);
    }
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (count !== entry.uncompressedSize || sum !== entry.crc32) throw damaged();
}

/** Unpacks on Node's own thread pool in large pieces; whatever goes wrong in there means that the file is damaged. */
async function* unpackedBytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
    throw damaged();
  });
  const bytes =
    entry.compressionMethod === DEFLATED ? pipeline(packed, createInflateRaw({ chunkSize: CHUNK }), () => {}) : packed;
  const chunks = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch(() => {
        throw damaged();
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    packed.destroy();
    bytes.destroy();
  }
}
