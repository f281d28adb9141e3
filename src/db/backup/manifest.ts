/** 备份清单: what a backup holds, so that a missing or altered file is found before anything is restored. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { fingerprintOf, writeFileForGood } from './copy-file.ts';

const FILE = 'manifest.json';
const DIGEST_FILE = 'manifest.sha256';

/** A path inside the backup: of one of its two trees, and leading nowhere else. */
const inside = z
  .string()
  .refine(
    (name) => /^(postgres|files)(\/|$)/.test(name) && path.posix.normalize(name) === name && !name.includes('\\'),
  );

const schema = z.object({
  format: z.literal(1),
  productVersion: z.string(),
  serverVersion: z.string(),
  madeAt: z.iso.datetime(),
  /** Position in the server's log at the start and the end of the backup. */
  startLsn: z.string(),
  stopLsn: z.string(),
  /** The keys of encrypted fields are kept apart from the data they open. */
  keys: z.literal('NOT_INCLUDED'),
  folders: z.array(inside),
  files: z.array(z.object({ path: inside, size: z.number(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof schema>;

/** Writes the manifest with its own digest beside it; returns the digest, to be kept apart from the backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<string> {
  const { sha256 } = await writeFileForGood(path.join(folder, FILE), `${JSON.stringify(manifest, null, 1)}\n`);
  await writeFileForGood(path.join(folder, DIGEST_FILE), `${sha256}  ${FILE}\n`);
  return sha256;
}

/** Reads the manifest. Throws a SetupFault when the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, FILE), 'utf8').catch((cause) => {
    throw new SetupFault(`${folder}里没有备份清单${FILE}，不是完整的备份，请另选备份`, { cause });
  });
  const noted = await readFile(path.join(folder, DIGEST_FILE), 'utf8').catch(() => '');
  const digest = createHash('sha256').update(text).digest('hex');
  if (noted.split(' ')[0] !== digest) throw damaged(FILE);
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new SetupFault(`备份清单${FILE}的格式本程序不认识，请用作成备份的版本恢复`);
  return parsed.data;
}

/** Reads every file of the backup through. Throws a SetupFault that names the first missing or altered one. */
export async function verifyFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { path: name, size, sha256 } of manifest.files) {
    const found = await fingerprintOf(path.join(folder, name));
    if (found?.size !== size || found.sha256 !== sha256) throw damaged(name);
  }
}

/** The refusal for a file that is not what the manifest says. */
export function damaged(name: string): SetupFault {
  return new SetupFault(`备份中的${name}缺失或已被改动，不予恢复，请另选备份`);
}
