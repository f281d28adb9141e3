/** 花名册栏目: the columns of a roster, said once, so that the printed roster and the workbook always agree. */
import type { CivilDate } from '../../kernel/civil-date.ts';

/** One student in a roster, every value as the reader sees it: masked or full is decided by whoever may ask for it. */
export interface RosterEntry {
  /** 班内学号 */
  numberInClass: string;
  name: string;
  /** 男, 女, or another word of GB/T 2261.1. */
  sex: string;
  bornOn: CivilDate | '';
  ethnicity: string;
  /** 学籍号; it holds the identity number, so it is masked whenever that is. */
  registrationNumber: string;
  /** 身份证件号; 无证件 where the student has none. */
  identityNumber: string;
  note: string;
}

export interface RosterColumn {
  heading: string;
  /** Width on paper in millimetres; all columns together are 178. */
  width: number;
  align: 'left' | 'center';
  /** The text of the cell; `position` counts from 1. */
  valueOf(entry: RosterEntry, position: number): string;
}

const NOT_FILLED = '未填';

/** The columns from left to right. */
export const ROSTER_COLUMNS: readonly RosterColumn[] = [
  { heading: '序号', width: 9, align: 'center', valueOf: (_, position) => String(position) },
  { heading: '班内学号', width: 10, align: 'center', valueOf: ({ numberInClass }) => numberInClass || NOT_FILLED },
  { heading: '姓名', width: 26, align: 'center', valueOf: ({ name }) => name || NOT_FILLED },
  { heading: '性别', width: 9, align: 'center', valueOf: ({ sex }) => sex || NOT_FILLED },
  { heading: '出生日期', width: 21, align: 'center', valueOf: ({ bornOn }) => bornOn || NOT_FILLED },
  { heading: '民族', width: 14, align: 'center', valueOf: ({ ethnicity }) => ethnicity || NOT_FILLED },
  {
    heading: '学籍号',
    width: 38.5,
    align: 'center',
    valueOf: ({ registrationNumber }) => registrationNumber || NOT_FILLED,
  },
  {
    heading: '身份证件号',
    width: 36.5,
    align: 'center',
    valueOf: ({ identityNumber }) => identityNumber || NOT_FILLED,
  },
  { heading: '备注', width: 14, align: 'left', valueOf: ({ note }) => note },
];

/** The cells of a roster, one array a student, in the order of the columns. */
export function rosterRows(entries: readonly RosterEntry[]): string[][] {
  return entries.map((entry, index) => ROSTER_COLUMNS.map((column) => column.valueOf(entry, index + 1)));
}
