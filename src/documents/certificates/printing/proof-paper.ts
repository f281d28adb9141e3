/** 学历证明: the stub above, the proof below it, on one sheet; the seam between them takes the stamp. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { displayVerificationCode } from '../../issued/verification-code.ts';
import { markFor, type PrintMark } from '../../print-mark.ts';
import type { Typeset } from '../../printing/typesetter.ts';
import type { Printer } from '../../printing/typst-printer.ts';
import { CERTIFICATE_NAMES } from '../certificate.ts';
import { pictureOf, picturesOf } from './certificate-paper.ts';
import { hanDay, type Studied, studiedWords } from './written-words.ts';

/** A proof as it is printed. */
export interface AcademicProofPaper extends Studied {
  /** 学历证明书, 学历证明, 证明信. */
  proofName: string;
  schoolName: string;
  number: string;
  /** 第几次. */
  ordinal: number;
  name: string;
  sex: string;
  bornOn: CivilDate;
  photo?: Uint8Array | undefined;
  certificateNumber: string | null;
  ground: string;
  purpose: string;
  issuedOn: CivilDate;
  /** 审核验印的各方, the school first. */
  stamps: readonly string[];
  verificationCode: string | null;
}

/** Prints one proof with its stub. */
export async function printAcademicProof(
  printer: Printer,
  proof: AcademicProofPaper,
  mark: PrintMark,
): Promise<Typeset> {
  const pictures = await picturesOf([proof]);
  const certificate = CERTIFICATE_NAMES[proof.outcome];
  const lost = proof.certificateNumber ? `原${certificate}编号${proof.certificateNumber}` : `原${certificate}`;
  const paper = {
    ...{ title: proof.proofName, number: `第${proof.number}号`, photo: pictureOf(pictures, 0) },
    ...{ name: proof.name, sex: proof.sex, bornOn: hanDay(proof.bornOn), words: studiedWords(proof) },
    ...{ lost: `${lost}。${certificate}按规定不再补发、换发`, schoolName: proof.schoolName },
    ...{ on: hanDay(proof.issuedOn), stamps: proof.stamps },
    stub: [
      ['姓名', proof.name],
      ['性别、出生日期', `${proof.sex}　${proof.bornOn}`],
      ['原证书', `${certificate}　${proof.certificateNumber ?? '编号系统内没有记载'}`],
      ['原因、用途', `${proof.ground}；${proof.purpose}`],
      ['出具', `${proof.issuedOn}，第${proof.ordinal}次`],
    ],
    verificationCode: proof.verificationCode === null ? null : displayVerificationCode(proof.verificationCode),
  };
  const data = { papers: [paper], mark: markFor(proof.proofName, mark, null), pictures, style: mark.style };
  return printer.printPdf('academic-proof', data);
}
