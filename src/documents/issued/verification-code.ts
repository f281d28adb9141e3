/**
 * 核验码: sixteen random characters and a check character at the foot of a printed paper, by which whoever holds the
 * paper can ask whether it is a copy the system made. The code says nothing by itself; it is looked up.
 *
 * Characters are Crockford's base 32 (no I, L, O, U). The check character makes the word divisible by (x - α) over the
 * field of 32 elements, so that any one wrong character and any two exchanged ones are noticed, and it needs no signs
 * outside the alphabet, as Crockford's own check modulo 37 does: people read these codes to each other by telephone.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** Random bytes that verificationCode needs: 80 bits. */
export const VERIFICATION_CODE_BYTES = 10;

/** The code (17 characters) for ten random bytes. Throws RangeError for any other number of bytes. */
export function verificationCode(random: Uint8Array): string {
  if (random.length !== VERIFICATION_CODE_BYTES) throw new RangeError('a verification code takes ten random bytes');
  let bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = '';
  for (let position = 0; position < LENGTH; position++) {
    text = ALPHABET[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return text + checkCharacter(text);
}

/**
 * The code that a person typed, or undefined where it cannot be one. Small letters, spaces, hyphens and the usual
 * misreadings (O for 0, I and L for 1) are accepted.
 */
export function readVerificationCode(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const isForm = text.length === LENGTH + 1 && [...text].every((character) => ALPHABET.includes(character));
  return isForm && checkCharacter(text.slice(0, LENGTH)) === text[LENGTH] ? text : undefined;
}

/** The code in groups, as it is printed: `7ZK4-0M9Q-…-C`. */
export function displayVerificationCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Horner's rule at α, the root of x⁵ + x² + 1; addition in this field is exclusive or. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (const character of text) sum = timesAlpha(sum ^ ALPHABET.indexOf(character));
  return ALPHABET[sum]!;
}

function timesAlpha(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
