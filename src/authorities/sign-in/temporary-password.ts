/** 临时密码: made for somebody, shown once, good for a week, changed at the first login. */
import { findPasswordFaults, type PasswordProfile } from '../../crypto/password-profile.ts';

/** Small letters and digits without 0 o, 1 l i, 2 z, 5 s, 8 b: it is read to people over the telephone. */
const ALPHABET = 'acdefghjkmnpqrtuvwxy34679';
const GROUPS = 4;
const GROUP = 4;

/** Four groups of four, 16 characters of 25 (some 74 bits), that the profile lets pass. */
export async function temporaryPassword(
  profile: PasswordProfile,
  randomBytes: (size: number) => Buffer,
): Promise<string> {
  for (;;) {
    const password = Array.from({ length: GROUPS }, () => randomGroup(randomBytes)).join('-');
    const faults = await findPasswordFaults(profile, password);
    if (faults.length === 0) return password;
  }
}

/** Bytes that would favour some characters are thrown away. */
function randomGroup(randomBytes: (size: number) => Buffer): string {
  const fair = 256 - (256 % ALPHABET.length);
  let text = '';
  while (text.length < GROUP) {
    const [byte] = randomBytes(1);
    if (byte !== undefined && byte < fair) text += ALPHABET[byte % ALPHABET.length];
  }
  return text;
}
