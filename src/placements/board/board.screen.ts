/** 分班板试算: what the board shows while an adjustment is on its way, worked out from the plan as the server gave it. */
import type { PlannedGroupView, PlannedStudentView, PlanView } from '../plan/plan.api.ts';
import { type SizeState, sizeState } from '../screen/placing.screen.ts';

/** 待写原因: somebody picked a student up; the class group may not be chosen yet. */
export interface Pending {
  studentId: string;
  toId?: string | undefined;
}

/** One column of the board. */
export interface BoardColumn extends Pick<PlannedGroupView, 'id' | 'name' | 'ordinal' | 'teacherName'> {
  total: number;
  boys: number;
  girls: number;
  others: number;
  special: number;
  state: SizeState;
  students: PlannedStudentView[];
  /** Sat in it before the plan. */
  present: number;
}

const BOY = '1';
const GIRL = '2';

/** The columns, with the pending adjustment drawn as if it were done. */
export function columnsOf(plan: PlanView, pending: Pending | undefined): BoardColumn[] {
  const placeOf = (one: PlannedStudentView) =>
    pending?.toId !== undefined && one.studentId === pending.studentId ? pending.toId : one.classGroupId;
  const byGroup = Map.groupBy(plan.students, placeOf);
  return plan.groups.map(({ id, name, ordinal, teacherName, present }) => {
    const students = byGroup.get(id) ?? [];
    const count = (gender: string) => students.filter((one) => one.gender === gender).length;
    const boys = present.boys + count(BOY);
    const girls = present.girls + count(GIRL);
    const total = present.total + students.length;
    return {
      id,
      name,
      ordinal,
      teacherName,
      total,
      boys,
      girls,
      others: total - boys - girls,
      special: students.filter((one) => one.special).length,
      state: sizeState(plan.bounds, total),
      students,
      present: present.total,
    };
  });
}

/** 放到七(4)班：48→49人，女23→24: what both class groups become, one line each; empty where nothing would change. */
export function dropWords(plan: PlanView, { studentId, toId }: Pending): string[] {
  const student = plan.students.find((one) => one.studentId === studentId);
  if (!student || toId === undefined || student.classGroupId === toId) return [];
  const before = columnsOf(plan, undefined);
  const after = columnsOf(plan, { studentId, toId });
  const line = (id: string, lead: string) => {
    const [was, is] = [before, after].map((columns) => columns.find((one) => one.id === id)!) as [
      BoardColumn,
      BoardColumn,
    ];
    const gender =
      student.gender === BOY
        ? `，男${was.boys}→${is.boys}`
        : student.gender === GIRL
          ? `，女${was.girls}→${is.girls}`
          : '';
    return `${lead}${is.name}：${was.total}→${is.total}人${gender}${standingWords(plan, was, is)}`;
  };
  return [line(toId, '放到'), line(student.classGroupId, '')];
}

function standingWords({ bounds }: PlanView, was: BoardColumn, is: BoardColumn): string {
  if (!bounds) return '';
  if (is.state === 'OVER_MOST') return `，超过最多${bounds.most}人，不能放`;
  if (is.state === 'OVER_USUAL') return `，超过${bounds.usual}人，提交时须说明`;
  return was.state === 'OVER_USUAL' || was.state === 'OVER_MOST' ? '，不再超限' : '';
}

/** The figures on top: 48–51每班人数. */
export function figuresOf(plan: PlanView, columns: readonly BoardColumn[]) {
  const range = (of: (column: BoardColumn) => number) => {
    const numbers = columns.map(of);
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    return least === most ? `${least}` : `${least}–${most}`;
  };
  const over = columns.filter(({ state }) => state === 'OVER_USUAL' || state === 'OVER_MOST').length;
  return {
    sizes: range(({ total }) => total),
    boys: range(({ boys }) => boys),
    over,
    usual: plan.bounds?.usual ?? null,
    waiting: plan.waiting,
    adjusted: plan.adjustments.length,
  };
}

/** What must be settled before the plan can be put forward, each in a few words; empty where nothing is. */
export function openPoints(
  { bounds, wishes }: PlanView,
  columns: readonly BoardColumn[],
  pending: Pending | undefined,
): string[] {
  const tooLarge = columns.filter(({ state }) => state === 'OVER_MOST');
  return [
    ...tooLarge.map(({ name }) => `${name}超过最多${bounds?.most}人`),
    ...(pending ? ['1处调整缺原因'] : []),
    ...wishes.filter(({ kept }) => !kept).map(({ names, kind }) => `${names.join('、')}${KIND[kind]}未落实`),
  ];
}

/** Where a student goes when the arrow keys move the choice: up and down a column, left and right between columns. */
export function neighbourOf(
  columns: readonly BoardColumn[],
  studentId: string,
  key: string,
  shown: (column: BoardColumn) => number,
): string | undefined {
  const at = columns.findIndex(({ students }) => students.some((one) => one.studentId === studentId));
  const column = columns[at];
  if (!column) return undefined;
  const row = column.students.findIndex((one) => one.studentId === studentId);
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const next = row + (key === 'ArrowDown' ? 1 : -1);
    return next < shown(column) ? column.students[next]?.studentId : undefined;
  }
  const beside = columns[at + (key === 'ArrowRight' ? 1 : -1)];
  return beside?.students[Math.min(row, shown(beside) - 1)]?.studentId;
}

const KIND = { TOGETHER: '同班', APART: '分开' } as const;
export const WISH_WORDS = KIND;
