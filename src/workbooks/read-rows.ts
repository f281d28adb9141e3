/**
 * 读取行: the rows of a workbook that anybody may have made, one after the other, in bounded memory.
 *
 * Inspection comes first and refuses the whole file; after it, rows come as they are asked for. A sheet that turns
 * out damaged on the way throws, and then everything read from it before is to be thrown away.
 */
import { type SheetRow, textOf } from './cell.ts';
import { bestHeaderRow, HEADER_WITHIN, type Header, type Headings, headerOf, noHeader } from './find-header.ts';
import { type OpenWorkbook, openInspected } from './inspect-workbook.ts';
import { BULK_LIMITS, type WorkbookLimits, type WorkbookSource } from './workbook-limits.ts';
import { unsuitable } from './workbook-refusal.ts';
import { RowBuilder, type ValueContext } from './xlsx/scan/row-builder.ts';
import { readSharedStrings } from './xlsx/scan/shared-strings.ts';
import { SheetScanner } from './xlsx/scan/sheet-scanner.ts';
import { readDateStyles, type SheetPart } from './xlsx/workbook-parts.ts';

/** How to read. */
export type ReadOptions = {
  readonly headings: Headings;
  /** Name of the sheet; without it the first visible sheet that has the headings. */
  readonly sheet?: string;
  readonly limits?: WorkbookLimits;
};

/** A sheet being read. Use `rows` or `batches`, not both; leaving either loop early closes the file. */
export type SheetReading = {
  readonly sheet: string;
  readonly header: Header;
  /** Number of the last row of the sheet, for showing how far reading has come. */
  readonly lastRow: number;
  /** The rows below the header that have content; example rows of the template are left out. */
  readonly rows: AsyncGenerator<SheetRow, void, undefined>;
  /** The same in arrays of a few hundred rows at most. */
  readonly batches: AsyncGenerator<readonly SheetRow[], void, undefined>;
  /** Closes the file; needed only when no loop was begun. */
  readonly close: () => Promise<void>;
};

/** The word that marks the example row of a template: its first filled cell begins 示例：. */
export const EXAMPLE_MARK = '示例：';

/** Opens a workbook for reading in this thread. For uploads use `readRowsInWorker`, which bounds memory and time. */
export async function readRows(source: WorkbookSource, options: ReadOptions): Promise<SheetReading> {
  const workbook = await openInspected(source, options.limits ?? BULK_LIMITS);
  try {
    const context = await contextOf(workbook);
    const sheets = sheetsToTry(workbook, options.sheet);
    for (const sheet of sheets) {
      const opened = await openSheet(workbook, sheet, context, options);
      if (opened) return opened;
    }
    throw noHeader(options.headings);
  } catch (error) {
    workbook.parts.close();
    throw error;
  }
}

/** Is this the example row of a template? */
export function isExampleRow({ cells }: SheetRow): boolean {
  const first = cells.find((cell) => textOf(cell).trim() !== '');
  return textOf(first).normalize('NFKC').trimStart().startsWith(EXAMPLE_MARK.normalize('NFKC'));
}

/** Rows one by one out of batches. */
export async function* oneByOne(
  batches: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<SheetRow, void, undefined> {
  for await (const batch of batches) yield* batch;
}

function sheetsToTry({ workbook: { sheets } }: OpenWorkbook, name: string | undefined): readonly SheetPart[] {
  const visible = sheets.filter(({ hidden }) => !hidden);
  if (name === undefined) return visible;
  const named = sheets.filter((sheet) => sheet.name === name);
  if (named.length === 0) {
    const names = visible.map((sheet) => `“${sheet.name}”`).join('、');
    throw unsuitable(`没有名为“${name}”的工作表，现有工作表：${names}，请改名或另选一张`);
  }
  return named;
}

async function contextOf({ workbook }: OpenWorkbook): Promise<ValueContext> {
  return {
    strings: await readSharedStrings(workbook.sharedStrings),
    dateStyles: await readDateStyles(workbook.styles),
    from1904: workbook.from1904,
  };
}

async function openSheet(
  workbook: OpenWorkbook,
  sheet: SheetPart,
  context: ValueContext,
  { headings, limits = BULK_LIMITS }: ReadOptions,
): Promise<SheetReading | undefined> {
  const source = batchesOf(sheet, context, limits);
  const first: SheetRow[] = [];
  while (first.length < HEADER_WITHIN) {
    const next = await source.next();
    if (next.done) break;
    first.push(...next.value);
  }
  const headerRow = bestHeaderRow(first.slice(0, HEADER_WITHIN), headings);
  if (!headerRow) {
    await source.return();
    return undefined;
  }
  const below = first.slice(first.indexOf(headerRow) + 1);
  const close = async () => {
    await source.return();
    workbook.parts.close();
  };
  const batches = dataBatches(below, source, close);
  return {
    sheet: sheet.name,
    header: headerOf(headerRow, headings),
    lastRow: workbook.sheets.find(({ name }) => name === sheet.name)?.lastRow ?? 0,
    batches,
    rows: oneByOne(batches),
    close,
  };
}

async function* dataBatches(
  first: readonly SheetRow[],
  rest: AsyncGenerator<readonly SheetRow[], void, undefined>,
  close: () => Promise<void>,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  try {
    yield first.filter((row) => !isExampleRow(row));
    for await (const batch of rest) yield batch.filter((row) => !isExampleRow(row));
  } finally {
    await close();
  }
}

async function* batchesOf(
  { name, part }: SheetPart,
  context: ValueContext,
  limits: WorkbookLimits,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  const builder = new RowBuilder(context);
  const scanner = new SheetScanner(builder, name, limits);
  for await (const chunk of part.read()) {
    scanner.feed(chunk);
    const rows = builder.take();
    if (rows.length > 0) yield rows;
  }
  scanner.end();
}
