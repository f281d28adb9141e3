/** XML 修改: small changes to a part's text that leave everything else as it was, byte for byte. */
import { tagsOf, type XmlTag } from '../xml-tags.ts';

/** Replaces [from, to) by text; changes do not overlap. */
export type TextChange = { readonly from: number; readonly to: number; readonly text: string };

/** An element with its tag, its whole range and the range of its content. */
export type XmlElement = {
  readonly tag: XmlTag;
  readonly from: number;
  readonly to: number;
  readonly contentFrom: number;
  readonly contentTo: number;
};

/** Applies changes given in any order. */
export function withChanges(xml: string, changes: readonly TextChange[]): string {
  let text = '';
  let done = 0;
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    text += xml.slice(done, change.from) + change.text;
    done = change.to;
  }
  return text + xml.slice(done);
}

/** Every element of this local name, the outer one where they are nested. */
export function elementsOf(xml: string, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  let open: XmlTag | undefined;
  let depth = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.name !== name) continue;
    if (tag.kind === 'empty' && depth === 0) {
      found.push({ tag, from: tag.from, to: tag.to, contentFrom: tag.to, contentTo: tag.to });
    } else if (tag.kind === 'open') {
      if (depth++ === 0) open = tag;
    } else if (tag.kind === 'close' && --depth === 0 && open) {
      found.push({ tag: open, from: open.from, to: tag.to, contentFrom: open.to, contentTo: tag.from });
    }
  }
  return found;
}

/** The change that puts `text` at the end of an element's content; an empty tag is opened for it. */
export function insertAtEnd(xml: string, { tag, contentTo }: XmlElement, text: string): TextChange {
  if (tag.kind !== 'empty') return { from: contentTo, to: contentTo, text };
  const opening = `${xml.slice(tag.from, tag.to - 2).trimEnd()}>`;
  return { from: tag.from, to: tag.to, text: `${opening}${text}</${tag.prefix}${tag.name}>` };
}

/** The tag's text with one attribute set to a value, whatever it was before. */
export function withAttribute(tagText: string, name: string, value: string | number): string {
  const without = tagText.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
  const end = without.endsWith('/>') ? '/>' : '>';
  return `${without.slice(0, -end.length).trimEnd()} ${name}="${value}"${end}`;
}
