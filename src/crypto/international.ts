/** 国际算法套件: AES-256-GCM, SHA-256, HMAC-SHA-256 and Ed25519 (FIPS 197, SP 800-38D, FIPS 180-4, RFC 2104, RFC 8032). */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hash,
  hkdfSync,
  sign,
  verify,
} from 'node:crypto';
import { type CipherSuite, freshNonce, SealBroken } from './suite.ts';

const NONCE = 12;
const TAG = { authTagLength: 16 };
// DER wrappings of raw Ed25519 keys (RFC 8410): the driver takes no raw private key without its public half.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const privateKeyOf = (raw: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: 'der', type: 'pkcs8' });
const publicKeyOf = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });

export const international: CipherSuite = {
  id: 'international',
  nonceSize: NONCE,
  tagSize: TAG.authTagLength,
  digest: (bytes) => hash('sha256', bytes, 'buffer'),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  deriveKey: (secret, purpose, size = 32) => Buffer.from(hkdfSync('sha256', secret, '', purpose, size)),
  importDataKey: (raw) => ({ suite: 'international', encryption: createSecretKey(raw) }),

  encrypt(key, plaintext, associated, nonce) {
    const work = international.encryption(key, associated, nonce);
    const ciphertext = work.update(plaintext);
    return Buffer.concat([work.nonce, ciphertext, work.final()]);
  },

  encryption(key, associated, nonce = freshNonce(NONCE)) {
    const cipher = createCipheriv('aes-256-gcm', key.encryption, nonce, TAG);
    cipher.setAAD(associated);
    return {
      nonce,
      update: (plaintext) => cipher.update(plaintext),
      final: () => {
        cipher.final();
        return cipher.getAuthTag();
      },
    };
  },

  decrypt(key, sealed, associated) {
    const end = sealed.length - TAG.authTagLength;
    if (end < NONCE) throw new SealBroken();
    const ends = { nonce: sealed.subarray(0, NONCE), tag: sealed.subarray(end) };
    const work = international.decryption(key, ends, associated);
    const plaintext = work.update(sealed.subarray(NONCE, end));
    work.final();
    return plaintext;
  },

  decryption(key, { nonce, tag }, associated) {
    const decipher = createDecipheriv('aes-256-gcm', key.encryption, nonce, TAG);
    decipher.setAAD(associated);
    decipher.setAuthTag(tag);
    return {
      update: (ciphertext) => decipher.update(ciphertext),
      final: () => {
        try {
          decipher.final();
        } catch {
          throw new SealBroken();
        }
      },
    };
  },

  makeKeyPair(randomBytes) {
    const privateKey = randomBytes(32);
    const publicKey = createPublicKey(privateKeyOf(privateKey)).export({ format: 'der', type: 'spki' });
    return { privateKey, publicKey: publicKey.subarray(PUBLIC_PREFIX.length) };
  },

  sign: (privateKey, message) => sign(null, message, privateKeyOf(privateKey)),

  verify(publicKey, message, signature) {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    return verify(null, message, publicKeyOf(publicKey), signature);
  },
};
