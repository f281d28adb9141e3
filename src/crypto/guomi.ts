/**
 * 国密算法套件: SM4-CTR with HMAC-SM3 (encrypt, then authenticate), SM3 and SM2 (GB/T 32907, 32905, 32918).
 *
 * SM2 does not go through node:crypto: that one signs with an empty user id and cannot be told otherwise, so its
 * signatures fail everywhere the standard id 1234567812345678 is expected. There is no SM4-GCM in OpenSSL either,
 * hence the composition of two algorithms, each with a key of its own.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type Hmac,
  hash,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { type CipherSuite, freshNonce, SealBroken } from './suite.ts';

const NONCE = 16;
const TAG = 32;
/** GB/T 35276: the user id where the two sides have not agreed on another. */
const USER_ID = '1234567812345678';
/** Order of the group of points (GB/T 32918.5). */
const ORDER = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');

const deriveKey = (secret: Uint8Array, purpose: string, size = 32) =>
  Buffer.from(hkdfSync('sm3', secret, '', purpose, size));

const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
const isScalar = (value: bigint) => value > 0n && value < ORDER;

export const guomi: CipherSuite = {
  id: 'guomi',
  nonceSize: NONCE,
  tagSize: TAG,
  digest: (bytes) => hash('sm3', bytes, 'buffer'),
  hmac: (key, bytes) => createHmac('sm3', key).update(bytes).digest(),
  deriveKey,
  importDataKey: (raw) => ({
    suite: 'guomi',
    encryption: createSecretKey(deriveKey(raw, 'xueji/sm4-ctr', 16)),
    authentication: createSecretKey(deriveKey(raw, 'xueji/hmac-sm3')),
  }),

  encrypt(key, plaintext, associated, nonce) {
    const work = guomi.encryption(key, associated, nonce);
    const ciphertext = work.update(plaintext);
    return Buffer.concat([work.nonce, ciphertext, work.final()]);
  },

  encryption(key, associated, nonce = freshNonce(NONCE)) {
    const cipher = createCipheriv('sm4-ctr', key.encryption, nonce);
    const tag = tagOver(key.authentication!, associated, nonce);
    return {
      nonce,
      update: (plaintext) => {
        const ciphertext = cipher.update(plaintext);
        tag.update(ciphertext);
        return ciphertext;
      },
      final: () => tag.digest(),
    };
  },

  decrypt(key, sealed, associated) {
    const end = sealed.length - TAG;
    if (end < NONCE) throw new SealBroken();
    const ends = { nonce: sealed.subarray(0, NONCE), tag: sealed.subarray(end) };
    const work = guomi.decryption(key, ends, associated);
    const plaintext = work.update(sealed.subarray(NONCE, end));
    work.final();
    return plaintext;
  },

  decryption(key, ends, associated) {
    const decipher = createDecipheriv('sm4-ctr', key.encryption, ends.nonce);
    const tag = tagOver(key.authentication!, associated, ends.nonce);
    return {
      update: (ciphertext) => {
        tag.update(ciphertext);
        return decipher.update(ciphertext);
      },
      final: () => {
        if (ends.tag.length !== TAG || !timingSafeEqual(tag.digest(), ends.tag)) throw new SealBroken();
      },
    };
  },

  makeKeyPair(randomBytes) {
    for (;;) {
      const privateKey = randomBytes(32);
      // The standard wants [1, n-2]; a draw outside it happens once in four billion.
      if (!isScalar(numberOf(privateKey) + 1n) || numberOf(privateKey) === 0n) continue;
      const publicKey = Buffer.from(sm2.getPublicKeyFromPrivateKey(privateKey.toString('hex')), 'hex');
      return { privateKey, publicKey };
    }
  },

  sign(privateKey, message) {
    const key = Buffer.from(privateKey).toString('hex');
    return Buffer.from(sm2.doSignature(message, key, { hash: true, userId: USER_ID }), 'hex');
  },

  verify(publicKey, message, signature) {
    // The library leaves the ranges of r and s to the caller (GB/T 32918.2, 7.1 B1 and B2).
    if (publicKey.length !== 65 || signature.length !== 64) return false;
    if (!isScalar(numberOf(signature.subarray(0, 32))) || !isScalar(numberOf(signature.subarray(32)))) return false;
    const key = Buffer.from(publicKey).toString('hex');
    try {
      const hex = Buffer.from(signature).toString('hex');
      return sm2.doVerifySignature(message, hex, key, { hash: true, userId: USER_ID });
    } catch {
      return false; // A public key that is no point of the curve.
    }
  },
};

/** SM4 in counter mode; the same call encrypts and decrypts. */
export function sm4Ctr(key: KeyObject, counter: Uint8Array, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('sm4-ctr', key, counter);
  const out = cipher.update(bytes);
  cipher.final();
  return out;
}

/** The tag of associated data and nonce, to be led on over the ciphertext. */
function tagOver(key: KeyObject, associated: Uint8Array, nonce: Uint8Array): Hmac {
  // The length keeps the border between associated data and the rest from being moved.
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(associated.length);
  return createHmac('sm3', key).update(length).update(associated).update(nonce);
}
