/**
 * 导出: writes any number of rows to a workbook in constant memory.
 *
 * No value can become a formula: every text is written as a text cell, in a column that is formatted as text, so that
 * =1+1 stays these four characters when it is opened, edited or saved again. Nothing is put before the text (a visible
 * apostrophe would come back at the next import): what was exported is what is imported.
 */
import { Readable } from 'node:stream';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { type Cell, textOf } from './cell.ts';

/** A column. Without `kind` it is text, whatever the values are. */
export type ExportColumn = {
  readonly heading: string;
  readonly kind?: 'text' | 'number' | 'date';
  /** Width in characters. */
  readonly width?: number;
};

/** A sheet to write. */
export type ExportSheet = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  /** Lines above the headings, one cell each. */
  readonly titles?: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
};

const STYLES = { text: { numFmt: '@' }, number: {}, date: { numFmt: 'yyyy-mm-dd' } } as const;
const LONGEST_TEXT = 32_767;

/** The workbook as a stream of bytes; rows are taken as fast as the reader takes bytes. */
export function writeRows({ name, columns, titles = [], rows }: ExportSheet): Readable {
  const stream = writeXlsxStream(writtenRows(columns, titles, rows), {
    name,
    columns: columns.map(({ kind = 'text', width = 16 }) => ({ width, style: STYLES[kind] })),
    freezePane: { rows: titles.length + 1 },
  });
  return Readable.from(piecesOf(stream), { objectMode: false });
}

/** Several sheets in one workbook, held in memory: for what a person looks through, not for rosters of a county. */
export async function writeSheets(sheets: readonly ExportSheet[]): Promise<Uint8Array> {
  const made = [];
  for (const { name, columns, titles = [], rows } of sheets) {
    const written: Cell[][] = [];
    for await (const row of writtenRows(columns, titles, rows)) written.push(row);
    made.push({
      ...{ name, rows: written, freezePane: { rows: titles.length + 1 } },
      columns: columns.map(({ kind = 'text', width = 16 }) => ({ width, style: STYLES[kind] })),
    });
  }
  return writeXlsx({ sheets: made });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* stream;
}

async function* writtenRows(
  columns: readonly ExportColumn[],
  titles: readonly string[],
  rows: ExportSheet['rows'],
): AsyncGenerator<Cell[]> {
  for (const title of titles) yield [writtenText(title)];
  yield columns.map(({ heading }) => writtenText(heading));
  for await (const row of rows) yield row.map((cell, column) => written(cell, columns[column]?.kind ?? 'text'));
}

/** A value that does not fit its column's kind is written as text; an empty one leaves no cell behind. */
function written(cell: Cell, kind: 'text' | 'number' | 'date'): Cell {
  if (cell === null || cell === '') return null;
  if (kind === 'number' && typeof cell === 'number') return cell;
  if (kind === 'date' && cell instanceof Date) return cell;
  return writtenText(textOf(cell));
}

/** The format writes what XML cannot hold as _x0007_, and a text that happens to look so with its underscore escaped. */
function writtenText(text: string): string {
  if (text.length > LONGEST_TEXT) throw new RangeError(`A cell holds at most ${LONGEST_TEXT} characters`);
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase()}_`);
}
