/** 密钥环: the secrets of one node: data keys, index keys, signing keys. They live in a file, never in the database. */
import { suiteOf } from './choose-suite.ts';
import type { CipherSuite, KeyPair, RandomBytes, SuiteId } from './suite.ts';

/** A secret of 32 bytes with the number that stored values carry. */
export interface NumberedKey {
  id: number;
  secret: Buffer;
}

export interface SigningKey extends KeyPair {
  /** `suite:first 16 hex digits of the public key's digest`, so that a signature names its key everywhere. */
  id: string;
}

/** What others need to check this node's signatures. */
export interface PublicKey {
  id: string;
  suite: SuiteId;
  publicKey: Buffer;
}

/** In each list the last key is the one in use; earlier ones still open, find and verify what is old. */
export interface KeyRing {
  suite: CipherSuite;
  dataKeys: readonly NumberedKey[];
  indexKeys: readonly NumberedKey[];
  signingKeys: readonly SigningKey[];
}

export type SignatureVerdict = 'VALID' | 'INVALID' | 'UNKNOWN_KEY';
export type CheckSignature = (keyId: string, message: Uint8Array, signature: Uint8Array) => SignatureVerdict;

/** A new ring with one key of each kind. */
export function makeKeyRing(suite: CipherSuite, randomBytes: RandomBytes): KeyRing {
  const empty: KeyRing = { suite, dataKeys: [], indexKeys: [], signingKeys: [] };
  return addSigningKey(addIndexKey(addDataKey(empty, randomBytes), randomBytes), randomBytes);
}

/** From now on new values are sealed with a new key; old ones stay readable. */
export function addDataKey(ring: KeyRing, randomBytes: RandomBytes): KeyRing {
  return { ...ring, dataKeys: withOneMore(ring.dataKeys, randomBytes) };
}

/** From now on indexes are made with a new key; look-ups ask under every key until all rows are indexed anew. */
export function addIndexKey(ring: KeyRing, randomBytes: RandomBytes): KeyRing {
  return { ...ring, indexKeys: withOneMore(ring.indexKeys, randomBytes) };
}

/** From now on this node signs with a new pair; earlier signatures stay verifiable. */
export function addSigningKey(ring: KeyRing, randomBytes: RandomBytes): KeyRing {
  const pair = ring.suite.makeKeyPair(randomBytes);
  return { ...ring, signingKeys: [...ring.signingKeys, { ...pair, id: signingKeyId(ring.suite, pair.publicKey) }] };
}

/** Takes an earlier data key away for good; what was sealed with it can never be opened again. */
export function dropDataKey(ring: KeyRing, id: number): KeyRing {
  if (inUse(ring.dataKeys).id === id) throw new Error(`data key ${id} is in use`);
  const kept = ring.dataKeys.filter((key) => key.id !== id);
  if (kept.length === ring.dataKeys.length) throw new Error(`there is no data key ${id}`);
  return { ...ring, dataKeys: kept };
}

/** Signs with the key in use. */
export function signWith(ring: KeyRing, message: Uint8Array): { keyId: string; signature: Buffer } {
  const key = inUse(ring.signingKeys);
  return { keyId: key.id, signature: ring.suite.sign(key.privateKey, message) };
}

/** The public halves, to be handed to verifiers and to other nodes. */
export function publicKeysOf(ring: KeyRing): PublicKey[] {
  return ring.signingKeys.map(({ id, publicKey }) => ({ id, suite: ring.suite.id, publicKey }));
}

/** A check that holds public keys only, so that an auditor needs no secret. */
export function checkerFor(publicKeys: readonly PublicKey[]): CheckSignature {
  const known = new Map(publicKeys.map((key) => [key.id, key]));
  return (keyId, message, signature) => {
    const key = known.get(keyId);
    if (!key) return 'UNKNOWN_KEY';
    return suiteOf(key.suite).verify(key.publicKey, message, signature) ? 'VALID' : 'INVALID';
  };
}

/**
 * A line that tells two rings apart and betrays nothing. It follows the oldest index key, so adding keys does not
 * change it; stored beside the data it shows at start whether this is the ring the data was written with.
 */
export function fingerprint(ring: KeyRing): string {
  const mark = ring.suite.deriveKey(ring.indexKeys[0]!.secret, 'xueji/fingerprint', 16);
  return `${ring.suite.id}:${mark.toString('hex')}`;
}

/** The name under which signatures of this public key are filed. */
export function signingKeyId(suite: CipherSuite, publicKey: Uint8Array): string {
  return `${suite.id}:${suite.digest(publicKey).toString('hex').slice(0, 16)}`;
}

/** The key in use: the last of its list. */
export function inUse<K>(keys: readonly K[]): K {
  return keys.at(-1)!;
}

function withOneMore(keys: readonly NumberedKey[], randomBytes: RandomBytes): NumberedKey[] {
  return [...keys, { id: (keys.at(-1)?.id ?? 0) + 1, secret: randomBytes(32) }];
}
