/**
 * 档案包加密: an archive on its way lies encrypted under a code that the system makes and the school tells the receiver by
 * another way. The code has 125 bits of chance, so it needs no slow derivation, and nobody chooses a weak one.
 *
 * `XJDA 4 | version 1 | suite 1 | salt 16 | nonce | ciphertext | tag`.
 */
import { suiteOf } from '../../../crypto/choose-suite.ts';
import { type CipherSuite, SealBroken, type SuiteId } from '../../../crypto/suite.ts';
import { UnfitPackage } from './read-archive.ts';

const MAGIC = Buffer.from('XJDA');
const VERSION = 1;
const SALT = 16;
const HEADER = MAGIC.length + 2 + SALT;
const SUITES: readonly SuiteId[] = ['international', 'guomi'];
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_SIGNS = 25;

/** 取件码 of at least 16 bytes of chance: five groups of five signs. */
export function packageCode(chance: Uint8Array): string {
  const bits = [...chance].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = Array.from(
    { length: CODE_SIGNS },
    (_, at) => SIGNS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  );
  return signs.join('').replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** As typed: without blanks and dashes, with the letters that look like figures read as figures. */
export const readPackageCode = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Encrypts an archive under a code. */
export function lockPackage(suite: CipherSuite, archive: Uint8Array, code: string, salt: Buffer): Buffer {
  const header = Buffer.concat([MAGIC, Buffer.from([VERSION, SUITES.indexOf(suite.id) + 1]), salt]);
  return Buffer.concat([header, suite.encrypt(keyFor(suite, code, salt), archive, header)]);
}

/** Throws UnfitPackage for what is no package, for a wrong code and for anything that was changed on the way. */
export function unlockPackage(bytes: Uint8Array, code: string): Buffer {
  const header = Buffer.from(bytes.subarray(0, HEADER));
  const id = SUITES[(header[5] ?? 0) - 1];
  if (header.length < HEADER || !header.subarray(0, 4).equals(MAGIC) || header[4] !== VERSION || !id) {
    throw new UnfitPackage('不是本系统的档案包，请核对文件');
  }
  const suite = suiteOf(id);
  try {
    return suite.decrypt(keyFor(suite, code, header.subarray(6)), bytes.subarray(HEADER), header);
  } catch (error) {
    if (error instanceof SealBroken || error instanceof RangeError) {
      throw new UnfitPackage('取件码不对，或文件在途中被改动、损坏，请核对取件码，仍不行的请转出单位重新提供');
    }
    throw error;
  }
}

const keyFor = (suite: CipherSuite, code: string, salt: Buffer) =>
  suite.importDataKey(
    suite.deriveKey(Buffer.concat([salt, Buffer.from(readPackageCode(code))]), 'xueji/file-package', 32),
  );
