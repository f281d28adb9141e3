/** 栏目对应: which column of a workbook is which item of the form, and a row as the raw record it makes. */
import { columns, type RawRecord, type RawValue } from '../../students/index.ts';
import { type Cell, type SheetRow, textOf } from '../../workbooks/cell.ts';
import type { Header, Headings } from '../../workbooks/find-header.ts';
import { storableText } from '../entrants/open-text.ts';

/** What a workbook must have over its columns: everything without which no row could ever be sound. */
export const HEADINGS: Headings = {
  required: columns.filter(({ path }) => isIndispensable(path)).map(({ heading }) => heading),
  optional: columns.filter(({ path }) => !isIndispensable(path)).map(({ heading }) => heading),
};

/** Not so what most records have alike (it is proposed), the second family member and the family's circumstances. */
function isIndispensable(path: string): boolean {
  const field = columns.find((column) => column.path === path)!.field;
  if (path === 'identityNumber') return true;
  return field.required === true && field.usual === undefined && !path.startsWith('guardians.1.');
}

/** Where the items stand in a sheet. */
export interface SheetLayout {
  sheet: string;
  headerRow: number;
  /** Column of each item, counted from 0, by the item's path. */
  places: Readonly<Record<string, number>>;
  /** Headings of the sheet that are no item of the form; their columns are not read. */
  ignored: readonly string[];
}

/** The layout that a header makes. */
export function layoutOf(sheet: string, header: Header): SheetLayout {
  const places = columns.flatMap(({ path, heading }) => {
    const place = header.columns.get(heading);
    return place === undefined ? [] : [[path, place] as const];
  });
  return {
    sheet,
    headerRow: header.row,
    places: Object.fromEntries(places),
    ignored: header.unknown.slice(0, MOST_TOLD),
  };
}

const MOST_TOLD = 50;
/** More than any item may hold: what is longer is found too long either way, and is not kept. */
const LONGEST = 1_000;

/** The record that a row makes; undefined where none of its items is filled in (a row with nothing but a number). */
export function rawOfRow({ cells }: SheetRow, places: readonly (readonly [path: string, place: number])[]) {
  const raw: Record<string, RawValue> = {};
  let filled = false;
  for (const [path, place] of places) {
    const value = rawValue(cells[place] ?? null);
    if (value === '') continue;
    raw[path] = value;
    filled = true;
  }
  return filled ? (raw as RawRecord) : undefined;
}

/** Numbers stay numbers: of an identity number that is a fault. Days become text, which is how they are kept. */
function rawValue(cell: Cell): RawValue {
  if (cell === null || typeof cell === 'number') return cell ?? '';
  const text = storableText(typeof cell === 'string' ? cell.trim() : textOf(cell));
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}
