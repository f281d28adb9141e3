/** 在籍证明: says that a child is registered today, for a time, and no more than is wanted; verified by its code, revocable. */
import type { Services } from '../../../access/index.ts';
import { type AuditActor, record } from '../../../audit/record.store.ts';
import { getInstitution, gradeName, intakeName } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { genders, labelOf, maskRegistrationNumber, REGISTRATION_STATES, readRecord } from '../../../students/index.ts';
import { STAGE_WORDS } from '../../cards/card-course.ts';
import { markFor, type PrintMark, writtenDate } from '../../print-mark.ts';
import type { Printer } from '../../printing/typst-printer.ts';
import { styleAt } from '../../styles/style-at.ts';
import { registerPaper, rememberFile } from '../register-paper.ts';
import type { ProofWish } from './proof.api.ts';
import { PROOF_ITEMS, type ProofItem } from './proof-words.api.ts';

/** What stands on the paper. */
export interface ProofPaper {
  schoolName: string;
  name: string;
  /** Everything after the sentence, label and value. */
  fields: (readonly [string, string])[];
  purpose: string;
  issuedOn: string;
  /** The last day on which it holds. */
  validUntil: string;
}

export interface IssuedProof {
  paper: ProofPaper;
  mark: PrintMark;
  code: string;
  paperId: string;
  validUntil: CivilDate;
}

export interface ProofOrder extends ProofWish {
  studentId: string;
  by: AuditActor;
  /** 打印单位: the school, or whoever else the foot of the paper shall name. */
  place: string;
}

/**
 * Registers the proof and leaves an ISSUE_PROOF_OF_REGISTRATION row; printProof then makes the file. The caller has
 * checked that this person may: the registrar of the school, or the child's own family. Refuses NOT_FOUND outside the
 * transaction's scope, LAW_REFUSES for who is not registered any more.
 */
export async function issueProofOfRegistration(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'randomBytes'>,
  { studentId, by, place, days, items, purpose = '' }: ProofOrder,
): Promise<IssuedProof> {
  const held = await readRecord(tx, services, studentId);
  const { open, row, record: student } = held;
  if (!open) {
    const sentence =
      '在籍证明只为在籍学生开具，此学生已不在籍；要证明学历的，请毕业、结业或肄业的学校按规定出具证书或学历证明';
    throw refuse('LAW_REFUSES', { sentence });
  }
  const school = await getInstitution(tx, { id: open.school_id });
  const name = student.name ?? '';
  const told = {
    stage: STAGE_WORDS[open.stage as keyof typeof STAGE_WORDS],
    grade: `${intakeName(open.intake_year)}${gradeName(open.grade)}`,
    state: REGISTRATION_STATES[open.state] ?? '',
  };
  const today = dayOf(tx.now);
  const validTo = addDays(today, days + 1);
  const { code, id } = await registerPaper(tx, services, {
    kind: 'PROOF_OF_REGISTRATION',
    told: { name, school: school.name, ...told },
    ...{ institutionId: school.id, path: row.path, studentId, validTo, by },
  });
  await record(tx, by, {
    action: 'ISSUE_PROOF_OF_REGISTRATION',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: row.path,
    detail: { paper: id, days, items },
  });
  const validUntil = addDays(validTo, -1);
  const more = items.map((item) => [PROOF_ITEMS[item], wordsOf(item, held)] as const);
  return {
    paper: {
      schoolName: school.name,
      name,
      fields: [
        ['姓名', name],
        ['学校', school.name],
        ['学段', told.stage],
        ['年级', told.grade],
        ['学籍状态', told.state],
        ...more,
      ],
      purpose,
      issuedOn: writtenDate(today),
      validUntil: writtenDate(validUntil),
    },
    mark: {
      ...{ place, person: by.personName, printedAt: tx.now },
      style: await styleAt(tx, 'proof-of-registration', school.placeCode),
    },
    ...{ code, paperId: id, validUntil },
  };
}

/** Prints an issued proof, and keeps the digest of its file so that whoever gets it can see that it is unchanged. */
export async function printProof(
  services: Pick<Services, 'db' | 'index'>,
  printer: Printer,
  { paper, mark, code }: IssuedProof,
): Promise<Uint8Array> {
  const { pdf } = await printer.printPdf('proof-of-registration', {
    papers: [paper],
    mark: markFor('在籍证明', mark, code),
    style: mark.style,
  });
  await rememberFile(services, code, pdf);
  return pdf;
}

function wordsOf(item: ProofItem, { record: student, group }: Awaited<ReturnType<typeof readRecord>>): string {
  switch (item) {
    case 'gender':
      return labelOf(genders, student.gender ?? '') ?? '';
    case 'bornOn':
      return student.bornOn ? writtenDate(student.bornOn) : '';
    case 'classGroup':
      return group ? `${group.ordinal}班` : '';
    case 'admittedIn':
      return student.admittedIn ?? '';
    case 'registrationNumber':
      return maskRegistrationNumber(student.registrationNumber ?? '');
  }
}
