/** 班级工作簿: the grid of a class group to fill in elsewhere, and what comes back, as every table of a class group does. */
import type { Readable } from 'node:stream';
import { readClassTable, writeClassTable } from '../../../school-life/index.ts';

export interface GroupSheet {
  /** 健康: as the sheet is named, and refusals call its workbook. */
  what: string;
  title: string;
  /** Headings after seat and name, in their order. */
  headings: readonly string[];
  students: readonly { seatNo: number | null; name: string; values: readonly string[] }[];
}

/** The values as they stand; empty cells are to be filled in. */
export const writeGroupSheet = ({ what, title, headings, students }: GroupSheet): Readable =>
  writeClassTable({
    ...{ name: what, title, headings },
    rows: students.map(({ seatNo, name, values }) => ({ seatNo, name, cells: values })),
  });

/** The rows of an upload with the headings that the grid knows. Refuses TOO_LARGE beyond 500 rows. */
export const readGroupSheet = (
  upload: Readable,
  { what, headings }: Pick<GroupSheet, 'what' | 'headings'>,
  signal: AbortSignal,
): Promise<string[][]> => readClassTable(upload, { name: what, headings, signal });
