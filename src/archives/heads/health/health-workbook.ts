/** 健康工作簿: the grid of a class group to fill in elsewhere, and what comes back, as rows that the screen fits to students. */
import type { Readable } from 'node:stream';
import { collect } from '../../../files/file-store.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { textOf } from '../../../workbooks/cell.ts';
import { readRowsInWorker } from '../../../workbooks/read-in-worker.ts';
import { ORDINARY_LIMITS } from '../../../workbooks/workbook-limits.ts';
import { writeRows } from '../../../workbooks/write-rows.ts';
import type { HealthGrid } from './health.api.ts';

const SEAT = '座号';
const NAME = '姓名';
const MOST_BYTES = 5 * 2 ** 20;
/** A class group with room to spare. */
const MOST_ROWS = 500;

/** 七(1)班2026学年体质健康标准登记卡 */
export const healthTitle = ({ classGroup, schoolYear, form }: HealthGrid): string =>
  `${classGroup.name}${schoolYear}学年${form}`;

/** The records as they stand; empty cells are to be filled in. */
export function writeHealthGrid(grid: HealthGrid): Readable {
  return writeRows({
    name: grid.kindWords,
    titles: [healthTitle(grid)],
    columns: [
      { heading: SEAT, width: 8 },
      { heading: NAME, width: 14 },
      ...grid.items.map(({ label }) => ({ heading: label, width: 14 })),
    ],
    rows: grid.students.map(({ seatNo, name, values }) => [
      seatNo === null ? '' : String(seatNo),
      name,
      ...grid.items.map((item) => values[item.name] ?? ''),
    ]),
  });
}

/** The rows of an upload with the headings that the grid knows. Refuses TOO_LARGE beyond 500 rows. */
export async function readHealthWorkbook(
  upload: Readable,
  { items }: Pick<HealthGrid, 'items'>,
  signal: AbortSignal,
): Promise<string[][]> {
  const bytes = await collect(upload, MOST_BYTES, '健康工作簿');
  const known = [SEAT, NAME, ...items.map(({ label }) => label)];
  const headings = { required: [NAME], optional: known.filter((heading) => heading !== NAME) };
  const reading = await readRowsInWorker(bytes, { headings, limits: ORDINARY_LIMITS, signal });
  const found = known.filter((heading) => reading.header.columns.has(heading));
  const rows: string[][] = [];
  for await (const { cells } of reading.rows) {
    if (rows.length === MOST_ROWS) {
      throw refuse('TOO_LARGE', { what: '健康工作簿', limit: `${MOST_ROWS}行，请按班分开` });
    }
    rows.push(found.map((heading) => textOf(cells[reading.header.columns.get(heading)!]).trim()));
  }
  return [found, ...rows];
}
