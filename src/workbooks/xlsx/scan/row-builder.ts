/** 行: turns scanned cells into rows with values. */
import type { Cell, SheetRow } from '../../cell.ts';
import { damaged } from '../../workbook-refusal.ts';
import { textFrom } from './cell-bytes.ts';
import { numberAt } from './cell-reference.ts';
import { dateOfSerial } from './date-serial.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { ScannedCell, SheetSink } from './sheet-scanner.ts';

/** What cells need to become values. */
export type ValueContext = {
  readonly strings: SharedStrings;
  /** Numbers of the cell formats that show a day or a time. */
  readonly dateStyles: ReadonlySet<number>;
  /** Days counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
};

/** Collects the rows that a scanner walks over; `take` hands them out. Rows without content are left out. */
export class RowBuilder implements SheetSink {
  readonly #context: ValueContext;
  #rows: SheetRow[] = [];
  #cells: Cell[] = [];
  #number = 0;

  constructor(context: ValueContext) {
    this.#context = context;
  }

  rowBegins(number: number): void {
    this.#number = number;
    this.#cells = [];
  }

  cell(cell: ScannedCell, bytes: Buffer): void {
    if (cell.segments.length === 0) return;
    const value = this.#valueOf(cell, bytes);
    if (value === null) return;
    while (this.#cells.length < cell.column) this.#cells.push(null);
    this.#cells.push(value);
  }

  rowEnds(): void {
    if (this.#cells.some(isFilled)) this.#rows.push({ number: this.#number, cells: this.#cells });
  }

  /** The rows finished since the last call. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #valueOf({ kind, style, segments }: ScannedCell, bytes: Buffer): Cell {
    const [from = 0, to = 0] = segments;
    if (kind === 's') return this.#context.strings.textAt(numberAt(bytes, from, to)) || null;
    const text = textFrom(bytes, segments);
    if (kind === 'n') return this.#numberOf(text, style);
    if (kind === 'd') return dateOfText(text);
    return kind === 'b' ? (text === '1' ? 'TRUE' : 'FALSE') : text;
  }

  #numberOf(text: string, style: number): Cell {
    const value = Number(text);
    if (!Number.isFinite(value)) throw damaged();
    if (!this.#context.dateStyles.has(style)) return value;
    return dateOfSerial(value, this.#context.from1904) ?? value;
  }
}

/** A cell of blanks only is nothing to a person; a row of such cells is no row. */
function isFilled(cell: Cell): boolean {
  return typeof cell === 'string' ? cell.trim() !== '' : cell !== null;
}

function dateOfText(text: string): Cell {
  const date = new Date(/T/.test(text) && !/Z|[+-]\d\d:\d\d$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? text : date;
}
