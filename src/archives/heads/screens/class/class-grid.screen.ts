/** 班级格底稿: what was typed over the saved grid, and what of it is sent. */
import type { GridItem, GridStudent, Typed } from './class-grid.tsx';

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

/** The first cell that is no value, in words. */
export function firstProblem(
  typed: Typed,
  items: readonly GridItem[],
  students: readonly GridStudent[],
  problemOf: (item: GridItem, student: GridStudent, text: string) => string | undefined,
): string | undefined {
  for (const student of students) {
    for (const item of items) {
      const text = typed[student.studentId]?.[item.code];
      const problem = text === undefined ? undefined : problemOf(item, student, text);
      if (problem) return `${student.name}：${problem}`;
    }
  }
  return undefined;
}

/** Students with something changed, each with all the values as they would then be. */
export const changedStudents = (typed: Typed, students: readonly GridStudent[]) =>
  students.flatMap(({ studentId, values }) => {
    const own = typed[studentId];
    return own ? [{ studentId, values: { ...values, ...own }, changed: own }] : [];
  });
