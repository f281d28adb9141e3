/** 粘贴考勤: a table of marks from a spreadsheet fitted to the register; what is no mark and what is closed is named. */
import { civilDate, partsOf } from '../../../../kernel/civil-date.ts';
import { type Fitted, fitTable, type Start, type StrayRow } from '../../../pasting/fit-table.screen.ts';
import { ABSENCE_KINDS, type AbsenceKind, HALVES } from '../../absence.api.ts';
import type { RegisterView } from '../../attendance.api.ts';
import { HALVES_IN_ORDER, SHORT, sitsOn, type WantedMark } from './draft.screen.ts';

const PRESENT = new Set(['到', '出勤', '在', '√', '✓', '0']);
const KINDS = new Map(
  (Object.keys(ABSENCE_KINDS) as AbsenceKind[]).flatMap((kind) => [
    [ABSENCE_KINDS[kind], kind] as const,
    [SHORT[kind], kind] as const,
  ]),
);

/** 旷, 病假2节, 到. Undefined where it is none of these. */
export function readMark(text: string): Pick<WantedMark, 'kind' | 'periods'> | undefined {
  const compact = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (PRESENT.has(compact)) return { kind: 'PRESENT' };
  const [, words = '', periods] = /^(\D+?)(\d)?节?$/.exec(compact) ?? [];
  const kind = KINDS.get(words);
  return kind && { kind, ...(periods === undefined ? {} : { periods: Number(periods) }) };
}

/** 9月14日上午: as a heading of the pasted table may name a half-day. */
const headingOf = (on: string, half: (typeof HALVES_IN_ORDER)[number]): string => {
  const [, month, date] = partsOf(civilDate(on));
  return `${month}月${date}日${HALVES[half]}`;
};

export interface FittedMarks {
  marks: WantedMark[];
  fitted: Fitted;
}

/** The half-days of the register stand in their order; a table without headings begins where the focus stands. */
export function fitMarks(
  table: readonly (readonly string[])[],
  { days, students }: Pick<RegisterView, 'days' | 'students'>,
  start: Start,
): FittedMarks {
  const columns = days.flatMap((day) => HALVES_IN_ORDER.map((half) => ({ day, half, code: `${day.on} ${half}` })));
  const byCode = new Map(columns.map((column) => [column.code, column]));
  const fitted = fitTable(table, {
    seats: students,
    headings: columns.map(({ code, day, half }) => ({ code, name: headingOf(day.on, half) })),
    start,
  });
  const marks: WantedMark[] = [];
  const strays: StrayRow[] = [];
  for (const { studentId, code, text, line } of fitted.cells) {
    if (text === '') continue;
    const { day, half } = byCode.get(code)!;
    const student = students.find((one) => one.studentId === studentId)!;
    const mark = readMark(text);
    const words = `${student.name}${headingOf(day.on, half)}“${text}”`;
    if (!mark) strays.push({ line, words, why: '不是考勤记号，填旷、病、事、迟、退、公或到', cells: [] });
    else if (!day.open) strays.push({ line, words, why: '这一天不能登记', cells: [] });
    else if (!sitsOn(student, day.on)) strays.push({ line, words, why: '当天不在本班', cells: [] });
    else marks.push({ studentId, day, half, ...mark });
  }
  const taken = new Set(marks.map(({ studentId, day, half }) => `${studentId} ${day.on} ${half}`));
  return {
    marks,
    fitted: {
      ...fitted,
      cells: fitted.cells.filter(({ studentId, code }) => taken.has(`${studentId} ${code}`)),
      strays: [...fitted.strays.map((row) => ({ ...row, cells: [] })), ...strays],
    },
  };
}
