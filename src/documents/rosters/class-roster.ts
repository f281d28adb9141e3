/** 花名册: the roster of a class group, or of a whole school class by class, as a paper to be signed (SC-18.3, S3-1.3). */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { markFor, type PrintMark, titleHere, writtenDate } from '../print-mark.ts';
import type { Typeset } from '../printing/typesetter.ts';
import type { Printer, PrintOptions } from '../printing/typst-printer.ts';
import { ROSTER_COLUMNS, type RosterEntry, rosterRows } from './roster-columns.ts';

/** The students of one class group on one day. */
export interface ClassRoster {
  schoolName: string;
  schoolCode: string;
  /** As people say it: 2026级七年级. */
  grade: string;
  /** As people say it: 3班. */
  classGroup: string;
  classTeacher: string;
  /** 截至: the day as of which the roster was drawn. */
  asOf: CivilDate;
  entries: readonly RosterEntry[];
  /** What the text of the place calls the roster, and its annex; absent where no text names it. */
  form?: { title: string; annex: string };
  /** 一式几份、各存何处: who keeps a copy, where a rule names them. */
  keptBy?: readonly string[];
}

/** 男、女、合计 and, if there are any, those whose sex is not recorded as one of the two. */
export interface SexCounts {
  boys: number;
  girls: number;
  others: number;
  total: number;
}

/** Counts the students of a roster by sex. */
export function countBySex(entries: readonly RosterEntry[]): SexCounts {
  const boys = entries.filter(({ sex }) => sex === '男').length;
  const girls = entries.filter(({ sex }) => sex === '女').length;
  return { boys, girls, others: entries.length - boys - girls, total: entries.length };
}

/**
 * Prints the roster of a class group: A4, 40 students a page.
 * @param code verification code of this copy, or null for a copy that is not registered
 */
export function printClassRoster(
  printer: Printer,
  roster: ClassRoster,
  mark: PrintMark,
  code: string | null,
  options?: PrintOptions,
): Promise<Typeset> {
  const title = titleOf(roster);
  const data = { papers: [paperOf(roster, mark)], mark: markFor(title, mark, code), style: mark.style };
  return printer.printPdf('class-roster', data, options);
}

/** Students in one printed document; a larger school prints grade by grade. 5,000 would take 0.9 GB of memory. */
export const MOST_STUDENTS = 3000;

/**
 * Prints the rosters of a school, class by class, behind a sheet of totals.
 * Throws RangeError without any class and for more than MOST_STUDENTS.
 */
export function printSchoolRoster(
  printer: Printer,
  rosters: readonly ClassRoster[],
  mark: PrintMark,
  code: string | null,
  options?: PrintOptions,
): Promise<Typeset> {
  const [first] = rosters;
  const count = rosters.reduce((sum, { entries }) => sum + entries.length, 0);
  if (!first || count > MOST_STUDENTS) throw new RangeError(`one class group to ${MOST_STUDENTS} students are printed`);
  const title = `${first.schoolName}${titleHere(mark, '学生花名册')}`;
  const papers = [totalsOf(title, first, rosters), ...rosters.map((roster) => paperOf(roster, mark))];
  return printer.printPdf('school-roster', { papers, mark: markFor(title, mark, code), style: mark.style }, options);
}

/** Columns of the sheet of totals; widths in millimetres, 178 in all. */
const TOTALS_COLUMNS = (
  [
    ['序号', 12],
    ['年级', 46],
    ['班级', 24],
    ['班主任', 30],
    ['男', 16],
    ['女', 16],
    ['其他', 16],
    ['合计', 18],
  ] as const
).map(([heading, width]) => ({ heading, width, align: 'center' }));

function titleOf({ schoolName, grade, classGroup }: ClassRoster): string {
  return `${schoolName}${grade}${classGroup}学生花名册`;
}

function paperOf(roster: ClassRoster, mark: PrintMark): object {
  return {
    title: `${roster.schoolName}${roster.form?.title ?? titleHere(mark, '学生花名册')}`,
    annex: roster.form?.annex ?? '',
    facts: [
      [
        `年级班级：${roster.grade}${roster.classGroup}\u3000\u3000班主任：${roster.classTeacher || '未填'}`,
        `学校标识码：${roster.schoolCode}`,
      ],
      [`学生人数：${countsInWords(countBySex(roster.entries))}`, `截至${writtenDate(roster.asOf)}`],
    ],
    columns: ROSTER_COLUMNS.map(({ heading, width, align }) => ({ heading, width, align })),
    rows: rosterRows(roster.entries),
    keptBy: roster.keptBy ? `一式${roster.keptBy.length}份：${roster.keptBy.join('、')}各存一份` : '',
    signers: ['班主任', '学籍管理员', '校长'],
  };
}

/** The counts as a paper says them: 男20人 女20人 合计40人. */
export function countsInWords({ boys, girls, others, total }: SexCounts): string {
  const rest = others > 0 ? `\u3000其他${others}人` : '';
  return `男${boys}人\u3000女${girls}人${rest}\u3000合计${total}人`;
}

function totalsOf(title: string, { schoolCode, asOf }: ClassRoster, rosters: readonly ClassRoster[]): object {
  const row = (counts: SexCounts): string[] => [counts.boys, counts.girls, counts.others, counts.total].map(String);
  return {
    title,
    annex: '',
    facts: [[`学校标识码：${schoolCode}`, `截至${writtenDate(asOf)}`]],
    columns: TOTALS_COLUMNS,
    rows: rosters.map((roster, index) => [
      String(index + 1),
      roster.grade,
      roster.classGroup,
      roster.classTeacher || '未填',
      ...row(countBySex(roster.entries)),
    ]),
    total: row(countBySex(rosters.flatMap(({ entries }) => entries))),
    signers: ['学籍管理员', '校长'],
  };
}
