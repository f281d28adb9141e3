/** 名录的行: what the page works out about lines before it draws them. */
import type { CheckedSchoolRow } from '../../institutions/importing/importing.api.ts';

export type Column = CheckedSchoolRow['findings'][number]['column'];
export type Values = CheckedSchoolRow['values'];

/** Lines without findings. */
export const soundRows = (rows: readonly CheckedSchoolRow[]): CheckedSchoolRow[] =>
  rows.filter(({ findings }) => findings.length === 0);

/** Faulty lines first, each kind in the order of the sheet: what must be mended is not searched for. */
export const inMendingOrder = (rows: readonly CheckedSchoolRow[]): CheckedSchoolRow[] => [
  ...rows.filter(({ findings }) => findings.length > 0),
  ...soundRows(rows),
];

export const withoutRow = (rows: readonly CheckedSchoolRow[], row: number): CheckedSchoolRow[] =>
  rows.filter((one) => one.row !== row);

/** The lines with some values of one of them changed; an emptied value is left out. */
export const withValues = (rows: readonly CheckedSchoolRow[], row: number, values: Values): CheckedSchoolRow[] =>
  rows.map((one) => {
    if (one.row !== row) return one;
    const filled = Object.entries({ ...one.values, ...values }).filter(([, value]) => value?.trim());
    return { ...one, values: Object.fromEntries(filled) };
  });

/** What a line says of a column; empty text where it says nothing. */
export const textIn = ({ values }: CheckedSchoolRow, column: Column): string => values[column] ?? '';

/** The columns of a line in which something is wrong. */
export const faultyColumns = ({ findings }: CheckedSchoolRow): Column[] => [
  ...new Set(findings.map(({ column }) => column)),
];
