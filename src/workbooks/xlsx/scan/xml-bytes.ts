/** XML 字节: tags found in raw bytes, for the two parts that are too large to become text as a whole. */
import { unsuitable } from '../../workbook-refusal.ts';

export const LT = 60;
export const GT = 62;
export const SLASH = 47;
export const QUESTION = 63;
export const BANG = 33;
export const QUOTE = 34;
export const APOSTROPHE = 39;
export const EQUALS = 61;
const COLON = 58;

/** Answer of every function here whose tag goes on in bytes that have not come yet. */
export const INCOMPLETE = -1;

/** Bytes that may be one tag or one cell. Excel's longest cell holds 32,767 characters. */
export const LONGEST_TOKEN = 1024 * 1024;

/** A local name as one number: the same for `row` and `x:row`. */
export function nameCode(name: string): number {
  let code = 0;
  for (let i = 0; i < name.length; i++) code = step(code, name.charCodeAt(i));
  return code;
}

/** The code of the local name that begins at `at`; INCOMPLETE when the bytes end within it. */
export function nameCodeAt(bytes: Buffer, at: number): number {
  let code = 0;
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte <= 32 || byte === GT || byte === SLASH) return code;
    code = byte === COLON ? 0 : step(code, byte);
  }
  return INCOMPLETE;
}

/** Where the name that begins at `at` ends. */
export function nameEnd(bytes: Buffer, at: number): number {
  let end = at;
  for (let byte = bytes[end] ?? 0; byte > 32 && byte !== GT && byte !== SLASH; byte = bytes[end] ?? 0) end++;
  return end;
}

/** Steps over a comment, a declaration or CDATA outside of content; a document type is never allowed. */
export function skipMarkup(bytes: Buffer, open: number): number {
  const head = bytes.toString('latin1', open, open + 9);
  if (head.startsWith('<?')) return past(bytes, open, '?>');
  if (head.startsWith('<!--')) return past(bytes, open, '-->');
  if (head.startsWith('<![CDATA[')) return past(bytes, open, ']]>');
  if (head.length < 9) return INCOMPLETE;
  throw unsuitable(DOCTYPE_ADVICE);
}

/** What is said to a part that brings a document type or entities of its own. */
export const DOCTYPE_ADVICE =
  '含有文档类型声明或外部实体，可能读取服务器上的文件，不予读取；如是本校表格，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传';

function past(bytes: Buffer, open: number, closing: string): number {
  const at = bytes.indexOf(closing, open + 2, 'latin1');
  return at < 0 ? INCOMPLETE : at + closing.length;
}

/** Position of the `>` that ends the tag; one inside a quoted value does not. */
export function tagEnd(bytes: Buffer, at: number): number {
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === GT) return i;
    if (byte === QUOTE || byte === APOSTROPHE) {
      i = bytes.indexOf(byte, i + 1);
      if (i < 0) return INCOMPLETE;
    }
  }
  return INCOMPLETE;
}

function step(code: number, byte: number): number {
  return (code * 31 + byte) & 0x3fffffff;
}
