/** 花名册工作簿: the same roster as a workbook, every cell a text so that no program rounds an identity number. */
import type { Readable } from 'node:stream';
import { writeRows } from '../../workbooks/write-rows.ts';
import { minuteInWords, type PrintMark, writtenDate } from '../print-mark.ts';
import { type ClassRoster, countBySex, countsInWords } from './class-roster.ts';
import { ROSTER_COLUMNS, rosterRows } from './roster-columns.ts';

/** Columns that tell the class groups of a school apart; on paper the head of the page does. */
const CLASS_COLUMNS = [
  { heading: '年级', width: 18 },
  { heading: '班级', width: 10 },
];

const MILLIMETRES_PER_CHARACTER = 2;

/**
 * The rosters as one workbook (XLSX), a line a student, below lines that say whose and as of when it is, and by whom it
 * was made. The printed and the written roster have the same columns and texts. Throws RangeError without any class.
 */
export function rosterWorkbook(rosters: readonly ClassRoster[], mark: PrintMark): Readable {
  const [first] = rosters;
  if (!first) throw new RangeError('a roster needs at least one class group');
  const counts = countsInWords(countBySex(rosters.flatMap(({ entries }) => entries)));
  return writeRows({
    name: '花名册',
    titles: [
      `${first.schoolName}学生花名册`,
      `学校标识码：${first.schoolCode}\u3000截至${writtenDate(first.asOf)}\u3000${counts}`,
      `导出单位：${mark.place}\u3000导出人：${mark.person}\u3000导出时间：${minuteInWords(mark.printedAt)}`,
      '含个人信息，仅限学籍管理使用',
    ],
    columns: [
      ...CLASS_COLUMNS,
      ...ROSTER_COLUMNS.map(({ heading, width }) => ({
        heading,
        width: Math.ceil(width / MILLIMETRES_PER_CHARACTER) + 3,
      })),
    ],
    rows: rosters.flatMap(({ grade, classGroup, entries }) =>
      rosterRows(entries).map((cells) => [grade, classGroup, ...cells]),
    ),
  });
}
