/** 字库: which family a font file holds and which characters it can draw; the two facts a paper needs to know beforehand. */
import { closeSync, openSync, readSync } from 'node:fs';

/** One typeface of a font file. */
export interface FontFace {
  /** Names that a typesetter may know the family by, the likeliest first. */
  families: string[];
  /** Can the face draw the character? */
  has(codePoint: number): boolean;
}

/** Ranges of code points, both ends included, ordered. */
type Ranges = [first: number, last: number][];

/**
 * The faces of a TrueType, OpenType or collection file. Reads the tables `name` and `cmap` (formats 4 and 12) only.
 * Throws where the file is no such font.
 */
export function readFontFile(path: string): FontFace[] {
  const file = openSync(path, 'r');
  try {
    const read = (offset: number, size: number): Buffer => {
      const bytes = Buffer.alloc(size);
      if (readSync(file, bytes, 0, size, offset) < size) throw new Error(`font file is cut short: ${path}`);
      return bytes;
    };
    const head = read(0, 12);
    if (head.toString('latin1', 0, 4) !== 'ttcf') return [readFace(read, 0)];
    const count = head.readUInt32BE(8);
    const offsets = read(12, count * 4);
    return Array.from({ length: count }, (_, index) => readFace(read, offsets.readUInt32BE(index * 4)));
  } finally {
    closeSync(file);
  }
}

function readFace(read: (offset: number, size: number) => Buffer, offset: number): FontFace {
  const count = read(offset, 6).readUInt16BE(4);
  const directory = read(offset + 12, count * 16);
  const table = (tag: string): Buffer => {
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) !== tag) continue;
      return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
    }
    throw new Error(`font has no table ${tag}`);
  };
  const ranges = rangesOf(table('cmap'));
  return { families: familiesOf(table('name')), has: (codePoint) => inRanges(ranges, codePoint) };
}

/** Family names: typographic (16) and plain (1), also without the words for weight that some makers append. */
function familiesOf(name: Buffer): string[] {
  const texts = name.readUInt16BE(4);
  const found: string[] = [];
  for (let index = 0; index < name.readUInt16BE(2); index++) {
    const at = 6 + index * 12;
    const id = name.readUInt16BE(at + 6);
    if (id !== 1 && id !== 16) continue;
    const start = texts + name.readUInt16BE(at + 10);
    const bytes = Buffer.from(name.subarray(start, start + name.readUInt16BE(at + 8)));
    const isMacRoman = name.readUInt16BE(at) === 1;
    if (isMacRoman && name.readUInt16BE(at + 2) !== 0) continue;
    found.push(isMacRoman ? bytes.toString('latin1') : bytes.swap16().toString('utf16le'));
  }
  const plain = found.map((family) =>
    family.replace(/[ -](Thin|Light|Regular|Medium|SemiBold|Bold|Black|Heavy)$/i, ''),
  );
  return [...new Set([...found, ...plain])];
}

function rangesOf(cmap: Buffer): Ranges {
  let four = -1;
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 12) return groupsOf(cmap, at);
    if (format === 4) four = at;
  }
  return four < 0 ? [] : segmentsOf(cmap, four);
}

/** cmap format 12: all planes, a list of groups. */
function groupsOf(cmap: Buffer, at: number): Ranges {
  return Array.from({ length: cmap.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)];
  });
}

/** cmap format 4: the basic plane only, segments of which a glyph 0 means "none". */
function segmentsOf(cmap: Buffer, at: number): Ranges {
  const size = cmap.readUInt16BE(at + 6);
  const ranges: Ranges = [];
  for (let segment = 0; segment < size; segment += 2) {
    const last = cmap.readUInt16BE(at + 14 + segment);
    const first = cmap.readUInt16BE(at + 16 + size + segment);
    const delta = cmap.readUInt16BE(at + 16 + size * 2 + segment);
    const offsetAt = at + 16 + size * 3 + segment;
    const offset = cmap.readUInt16BE(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + delta : cmap.readUInt16BE(offsetAt + offset + (code - first) * 2);
      if ((glyph & 0xffff) === 0) continue;
      const open = ranges.at(-1);
      if (open?.[1] === code - 1) open[1] = code;
      else ranges.push([code, code]);
    }
  }
  return ranges;
}

function inRanges(ranges: Ranges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle]!;
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
