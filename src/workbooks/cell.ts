/** 单元格: what one cell holds, and how rows and columns are named to the person who sees the sheet. */

/**
 * The content of a cell. Its kind is kept on purpose: an identity number that arrives as a number has lost digits,
 * and only the caller knows which columns must be text. Ticked boxes arrive as TRUE and FALSE. A Date is the day and
 * time that the sheet shows, carried in UTC.
 */
export type Cell = string | number | Date | null;

/** One row; `number` is the one at the left edge of the sheet. Cells beyond the last filled one are left out. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** What a person would read in the cell: '' for nothing, 2020-03-01 for a day, digits without an exponent. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  const [day = '', time = ''] = cell.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

/** The letters over a column: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
