/** 表头: finds the row of headings below titles and notes, however the school wrapped or decorated the words. */
import { columnName, type SheetRow, textOf } from './cell.ts';
import { unsuitable } from './workbook-refusal.ts';

/** The headings a caller knows. */
export type Headings = {
  /** Without these the workbook cannot be used. */
  readonly required: readonly string[];
  /** These are recognised where they stand. */
  readonly optional?: readonly string[];
};

/** The row of headings that was found. */
export type Header = {
  /** Number of the row as the person sees it. */
  readonly row: number;
  /** For each heading the caller knows and the sheet has: its column, counted from 0 like `cells`. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headings of the sheet that the caller does not know, as they stand there. */
  readonly unknown: readonly string[];
};

/** How far down the headings may stand. */
export const HEADER_WITHIN = 20;

/** What distinguishes 身份证件号＊（必填） from 身份证件号: width, blanks, line breaks, stars, colons, the note. */
export function plainHeading(heading: string): string {
  return heading.normalize('NFKC').replace(/\(?(必填|选填)项?\)?|[\s*:]/g, '');
}

/** The row among the first ones that holds most of the headings, if it holds at least half of the required ones. */
export function bestHeaderRow(rows: readonly SheetRow[], { required }: Headings): SheetRow | undefined {
  const wanted = new Set(required.map(plainHeading));
  const held = ({ cells }: SheetRow) => {
    const there = new Set(cells.map((cell) => plainHeading(textOf(cell))));
    return [...wanted].filter((heading) => there.has(heading)).length;
  };
  const [best] = rows.map((row) => ({ row, count: held(row) })).sort((a, b) => b.count - a.count);
  return best && best.count * 2 >= wanted.size ? best.row : undefined;
}

/** Reads the headings of a row; refuses when a required one is missing or a known one stands there twice. */
export function headerOf({ number, cells }: SheetRow, { required, optional = [] }: Headings): Header {
  const known = new Map([...required, ...optional].map((heading) => [plainHeading(heading), heading]));
  const columns = new Map<string, number>();
  const unknown: string[] = [];
  for (const [column, cell] of cells.entries()) {
    const text = textOf(cell).trim();
    const heading = known.get(plainHeading(text));
    const before = heading === undefined ? undefined : columns.get(heading);
    if (before !== undefined) {
      const where = `${columnName(before)} 列和 ${columnName(column)} 列`;
      throw unsuitable(`第 ${number} 行表头“${heading}”出现两次（${where}），请删去其中一列后再上传`);
    }
    if (heading !== undefined) columns.set(heading, column);
    else if (text !== '') unknown.push(text);
  }
  const missing = required.filter((heading) => !columns.has(heading));
  if (missing.length > 0)
    throw unsuitable(`第 ${number} 行表头缺少${listed(missing)}，请补上这些列，或下载模板重新填写`);
  return { row: number, columns, unknown };
}

/** What is said when no row looks like headings. */
export function noHeader({ required }: Headings) {
  return unsuitable(
    `前 ${HEADER_WITHIN} 行中没有找到含${listed(required.slice(0, 4))}等栏目的表头，请下载模板，按模板填写后再上传`,
  );
}

function listed(headings: readonly string[]): string {
  return headings.map((heading) => `“${heading}”`).join('、');
}
