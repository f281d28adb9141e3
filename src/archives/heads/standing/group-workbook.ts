/** 班级工作簿: the grid of a class group to fill in elsewhere, and what comes back, as rows that the screen fits to students. */
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

export interface GroupSheet {
  /** 健康工作簿: as refusals call it, and as the sheet is named. */
  what: string;
  title: string;
  /** Headings after seat and name, in their order. */
  headings: readonly string[];
  students: readonly { seatNo: number | null; name: string; values: readonly string[] }[];
}

/** The values as they stand; empty cells are to be filled in. */
export function writeGroupSheet({ what, title, headings, students }: GroupSheet): Readable {
  return writeRows({
    name: what,
    titles: [title],
    columns: [
      { heading: SEAT, width: 8 },
      { heading: NAME, width: 14 },
      ...headings.map((heading) => ({ heading, width: Math.max(14, heading.length * 2 + 2) })),
    ],
    rows: students.map(({ seatNo, name, values }) => [seatNo === null ? '' : String(seatNo), name, ...values]),
  });
}

/** The rows of an upload with the headings that the grid knows. Refuses TOO_LARGE beyond 500 rows. */
export async function readGroupSheet(
  upload: Readable,
  { what, headings: own }: Pick<GroupSheet, 'what' | 'headings'>,
  signal: AbortSignal,
): Promise<string[][]> {
  const bytes = await collect(upload, MOST_BYTES, what);
  const known = [SEAT, NAME, ...own];
  const headings = { required: [NAME], optional: known.filter((heading) => heading !== NAME) };
  const reading = await readRowsInWorker(bytes, { headings, limits: ORDINARY_LIMITS, signal });
  const found = known.filter((heading) => reading.header.columns.has(heading));
  const rows: string[][] = [];
  for await (const { cells } of reading.rows) {
    if (rows.length === MOST_ROWS) throw refuse('TOO_LARGE', { what, limit: `${MOST_ROWS}行，请按班分开` });
    rows.push(found.map((heading) => textOf(cells[reading.header.columns.get(heading)!]).trim()));
  }
  return [found, ...rows];
}
