/** 班级格底稿: what was typed over the saved grid, what of it is sent, and which cell is no value. */

export interface GridItem {
  code: string;
  name: string;
  /** Under the name: 厘米, 满分100, 必填. */
  note?: string | undefined;
  /** What may be chosen; absent or empty where anything may be typed. */
  choices?: readonly string[] | undefined;
  /** Figures are typed: telephones show their keys for them. */
  figures?: boolean | undefined;
  /** Sentences: a wide cell of up to so many characters. */
  longest?: number | undefined;
}

export interface GridStudent {
  studentId: string;
  seatNo: number | null;
  name: string;
  /** As it was saved. */
  values: Readonly<Record<string, string>>;
  /** Items that cannot be filled in for this student, with the reason. */
  closed?: ReadonlyMap<string, string> | undefined;
  /** Under a cell: 首次59. */
  notes?: ReadonlyMap<string, string> | undefined;
  /** Who entered what stands there, and when. */
  origins?: ReadonlyMap<string, string> | undefined;
}

/** By student, then by item; only what differs from what was saved. A row that is not touched stays the same object. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type ProblemOf = (item: GridItem, student: GridStudent, text: string) => string | undefined;

export interface CellText {
  studentId: string;
  code: string;
  text: string;
}

/** Puts texts into cells; what equals the saved text is no change, closed cells stay as they are. */
export function typeIn(typed: Typed, students: readonly GridStudent[], cells: readonly CellText[]): Typed {
  const next: Record<string, Record<string, string>> = { ...typed };
  const known = new Map(students.map((student) => [student.studentId, student]));
  for (const [studentId, own] of Map.groupBy(cells, (cell) => cell.studentId)) {
    const student = known.get(studentId);
    if (!student) continue;
    const line = { ...next[studentId] };
    for (const { code, text } of own) {
      if (student.closed?.has(code)) continue;
      if (text === (student.values[code] ?? '')) delete line[code];
      else line[code] = text;
    }
    if (Object.keys(line).length > 0) next[studentId] = line;
    else delete next[studentId];
  }
  return next;
}

export interface CellProblem {
  row: number;
  column: number;
  student: GridStudent;
  item: GridItem;
  problem: string;
}

/** The first cell that is no value, by its place in the grid. */
export function firstProblem(
  typed: Typed,
  items: readonly GridItem[],
  students: readonly GridStudent[],
  problemOf: ProblemOf,
): CellProblem | undefined {
  for (const [row, student] of students.entries()) {
    for (const [column, item] of items.entries()) {
      const text = typed[student.studentId]?.[item.code];
      const problem = text === undefined ? undefined : problemOf(item, student, text);
      if (problem) return { row, column, student, item, problem };
    }
  }
  return undefined;
}

/** One student with something changed: the changed cells, and all the values as they would then be. */
export interface ChangedStudent {
  studentId: string;
  changed: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  /** What stood in the changed cells when they were typed over. */
  was: Readonly<Record<string, string>>;
}

/** Whoever else has saved the same leaves nothing to send. */
export const changedStudents = (typed: Typed, students: readonly GridStudent[]): ChangedStudent[] =>
  students.flatMap(({ studentId, values }): ChangedStudent[] => {
    const own = Object.entries(typed[studentId] ?? {})
      .map(([code, text]) => [code, text.trim()] as const)
      .filter(([code, text]) => text !== (values[code] ?? ''));
    if (own.length === 0) return [];
    const changed = Object.fromEntries(own);
    const was = Object.fromEntries(own.map(([code]) => [code, values[code] ?? '']));
    return [{ studentId, changed, values: { ...values, ...changed }, was }];
  });

export const countCells = (changed: readonly ChangedStudent[]): number =>
  changed.reduce((sum, one) => sum + Object.keys(one.changed).length, 0);

/** How many cells of the grid hold something, as it stands. */
export const filledCells = (typed: Typed, items: readonly GridItem[], students: readonly GridStudent[]): number =>
  students.reduce(
    (sum, { studentId, values }) =>
      sum + items.filter(({ code }) => (typed[studentId]?.[code] ?? values[code] ?? '').trim() !== '').length,
    0,
  );

/** 恢复底稿: of what was kept only what still has its student and its item. */
export function fittingDraft(
  kept: Typed | undefined,
  items: readonly GridItem[],
  students: readonly GridStudent[],
): Typed {
  const codes = new Set(items.map(({ code }) => code));
  const cells = Object.entries(kept ?? {}).flatMap(([studentId, own]) =>
    Object.entries(own).flatMap(([code, text]) => (codes.has(code) ? [{ studentId, code, text }] : [])),
  );
  return typeIn({}, students, cells);
}
