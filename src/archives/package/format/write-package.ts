/** 制作档案包: entries, the manifest with their digests, and the node's signature over it, in one archive. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { inUse, signWith } from '../../../crypto/key-ring.ts';
import { FORMAT, MANIFEST, type Manifest, SIGNATURE, statementOf } from './manifest.ts';

export interface PackageEntry {
  name: string;
  bytes: Uint8Array;
}

export type PackageFacts = Pick<Manifest, 'madeAt' | 'school' | 'receiver' | 'approval' | 'student'>;

export interface WrittenPackage {
  archive: Buffer;
  /** Digest of the signed manifest, by which a package is known. */
  digest: Buffer;
}

/** The same entries, facts and key always give the same manifest; entries stand in the order in which they are given. */
export async function writePackage(
  ring: KeyRing,
  facts: PackageFacts,
  entries: readonly PackageEntry[],
): Promise<WrittenPackage> {
  const { id: keyId, publicKey } = inUse(ring.signingKeys);
  const manifest: Manifest = {
    ...{ format: FORMAT, version: 1, ...facts },
    ...{ suite: ring.suite.id, keyId, publicKey: Buffer.from(publicKey).toString('hex') },
    entries: entries.map(({ name, bytes }) => ({
      ...{ name, size: bytes.length, digest: ring.suite.digest(bytes).toString('hex') },
    })),
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const statement = statementOf(bytes);
  const zip = new ZipFile();
  // Times in an archive are local and tell nothing that the manifest does not tell better.
  const mtime = new Date('2000-01-01T00:00:00Z');
  const add = (name: string, content: Uint8Array) =>
    // Pictures and papers are packed already; packing them again costs time and saves nothing.
    zip.addBuffer(Buffer.from(content), name, { mtime, mode: 0o100600, compress: name.endsWith('.json') });
  add(MANIFEST, bytes);
  add(SIGNATURE, signWith(ring, statement).signature);
  for (const entry of entries) add(entry.name, entry.bytes);
  zip.end();
  return { archive: await buffer(zip.outputStream), digest: ring.suite.digest(statement) };
}
