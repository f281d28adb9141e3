/** XML 标签: walks the tags of a small part (workbook, relationships, styles, notes) that was read whole. */
import { damaged } from '../workbook-refusal.ts';

/** One tag where it stands in the text. Names are without their prefix; `prefix` ends with its colon. */
export type XmlTag = {
  readonly name: string;
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** Position of `<`. */
  readonly from: number;
  /** Position after `>`. */
  readonly to: number;
};

const NAME = /^<\/?([^\s/>:]*:)?([^\s/>]*)/;
/** The name's length is bounded so that a long run of anything costs no more than its length. */
const ATTRIBUTE = /([^\s=/]{1,64})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Every tag from left to right. Comments, declarations and CDATA are stepped over; a tag without an end is damage. */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const past = skipped(xml, at);
    if (past !== undefined) {
      at = past;
      continue;
    }
    const to = tagEnd(xml, at);
    const [, prefix = '', name = ''] = NAME.exec(xml.slice(at, Math.min(to, at + 256))) ?? [];
    const kind = xml[at + 1] === '/' ? 'close' : xml[to - 2] === '/' ? 'empty' : 'open';
    yield { name, prefix, kind, from: at, to };
    at = to;
  }
}

/** Attributes of a tag by local name, entities resolved; declarations of name spaces are left out. */
export function attributesOf(xml: string, tag: XmlTag): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of xml.slice(tag.from, tag.to).matchAll(ATTRIBUTE)) {
    if (!name.startsWith('xmlns')) found.set(name.slice(name.indexOf(':') + 1), unescapeXml(double ?? single ?? ''));
  }
  return found;
}

/** Resolves the five named entities and numbered ones; XML knows no others where no DTD is allowed. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (all, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? all;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** For text and attribute values alike; what XML 1.0 cannot hold becomes a blank. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');
}

function skipped(xml: string, at: number): number | undefined {
  const [, closing] = SKIPPED.find(([opening]) => xml.startsWith(opening, at)) ?? [];
  if (closing === undefined) return undefined;
  const end = xml.indexOf(closing, at);
  if (end < 0) throw damaged();
  return end + closing.length;
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

const LONGEST_TAG = 256 * 1024;

/** A `>` may stand inside a quoted value. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < Math.min(xml.length, from + LONGEST_TAG); at++) {
    const char = xml.charCodeAt(at);
    if (quote !== 0) {
      if (char === quote) quote = 0;
    } else if (char === 34 || char === 39) quote = char;
    else if (char === 62) return at + 1;
  }
  throw damaged();
}
