/** 核验档案包: line by line, who signed, whether that key is trusted, and which digests hold. Needs no database. */

import { suiteOf } from '../../../crypto/choose-suite.ts';
import type { PublicKey } from '../../../crypto/key-ring.ts';
import { signingKeyId } from '../../../crypto/key-ring.ts';
import { readContents } from './contents.ts';
import { HEADS_OF_FILE, MANIFEST, type Manifest, manifestShape, REQUIRED, SIGNATURE, statementOf } from './manifest.ts';
import { readArchive, UnfitPackage } from './read-archive.ts';

/** A key that a place trusts, with the name of the node it belongs to. */
export interface TrustedKey extends PublicKey {
  nodeName: string;
}

export interface CheckLine {
  holds: boolean;
  words: string;
  /** The entry that the line is about. */
  entry?: string;
}

export interface CheckedPackage {
  /** Every line holds: it may be taken in. */
  sound: boolean;
  lines: CheckLine[];
  /** Only where the manifest could be read; nothing of it counts while `sound` is false. */
  manifest: Manifest | null;
  /** Digest of the signed manifest. */
  digest: Buffer | null;
  entries: ReadonlyMap<string, Buffer>;
}

/** Entries that every package calls the same. */
export const ENTRY_NAMES: Readonly<Record<string, string>> = {
  'student.json': '学生信息',
  'registrations.json': '学籍经历',
  'heads.json': '档案目录',
  'papers/registration-card.pdf': '学籍卡',
  'images/photo.jpg': '照片',
};

/** Checks an archive that has been decrypted. Never throws for what the archive brings. */
export async function checkPackage(archive: Uint8Array, trusted: readonly TrustedKey[]): Promise<CheckedPackage> {
  try {
    return checkEntries(await readArchive(archive), trusted);
  } catch (error) {
    if (error instanceof UnfitPackage) return unsound([{ holds: false, words: error.why }]);
    throw error;
  }
}

const unsound = (lines: CheckLine[]): CheckedPackage => ({
  ...{ sound: false, lines, manifest: null, digest: null, entries: new Map() },
});

function checkEntries(found: Map<string, Buffer>, trusted: readonly TrustedKey[]): CheckedPackage {
  const [bytes, signature] = [found.get(MANIFEST), found.get(SIGNATURE)];
  const manifest = bytes && readManifest(bytes);
  if (!bytes || !manifest) return unsound([{ holds: false, words: '目录缺失或不能读出，不是本系统制作的档案包' }]);
  if (!signature) return unsound([{ holds: false, words: '没有签名，不予采信' }]);
  const statement = statementOf(bytes);
  const suite = suiteOf(manifest.suite);
  const lines = [
    ...signedBy(manifest, statement, signature, trusted),
    ...contents(manifest, found, (one) => suite.digest(one).toString('hex')),
  ];
  return {
    ...{ sound: lines.every(({ holds }) => holds), lines, manifest, digest: suite.digest(statement) },
    entries: new Map([...found].filter(([name]) => name !== MANIFEST && name !== SIGNATURE)),
  };
}

function readManifest(bytes: Buffer): Manifest | undefined {
  try {
    return manifestShape.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The signature is checked with the key that is trusted under the name, never with the one that the package brings. */
function signedBy(
  { suite: suiteId, keyId, publicKey }: Manifest,
  statement: Buffer,
  signature: Buffer,
  trusted: readonly TrustedKey[],
): CheckLine[] {
  const suite = suiteOf(suiteId);
  const known = trusted.find(({ id, suite: of }) => id === keyId && of === suiteId);
  const brought = Buffer.from(publicKey, 'hex');
  const own = signingKeyId(suite, brought) === keyId;
  const key = known ? known.publicKey : brought;
  const valid = own && suite.verify(key, statement, signature);
  return [
    { holds: valid, words: valid ? '签名有效，签发后目录未改动' : '签名无效：目录被改动过，或不是所称节点签发' },
    {
      holds: known !== undefined,
      words: known
        ? `签发节点：${known.nodeName}（${keyId}），在可信名单内`
        : `签发节点的密钥${keyId}不在可信名单内，请核实来源，由两人登记后再接收`,
    },
  ];
}

/** What papers are called, by the list of contents where it is as it was signed. */
function namesIn(listed: { digest: string } | undefined, bytes: Buffer | undefined, digest: string) {
  if (!bytes || listed?.digest !== digest) return ENTRY_NAMES;
  const papers = readContents(new Map([[HEADS_OF_FILE, bytes]])).heads?.papers ?? [];
  return { ...Object.fromEntries(papers.map(({ name, what }) => [name, what])), ...ENTRY_NAMES };
}

function contents(manifest: Manifest, found: Map<string, Buffer>, digestOf: (bytes: Buffer) => string): CheckLine[] {
  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry]));
  const extra = [...found.keys()].filter((name) => name !== MANIFEST && name !== SIGNATURE && !listed.has(name));
  const wanting = REQUIRED.filter((name) => !listed.has(name));
  const index = found.get(HEADS_OF_FILE);
  const names: Readonly<Record<string, string>> = namesIn(
    listed.get(HEADS_OF_FILE),
    index,
    index ? digestOf(index) : '',
  );
  const lines = manifest.entries.map(({ name, size, digest }): CheckLine => {
    const what = names[name] ?? name;
    const bytes = found.get(name);
    if (!bytes) return { holds: false, words: `${what}：缺失`, entry: name };
    const same = bytes.length === size && digestOf(bytes) === digest;
    return { holds: same, words: same ? `${what}：与签发时一致` : `${what}：与签发时不一致，已被改动`, entry: name };
  });
  return [
    ...lines,
    ...wanting.map((name) => ({ holds: false, words: `${ENTRY_NAMES[name]}：目录中没有` })),
    ...extra.map((name) => ({ holds: false, words: `${name}：不在目录内` })),
    ...(listed.size < manifest.entries.length ? [{ holds: false, words: '目录中有重复的条目' }] : []),
  ];
}
