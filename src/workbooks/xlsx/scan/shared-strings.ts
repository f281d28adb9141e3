/**
 * 共享字符串: the one table that must be in memory while a sheet is read.
 *
 * A roster of 100,000 children holds a million different texts. As one string object each, or as a tree, they cost
 * ten times the file; so the raw bytes are kept side by side with their positions and become a string when asked for.
 */
import { damaged } from '../../workbook-refusal.ts';
import type { ZipPart } from '../zip-parts.ts';
import { textFrom } from './cell-bytes.ts';
import {
  BANG,
  INCOMPLETE,
  LONGEST_TOKEN,
  LT,
  nameCode,
  nameCodeAt,
  QUESTION,
  SLASH,
  skipMarkup,
  tagEnd,
} from './xml-bytes.ts';

/** Gives the text of one number of the table; a number that it does not hold is damage. */
export type SharedStrings = { readonly textAt: (index: number) => string };

const ITEM = nameCode('si');
const TEXT = nameCode('t');
const PHONETIC = nameCode('rPh');
/** Texts that come again and again (男, 汉族) are found here and not decoded anew; a power of two. */
const REMEMBERED = 8192;

/** Reads the table; a workbook without one has none to ask for. */
export async function readSharedStrings(part: ZipPart | undefined): Promise<SharedStrings> {
  const table = new StringTable(part?.size ?? 0);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of part?.read() ?? []) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    rest = bytes.subarray(table.take(bytes));
    if (rest.length > LONGEST_TOKEN) throw damaged();
  }
  return table;
}

class StringTable implements SharedStrings {
  readonly #bytes: Buffer;
  #used = 0;
  #ends = new Uint32Array(1024);
  #count = 0;
  readonly #numbers = new Int32Array(REMEMBERED).fill(-1);
  readonly #texts: string[] = new Array<string>(REMEMBERED).fill('');

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  textAt(index: number): string {
    if (!(index >= 0 && index < this.#count)) throw damaged();
    const slot = index & (REMEMBERED - 1);
    if (this.#numbers[slot] === index) return this.#texts[slot] ?? '';
    const text = textFrom(this.#bytes, [index === 0 ? 0 : (this.#ends[index - 1] ?? 0), this.#ends[index] ?? 0]);
    this.#numbers[slot] = index;
    this.#texts[slot] = text;
    return text;
  }

  /** Takes every complete item in `bytes` and returns where the first incomplete one begins. */
  take(bytes: Buffer): number {
    for (let at = 0; ; ) {
      const open = bytes.indexOf(LT, at);
      if (open < 0) return bytes.length;
      const next = this.#element(bytes, open);
      if (next === INCOMPLETE) return open;
      at = next;
    }
  }

  #element(bytes: Buffer, open: number): number {
    if (bytes[open + 1] === BANG || bytes[open + 1] === QUESTION) return skipMarkup(bytes, open);
    const close = tagEnd(bytes, open);
    if (close === INCOMPLETE) return INCOMPLETE;
    return nameCodeAt(bytes, open + 1) === ITEM ? this.#item(bytes, close) : close + 1;
  }

  /** The runs of one item joined, from the end of its tag; phonetic guides (拼音) are no part of the text. */
  #item(bytes: Buffer, tagClose: number): number {
    let used = this.#used;
    let phonetic = false;
    let at = tagClose + 1;
    for (let done = bytes[tagClose - 1] === SLASH; !done; ) {
      const open = bytes.indexOf(LT, at);
      const close = open < 0 ? INCOMPLETE : tagEnd(bytes, open);
      if (close < 0) return INCOMPLETE;
      at = close + 1;
      const closing = bytes[open + 1] === SLASH;
      const name = nameCodeAt(bytes, closing ? open + 2 : open + 1);
      if (closing) {
        if (name === PHONETIC) phonetic = false;
        done = name === ITEM;
      } else if (bytes[close - 1] !== SLASH) {
        if (name === PHONETIC) phonetic = true;
        if (name !== TEXT || phonetic) continue;
        const end = bytes.indexOf(LT, at);
        if (end < 0) return INCOMPLETE;
        used += bytes.copy(this.#bytes, used, at, end);
        at = end;
      }
    }
    this.#close(used);
    return at;
  }

  #close(used: number): void {
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#used = used;
    this.#ends[this.#count++] = used;
  }
}
