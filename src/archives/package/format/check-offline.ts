/** 离线核验: a package from a stick, its code and a list of keys, all as text and bytes; says line by line what holds. */
import { z } from 'zod';
import { suiteOf } from '../../../crypto/choose-suite.ts';
import { signingKeyId } from '../../../crypto/key-ring.ts';
import { checkPackage, type TrustedKey } from './check-package.ts';
import { unlockPackage } from './lock-package.ts';
import { UnfitPackage } from './read-archive.ts';

const keysShape = z.array(
  z.object({
    nodeName: z.string().min(1),
    suite: z.enum(['international', 'guomi']),
    publicKey: z.string().regex(/^[0-9a-fA-F]{64,130}$/),
  }),
);

/** Keys as `[{"nodeName", "suite", "publicKey"}]`, the public key in hexadecimal; undefined for what is no such list. */
export function readTrustedKeys(text: string): TrustedKey[] | undefined {
  try {
    return keysShape.parse(JSON.parse(text)).map(({ nodeName, suite, publicKey: hex }) => {
      const publicKey = Buffer.from(hex, 'hex');
      return { id: signingKeyId(suiteOf(suite), publicKey), suite, publicKey, nodeName };
    });
  } catch {
    return undefined;
  }
}

/** The lines to be printed, the verdict last. */
export async function checkOffline(
  file: Uint8Array,
  code: string,
  trusted: readonly TrustedKey[],
): Promise<{ sound: boolean; lines: string[] }> {
  try {
    const { sound, lines, manifest } = await checkPackage(unlockPackage(file, code), trusted);
    const from = manifest ? [`${manifest.school.name}转给${manifest.receiver}，批准号${manifest.approval.number}`] : [];
    const verdict = sound ? '档案包完好，可以接收' : '档案包未通过核验，不得接收';
    return { sound, lines: [...from, ...lines.map(({ holds, words }) => `${holds ? '✓' : '✕'} ${words}`), verdict] };
  } catch (error) {
    if (!(error instanceof UnfitPackage)) throw error;
    return { sound: false, lines: [`✕ ${error.why}`] };
  }
}
