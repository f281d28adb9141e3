/** 毕业证书: one spread a student, with the photo, the wording, the number and a place for each mark. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { photoToPrint } from '../../cards/card-photo.ts';
import { displayVerificationCode } from '../../issued/verification-code.ts';
import { markFor, type PrintMark } from '../../print-mark.ts';
import type { Typeset } from '../../printing/typesetter.ts';
import type { Printer } from '../../printing/typst-printer.ts';
import { CERTIFICATE_NAMES, MARKS, type Mark } from '../certificate.ts';
import { hanDay, type Studied, studiedWords } from './written-words.ts';

/** A certificate as it is printed. */
export interface CertificatePaper extends Studied {
  schoolName: string;
  schoolCode: string;
  number: string;
  name: string;
  /** 男, 女; empty where it is not recorded as one of the two. */
  sex: string;
  bornOn: CivilDate;
  photo?: Uint8Array | undefined;
  /** 应有的签章, in their order, with the office of each stamp. */
  marks: readonly { mark: Mark; by: string }[];
  verificationCode: string | null;
}

/** Certificates in one document: the last grade of a large school. */
export const MOST_CERTIFICATES = 1000;

const STAGE_LINES = { PRIMARY: '义务教育（小学）', JUNIOR: '义务教育（初中）', SENIOR: '普通高级中学' } as const;

/** Prints the certificates, each on a sheet of its own. Throws RangeError for none and for more than MOST_CERTIFICATES. */
export async function printCertificates(
  printer: Printer,
  certificates: readonly CertificatePaper[],
  mark: PrintMark,
): Promise<Typeset> {
  const [first] = certificates;
  if (!first || certificates.length > MOST_CERTIFICATES) {
    throw new RangeError(`one to ${MOST_CERTIFICATES} certificates are printed at a time`);
  }
  const pictures = await picturesOf(certificates);
  const papers = certificates.map((one, position) => paperOf(one, pictureOf(pictures, position)));
  const title = `${first.schoolName}${CERTIFICATE_NAMES[first.outcome]}`;
  return printer.printPdf('certificate', { papers, mark: markFor(title, mark, null), pictures, style: mark.style });
}

/** The photos by the name that papers give them; a broken one leaves its place free. */
export async function picturesOf(
  papers: readonly { photo?: Uint8Array | undefined }[],
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const [position, { photo }] of papers.entries()) {
    const picture = photo && (await photoToPrint(photo));
    if (picture) pictures.set(nameOf(position), picture);
  }
  return pictures;
}

const nameOf = (position: number): string => `photo-${position}.jpg`;
export const pictureOf = (pictures: ReadonlyMap<string, Uint8Array>, position: number): string =>
  pictures.has(nameOf(position)) ? nameOf(position) : '';

const paperOf = (one: CertificatePaper, photo: string) => ({
  title: CERTIFICATE_NAMES[one.outcome],
  stageLine: STAGE_LINES[one.stage],
  ...{ number: one.number, schoolCode: one.schoolCode, schoolName: one.schoolName, photo },
  ...{ name: one.name, sex: one.sex, bornOn: hanDay(one.bornOn), words: studiedWords(one), on: hanDay(one.studiedTo) },
  marks: one.marks.map(({ mark, by }) => ({ words: MARKS[mark], by, signed: mark === 'PRINCIPAL' })),
  verificationCode: one.verificationCode === null ? null : displayVerificationCode(one.verificationCode),
});
