/**
 * 标记问题单元格: gives the school back the very workbook it sent, with the cells at fault coloured and commented.
 *
 * The archive is copied part by part; only the sheet's marked cells, the formats and the comments change. So styles,
 * drop-downs, hidden sheets and everything else stay, and a hundred thousand rows need no more memory than ten. Marks
 * of an earlier round are taken off, so a workbook may go back and forth.
 */
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type OpenWorkbook, openInspected } from './inspect-workbook.ts';
import { BULK_LIMITS, type WorkbookLimits, type WorkbookSource } from './workbook-limits.ts';
import { unsuitable } from './workbook-refusal.ts';
import { type CellNote, withNoteBoxes, withNotes } from './xlsx/marks/cell-notes.ts';
import { type AddedPart, withContentTypes, withRelationships } from './xlsx/marks/package-index.ts';
import { SheetPatcher } from './xlsx/marks/patch-sheet.ts';
import { EMPTY_STYLES, MarkedStyles, type Severity } from './xlsx/marks/patch-styles.ts';
import { relationshipsIn, relationshipsPath, type SheetPart } from './xlsx/workbook-parts.ts';
import { readText, type ZipParts } from './xlsx/zip-parts.ts';

/** What is wrong with one cell. `row` as the person counts, `column` from 0 as in the cells of a row. */
export type CellMark = {
  readonly row: number;
  readonly column: number;
  readonly note: string;
  readonly severity: Severity;
};

/** Comments beyond this many make a spreadsheet program crawl; further cells are coloured only. */
const MOST_NOTES = 10_000;
const NOTES_ID = 'rIdMarkNotes';
const DRAWING_ID = 'rIdMarkDrawing';
const STYLES_ID = 'rIdMarkStyles';
const WRITTEN_AT = new Date(Date.UTC(2000, 0, 1));

/** The marked workbook as a stream of bytes. Refuses a source that may not be read, like reading does. */
export async function markCells(
  source: WorkbookSource,
  marks: readonly CellMark[],
  { sheet, limits = BULK_LIMITS }: { readonly sheet: string; readonly limits?: WorkbookLimits },
): Promise<Readable> {
  const workbook = await openInspected(source, limits);
  const target = workbook.workbook.sheets.find(({ name }) => name === sheet);
  try {
    if (!target) throw unsuitable(`没有名为“${sheet}”的工作表，请重新上传原文件`);
    return await markedArchive(workbook, target, marks, limits);
  } catch (error) {
    workbook.parts.close();
    throw error;
  }
}

async function markedArchive(
  workbook: OpenWorkbook,
  sheet: SheetPart,
  marks: readonly CellMark[],
  limits: WorkbookLimits,
): Promise<Readable> {
  const { parts, workbook: book } = workbook;
  const textOf = async (path: string) => {
    const part = parts.find(path);
    return part && (await readText(part));
  };
  const styles = new MarkedStyles((book.styles && (await readText(book.styles))) ?? EMPTY_STYLES);
  const patcher = new SheetPatcher(severities(marks), styles, DRAWING_ID, limits);
  const relationships = relationshipsIn((await textOf(relationshipsPath(sheet.part.name))) ?? '', sheet.part.name);
  const commentsPath = relationships.find(({ type }) => type === 'comments')?.target;
  const comments = withNotes(commentsPath === undefined ? undefined : await textOf(commentsPath), notesOf(marks));
  const drawingPath = () => relationships.find(({ id }) => id === patcher.drawingId)?.target;

  const notesPart: AddedPart = {
    kind: 'comments',
    path: commentsPath ?? freePath(parts, 'xl/comments', '.xml'),
    id: NOTES_ID,
  };
  const newDrawing = freePath(parts, 'xl/drawings/vmlDrawing', '.vml');
  const boxesPart = (): AddedPart => ({ kind: 'vmlDrawing', path: drawingPath() ?? newDrawing, id: patcher.drawingId });
  const stylesPart: AddedPart = { kind: 'styles', path: book.styles?.name ?? 'xl/styles.xml', id: STYLES_ID };
  const entered = (): AddedPart[] => [
    ...(commentsPath === undefined ? [notesPart] : []),
    ...(drawingPath() === undefined ? [boxesPart()] : []),
  ];
  const later: [path: () => string, text: () => Promise<string>][] = [
    [() => notesPart.path, async () => comments.xml],
    [() => boxesPart().path, async () => withNoteBoxes(await textOf(drawingPath() ?? ''), comments.cells)],
    [() => stylesPart.path, async () => styles.toXml()],
    [
      () => relationshipsPath(sheet.part.name),
      async () => withRelationships(await textOf(relationshipsPath(sheet.part.name)), sheet.part.name, entered()),
    ],
    [
      () => relationshipsPath(book.path),
      async () =>
        withRelationships(await textOf(relationshipsPath(book.path)), book.path, book.styles ? [] : [stylesPart]),
    ],
    [
      () => '[Content_Types].xml',
      async () => withContentTypes((await textOf('[Content_Types].xml')) ?? '', [notesPart, boxesPart(), stylesPart]),
    ],
  ];
  return archiveOf(workbook, sheet, patcher, later);
}

/** The sheet is written first: its copy decides which formats there are and which drawing the comments have. */
function archiveOf(
  { parts }: OpenWorkbook,
  sheet: SheetPart,
  patcher: SheetPatcher,
  later: readonly [path: () => string, text: () => Promise<string>][],
): Readable {
  const output = new PassThrough();
  output.on('close', () => parts.close());
  const pieces = async function* (): AsyncGenerator<readonly [path: string, bytes: AsyncIterable<Buffer>]> {
    yield [sheet.part.name, patcher.patched(sheet.part.read())];
    const rewritten = new Map(later.map(([path, text]) => [path().toLowerCase(), [path(), text] as const]));
    for (const part of parts.all) {
      if (part !== sheet.part && !rewritten.has(part.name.toLowerCase())) yield [part.name, part.read()];
    }
    for (const [path, text] of rewritten.values()) yield [path, bytesOf(text)];
  };
  writeArchive(pieces(), output).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error('The marked workbook could not be written'));
  });
  return output;
}

/** A customary name that no part of the archive has: some programs find comments by name alone. */
function freePath(parts: ZipParts, start: string, end: string): string {
  let number = 1;
  while (parts.find(`${start}${number}${end}`)) number++;
  return `${start}${number}${end}`;
}

async function* bytesOf(text: () => Promise<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(await text(), 'utf8');
}

/** Writes one part after the other, each begun only when the one before is done; ends when the reader goes away. */
async function writeArchive(
  pieces: AsyncIterable<readonly [path: string, bytes: AsyncIterable<Buffer>]>,
  output: PassThrough,
): Promise<void> {
  const zip = new ZipFile();
  const broken = new Promise<never>((_, reject) => {
    zip.on('error', reject);
    output.on('close', () => reject(new Error('The reader of the marked workbook went away')));
  });
  broken.catch(() => {});
  zip.outputStream.pipe(output);
  for await (const [path, bytes] of pieces) {
    const part = Readable.from(bytes, { objectMode: false });
    const written = new Promise<void>((resolve, reject) => {
      part.on('end', resolve);
      part.on('error', reject);
    });
    zip.addReadStream(part, path, { mtime: WRITTEN_AT, forceDosTimestamp: true, compressionLevel: 4 });
    await Promise.race([written, broken]).finally(() => part.destroy());
  }
  zip.end();
}

function severities(marks: readonly CellMark[]): Map<number, Map<number, Severity>> {
  const rows = new Map<number, Map<number, Severity>>();
  for (const { row, column, severity } of marks) {
    const cells = rows.get(row) ?? new Map<number, Severity>();
    if (cells.get(column) !== 'error') cells.set(column, severity);
    rows.set(row, cells);
  }
  return rows;
}

/** One comment for a cell, whatever the number of its faults. */
function notesOf(marks: readonly CellMark[]): CellNote[] {
  const notes = new Map<string, CellNote>();
  for (const { row, column, note } of marks) {
    const key = `${row} ${column}`;
    const before = notes.get(key);
    if (before) notes.set(key, { row, column, text: `${before.text}\n${note}` });
    else if (notes.size < MOST_NOTES) notes.set(key, { row, column, text: note });
  }
  return [...notes.values()];
}
