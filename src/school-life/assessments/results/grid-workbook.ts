/** 成绩工作簿: the grid as a workbook to fill in elsewhere, and what comes back. */
import type { Readable } from 'node:stream';
import { readClassTable, writeClassTable } from '../../pasting/class-entry/table-workbook.ts';
import type { GridView } from '../api/assessments.api.ts';
import { gridTitle } from './save-results.ts';

const SHEET = '成绩';
const headingsOf = ({ columns }: GridView) => columns.map(({ name }) => name);

export const writeGrid = (grid: GridView): Readable =>
  writeClassTable({
    ...{ name: SHEET, title: gridTitle(grid), headings: headingsOf(grid) },
    rows: grid.rows.map(({ seatNo, name, cells }) => ({
      ...{ seatNo, name, cells: grid.columns.map(({ code }) => cells[code]?.text ?? '') },
    })),
  });

/** Rows with the headings that the grid knows. Refuses TOO_LARGE beyond 500 rows. */
export const readGridWorkbook = (upload: Readable, grid: GridView, signal: AbortSignal): Promise<string[][]> =>
  readClassTable(upload, { name: SHEET, headings: headingsOf(grid), signal });
