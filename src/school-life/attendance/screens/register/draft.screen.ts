/** 考勤底稿: what is marked on the screen before it is saved: one cell a student and half-day. */
import type { AbsenceKind, Half } from '../../absence.api.ts';
import type { RegisterDay, RegisterView, RollCall } from '../../attendance.api.ts';

export interface Cell {
  kind: AbsenceKind;
  periods: number;
}

/** By student, day and half. */
export type Draft = Readonly<Record<string, Cell>>;

export const keyOf = (studentId: string, on: string, half: Half): string => `${studentId} ${on} ${half}`;

/** In the order of the brush and of the number keys. */
export const SHORT: Record<AbsenceKind, string> = {
  TRUANT: '旷',
  SICK: '病',
  PERSONAL: '事',
  LATE: '迟',
  LEFT_EARLY: '退',
  EXCUSED: '公',
};
export const HALVES_IN_ORDER: readonly Half[] = ['MORNING', 'AFTERNOON'];

/** The register as it was saved. */
export const draftOf = ({ students }: Pick<RegisterView, 'students'>): Draft =>
  Object.fromEntries(
    students.flatMap(({ studentId, marks }) =>
      marks.map(({ on, half, kind, periods }) => [keyOf(studentId, on, half), { kind, periods }]),
    ),
  );

/** Periods of a half-day of this day. */
export const wholeOf = (day: Pick<RegisterDay, 'morningPeriods' | 'afternoonPeriods'>, half: Half): number =>
  half === 'MORNING' ? day.morningPeriods : day.afternoonPeriods;

/** Who comes late misses no period unless it is said; any other absence is of the whole half-day. */
const usualPeriods = (kind: AbsenceKind, day: RegisterDay, half: Half): number =>
  kind === 'LATE' || kind === 'LEFT_EARLY' ? 0 : wholeOf(day, half);

/** Sets the cells to a kind; where all of them have it already they are cleared: the same press takes it back. */
export function paint(
  draft: Draft,
  cells: readonly { studentId: string; day: RegisterDay; half: Half }[],
  kind: AbsenceKind | 'PRESENT',
): Draft {
  const next: Record<string, Cell> = { ...draft };
  const keys = cells.map(({ studentId, day, half }) => keyOf(studentId, day.on, half));
  const clear = kind === 'PRESENT' || keys.every((key) => draft[key]?.kind === kind);
  for (const [at, { day, half }] of cells.entries()) {
    const key = keys[at]!;
    if (clear) delete next[key];
    else next[key] = { kind, periods: usualPeriods(kind, day, half) };
  }
  return next;
}

/** A mark for one half-day, PRESENT for none; without periods as many as the kind usually takes. */
export interface WantedMark {
  studentId: string;
  day: RegisterDay;
  half: Half;
  kind: AbsenceKind | 'PRESENT';
  periods?: number | undefined;
}

/** Sets each as it is wanted, whatever stood there. */
export function putMarks(draft: Draft, marks: readonly WantedMark[]): Draft {
  const next: Record<string, Cell> = { ...draft };
  for (const { studentId, day, half, kind, periods } of marks) {
    const key = keyOf(studentId, day.on, half);
    if (kind === 'PRESENT') delete next[key];
    else next[key] = { kind, periods: Math.min(periods ?? usualPeriods(kind, day, half), wholeOf(day, half)) };
  }
  return next;
}

/** May the student be marked on the day: did he or she sit in the class group? */
export const sitsOn = ({ present }: RegisterView['students'][number], on: string): boolean =>
  present.some(({ from, to }) => from <= on && (to === null || to > on));

const isSame = (a: Cell | undefined, b: Cell | undefined): boolean => a?.kind === b?.kind && a?.periods === b?.periods;

/** Days on which something differs from what was saved. */
export function changedDays(saved: Draft, draft: Draft): Set<string> {
  const keys = [...new Set([...Object.keys(saved), ...Object.keys(draft)])];
  return new Set(keys.filter((key) => !isSame(saved[key], draft[key])).map((key) => key.split(' ')[1]!));
}

/** What is sent for these days. */
export const rollCallOf = (view: RegisterView, draft: Draft, days: ReadonlySet<string>): RollCall['days'] =>
  view.days
    .filter(({ on }) => days.has(on))
    .map((day) => ({
      on: day.on,
      morningPeriods: day.morningPeriods,
      afternoonPeriods: day.afternoonPeriods,
      absences: view.students.flatMap(({ studentId }) =>
        HALVES_IN_ORDER.flatMap((half) => {
          const cell = draft[keyOf(studentId, day.on, half)];
          return cell ? [{ studentId, half, ...cell, periods: Math.min(cell.periods, wholeOf(day, half)) }] : [];
        }),
      ),
    }));

/** How many students are away for some of the day. */
export const awayOn = (view: Pick<RegisterView, 'students'>, draft: Draft, on: string): number =>
  view.students.filter(({ studentId }) => HALVES_IN_ORDER.some((half) => draft[keyOf(studentId, on, half)])).length;

/** A marked cell as the line under the register says it. */
export interface ReachedCell extends Cell {
  name: string;
  half: Half;
  most: number;
}

/** The cell that has the focus, where somebody is marked in it. */
export function reachedCell({ students, days }: RegisterView, draft: Draft, key: string): ReachedCell | undefined {
  const [studentId, on, half] = key.split(' ');
  const student = students.find((one) => one.studentId === studentId);
  const day = days.find((one) => one.on === on);
  const cell = draft[key];
  if (!student || !day?.open || !cell) return undefined;
  return { ...cell, name: student.name, half: half as Half, most: wholeOf(day, half as Half) };
}
