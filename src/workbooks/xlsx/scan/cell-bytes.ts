/** 单元格字节: text out of the raw bytes of a sheet. */
import { unescapeXml } from '../xml-tags.ts';

const AMPERSAND = 38;
const UNDERSCORE = 95;
const RETURN = 13;

/**
 * The text of one cell. `segments` holds pairs of positions in `bytes`: one pair for plain text, one for each run of
 * rich text. Resolves XML entities, line ends and the `_x000D_` way of writing control characters.
 */
export function textFrom(bytes: Buffer, segments: readonly number[]): string {
  let text = segmentText(bytes, segments[0] ?? 0, segments[1] ?? 0);
  for (let pair = 2; pair < segments.length; pair += 2) {
    text += segmentText(bytes, segments[pair] ?? 0, segments[pair + 1] ?? 0);
  }
  return text;
}

function segmentText(bytes: Buffer, from: number, to: number): string {
  let ascii = true;
  let plain = true;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) ascii = false;
    else if (byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) plain = false;
  }
  const text = bytes.toString(ascii ? 'latin1' : 'utf8', from, to);
  return plain ? text : unescapeControls(unescapeXml(text.replace(/\r\n?/g, '\n')));
}

function unescapeControls(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
