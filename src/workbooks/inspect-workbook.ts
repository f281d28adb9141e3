/**
 * 工作簿检查: decides whether an uploaded workbook may be read at all, before anything of it is parsed.
 *
 * What counts is what the bytes are, not what the file calls itself. Everything dangerous ends in a Refusal with a
 * sentence that names the cure: other formats, passwords, macros, external links, document types, formulas, archives
 * that unpack to too much or lie about it, sheets of empty cells, and every kind of damage (each part is checksummed).
 */

import { BULK_LIMITS, megabytes, type WorkbookLimits, type WorkbookSource } from './workbook-limits.ts';
import { tooLarge, unsuitable } from './workbook-refusal.ts';
import { MACRO_ADVICE, refuseUnlessXlsx } from './xlsx/file-kind.ts';
import { SheetScanner } from './xlsx/scan/sheet-scanner.ts';
import {
  mainTypeOf,
  readWorkbookParts,
  relationshipsIn,
  type SheetPart,
  type WorkbookParts,
} from './xlsx/workbook-parts.ts';
import { refuseUnsafeXml } from './xlsx/xml-prolog.ts';
import { openParts, readText, type ZipPart, type ZipParts } from './xlsx/zip-parts.ts';

/** One sheet as inspection found it. `lastRow` is the number at the left edge of its last row, 0 for none. */
export type InspectedSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly lastRow: number;
  readonly filledCells: number;
};

/** What inspection learned about a workbook that may be read. */
export type InspectedWorkbook = { readonly sheets: readonly InspectedSheet[]; readonly unpackedBytes: number };

/** A workbook that was inspected and is still open; close it. */
export type OpenWorkbook = InspectedWorkbook & {
  readonly parts: ZipParts;
  readonly workbook: WorkbookParts;
};

/** Refuses (UNSUITABLE_FILE, TOO_LARGE) what may not be read; otherwise says which sheets there are. */
export async function inspectWorkbook(source: WorkbookSource, limits = BULK_LIMITS): Promise<InspectedWorkbook> {
  const { parts, sheets, unpackedBytes } = await openInspected(source, limits);
  parts.close();
  return { sheets, unpackedBytes };
}

/** Inspects and leaves open for reading: there is no other way to the rows of a workbook. */
export async function openInspected(source: WorkbookSource, limits = BULK_LIMITS): Promise<OpenWorkbook> {
  const parts = await openParts(source, limits);
  try {
    await refuseOtherKinds(parts);
    refuseActiveParts(parts);
    await refuseByRelationships(parts);
    const workbook = await readWorkbookParts(parts);
    if ((workbook.sharedStrings?.size ?? 0) > limits.sharedTextBytes) {
      throw tooLarge('工作簿中的文字', `${megabytes(limits.sharedTextBytes)}，请拆成几个文件分别上传`);
    }
    const sheets: InspectedSheet[] = [];
    for (const sheet of workbook.sheets) sheets.push(await inspectSheet(sheet, limits));
    const walked = new Set(workbook.sheets.map(({ part }) => part));
    for (const part of parts.all) if (!walked.has(part)) await readThrough(part);
    const unpackedBytes = parts.all.reduce((sum, { size }) => sum + size, 0);
    return { parts, workbook, sheets, unpackedBytes };
  } catch (error) {
    parts.close();
    throw error;
  }
}

async function refuseOtherKinds(parts: ZipParts): Promise<void> {
  const mimetype = parts.find('mimetype');
  const names = parts.all.map(({ name }) => name);
  refuseUnlessXlsx(names, await mainTypeOf(parts), mimetype ? await readText(mimetype) : '');
}

/** What runs or reaches out when the workbook is opened; recognised by where spreadsheet programs must put it. */
const ACTIVE_PARTS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|macrosheets\/|vbaData/i, MACRO_ADVICE],
  [/activeX\/|ctrlProps\/.*\.bin$/i, '含有 ActiveX 控件，请删去控件后另存为 .xlsx 再上传'],
  [/embeddings\//i, '含有嵌入的其他文件，请删去后另存为 .xlsx 再上传'],
  [/externalLinks\//i, '含有指向其他文件的外部链接，请在“数据—编辑链接”中断开链接，保存后再上传'],
  [/xl\/(connections|queryTables\/.*)\.xml$/i, '含有外部数据连接，请在“数据—查询和连接”中删除连接，保存后再上传'],
];

function refuseActiveParts(parts: ZipParts): void {
  for (const { name } of parts.all) {
    const advice = ACTIVE_PARTS.find(([pattern]) => pattern.test(name))?.[1];
    if (advice) throw unsuitable(advice);
  }
}

/**
 * Macros are found under any name. Links in cells (mail, web) are only text here; everything else that points outside
 * would be fetched by somebody.
 */
async function refuseByRelationships(parts: ZipParts): Promise<void> {
  for (const part of parts.all) {
    if (!part.name.endsWith('.rels')) continue;
    const relationships = relationshipsIn(await readText(part), '');
    if (relationships.some(({ type }) => /^(vbaProject|xlMacrosheet)$/.test(type))) throw unsuitable(MACRO_ADVICE);
    if (relationships.some(({ external, type }) => external && type !== 'hyperlink')) {
      throw unsuitable('含有指向其他文件的外部链接，请断开链接或删去链接的图片，保存后再上传');
    }
  }
}

async function inspectSheet({ name, hidden, part }: SheetPart, limits: WorkbookLimits): Promise<InspectedSheet> {
  const scanner = new SheetScanner({ cell: () => {} }, name, limits);
  let first = true;
  for await (const chunk of part.read()) {
    if (first) refuseUnsafeXml(chunk);
    first = false;
    scanner.feed(chunk);
  }
  scanner.end();
  return { name, hidden, rows: scanner.rows, lastRow: scanner.lastRow, filledCells: scanner.filled };
}

/** Reads a part to its end for its checksum and true size; parts in XML may bring no document type. */
async function readThrough(part: ZipPart): Promise<void> {
  const isXml = /\.(xml|rels|vml)$/i.test(part.name);
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of part.read()) {
    if (!isXml) continue;
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    refuseUnsafeXml(bytes);
    tail = bytes.subarray(-16);
  }
}
