/** 学校学籍档案: the ten items of a school year, each as a table that can be kept, digested and compared. */
import { createHash } from 'node:crypto';
import { addDays, type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import type { SchoolFileKind } from '../../policy/index.ts';

/** One item: what it is, and its rows as they would be printed. */
export interface SchoolFileItem {
  kind: SchoolFileKind;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A school year: its first day, and the first day after it. */
export interface YearOfFile {
  year: number;
  from: CivilDate;
  to: CivilDate;
}

export const yearOfFile = (year: number): YearOfFile => ({
  ...{ year, from: civilDate(`${year}-09-01`), to: civilDate(`${year + 1}-09-01`) },
});

/** The day as of which rosters of a year are drawn: its last one, or today while it still runs. */
export const rosterDayOf = ({ to }: YearOfFile, today: CivilDate): CivilDate => (today < to ? today : addDays(to, -1));

/** The item as the bytes that are kept and digested: the same rows always give the same bytes. */
export const bytesOf = ({ kind, columns, rows }: SchoolFileItem): Buffer =>
  Buffer.from(JSON.stringify({ kind, columns, rows }));

export const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** One digest for the whole year, over those of its items in their order. */
export const digestOfYear = (items: readonly SchoolFileItem[]): Buffer =>
  digestOf(Buffer.concat(items.map((item) => digestOf(bytesOf(item)))));

/** Rows that stand only in one of two states of an item; a changed row stands in both lists. */
export function differenceOf(
  closed: Pick<SchoolFileItem, 'rows'>,
  now: Pick<SchoolFileItem, 'rows'>,
): { onlyClosed: string[][]; onlyNow: string[][] } {
  const without = (rows: SchoolFileItem['rows'], others: SchoolFileItem['rows']) => {
    const left = new Map<string, number>();
    for (const row of others) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
    return rows.flatMap((row) => {
      const count = left.get(keyOf(row)) ?? 0;
      if (count > 0) left.set(keyOf(row), count - 1);
      return count > 0 ? [] : [[...row]];
    });
  };
  return { onlyClosed: without(closed.rows, now.rows), onlyNow: without(now.rows, closed.rows) };
}

/** What has become of a closed item: rows that were taken back afterwards stand apart from other differences. */
export interface Difference {
  onlyClosed: string[][];
  onlyNow: string[][];
  /** As they stand now, with the day on which they were taken back. */
  takenBack: string[][];
}

/** `column`: where a row says that it was taken back; without it every difference is one of its own. */
export function differenceSince(
  closed: Pick<SchoolFileItem, 'rows'>,
  now: Pick<SchoolFileItem, 'rows'>,
  column: number,
): Difference {
  const { onlyClosed, onlyNow } = differenceOf(closed, now);
  if (column < 0) return { onlyClosed, onlyNow, takenBack: [] };
  const bare = (row: readonly string[]) => keyOf(row.toSpliced(column, 1));
  const before = new Set(onlyClosed.filter((row) => row[column] === '').map(bare));
  const takenBack = onlyNow.filter((row) => row[column] !== '' && before.has(bare(row)));
  const told = new Set(takenBack.map(bare));
  return {
    onlyClosed: onlyClosed.filter((row) => !told.has(bare(row))),
    onlyNow: onlyNow.filter((row) => !takenBack.includes(row)),
    takenBack,
  };
}

const keyOf = (row: readonly string[]): string => JSON.stringify(row);
