/** 文书: cards, certificates and rosters on paper and as a workbook, against a bare loop of the same library and two others. */
import { buffer } from 'node:stream/consumers';
import { writeXlsxStream } from 'hucre/xlsx';
import {
  type CertificatePaper,
  type ClassRoster,
  MOST_CARDS,
  MOST_STUDENTS,
  openPrinter,
  type Printer,
  printCertificates,
  printRegistrationCards,
  printSchoolRoster,
  type RegistrationCard,
  type RosterEntry,
  rosterWorkbook,
} from '../../src/documents/index.ts';
import { openTypesetter, type TypesetJob } from '../../src/documents/printing/typesetter.ts';
import { jobOf } from '../../src/documents/printing/typst-printer.ts';
import { ROSTER_COLUMNS, rosterRows } from '../../src/documents/rosters/roster-columns.ts';
import { addDays, civilDate } from '../../src/kernel/civil-date.ts';
import { type Line, seconds, timed } from '../measure.ts';
import { byPdfKit, byPdfLib, certificateSheet, rosterSheet, type Sheet } from './libraries.ts';

const CARDS = 1_000;
const CERTIFICATES = 1_000;
const COUNTY = 60_000;
const ROWS = 1_000;
const ON_A_PAGE = 40;
const mark = { place: '长葛市第一初级中学', person: '赵敏', printedAt: new Date('2026-09-24T02:42:00Z') };
const CODE = '041061050R3GG2E8Q';

/** Everything in one process and one thread after the other, so that times can be compared. */
export async function measurePapers(): Promise<Line[]> {
  const printer = openPrinter();
  await printSchoolRoster(printer, [classOf(entries(1), 1)], mark, CODE); // the thread and its fonts are there
  const lines = [
    ...(await measureCards(printer)),
    ...(await measureCounty(printer)),
    ...(await measureLibraries(printer)),
  ];
  await printer.close();
  return lines;
}

/** What a printer is given, kept instead of printed: the bare loop then sets the same jobs. */
function recording(): { printer: Printer; jobs: TypesetJob[] } {
  const jobs: TypesetJob[] = [];
  const printPdf: Printer['printPdf'] = async (template, data, { pdfTags = false } = {}) => {
    jobs.push(jobOf(template, data, pdfTags));
    return { pdf: new Uint8Array(), pages: 0, missingGlyphs: [] };
  };
  return { jobs, printer: { printPdf, close: async () => {} } };
}

/** Seconds and most memory of the work, the memory that was there before left out. */
async function weighed<T>(work: () => Promise<T>): Promise<{ seconds: number; megabytes: number; result: T }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const measured = await timed(work);
  clearInterval(timer);
  most = Math.max(most, process.memoryUsage.rss());
  return { ...measured, megabytes: (most - before) / 2 ** 20 };
}

const told = ({ seconds: took, megabytes }: { seconds: number; megabytes: number }, bytes: number): string =>
  `${seconds(took)}, ${Math.round(megabytes)} MB of memory, ${(bytes / 2 ** 20).toFixed(1)} MB of file`;
const sizeOf = (files: readonly Uint8Array[]) => files.reduce((sum, { length }) => sum + length, 0);
const ratio = (a: number, b: number): string => (a / b).toFixed(2);

async function bare(print: (printer: Printer) => Promise<unknown>) {
  const { printer, jobs } = recording();
  await print(printer);
  const typeset = openTypesetter();
  return weighed(async () => jobs.map((job) => typeset(job).pdf));
}

async function measureCards(printer: Printer): Promise<Line[]> {
  const cards = entries(CARDS).map(cardOf);
  const parts = Array.from({ length: Math.ceil(CARDS / MOST_CARDS) }, (_, at) =>
    cards.slice(at * MOST_CARDS, (at + 1) * MOST_CARDS),
  );
  const print = async (with_: Printer) => {
    const files: Uint8Array[] = [];
    for (const part of parts) files.push((await printRegistrationCards(with_, part, mark)).pdf);
    return files;
  };
  const ours = await weighed(() => print(printer));
  const loop = await bare(print);
  return [
    {
      what: `${CARDS} registration cards as PDF`,
      measured: told(ours, sizeOf(ours.result)),
      ceiling: `bare loop of typst ${told(loop, sizeOf(loop.result))}`,
      ratio: ratio(ours.seconds, loop.seconds),
      aim: '≤ 1.2',
    },
  ];
}

async function measureCounty(printer: Printer): Promise<Line[]> {
  const all = entries(COUNTY);
  const schools = Array.from({ length: COUNTY / MOST_STUDENTS }, (_, at) => {
    const own = all.slice(at * MOST_STUDENTS, (at + 1) * MOST_STUDENTS);
    return Array.from({ length: MOST_STUDENTS / 50 }, (_unused, group) =>
      classOf(own.slice(group * 50, group * 50 + 50), group + 1),
    );
  });
  const print = async (with_: Printer) => {
    let bytes = 0;
    for (const school of schools) bytes += (await printSchoolRoster(with_, school, mark, CODE)).pdf.length;
    return bytes;
  };
  const paper = await weighed(() => print(printer));
  const loop = await bare(print);
  const book = await weighed(() => buffer(rosterWorkbook(schools.flat(), mark)));
  const plain = await weighed(async () => {
    const columns = ROSTER_COLUMNS.map(() => ({ width: 16 }));
    const pieces: Uint8Array[] = [];
    for await (const piece of writeXlsxStream(rosterRows(all), { name: '花名册', columns })) pieces.push(piece);
    return Buffer.concat(pieces);
  });
  return [
    {
      what: `roster of ${COUNTY} as PDF, school by school`,
      measured: told(paper, paper.result),
      ceiling: `bare loop of typst ${told(loop, sizeOf(loop.result))}`,
      ratio: ratio(paper.seconds, loop.seconds),
      aim: '≤ 1.2',
    },
    {
      what: `roster of ${COUNTY} as workbook`,
      measured: told(book, book.result.length),
      ceiling: `bare loop of hucre ${told(plain, plain.result.length)}`,
      ratio: ratio(book.seconds, plain.seconds),
      aim: '≤ 1.5',
    },
  ];
}

async function measureLibraries(printer: Printer): Promise<Line[]> {
  const rows = entries(ROWS);
  const roster = classOf(rows, 1);
  const cells = rosterRows(rows);
  const head = [
    `${roster.schoolName}学生花名册`,
    `年级班级：${roster.grade}${roster.classGroup}`,
    `学生人数：合计${ROWS}人`,
  ];
  const pages = Array.from({ length: ROWS / ON_A_PAGE }, (_, at) =>
    rosterSheet(head, ROSTER_COLUMNS, cells.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE)),
  );
  const certificates = rows.slice(0, CERTIFICATES).map(certificateOf);
  const { printer: kept, jobs } = recording();
  await printCertificates(kept, certificates, mark);
  const words = (jobs[0]!.papers as Record<string, unknown>[]).map((paper) => certificateSheet(wordsIn(paper)));
  return [
    await compared(`roster of ${ROWS} rows as PDF`, () => printSchoolRoster(printer, [roster], mark, CODE), pages),
    await compared(`${CERTIFICATES} certificates as PDF`, () => printCertificates(printer, certificates, mark), words),
  ];
}

/** Every text of a paper, as it stands there. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value === ''
      ? []
      : [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(wordsIn)
      : [];

async function compared(
  what: string,
  ours: () => Promise<{ pdf: Uint8Array }>,
  sheets: readonly Sheet[],
): Promise<Line> {
  const own = await weighed(ours);
  const kit = await weighed(() => byPdfKit(sheets));
  const lib = await weighed(() => byPdfLib(sheets));
  return {
    what,
    measured: told(own, own.result.pdf.length),
    ceiling: `pdfkit ${told(kit, kit.result.length)}; pdf-lib ${told(lib, lib.result.length)}`,
    ratio: `${ratio(own.seconds, kit.seconds)}; ${ratio(own.seconds, lib.seconds)}`,
    aim: '≤ 1',
  };
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高'];
const GIVEN = [...'沐辰可心宇轩欣怡浩然子涵梓萱思远雨桐晨曦'];

function entries(count: number): RosterEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const bornOn = addDays(civilDate('2013-09-01'), at % 365);
    const number = `411082${bornOn.replaceAll('-', '')}${String(at % 1000).padStart(3, '0')}X`;
    return {
      numberInClass: String((at % 50) + 1),
      name: `${SURNAMES[at % 15]}${GIVEN[at % 22]}${GIVEN[(at * 7) % 22]}`,
      sex: at % 2 ? '男' : '女',
      ...{ bornOn, ethnicity: '汉族', registrationNumber: `G${number}`, identityNumber: number, note: '' },
    };
  });
}

const classOf = (list: readonly RosterEntry[], ordinal: number): ClassRoster => ({
  ...{ schoolName: '长葛市第一初级中学', schoolCode: '3141000001', grade: '2026级七年级' },
  ...{ classGroup: `${ordinal}班`, classTeacher: '赵敏', asOf: civilDate('2026-09-24'), entries: list },
});

function cardOf(one: RosterEntry): RegistrationCard {
  const guardian = {
    name: one.name,
    relationship: '父亲',
    identityNumber: one.identityNumber,
    workplace: '长葛市人民医院',
    phone: '13812342046',
  };
  return {
    verificationCode: CODE,
    supervisingAuthority: '长葛市教育体育局',
    asOf: civilDate('2026-09-24'),
    person: {
      ...{ name: one.name, sex: one.sex, bornOn: civilDate(one.bornOn), identityDocument: '居民身份证' },
      ...{ identityNumber: one.identityNumber, ethnicity: one.ethnicity, nationality: '中国', politicalStatus: '群众' },
      ...{ formerName: '', overseasStatus: '否', health: '健康', nativePlace: '河南省许昌市长葛市' },
      ...{ birthPlace: '河南省许昌市长葛市', householdPlace: '河南省许昌市长葛市和尚桥镇', householdKind: '农业户口' },
      ...{ address: '河南省许昌市长葛市和尚桥镇', phone: '13812342046' },
    },
    registration: {
      ...{ registrationNumber: one.registrationNumber, secondaryNumber: '', schoolName: '长葛市第一初级中学' },
      ...{
        schoolCode: '3141000001',
        stage: '初中',
        grade: '2026级七年级',
        classGroup: '3班',
        numberInClass: one.numberInClass,
      },
      ...{ admittedIn: '2026年9月', admissionMode: '就近入学', origin: '正常入学', studyMode: '走读', state: '在读' },
    },
    guardians: [guardian, { ...guardian, relationship: '母亲' }],
    history: [
      {
        from: civilDate('2020-09-01'),
        to: civilDate('2026-08-31'),
        schoolName: '葛天路小学',
        grades: '小学一年级至六年级',
        outcome: '升学',
      },
    ],
    changes: [],
  };
}

const certificateOf = (one: RosterEntry, at: number): CertificatePaper => ({
  ...{
    schoolName: '长葛市第一初级中学',
    schoolCode: '3141000001',
    number: `2029141000001${String(at).padStart(4, '0')}`,
  },
  ...{ name: one.name, sex: one.sex, bornOn: civilDate(one.bornOn), verificationCode: CODE },
  ...{
    outcome: 'GRADUATED',
    stage: 'JUNIOR',
    studiedFrom: civilDate('2026-09-01'),
    studiedTo: civilDate('2029-06-30'),
  },
  marks: [
    { mark: 'SCHOOL', by: '长葛市第一初级中学' },
    { mark: 'PRINCIPAL', by: '长葛市第一初级中学' },
  ],
});
