/**
 * 字段加密: all classified values of one row sealed into one blob that opens only in that row.
 *
 * Format: `version 1 | suite 1 | key id 4 | nonce | ciphertext | tag`. The header, the table and the row id are
 * authenticated with it, so a blob moved to another row or relabelled does not open. One GCM key is good for 2^32
 * blobs (SP 800-38D, 8.3); add a data key before that.
 */
import { suiteOf } from './choose-suite.ts';
import { inUse, type KeyRing } from './key-ring.ts';
import { type CipherSuite, type DataKey, SealBroken, type SuiteId } from './suite.ts';

export interface FieldCipher {
  /** Seals a JSON value for this row. */
  seal(table: string, rowId: string, value: unknown): Buffer;
  /** Opens what was sealed for this row. Throws `SealBroken` where anything differs, an Error where the key is gone. */
  open(table: string, rowId: string, blob: Uint8Array): unknown;
  /** The same for bytes. */
  sealBytes(table: string, rowId: string, bytes: Uint8Array): Buffer;
  openBytes(table: string, rowId: string, blob: Uint8Array): Buffer;
  /** The same for bytes that come in pieces (uploaded files), which are never in memory together. */
  sealPieces(table: string, rowId: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** The bytes of a blob of `size` of which `read` gives `[from, to)`; they are in memory once. Throws like `open`. */
  openPieces(
    table: string,
    rowId: string,
    size: number,
    read: (from: number, to: number) => Promise<Uint8Array>,
  ): Promise<Buffer>;
  /** Was this sealed with a key or suite no longer in use? Then the row waits to be sealed anew. */
  isStale(blob: Uint8Array): boolean;
}

const VERSION = 1;
const HEADER = 6;
/** Bytes that are opened at a time. */
const PIECE = 256 * 1024;
const SUITES: readonly SuiteId[] = ['international', 'guomi'];

/** A cipher under the ring's key in use; earlier keys, and blobs of the other suite, still open. */
export function makeFieldCipher(ring: KeyRing, suite: CipherSuite = ring.suite): FieldCipher {
  const ready = new Map<string, DataKey>();
  const current = inUse(ring.dataKeys).id;
  const header = headerOf(suite.id, current);

  const keyFor = (id: SuiteId, keyId: number): DataKey => {
    const name = `${id}/${keyId}`;
    let key = ready.get(name);
    if (!key) {
      const raw = ring.dataKeys.find((one) => one.id === keyId);
      if (!raw) throw new Error(`数据密钥${keyId}不在密钥文件中，请从密钥备份中找回`);
      key = suiteOf(id).importDataKey(raw.secret);
      ready.set(name, key);
    }
    return key;
  };
  const key = keyFor(suite.id, current);

  const sealBytes = (table: string, rowId: string, bytes: Uint8Array) =>
    Buffer.concat([header, suite.encrypt(key, bytes, associatedOf(header, table, rowId))]);
  /** What a blob is opened with, by its own header. */
  const openerOf = (table: string, rowId: string, head: Buffer) => {
    const id = SUITES[(head[1] ?? 0) - 1];
    if (head.length < HEADER || head[0] !== VERSION || !id) throw new SealBroken();
    return {
      from: suiteOf(id),
      key: keyFor(id, head.readUInt32BE(2)),
      associated: associatedOf(head, table, rowId),
    };
  };
  const openBytes = (table: string, rowId: string, blob: Uint8Array) => {
    const head = Buffer.from(blob.buffer, blob.byteOffset, Math.min(HEADER, blob.length));
    const opener = openerOf(table, rowId, head);
    return opener.from.decrypt(opener.key, blob.subarray(HEADER), opener.associated);
  };

  return {
    sealBytes,
    openBytes,
    async *sealPieces(table, rowId, pieces) {
      const work = suite.encryption(key, associatedOf(header, table, rowId));
      yield Buffer.concat([header, work.nonce]);
      for await (const piece of pieces) yield work.update(piece);
      yield work.final();
    },
    async openPieces(table, rowId, size, read) {
      const { from, key, associated } = openerOf(table, rowId, Buffer.from(await read(0, Math.min(HEADER, size))));
      const [begin, end] = [HEADER + from.nonceSize, size - from.tagSize];
      if (end < begin) throw new SealBroken();
      const ends = { nonce: await read(HEADER, begin), tag: await read(end, size) };
      const work = from.decryption(key, ends, associated);
      const bytes = Buffer.allocUnsafeSlow(end - begin);
      for (let at = begin; at < end; at += PIECE) {
        work.update(await read(at, Math.min(end, at + PIECE))).copy(bytes, at - begin);
      }
      work.final();
      return bytes;
    },
    seal: (table, rowId, value) => sealBytes(table, rowId, Buffer.from(JSON.stringify(value))),
    open: (table, rowId, blob) => JSON.parse(openBytes(table, rowId, blob).toString()),
    isStale: (blob) => !header.equals(blob.subarray(0, HEADER)),
  };
}

function headerOf(id: SuiteId, keyId: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header[0] = VERSION;
  header[1] = SUITES.indexOf(id) + 1;
  header.writeUInt32BE(keyId, 2);
  return header;
}

/** Neither table names nor ids hold a slash, so two rows never share a text. */
function associatedOf(header: Buffer, table: string, rowId: string): Buffer {
  return Buffer.from(`${header.toString('hex')}/${table}/${rowId}`);
}
