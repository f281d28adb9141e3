/** 样例: what a paper says of invented people, in the very shape in which real data goes to its template. Pure. */
import { addDays, type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { printRegistrationCards } from '../../cards/registration-card.ts';
import { printCertificates } from '../../certificates/printing/certificate-paper.ts';
import { printGraduateRoster } from '../../certificates/printing/graduate-roster.ts';
import { printAcademicProof } from '../../certificates/printing/proof-paper.ts';
import type { Studied } from '../../certificates/printing/written-words.ts';
import { folderLabel } from '../../folders/folder-label.ts';
import { displayVerificationCode } from '../../issued/verification-code.ts';
import { markFor, type PrintMark, titleHere, writtenDate } from '../../print-mark.ts';
import type { TemplateName } from '../../printing/sheet.ts';
import type { PaperStyle, PrintData, Printer } from '../../printing/typst-printer.ts';
import { printClassRoster, printSchoolRoster } from '../../rosters/class-roster.ts';
import type { PaperId } from '../styled-papers.ts';
import { sampleCasePaper } from './sample-case-papers.ts';
import { sampleCard, sampleRoster } from './sample-class.ts';
import { sampleForm } from './sample-forms.ts';
import { samplePerson, sampleSchool } from './sample-person.ts';

/** Data for one printing. */
export interface Sample {
  template: TemplateName;
  data: PrintData;
}

/** Day and minute of every sample. */
const ON = civilDate('2026-09-24');
const PRINTED_AT = new Date('2026-09-24T02:42:00Z');

/** The sample of a paper, as a place has it. Another `number` tells of other people with other numbers. */
export async function sampleOf(id: PaperId, number: number, style?: PaperStyle): Promise<Sample> {
  const { schoolName } = sampleSchool(number);
  const mark: PrintMark = { place: schoolName, person: samplePerson(number + 20).name, printedAt: PRINTED_AT, style };
  const printed: Sample[] = [];
  await drawn(id, number, recorderInto(printed), mark);
  return printed[0]!;
}

/** Takes note of what would be printed. */
const recorderInto = (printed: Sample[]): Printer => ({
  async printPdf(template, data) {
    printed.push({ template, data });
    return { pdf: new Uint8Array(), pages: 0, missingGlyphs: [] };
  },
  async close() {},
});

async function drawn(id: PaperId, number: number, into: Printer, mark: PrintMark): Promise<unknown> {
  const { name, sex, bornOn, registrationNumber, code } = samplePerson(number);
  const { schoolName, schoolCode, authority } = sampleSchool(number);
  const person = { name, sex, bornOn };
  const studied: Studied = {
    ...{ stage: 'JUNIOR', outcome: 'GRADUATED' },
    ...{ studiedFrom: civilDate('2023-09-01'), studiedTo: addDays(civilDate('2026-06-20'), number % 9) },
  };
  const serial = `4110822026${String(3000001 + number)}`;
  switch (id) {
    case 'class-roster':
      return printClassRoster(into, sampleRoster(number, ON), mark, code);
    case 'school-roster':
      return printSchoolRoster(into, [sampleRoster(number, ON), sampleRoster(number + 50, ON, '4班')], mark, code);
    case 'registration-card':
      return printRegistrationCards(into, [sampleCard(number, ON)], mark);
    case 'graduate-roster': {
      const entries = [0, 1, 2].map((place) => {
        const one = samplePerson(number + place);
        return { ...one, classWords: '九(1)班', certificateNumber: `4110822026${String(3000001 + number + place)}` };
      });
      const of = { schoolName, schoolCode, certificates: '2026年初中毕业证书', makerName: authority, numberedOn: ON };
      return printGraduateRoster(into, { ...of, entries, keepers: ['学校', '县（市、区）教育行政部门'] }, mark, code);
    }
    case 'certificate': {
      const marks = [
        { mark: 'PRINCIPAL', by: '校长' },
        { mark: 'SCHOOL', by: schoolName },
        { mark: 'COUNTY', by: authority },
      ] as const;
      const of = { ...studied, ...person, schoolName, schoolCode, number: serial, marks, verificationCode: code };
      return printCertificates(into, [of], mark);
    }
    case 'academic-proof': {
      const of = {
        ...studied,
        ...person,
        proofName: '学历证明书',
        schoolName,
        number: `2026-${number + 1}`,
        ordinal: 1,
      };
      const told = { certificateNumber: serial, ground: '毕业证书遗失', purpose: `样例用途${number}`, issuedOn: ON };
      return printAcademicProof(
        into,
        { ...of, ...told, stamps: [schoolName, authority], verificationCode: code },
        mark,
      );
    }
    case 'proof-of-registration':
      return into.printPdf('proof-of-registration', {
        papers: [proofPaper(name, schoolName, registrationNumber, number)],
        mark: markFor('在籍证明', mark, code),
        style: mark.style,
      });
    case 'folder-labels': {
      const labels = [0, 1, 2].map((place) => {
        const one = samplePerson(number + place);
        const of = {
          school: schoolName,
          classGroup: `七(1)班${place + 1}号`,
          name: one.name,
          number: one.registrationNumber,
        };
        return folderLabel(of, `D${String(20260000 + number * 10 + place)}`, '');
      });
      const data = { papers: labels, mark: markFor('学籍档案袋标签', mark, null) };
      return into.printPdf('folder-labels', { ...data, style: mark.style });
    }
    case 'application':
    case 'notice':
    case 'file-receipt':
    case 'send-list': {
      const paper = sampleCasePaper(id, number, ON);
      const title = titleHere(mark, paper.title);
      const data = { papers: [{ ...paper, title }], mark: markFor(title, mark, id === 'send-list' ? null : code) };
      return into.printPdf('case-paper', { ...data, style: mark.style });
    }
    default: {
      const paper = sampleForm(id, number, ON);
      const papers = [{ ...paper, verificationCode: displayVerificationCode(code) }];
      return into.printPdf('form', { papers, mark: markFor(paper.title, mark, null), style: mark.style });
    }
  }
}

const proofPaper = (name: string, schoolName: string, number: string, of: number) => ({
  ...{ schoolName, name, purpose: `样例用途${of}` },
  fields: [
    ['姓名', name],
    ['学校', schoolName],
    ['学段', '初中'],
    ['年级', '2026级七年级'],
    ['学籍状态', '在读'],
    ['学籍号（脱敏）', `${number.slice(0, 7)}********${number.slice(-4)}`],
  ],
  issuedOn: writtenDate(ON),
  validUntil: writtenDate(addDays(ON, 30 + of) as CivilDate),
});
