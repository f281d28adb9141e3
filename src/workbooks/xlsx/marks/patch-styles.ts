/** 标记样式: gives each marked cell its own format once more, with a coloured ground. */
import { attributesOf } from '../xml-tags.ts';
import {
  elementsOf,
  insertAtEnd,
  type TextChange,
  withAttribute,
  withChanges,
  type XmlElement,
} from './xml-changes.ts';

/** How bad a marked cell is: it stops the row, or somebody should look. */
export type Severity = 'error' | 'warning';

/** Grounds that no palette offers, by which marks of an earlier round are recognised and taken off. */
const GROUNDS: Readonly<Record<Severity, string>> = { error: 'FFFFC9CF', warning: 'FFFFECB5' };

/** What a workbook without formats is given. */
export const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>';

/** Formats of one workbook, growing by a marked twin for each format that a marked cell has. */
export class MarkedStyles {
  readonly #xml: string;
  readonly #fills: XmlElement | undefined;
  readonly #formats: XmlElement | undefined;
  readonly #xfs: readonly XmlElement[];
  readonly #fillCount: number;
  readonly #twins = new Map<string, { readonly index: number; readonly text: string }>();
  readonly #unmarked: TextChange[];

  constructor(xml: string) {
    this.#xml = xml;
    [this.#fills] = elementsOf(xml, 'fills');
    [this.#formats] = elementsOf(xml, 'cellXfs');
    const within = ({ from }: XmlElement) => from >= (this.#formats?.from ?? 0) && from < (this.#formats?.to ?? 0);
    this.#xfs = elementsOf(xml, 'xf').filter(within);
    const fills = elementsOf(xml, 'fill').filter(
      ({ from }) => from >= (this.#fills?.from ?? 0) && from < (this.#fills?.to ?? 0),
    );
    this.#fillCount = fills.length;
    const ours = new Set<number>();
    for (const [index, { from, to }] of fills.entries()) {
      const text = xml.slice(from, to).toUpperCase();
      if (Object.values(GROUNDS).some((ground) => text.includes(ground))) ours.add(index);
    }
    this.#unmarked = this.#xfs
      .filter(({ tag }) => ours.has(Number(attributesOf(xml, tag).get('fillId') ?? 0)))
      .map(({ tag: { from, to } }) => ({ from, to, text: withAttribute(xml.slice(from, to), 'fillId', 0) }));
  }

  /** Number of the format that looks like `style` with the ground of a mark. */
  styleFor(style: number, severity: Severity): number {
    const key = `${severity} ${style}`;
    const known = this.#twins.get(key);
    if (known) return known.index;
    const index = this.#xfs.length + this.#twins.size;
    const like = this.#xfs[style] ?? this.#xfs[0];
    const fillId = this.#fillCount + (severity === 'error' ? 0 : 1);
    const tag = withAttribute(withAttribute(like ? this.#tagOf(like) : '<xf/>', 'fillId', fillId), 'applyFill', 1);
    this.#twins.set(key, { index, text: tag + (like ? this.#xml.slice(like.contentFrom, like.to) : '') });
    return index;
  }

  /** The part's text with everything that was asked for. */
  toXml(): string {
    const [fills, formats] = [this.#fills, this.#formats];
    if (!fills || !formats) return this.#xml;
    const grounds = Object.values(GROUNDS).map((ground) => fillXml(fills.tag.prefix, ground));
    const added = withChanges(this.#xml, [
      ...this.#unmarked,
      insertAtEnd(this.#xml, fills, grounds.join('')),
      insertAtEnd(this.#xml, formats, [...this.#twins.values()].map(({ text }) => text).join('')),
    ]);
    return ['fills', 'cellXfs'].reduce(withCount, added);
  }

  #tagOf({ tag }: XmlElement): string {
    return this.#xml.slice(tag.from, tag.to);
  }
}

function fillXml(prefix: string, ground: string): string {
  const element = (name: string, rest: string) => `<${prefix}${name}${rest}`;
  const pattern = `${element('patternFill', ' patternType="solid">')}${element('fgColor', ` rgb="${ground}"/>`)}`;
  return `${element('fill', '>')}${pattern}${element('bgColor', ' indexed="64"/>')}</${prefix}patternFill></${prefix}fill>`;
}

/** Sets the count that the container states to what it now holds. */
function withCount(xml: string, name: string): string {
  const [list] = elementsOf(xml, name);
  if (!list) return xml;
  const item = name === 'fills' ? 'fill' : 'xf';
  const count = elementsOf(xml.slice(list.contentFrom, list.contentTo), item).length;
  const { from, to } = list.tag;
  return withChanges(xml, [{ from, to, text: withAttribute(xml.slice(from, to), 'count', count) }]);
}
