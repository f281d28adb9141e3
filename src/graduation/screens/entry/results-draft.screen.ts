/** 毕业成绩底稿: what is typed before it is saved, and what a spreadsheet says when it is pasted. */
import type { GraduationGrid } from '../../graduation.api.ts';
import type { ResultFacts } from '../../graduation.ts';

export type GridRow = GraduationGrid['rows'][number];
export type GridColumn = GraduationGrid['columns'][number];
type Value = ResultFacts[string];

/** What was typed of a student, and the entry it was typed over. */
export interface DraftRow {
  facts: ResultFacts;
  seenVersion: number;
}
/** By student; who is not in it is as it was saved. */
export type Draft = Readonly<Record<string, DraftRow>>;

export const factsOf = (draft: Draft, row: Pick<GridRow, 'studentId' | 'facts'>): ResultFacts =>
  draft[row.studentId]?.facts ?? row.facts ?? {};

/** Sets one value, or clears it; a row that is as it was saved leaves the draft. */
export function setValue(
  draft: Draft,
  row: Pick<GridRow, 'studentId' | 'facts' | 'version'>,
  name: string,
  value: Value | undefined,
): Draft {
  const { [name]: _, ...others } = factsOf(draft, row);
  const facts = value === undefined ? others : { ...others, [name]: value };
  const { [row.studentId]: before, ...rest } = draft;
  if (isSame(facts, row.facts ?? {})) return rest;
  return { ...rest, [row.studentId]: { facts, seenVersion: before?.seenVersion ?? row.version } };
}

const isSame = (one: ResultFacts, other: ResultFacts): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
};

/** Fills what is blank in every row from what `known` says of it. */
export function fillBlanks(draft: Draft, rows: readonly GridRow[], known: (row: GridRow) => ResultFacts): Draft {
  let next = draft;
  for (const row of rows) {
    for (const [name, value] of Object.entries(known(row))) {
      if (factsOf(next, row)[name] === undefined) next = setValue(next, row, name, value);
    }
  }
  return next;
}

/** Who was entered anew by somebody else since this person began with the row. */
export const overtaken = (draft: Draft, rows: readonly GridRow[]): GridRow[] =>
  rows.filter(({ studentId, version }) => {
    const typed = draft[studentId];
    return typed !== undefined && typed.seenVersion !== version;
  });

/** What was typed stands over what has come since: the person has seen it. */
export const rebased = (draft: Draft, rows: readonly GridRow[]): Draft =>
  Object.fromEntries(
    rows.flatMap(({ studentId, version }) => {
      const typed = draft[studentId];
      return typed ? [[studentId, { ...typed, seenVersion: version }]] : [];
    }),
  );

const YES = new Set(['是', '有', '合格', '及格', '达标', '参加', '√', '✓', '1', 'y', 'yes', 'true']);
const NO = new Set(['否', '无', '不合格', '不及格', '未达标', '未参加', '×', '✗', '0', 'n', 'no', 'false']);

/** What somebody has written in a cell; undefined where it says nothing that the column can hold. */
export function readValue({ kind, unit, choices }: GridColumn, written: string): Value | undefined {
  const text = written.trim().normalize('NFKC');
  if (kind === 'FLAG') return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : undefined;
  if (kind === 'NUMBER') {
    const bare = unit && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
    const value = Number(bare);
    return bare !== '' && Number.isFinite(value) && value >= 0 && value <= MOST ? value : undefined;
  }
  const found = choices.find(({ code, words }) => words === text || code === text.toUpperCase());
  return (found ?? choices.find(({ words }) => text.length > 0 && words.startsWith(text)))?.code;
}
const MOST = 999;

/** A value as the grid writes it. */
export function wordsOf({ kind, choices }: GridColumn, value: Value | undefined): string {
  if (value === undefined) return '';
  if (kind === 'FLAG') return value ? '是' : '否';
  return choices.find(({ code }) => code === value)?.words ?? String(value);
}

export interface Pasted {
  draft: Draft;
  /** How many cells were filled. */
  filled: number;
  /** What could not be read, one sentence each. */
  unread: string[];
}

const NAME_HEADS = ['姓名', '学生姓名', '学生'];

/**
 * 粘贴: rows of a spreadsheet from the cell at hand onwards; with a line of headings above them by those headings, and by
 * name where there is a column of names. Blank cells leave what is there.
 */
export function paste(
  draft: Draft,
  grid: Pick<GraduationGrid, 'columns' | 'rows'>,
  text: string,
  from: { row: number; column: number },
): Pasted {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const heads = headingsOf(lines[0] ?? [], grid.columns);
  const nameAt = heads ? lines[0]!.findIndex((cell) => NAME_HEADS.includes(cell)) : -1;
  const body = heads ? lines.slice(1) : lines;
  const result: Pasted = { draft, filled: 0, unread: [] };
  for (const [at, cells] of body.entries()) {
    const row = nameAt >= 0 ? byName(grid.rows, cells[nameAt] ?? '', result) : grid.rows[(heads ? 0 : from.row) + at];
    if (!row) {
      if (nameAt < 0) result.unread.push(`第${at + 1}行之后超出本班人数，没有填入`);
      if (nameAt < 0) break;
      continue;
    }
    for (const [place, cell] of cells.entries()) {
      const column = heads ? heads[place] : grid.columns[from.column + place];
      if (!column || cell === '') continue;
      const value = readValue(column, cell);
      if (value === undefined) {
        result.unread.push(`${row.name}的“${column.label}”写作“${cell.slice(0, 12)}”，看不出是什么，没有填入`);
      } else {
        result.draft = setValue(result.draft, row, column.name, value);
        result.filled++;
      }
    }
  }
  return result;
}

/** The columns that the headings name, in their places; undefined where the line is no headings. */
function headingsOf(cells: readonly string[], columns: readonly GridColumn[]): (GridColumn | undefined)[] | undefined {
  const bare = (text: string) => text.replace(/[（(].*[）)]$/, '').trim();
  const heads = cells.map((cell) =>
    columns.find(({ label }) => label === cell || (cell && bare(label) === bare(cell))),
  );
  const isHeading = heads.some(Boolean) || cells.some((cell) => NAME_HEADS.includes(cell));
  return isHeading ? heads : undefined;
}

function byName(rows: readonly GridRow[], name: string, { unread }: Pasted): GridRow | undefined {
  const found = rows.filter((row) => row.name === name);
  if (found.length === 1) return found[0];
  unread.push(found.length === 0 ? `本班毕业年级没有“${name}”` : `本班有${found.length}名“${name}”，请在表中逐一填写`);
  return undefined;
}
