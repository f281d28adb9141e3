/** 文件类型: what a file is, told by its bytes; neither its name nor what the sender says of it counts. */

export type MediaKind = 'JPEG' | 'PNG' | 'WEBP' | 'PDF' | 'HEIC' | 'OFFICE' | 'UNKNOWN';

/** `ftyp` brands of the pictures that iPhones take. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']);

/** The kind by its first bytes. */
export function mediaKindOf(bytes: Uint8Array): MediaKind {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 3) === '\xff\xd8\xff') return 'JPEG';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'WEBP';
  if (text(0, 5) === '%PDF-') return 'PDF';
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.has(text(8, 12))) return 'HEIC';
  if (text(0, 4) === 'PK\x03\x04' || text(0, 4) === '\xd0\xcf\x11\xe0') return 'OFFICE';
  return 'UNKNOWN';
}
