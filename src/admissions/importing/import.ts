/** 导入: one workbook on its way from the upload to the case. */
import type { SheetLayout } from '../checking/headings.ts';
import type { ImportItem } from './importing.api.ts';

/** QUEUED and READING: the system works on it. CHECKED: the school mends and submits. The others are ends. */
export type ImportState = 'QUEUED' | 'READING' | 'CHECKED' | 'SUBMITTED' | 'CANCELLED' | 'UNDONE' | 'FAILED';

export const IMPORT_STATES = {
  QUEUED: '等待校验',
  READING: '正在校验',
  CHECKED: '待修正提交',
  SUBMITTED: '已提交',
  CANCELLED: '已取消',
  UNDONE: '已撤销',
  FAILED: '未能读取',
} as const satisfies Record<ImportState, string>;

export interface Import {
  id: string;
  schoolId: string;
  path: string;
  county: string;
  fileId: string;
  fileName: string;
  intakeYear: number;
  state: ImportState;
  /** As far as is known: exact once everything is read. */
  rowsTotal: number;
  /** Rows that are kept as entrants. */
  rowsDone: number;
  rowsRed: number;
  rowsAmber: number;
  /** How often reading was begun since rows were last kept: a file that ends the process must not end it for ever. */
  starts: number;
  failure: string | null;
  layout: SheetLayout;
  madeBy: string;
  madeAt: Date;
  finishedAt: Date | null;
  version: number;
}

/** Is the system still to read it, or reading it? */
export const isUnderWay = (state: ImportState): boolean => state === 'QUEUED' || state === 'READING';

/** One import for the screen; the rows are those known so far. */
export const itemOf = (one: Import): ImportItem => ({
  id: one.id,
  fileName: one.fileName,
  intakeYear: one.intakeYear,
  state: one.state,
  stateWords: IMPORT_STATES[one.state],
  rows: one.rowsTotal,
  red: one.rowsRed,
  amber: one.rowsAmber,
  failure: one.failure,
  madeAt: one.madeAt.toISOString(),
  finishedAt: one.finishedAt?.toISOString() ?? null,
});
