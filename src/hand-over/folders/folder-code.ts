/**
 * 档案袋编码: what the label of a paper folder carries. It is made from student and school under the node's key, so that a
 * label printed twice is the same and nobody reads a person out of it; its last character catches a mistyped one.
 */

/** Without 0, 1, I, L and O; 31 of them, so that the check character finds every wrong or swapped neighbour. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;
/** Fewer than 31^12. */
export const CODE_BITS = 59;

/** The code of a number below 2^59. */
export function folderCodeOf(number: string): string {
  let rest = BigInt(number);
  let body = '';
  for (let place = 0; place < LENGTH; place++) {
    body = SIGNS[Number(rest % 31n)] + body;
    rest /= 31n;
  }
  return body + checkSign(body);
}

/** A code as scanned or typed, in the one form under which it is kept; undefined for what is none. */
export function readFolderCode(text: string): string | undefined {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '');
  if (code.length !== LENGTH + 1 || [...code].some((sign) => !SIGNS.includes(sign))) return undefined;
  return checkSign(code.slice(0, LENGTH)) === code.at(-1) ? code : undefined;
}

/** As people read it from a label: 4KQ7 92MD XWPA T. */
export const showFolderCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ');

function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, at) => total + (at + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS[sum % 31]!;
}
