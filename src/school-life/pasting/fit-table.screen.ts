/** 对号入座: rows of a pasted table fitted to the students of a class group; what fits nobody is named, nothing is lost. */

export interface Seat {
  studentId: string;
  seatNo: number | null;
  name: string;
}

export interface Heading {
  code: string;
  name: string;
}

/** Where the focus stood: rows without names begin there. */
export interface Start {
  row: number;
  column: number;
}

/** One cell of the table that found its place. */
export interface FittedCell {
  studentId: string;
  code: string;
  text: string;
  /** As the pasted table counts its rows, from 1. */
  line: number;
}

/** 未对上的行: with the cells as they would go in, for whoever says whose they are. */
export interface StrayRow {
  /** As the pasted table counts it, from 1. */
  line: number;
  /** What stood in the name column, or the whole row. */
  words: string;
  why: string;
  cells: { code: string; text: string }[];
}

export interface Fitted {
  cells: FittedCell[];
  strays: StrayRow[];
  /** Headings of the table that the grid does not have. */
  unknown: string[];
  /** 按姓名、按座号、按顺序. */
  by: 'NAME' | 'SEAT' | 'ORDER';
  /** Students for whom the table has no row, where rows are known by name or seat. */
  without: string[];
}

const NAMES = ['姓名', '学生姓名', '学生'];
const SEATS = ['座号', '座位号', '序号', '学号'];
/** As figures and brackets are written in headings: 语文（100分） is 语文. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s|\(.*?\)|:|\*|成绩$|分数$/g, '')
    .toLowerCase();
const bareName = (text: string): string => text.normalize('NFKC').replaceAll(/[\s·•・‧.]/g, '');

/** A heading row is one that names a column of the grid, or the students. */
export function fitTable(
  table: readonly (readonly string[])[],
  { seats, headings, start }: { seats: readonly Seat[]; headings: readonly Heading[]; start: Start },
): Fitted {
  const codes = new Map(headings.map(({ code, name }) => [plain(name), code]));
  const first = table[0] ?? [];
  const headed = first.some((cell) => codes.has(plain(cell)) || NAMES.includes(plain(cell)));
  const head = headed ? first.map(plain) : [];
  const body = table.slice(headed ? 1 : 0);
  const nameAt = headed ? head.findIndex((one) => NAMES.includes(one)) : nameColumn(body, seats);
  const seatAt = headed ? head.findIndex((one) => SEATS.includes(one)) : -1;
  const keys = new Set([nameAt, seatAt].filter((at) => at >= 0));
  const codeAt = headed
    ? head.map((one) => codes.get(one))
    : columnsFrom(headings, start.column, Math.max(0, ...body.map(({ length }) => length)), keys);
  const unknown = headed ? first.filter((cell, at) => cell !== '' && !keys.has(at) && codeAt[at] === undefined) : [];
  const find = finderOf(seats, { nameAt, seatAt, start });
  const fitted: Fitted = {
    cells: [],
    strays: [],
    unknown,
    by: nameAt >= 0 ? 'NAME' : seatAt >= 0 ? 'SEAT' : 'ORDER',
    without: [],
  };
  const met = new Set<string>();
  for (const [at, row] of body.entries()) {
    if (row.every((cell) => cell === '')) continue;
    const cells = row.flatMap((text, place) => {
      const code = codeAt[place];
      return code === undefined || keys.has(place) ? [] : [{ code, text }];
    });
    const found = find(row, at);
    const line = at + (headed ? 2 : 1);
    const beyond = !headed && row.some((text, place) => text !== '' && !keys.has(place) && codeAt[place] === undefined);
    if ('why' in found || met.has(found.studentId)) {
      const why = 'why' in found ? found.why : '同一名学生有两行，这一行没有填入';
      fitted.strays.push({ line, words: wordsOf(row, nameAt), why, cells });
    } else {
      met.add(found.studentId);
      fitted.cells.push(...cells.map((cell) => ({ studentId: found.studentId, ...cell, line })));
      if (beyond) {
        fitted.strays.push({ line, words: wordsOf(row, nameAt), why: '比表多出几列，多出的没有填入', cells: [] });
      }
    }
  }
  if (fitted.by !== 'ORDER') {
    fitted.without = seats.filter(({ studentId }) => !met.has(studentId)).map(({ name }) => name);
  }
  return fitted;
}

const wordsOf = (row: readonly string[], nameAt: number): string =>
  (nameAt >= 0 && row[nameAt]) || row.filter((cell) => cell !== '').join('、');

/** Without headings: the first column in which more than half of the rows name a student. */
function nameColumn(body: readonly (readonly string[])[], seats: readonly Seat[]): number {
  const names = new Set(seats.map(({ name }) => bareName(name)));
  const widest = Math.max(0, ...body.map(({ length }) => length));
  for (let at = 0; at < Math.min(widest, 4); at++) {
    const hits = body.filter((row) => names.has(bareName(row[at] ?? ''))).length;
    if (hits > 0 && hits * 2 >= body.length) return at;
  }
  return -1;
}

/** Without headings columns go in from where the focus stood; what stands before the names is a number in a row. */
function columnsFrom(
  headings: readonly Heading[],
  from: number,
  width: number,
  keys: ReadonlySet<number>,
): (string | undefined)[] {
  const begin = Math.max(-1, ...keys) + 1;
  const wide = width - begin > headings.length - from && begin > 0 ? 0 : from;
  return Array.from({ length: width }, (_, at) => (at < begin ? undefined : headings[wide + at - begin]?.code));
}

type Finding = { studentId: string } | { why: string };

function finderOf(
  seats: readonly Seat[],
  { nameAt, seatAt, start }: { nameAt: number; seatAt: number; start: Start },
): (row: readonly string[], at: number) => Finding {
  const bySeat = (text: string | undefined) =>
    seats.filter(({ seatNo }) => seatNo !== null && String(seatNo) === number(text));
  if (nameAt < 0 && seatAt < 0) {
    return (_, at) => {
      const seat = seats[start.row + at];
      return seat ?? { why: '比班里的学生多出的行' };
    };
  }
  if (nameAt < 0) return (row) => bySeat(row[seatAt])[0] ?? { why: '班里没有这个座号' };
  return (row) => {
    const name = bareName(row[nameAt] ?? '');
    if (name === '') return { why: '没有姓名' };
    const found = seats.filter((seat) => bareName(seat.name) === name);
    if (found.length <= 1) return found[0] ?? { why: '班里没有这名学生' };
    const seated = seatAt < 0 ? [] : bySeat(row[seatAt]).filter((seat) => found.includes(seat));
    return seated[0] ?? { why: '班里有同名的学生，请指明是哪一名' };
  };
}

const number = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/^0+(?=\d)/, '')
    .trim();
