/** 成绩底稿: what was typed over the saved grid: kept through failed saves and renewals until it is saved or equals it. */

import type { GridColumn, GridRow, GridSave, GridView } from '../../api/assessments.api.ts';
import type { ResultKind } from '../../assessment.api.ts';
import { readResult } from '../../results/read-value.api.ts';

/** By student, then by subject. A row that is not touched stays the same object, so that it is not drawn again. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const savedText = (row: GridRow, code: string): string => row.cells[code]?.text ?? '';

export const isOpen = (row: GridRow, code: string): boolean => !row.cells[code]?.closed;

/** What the cell shows. */
export const textIn = (typed: Typed[string] | undefined, row: GridRow, code: string): string =>
  typed?.[code] ?? savedText(row, code);

export interface CellText {
  studentId: string;
  code: string;
  text: string;
}

/** Puts texts into cells; what equals the saved text is no change. Closed cells stay. */
export function typeIn(typed: Typed, view: Pick<GridView, 'rows'>, cells: readonly CellText[]): Typed {
  const next: Record<string, Record<string, string>> = { ...typed };
  const rows = new Map(view.rows.map((row) => [row.studentId, row]));
  for (const [studentId, own] of Map.groupBy(cells, (cell) => cell.studentId)) {
    const row = rows.get(studentId);
    if (!row) continue;
    const line = { ...next[studentId] };
    for (const { code, text } of own) {
      if (!isOpen(row, code)) continue;
      if (text === savedText(row, code)) delete line[code];
      else line[code] = text;
    }
    if (Object.keys(line).length > 0) next[studentId] = line;
    else delete next[studentId];
  }
  return next;
}

/** The changed cells, with what stood there when they were typed over. */
export function changesOf(typed: Typed, { rows }: Pick<GridView, 'rows'>): GridSave['cells'] {
  return rows.flatMap((row) =>
    Object.entries(typed[row.studentId] ?? {})
      .filter(([code, text]) => text.trim() !== savedText(row, code))
      .map(([subject, text]) => ({
        ...{ studentId: row.studentId, subject, was: savedText(row, subject), text: text.trim() },
      })),
  );
}

/** Is something changed that was entered on an earlier day? */
export const needsReason = (typed: Typed, { rows }: Pick<GridView, 'rows'>): boolean =>
  rows.some((row) => Object.keys(typed[row.studentId] ?? {}).some((code) => row.cells[code]?.earlier));

/** Why a typed text is no result. */
export function problemIn(text: string | undefined, column: GridColumn, kind: ResultKind): string | undefined {
  if (text === undefined) return undefined;
  const reading = readResult(text, column, kind);
  return 'problem' in reading ? reading.problem : undefined;
}

/** The first cell that is no result, by place in the grid. */
export function firstProblem(
  typed: Typed,
  { rows, columns, kind }: Pick<GridView, 'rows' | 'columns' | 'kind'>,
): { row: number; column: number; name: string; subject: string; problem: string } | undefined {
  for (const [row, { studentId, name }] of rows.entries()) {
    for (const [column, one] of columns.entries()) {
      const problem = problemIn(typed[studentId]?.[one.code], one, kind);
      if (problem) return { row, column, name, subject: one.name, problem };
    }
  }
  return undefined;
}

/** How many cells of the grid hold something, as it stands. */
export const filledCells = (typed: Typed, { rows, columns }: Pick<GridView, 'rows' | 'columns'>): number =>
  rows.reduce(
    (sum, row) => sum + columns.filter(({ code }) => textIn(typed[row.studentId], row, code).trim() !== '').length,
    0,
  );
