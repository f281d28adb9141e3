/**
 * 盲索引: keyed digests by which encrypted values are found and kept unique, without being readable.
 *
 * A plain digest of an identity number falls to a search of some 2^34 candidates; a keyed one does not. The caller
 * normalises first (upper-case X, half-width digits): equal texts give equal indexes and nothing else does.
 */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { inUse, type KeyRing, type NumberedKey } from './key-ring.ts';

export interface BlindIndex {
  /** Number of the index key in use. */
  readonly keyId: number;
  /** Full index, 32 bytes, for unique look-up. Each kind has a key of its own: kinds cannot be joined with each other. */
  blindIndex(kind: string, text: string): Buffer;
  /** The full index under every key of the ring, the one in use first: for look-ups while rows are indexed anew. */
  underEveryKey(kind: string, text: string): { keyId: number; index: Buffer }[];
  /**
   * Truncated index as a decimal number in `[0, 2^bits)`, 1 to 63 bits, fit for a signed 64-bit column. Few bits make
   * many texts share a value, so that the column betrays little (search by the last digits of a number).
   */
  shortIndex(kind: string, text: string, bits: number): string;
}

/** Indexes under the ring's index key in use. */
export function makeBlindIndex(ring: KeyRing): BlindIndex {
  const derived = new Map<string, KeyObject>();
  const keyOf = ({ id, secret }: NumberedKey, use: string): KeyObject => {
    const name = `${id}/${use}`;
    let key = derived.get(name);
    if (!key) {
      key = createSecretKey(ring.suite.deriveKey(secret, `xueji/${use}`));
      derived.set(name, key);
    }
    return key;
  };
  const current = inUse(ring.indexKeys);
  const full = (key: NumberedKey, kind: string, text: string) => ring.suite.hmac(keyOf(key, `index/${kind}`), text);

  return {
    keyId: current.id,
    blindIndex: (kind, text) => full(current, kind, text),
    underEveryKey: (kind, text) =>
      ring.indexKeys.map((key) => ({ keyId: key.id, index: full(key, kind, text) })).reverse(),
    shortIndex(kind, text, bits) {
      if (!Number.isInteger(bits) || bits < 1 || bits > 63) throw new RangeError('an index has 1 to 63 bits');
      const mac = ring.suite.hmac(keyOf(current, `short/${kind}`), text);
      return (mac.readBigUInt64BE(0) >> BigInt(64 - bits)).toString();
    },
  };
}
