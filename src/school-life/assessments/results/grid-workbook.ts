/** 成绩工作簿: the grid as a workbook to fill in elsewhere, and what comes back, as rows that the screen fits to students. */
import type { Readable } from 'node:stream';
import { collect } from '../../../files/file-store.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { textOf } from '../../../workbooks/cell.ts';
import { readRowsInWorker } from '../../../workbooks/read-in-worker.ts';
import { ORDINARY_LIMITS } from '../../../workbooks/workbook-limits.ts';
import { writeRows } from '../../../workbooks/write-rows.ts';
import type { GridView } from '../api/assessments.api.ts';
import { gridTitle } from './save-results.ts';

const SEAT = '座号';
const NAME = '姓名';
const MOST_BYTES = 5 * 2 ** 20;
/** A class group with room to spare. */
const MOST_ROWS = 500;

export function writeGrid(grid: GridView): Readable {
  return writeRows({
    name: '成绩',
    titles: [gridTitle(grid)],
    columns: [
      { heading: SEAT, width: 8 },
      { heading: NAME, width: 14 },
      ...grid.columns.map(({ name }) => ({ heading: name, width: 12 })),
    ],
    rows: grid.rows.map(({ seatNo, name, cells }) => [
      seatNo === null ? '' : String(seatNo),
      name,
      ...grid.columns.map(({ code }) => cells[code]?.text ?? ''),
    ]),
  });
}

/** The rows of an upload with the headings that the grid knows. Refuses TOO_LARGE beyond 500 rows. */
export async function readGridWorkbook(upload: Readable, grid: GridView, signal: AbortSignal): Promise<string[][]> {
  const bytes = await collect(upload, MOST_BYTES, '成绩工作簿');
  const known = [SEAT, NAME, ...grid.columns.map(({ name }) => name)];
  const headings = { required: [NAME], optional: known.filter((heading) => heading !== NAME) };
  const reading = await readRowsInWorker(bytes, { headings, limits: ORDINARY_LIMITS, signal });
  const found = known.filter((heading) => reading.header.columns.has(heading));
  const rows: string[][] = [];
  for await (const { cells } of reading.rows) {
    if (rows.length === MOST_ROWS)
      throw refuse('TOO_LARGE', { what: '成绩工作簿', limit: `${MOST_ROWS}行，请按班分开` });
    rows.push(found.map((heading) => textOf(cells[reading.header.columns.get(heading)!]).trim()));
  }
  return [found, ...rows];
}
