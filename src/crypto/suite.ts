/** 密码套件: one door to two families of algorithms, international and 国密, chosen by configuration. */
import { type KeyObject, randomFillSync } from 'node:crypto';

export type SuiteId = 'international' | 'guomi';

/** Fills a fresh buffer of that many bytes with randomness fit for keys. */
export type RandomBytes = (size: number) => Buffer;

/** Raw key material: Ed25519 32 + 32 bytes, SM2 32 + 65 bytes (uncompressed point). */
export interface KeyPair {
  privateKey: Buffer;
  publicKey: Buffer;
}

/** A data key made ready once, because making key objects costs more than using them. */
export interface DataKey {
  readonly suite: SuiteId;
  readonly encryption: KeyObject;
  /** Only where encryption and authentication are two algorithms. */
  readonly authentication?: KeyObject;
}

/** Encryption under way: `nonce` comes first, then what `update` gives, then the tag. */
export interface PieceByPiece {
  readonly nonce: Uint8Array;
  update(plaintext: Uint8Array): Buffer;
  /** The tag over everything. */
  final(): Buffer;
}

/** Decryption under way. */
export interface Opening {
  update(ciphertext: Uint8Array): Buffer;
  /** Throws `SealBroken` where any of it differs from what was encrypted. */
  final(): void;
}

/** What every use of cryptography in the product goes through; an HSM takes this place where one is required. */
export interface CipherSuite {
  readonly id: SuiteId;
  /** Bytes of nonce that `encrypt` wants: 12 (GCM) or 16 (CTR). */
  readonly nonceSize: number;
  /** Bytes of the tag at the end. */
  readonly tagSize: number;
  /** Digest of 32 bytes: SHA-256 or SM3. */
  digest(bytes: Uint8Array): Buffer;
  /** HMAC of 32 bytes over the suite's digest. */
  hmac(key: KeyObject | Uint8Array, bytes: Uint8Array | string): Buffer;
  /** A key for one purpose from one secret (HKDF, RFC 5869, without salt). */
  deriveKey(secret: Uint8Array, purpose: string, size?: number): Buffer;
  /** Makes a data key of 32 raw bytes ready for `encrypt` and `decrypt`. */
  importDataKey(raw: Uint8Array): DataKey;
  /** Authenticated encryption: `nonce|ciphertext|tag`. The nonce is random unless a test fixes it. */
  encrypt(key: DataKey, plaintext: Uint8Array, associated: Uint8Array, nonce?: Uint8Array): Buffer;
  /** The same for bytes that come in pieces; the outcome is that of `encrypt`. */
  encryption(key: DataKey, associated: Uint8Array, nonce?: Uint8Array): PieceByPiece;
  /** Throws `SealBroken` where ciphertext, key or associated data differ from those of `encrypt`. */
  decrypt(key: DataKey, sealed: Uint8Array, associated: Uint8Array): Buffer;
  /** The same in pieces. Nothing that `update` gave may be used before `final` has proved it. */
  decryption(key: DataKey, ends: { nonce: Uint8Array; tag: Uint8Array }, associated: Uint8Array): Opening;
  makeKeyPair(randomBytes: RandomBytes): KeyPair;
  /** Signature of 64 bytes: Ed25519, or SM2 with SM3 and the standard user id (r and s in fixed length). */
  sign(privateKey: Uint8Array, message: Uint8Array): Buffer;
  /** False for everything that is not a signature of the message by the key, malformed input included. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** The ciphertext was altered, moved to another row, or sealed by another key. */
export class SealBroken extends Error {
  constructor(message = 'the ciphertext was altered, moved or sealed by another key') {
    super(message);
    this.name = 'SealBroken';
  }
}

const POOL = 4096;
let pool = Buffer.alloc(0);
let used = 0;

/** Random nonce out of a pool, since asking the system for twelve bytes at a time costs as much as encrypting. */
export function freshNonce(size: number): Buffer {
  if (used + size > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL));
    used = 0;
  }
  used += size;
  return pool.subarray(used - size, used);
}
