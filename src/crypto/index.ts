/** 密码: the only door to cryptography: suites, keys, field encryption, blind indexes, passwords, one-time codes. */
export { type BlindIndex, makeBlindIndex } from './blind-index.ts';
export { suiteOf } from './choose-suite.ts';
export { type FieldCipher, makeFieldCipher } from './field-cipher.ts';
export { loadOrCreateKeys, readKeys, saveKeys } from './key-file.ts';
export {
  addDataKey,
  addIndexKey,
  addSigningKey,
  type CheckSignature,
  checkerFor,
  dropDataKey,
  fingerprint,
  type KeyRing,
  makeKeyRing,
  type PublicKey,
  publicKeysOf,
  signWith,
} from './key-ring.ts';
export { hashPassword, isEarlierPassword, needsRehash, verifyPassword } from './password.ts';
export {
  findPasswordFaults,
  PASSWORD_PROFILES,
  type PasswordFinding,
  type PasswordProfile,
  type PasswordProfileId,
  passwordExpiresAt,
} from './password-profile.ts';
export { type CipherSuite, type DataKey, type KeyPair, type RandomBytes, SealBroken, type SuiteId } from './suite.ts';
export { newTotpSecret, totpCode, totpUri, verifyTotp } from './totp.ts';
