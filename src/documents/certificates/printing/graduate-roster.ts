/** 毕业生花名册: whom a batch of certificates is for, in as many copies as the law has it kept (SC-41.3, SX-6.1.6). */
import type { Readable } from 'node:stream';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { writeRows } from '../../../workbooks/write-rows.ts';
import { markFor, minuteInWords, type PrintMark, titleHere, writtenDate } from '../../print-mark.ts';
import type { Typeset } from '../../printing/typesetter.ts';
import type { Printer } from '../../printing/typst-printer.ts';

export interface GraduateEntry {
  classWords: string;
  name: string;
  sex: string;
  bornOn: CivilDate;
  /** 脱敏: it may hold the identity number. */
  registrationNumber: string;
  certificateNumber: string;
}

export interface GraduateRoster {
  schoolName: string;
  schoolCode: string;
  /** 2027年初中毕业证书 */
  certificates: string;
  makerName: string;
  numberedOn: CivilDate;
  entries: readonly GraduateEntry[];
  /** 各存何处, one copy each. */
  keepers: readonly string[];
}

/** Students on one roster; every copy has all of them. */
export const MOST_GRADUATES = 1000;

/** Widths in millimetres, 178 in all. */
const COLUMNS = [
  { heading: '序号', width: 11, align: 'center' },
  { heading: '班级', width: 20, align: 'center' },
  { heading: '姓名', width: 32, align: 'left' },
  { heading: '性别', width: 11, align: 'center' },
  { heading: '出生日期', width: 22, align: 'center' },
  { heading: '学籍号', width: 40, align: 'center' },
  { heading: '证书编号', width: 42, align: 'center' },
];

/**
 * Prints one copy for each keeper, marked with whose it is, all under one code of the register; null for a copy that is not
 * registered. Throws RangeError for nobody and for more than MOST_GRADUATES.
 */
export function printGraduateRoster(
  printer: Printer,
  roster: GraduateRoster,
  mark: PrintMark,
  code: string | null,
): Promise<Typeset> {
  const { entries, keepers } = roster;
  if (entries.length === 0 || entries.length > MOST_GRADUATES) {
    throw new RangeError(`a roster of graduates holds one to ${MOST_GRADUATES} students`);
  }
  const paper = {
    title: `${roster.schoolName}${titleHere(mark, '毕业生花名册')}`,
    columns: COLUMNS,
    rows: rowsOf(entries),
    signers: ['学籍管理员', '校长'],
  };
  const papers = keepers.map((keeper, place) => ({
    ...paper,
    facts: [
      [`证书：${roster.certificates}　${countsOf(entries)}`, `学校标识码：${roster.schoolCode}`],
      [`编号单位：${roster.makerName}`, `编号日期：${writtenDate(roster.numberedOn)}`],
    ],
    copy: `一式${keepers.length}份，第${place + 1}份，${keeper}存`,
  }));
  return printer.printPdf('graduate-roster', { papers, mark: markFor(paper.title, mark, code), style: mark.style });
}

/** The same list as a workbook (XLSX), every cell a text; the school sends it on or keeps it as the list of its stubs. */
export function graduateRosterWorkbook({ entries, ...roster }: GraduateRoster, mark: PrintMark): Readable {
  return writeRows({
    name: '毕业生花名册',
    titles: [
      `${roster.schoolName}毕业生花名册`,
      `证书：${roster.certificates}　${countsOf(entries)}　学校标识码：${roster.schoolCode}`,
      `编号单位：${roster.makerName}　编号日期：${writtenDate(roster.numberedOn)}`,
      `导出单位：${mark.place}　导出人：${mark.person}　导出时间：${minuteInWords(mark.printedAt)}`,
      '含个人信息，仅限学籍管理使用',
    ],
    columns: COLUMNS.map(({ heading, width }) => ({ heading, width: Math.ceil(width / 2) + 3 })),
    rows: rowsOf(entries),
  });
}

const rowsOf = (entries: readonly GraduateEntry[]): string[][] =>
  entries.map((one, place) => [
    ...[String(place + 1), one.classWords, one.name, one.sex, one.bornOn],
    ...[one.registrationNumber, one.certificateNumber],
  ]);

function countsOf(entries: readonly GraduateEntry[]): string {
  const boys = entries.filter(({ sex }) => sex === '男').length;
  const girls = entries.filter(({ sex }) => sex === '女').length;
  const rest = entries.length - boys - girls;
  return `男${boys}人　女${girls}人${rest > 0 ? `　其他${rest}人` : ''}　合计${entries.length}人`;
}
