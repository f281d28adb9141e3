/** 批注: the comments part and the drawing that makes comments visible. */
import { columnName } from '../../cell.ts';
import { attributesOf, escapeXml, tagsOf, unescapeXml } from '../xml-tags.ts';
import { elementsOf, insertAtEnd, withChanges } from './xml-changes.ts';

/** A comment on one cell; `row` as the person counts, `column` from 0. */
export type CellNote = { readonly row: number; readonly column: number; readonly text: string };

/** Who signs the comments; those of an earlier round are recognised by it and replaced. */
const AUTHOR = '学籍系统核对';

const NO_COMMENTS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<authors/><commentList/></comments>';

/**
 * The comments part with these notes in it, and every cell that then has a comment. A comment of somebody else on
 * the same cell is kept below ours, for a cell holds only one.
 */
export function withNotes(existing: string | undefined, notes: readonly CellNote[]): { xml: string; cells: string[] } {
  const xml = existing ?? NO_COMMENTS;
  const [authors] = elementsOf(xml, 'authors');
  const [list] = elementsOf(xml, 'commentList');
  if (!authors || !list) return withNotes(undefined, notes);
  const names = elementsOf(xml, 'author').map(({ contentFrom, contentTo }) =>
    unescapeXml(xml.slice(contentFrom, contentTo)),
  );
  const known = names.indexOf(AUTHOR);
  const texts = new Map(notes.map(({ row, column, text }) => [`${columnName(column)}${row}`, text]));
  const removed = [];
  const kept: string[] = [];
  for (const { tag, from, to } of elementsOf(xml, 'comment')) {
    const attributes = attributesOf(xml, tag);
    const cell = attributes.get('ref') ?? '';
    const text = texts.get(cell);
    const ours = known >= 0 && Number(attributes.get('authorId')) === known;
    if (text !== undefined && !ours) texts.set(cell, `${text}\n原批注：${plainText(xml.slice(from, to))}`);
    if (ours || text !== undefined) removed.push({ from, to, text: '' });
    else kept.push(cell);
  }
  const { prefix } = list.tag;
  const author = known < 0 ? names.length : known;
  const added = [...texts].map(([cell, text]) => commentXml(prefix, cell, author, text)).join('');
  const changes = [...removed, insertAtEnd(xml, list, added)];
  if (known < 0) changes.push(insertAtEnd(xml, authors, `<${prefix}author>${AUTHOR}</${prefix}author>`));
  return { xml: withChanges(xml, changes), cells: [...kept, ...texts.keys()] };
}

function commentXml(prefix: string, cell: string, author: number, text: string): string {
  const run = `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
  return `<${prefix}comment ref="${cell}" authorId="${author}"><${prefix}text>${run}</${prefix}text></${prefix}comment>`;
}

function plainText(xml: string): string {
  return elementsOf(xml, 't')
    .map(({ contentFrom, contentTo }) => unescapeXml(xml.slice(contentFrom, contentTo)))
    .join('');
}

const NO_SHAPES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="change"><o:idmap v:ext="change" data="1"/></o:shapelayout></xml>';
const NOTE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Numbers of our shapes begin where no form control of the same sheet reaches. */
const FIRST_SHAPE = 102_401;

/** The drawing with one box for each cell that has a comment; controls and pictures in it stay. */
export function withNoteBoxes(existing: string | undefined, cells: readonly string[]): string {
  const xml = existing ?? NO_SHAPES;
  const root = elementsOf(xml, 'xml')[0];
  if (!root) return withNoteBoxes(undefined, cells);
  const boxes = elementsOf(xml, 'shape').filter(({ from, to }) =>
    /ObjectType\s*=\s*["']Note["']/.test(xml.slice(from, to)),
  );
  const hasType = [...tagsOf(xml)].some(
    (tag) => tag.name === 'shapetype' && attributesOf(xml, tag).get('id') === '_x0000_t202',
  );
  const shapes = cells.map((cell, index) => boxXml(cell, FIRST_SHAPE + index)).join('');
  return withChanges(xml, [
    ...boxes.map(({ from, to }) => ({ from, to, text: '' })),
    insertAtEnd(xml, root, (hasType ? '' : NOTE_TYPE) + shapes),
  ]);
}

function boxXml(cell: string, number: number): string {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 5, 15, row + 4, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto" ` +
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
