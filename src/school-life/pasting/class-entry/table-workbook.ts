/** 班级工作簿: a table of a class group to fill in elsewhere, and what comes back, as rows that the screen fits to students. */
import type { Readable } from 'node:stream';
import { collect } from '../../../files/file-store.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { textOf } from '../../../workbooks/cell.ts';
import { readRowsInWorker } from '../../../workbooks/read-in-worker.ts';
import { ORDINARY_LIMITS } from '../../../workbooks/workbook-limits.ts';
import { writeRows } from '../../../workbooks/write-rows.ts';

const SEAT = '座号';
const NAME = '姓名';
const MOST_BYTES = 5 * 2 ** 20;
/** A class group with room to spare. */
const MOST_ROWS = 500;

export interface ClassTable {
  /** 成绩, as the sheet is called. */
  name: string;
  title: string;
  headings: readonly string[];
  rows: readonly { seatNo: number | null; name: string; cells: readonly string[] }[];
}

export const writeClassTable = ({ name, title, headings, rows }: ClassTable): Readable =>
  writeRows({
    name,
    titles: [title],
    columns: [
      { heading: SEAT, width: 8 },
      { heading: NAME, width: 14 },
      ...headings.map((heading) => ({ heading, width: Math.max(12, heading.length * 2 + 2) })),
    ],
    rows: rows.map((row) => [row.seatNo === null ? '' : String(row.seatNo), row.name, ...row.cells]),
  });

/** The rows of an upload with the headings that the table knows, the headings first. Refuses TOO_LARGE beyond 500 rows. */
export async function readClassTable(
  upload: Readable,
  { name, headings: own, signal }: { name: string; headings: readonly string[]; signal: AbortSignal },
): Promise<string[][]> {
  const bytes = await collect(upload, MOST_BYTES, `${name}工作簿`);
  const known = [SEAT, NAME, ...own];
  const headings = { required: [NAME], optional: known.filter((heading) => heading !== NAME) };
  const reading = await readRowsInWorker(bytes, { headings, limits: ORDINARY_LIMITS, signal });
  const found = known.filter((heading) => reading.header.columns.has(heading));
  const rows: string[][] = [];
  for await (const { cells } of reading.rows) {
    if (rows.length === MOST_ROWS)
      throw refuse('TOO_LARGE', { what: `${name}工作簿`, limit: `${MOST_ROWS}行，请按班分开` });
    rows.push(found.map((heading) => textOf(cells[reading.header.columns.get(heading)!]).trim()));
  }
  return [found, ...rows];
}
