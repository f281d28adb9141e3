/**
 * 封存见证: every sealed head once more in a file outside the database, so that a cut or rolled-back log is found.
 *
 * One JSON line a head, only ever added to; best kept on other storage than the database. A restore from a backup is
 * a signed line of its own that says from which size the log legitimately goes on.
 */
import { appendFile, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type KeyRing, signWith } from '../crypto/key-ring.ts';
import { SetupFault } from '../kernel/setup-fault.ts';
import type { Frontier } from './merkle.ts';
import { canonicalJson, type SealedHead } from './statement.ts';

const hex = z.hex().transform((text): Buffer => Buffer.from(text, 'hex'));
const instant = z.iso.datetime().transform((text) => new Date(text));

const headLine = z.object({
  kind: z.literal('head'),
  size: z.int().min(1),
  root: hex,
  previousRoot: hex.nullable(),
  firstEventId: z.string(),
  lastEventId: z.string(),
  lastXid: z.string(),
  sealedAt: instant,
  keyId: z.string(),
  signature: hex,
  witnessedAt: instant,
  /** Lets the sealer go on after a restart without reading all leaves; proved by the root, so not signed. */
  peaks: z.array(hex).optional(),
});
const restoreLine = z.object({
  kind: z.literal('restore'),
  size: z.int().min(0),
  root: hex.nullable(),
  reason: z.string(),
  restoredAt: instant,
  keyId: z.string(),
  signature: hex,
});
const line = z.discriminatedUnion('kind', [headLine, restoreLine]);

export type WitnessedHead = z.output<typeof headLine>;
export type Restore = z.output<typeof restoreLine>;
export type WitnessLine = WitnessedHead | Restore;

/** What a restore's signature covers. */
export function restoreStatement({
  size,
  root,
  reason,
  restoredAt,
}: Omit<Restore, 'kind' | 'keyId' | 'signature'>): Buffer {
  return Buffer.from(canonicalJson({ kind: 'audit-restore', size, root, reason, restoredAt }));
}

/** Adds heads to the file, in order, and makes sure they are on disk. */
export async function witnessHeads(
  file: string,
  heads: readonly SealedHead[],
  witnessedAt: Date,
  frontier?: Frontier,
): Promise<void> {
  await addLines(
    file,
    heads.map((head) => {
      const peaks = frontier?.size === head.size ? { peaks: [...frontier.peaks] } : {};
      return { kind: 'head', ...head, witnessedAt, ...peaks } satisfies WitnessedHead;
    }),
  );
}

/**
 * Records that the database was restored from a backup whose last head is this one (none: an empty log). Without this
 * line the sealer stays stopped and every check reports a cut log.
 */
export async function witnessRestore(
  file: string,
  ring: KeyRing,
  { lastHead, reason, now }: { lastHead: SealedHead | undefined; reason: string; now: Date },
): Promise<void> {
  const claim = { size: lastHead?.size ?? 0, root: lastHead?.root ?? null, reason, restoredAt: now };
  await addLines(file, [{ kind: 'restore', ...claim, ...signWith(ring, restoreStatement(claim)) }]);
}

/** The line written last that can be read; undefined where there is no file or nothing in it. */
export async function lastWitnessed(file: string): Promise<WitnessLine | undefined> {
  let last: WitnessLine | undefined;
  const tail = await readTail(file, 16_384);
  for (const text of tail.split('\n')) last = parseLine(text) ?? last;
  return last;
}

/** All lines from the first; undefined in place of a line that cannot be read. `until` bounds the bytes read. */
export async function* readWitness(file: string, until: number): AsyncGenerator<WitnessLine | undefined> {
  if (until === 0) return;
  const handle = await open(file);
  try {
    const lines = createInterface({ input: handle.createReadStream({ end: until - 1, autoClose: false }) });
    for await (const text of lines) if (text !== '') yield parseLine(text);
  } finally {
    await handle.close();
  }
}

/** Bytes in the file now; 0 where there is none. */
export async function witnessSize(file: string): Promise<number> {
  const handle = await openIfThere(file);
  if (!handle) return 0;
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

function parseLine(text: string): WitnessLine | undefined {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function addLines(file: string, lines: readonly WitnessLine[]): Promise<void> {
  if (lines.length === 0) return;
  await mkdir(path.dirname(file), { recursive: true });
  // A line broken off by a power cut stays what it is; the next one starts on a line of its own.
  const torn = await readTail(file, 1);
  const text = lines.map((one) => `${canonicalJson(one)}\n`).join('');
  try {
    await appendFile(file, torn === '' || torn === '\n' ? text : `\n${text}`, { mode: 0o640, flush: true });
  } catch (error) {
    throw new SetupFault(`审计封存见证写不进${file}，请检查磁盘空间与写入权限`, { cause: error });
  }
}

async function readTail(file: string, size: number): Promise<string> {
  const handle = await openIfThere(file);
  if (!handle) return '';
  try {
    const end = (await handle.stat()).size;
    const start = Math.max(0, end - size);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function openIfThere(file: string) {
  return open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
