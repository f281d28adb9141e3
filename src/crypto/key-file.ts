/** 密钥文件: where the key ring is kept: one JSON file outside the database, readable by its owner only. */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SetupFault } from '../kernel/setup-fault.ts';
import { suiteOf } from './choose-suite.ts';
import { type KeyRing, makeKeyRing, type NumberedKey, signingKeyId } from './key-ring.ts';
import type { CipherSuite, RandomBytes } from './suite.ts';

const VERSION = 1;
const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const secret = bytes.refine((value) => value.length === 32);
const numbered = z.array(z.object({ id: z.int().min(1).max(0xffff_ffff), secret })).min(1);
const signing = z.array(z.object({ id: z.string(), privateKey: secret, publicKey: bytes })).min(1);
const keyFile = z.object({
  version: z.literal(VERSION),
  suite: z.enum(['international', 'guomi']),
  dataKeys: numbered,
  indexKeys: numbered,
  signingKeys: signing,
});

/** Reads the ring, or makes and writes one where there is no file yet. `made` tells which, so that the caller can refuse. */
export async function loadOrCreateKeys(
  file: string,
  suite: CipherSuite,
  randomBytes: RandomBytes,
): Promise<{ ring: KeyRing; made: boolean }> {
  const found = await readKeys(file);
  if (!found) {
    const ring = makeKeyRing(suite, randomBytes);
    await mkdir(path.dirname(file), { recursive: true });
    await writeNew(file, ring);
    return { ring, made: true };
  }
  if (found.suite.id !== suite.id) {
    throw new SetupFault(
      `密钥文件${file}属于${nameOf(found.suite)}，而配置为${nameOf(suite)}；请改回原算法套件，或更换密钥文件后新建数据库`,
    );
  }
  return { ring: found, made: false };
}

/** Reads the ring; undefined where there is no file. Throws `SetupFault` where it is damaged or others may read it. */
export async function readKeys(file: string): Promise<KeyRing | undefined> {
  let text: string;
  try {
    const { mode } = await stat(file);
    if (process.platform !== 'win32' && (mode & 0o007) !== 0) {
      throw new SetupFault(`密钥文件${file}可被他人读取，请先执行 chmod 600 收紧权限再启动`);
    }
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const ring = parse(text);
  if (!ring) throw new SetupFault(`密钥文件${file}已损坏或版本不符，请从密钥备份中恢复`);
  return ring;
}

/** Replaces the file by this ring in one step (after adding a key); a crash leaves the old file or the new one. */
export async function saveKeys(file: string, ring: KeyRing): Promise<void> {
  const draft = `${file}.draft`;
  await rm(draft, { force: true });
  await writeNew(draft, ring);
  await rename(draft, file);
}

async function writeNew(file: string, ring: KeyRing): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(format(ring));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parse(text: string): KeyRing | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = keyFile.safeParse(content);
  if (!data) return undefined;
  const suite = suiteOf(data.suite);
  const named = data.signingKeys.every((key) => key.id === signingKeyId(suite, key.publicKey));
  const { dataKeys, indexKeys, signingKeys } = data;
  return named ? { suite, dataKeys, indexKeys, signingKeys } : undefined;
}

function format({ suite, dataKeys, indexKeys, signingKeys }: KeyRing): string {
  const text = (bytes: Buffer) => bytes.toString('base64');
  const numberedText = ({ id, secret }: NumberedKey) => ({ id, secret: text(secret) });
  const content = {
    version: VERSION,
    suite: suite.id,
    dataKeys: dataKeys.map(numberedText),
    indexKeys: indexKeys.map(numberedText),
    signingKeys: signingKeys.map((key) => ({
      id: key.id,
      privateKey: text(key.privateKey),
      publicKey: text(key.publicKey),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const nameOf = (suite: CipherSuite) => (suite.id === 'guomi' ? '国密套件' : '国际算法套件');
