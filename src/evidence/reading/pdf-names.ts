/**
 * PDF 名称: every name that the objects of a PDF use, wherever a reader could find an object.
 *
 * Names say what an object is and does (/JavaScript, /Launch, /EmbeddedFile). They stand between objects in the open, or
 * compressed in object streams. Pictures, fonts and text of pages are streams without objects and are passed over; what is
 * passed over (streams, strings, remarks) must not hold the head of an object, or a reader that follows the file's own
 * table of places would find one there that this never saw.
 */
import { inflateSync } from 'node:zlib';

/** Why a file's objects cannot be told for certain. */
export class PdfUnreadable extends Error {}

/** What object streams may hold in all, once inflated. */
const INFLATED_BYTES = 16 * 2 ** 20;

const GAP = String.raw`(?:[\s\0]|%[^\r\n]{0,200}[\r\n])`;
const HIDDEN = new RegExp(String.raw`\d${GAP}+\d+${GAP}*obj|\btrailer\b`);
const LETTER = /[a-z]/i;
const NAME = /\/([^\s\0()<>[\]{}/%]*)/g;
const BREAK = /[\s\0()<>[\]{}/%]/g;

/** Names of one object; the largest that writers make have some hundreds. */
const MOST_OF_ONE = 20_000;

/** Tells each name, in the order in which they stand. Throws PdfUnreadable. */
export function eachName(bytes: Buffer, tell: (name: string) => void): void {
  const text = bytes.toString('latin1');
  let own: string[] = [];
  let room = INFLATED_BYTES;
  let at = 0;
  const pass = (to: number) => {
    if (to < 0) throw new PdfUnreadable('something is not closed');
    if (HIDDEN.test(text.slice(at, to))) throw new PdfUnreadable('an object is hidden');
    at = to;
  };
  while (at < text.length) {
    const sign = text[at]!;
    if (sign === '(') pass(endOfString(text, at));
    else if (sign === '%') pass(endOfLine(text, at));
    else if (sign === '/') {
      const end = endOfWord(text, at + 1);
      const name = plain(text.slice(at + 1, end));
      if (own.push(name) > MOST_OF_ONE) throw new PdfUnreadable('an object has too many names');
      tell(name);
      at = end;
    } else if (LETTER.test(sign)) {
      const end = endOfWord(text, at);
      const word = text.slice(at, end);
      at = end;
      if (word === 'stream') {
        const held = objectStream(bytes, at, own, room);
        room -= held.length;
        pass(text.indexOf('endstream', at));
        // Offsets may point anywhere into an object stream: strings there are searched as well.
        for (const [, name = ''] of held.matchAll(NAME)) tell(plain(name));
      }
      if (word === 'stream' || word.endsWith('obj')) own = [];
    } else at++;
  }
}

/** What the stream that begins here holds of objects; nothing where it is no object stream. */
function objectStream(bytes: Buffer, at: number, own: readonly string[], room: number): string {
  const isObjects = own.includes('ObjStm') || (own.includes('First') && own.includes('N'));
  if (!isObjects) return '';
  const coded = own.filter((name) => /Decode$/.test(name));
  if (coded.join() !== 'FlateDecode' || own.includes('DecodeParms') || own.includes('F')) {
    throw new PdfUnreadable('an object stream is coded in an unusual way');
  }
  if (room <= 0) throw new PdfUnreadable('object streams hold too much');
  const from = at + (bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1);
  try {
    return inflateSync(bytes.subarray(from), { maxOutputLength: room }).toString('latin1');
  } catch {
    throw new PdfUnreadable('an object stream does not open');
  }
}

/** Behind the closing parenthesis; -1 where there is none. */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

function endOfLine(text: string, from: number): number {
  const found = text.slice(from, from + 100_000).search(/[\r\n]/);
  if (found >= 0) return from + found;
  return text.length - from < 100_000 ? text.length : -1;
}

function endOfWord(text: string, from: number): number {
  BREAK.lastIndex = from;
  return BREAK.exec(text)?.index ?? text.length;
}

/** Any letter of a name may be written as its number: /J#53 is /JS. */
const plain = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
