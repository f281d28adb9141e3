/** 签发节点: whose key signed a package that was taken in, and by whom it is trusted here. */
import { listAbove } from '../../../authorities/index.ts';
import { type KeyRing, publicKeysOf } from '../../../crypto/key-ring.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { ReceivedView } from '../packages.api.ts';
import { listKeysAbove, suiteOfKey } from './trusted-keys.store.ts';

const SUITES = { international: '国际算法（Ed25519）', guomi: '国密算法（SM2）' } as const;

/** The last entering of the key counts: one that was dropped and entered again is trusted. */
export async function signerOf(
  tx: Transaction,
  ring: KeyRing,
  { path, keyId }: { path: string; keyId: string },
): Promise<ReceivedView['signer']> {
  const signer = { keyId, suiteWords: SUITES[suiteOfKey({ keyId })] };
  if (publicKeysOf(ring).some(({ id }) => id === keyId)) {
    return { ...signer, trust: 'OWN', nodeName: '本系统', trustWords: '本系统自己的密钥，不须登记' };
  }
  const known = (await listKeysAbove(tx, path)).find((one) => one.keyId === keyId);
  if (!known) return { ...signer, trust: 'UNKNOWN', nodeName: null, trustWords: '本地没有登记过此密钥' };
  const place = (await listAbove(tx, path)).find((one) => one.path === known.path)?.name ?? '';
  const entered = `${place}${known.proposedByName}${dayOf(known.proposedAt)}登记`;
  const { nodeName, confirmedAt, confirmedByName, endedAt, endedByName } = known;
  if (endedAt) {
    const words = `${entered}，${endedByName ?? ''}${dayOf(endedAt)}停用；接收时可信，此后的档案包不再接收`;
    return { ...signer, trust: 'DROPPED', nodeName, trustWords: words };
  }
  if (!confirmedAt) return { ...signer, trust: 'UNKNOWN', nodeName, trustWords: `${entered}，尚未经另一人确认` };
  const confirmed = `${entered}，${confirmedByName ?? ''}${dayOf(confirmedAt)}确认`;
  return { ...signer, trust: 'TRUSTED', nodeName, trustWords: confirmed };
}
