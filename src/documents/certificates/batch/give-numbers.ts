/** 证书编号: numbers for a whole list in one act, in the order of the roster; each stub is written with its number. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { auditRows } from '../../../audit/record.store.ts';
import { classGroupName, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type Graduate, OUTCOMES } from '../../../graduation/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { lastSerialOf, lockSeries, numberOf, numbersInForce, takeSerials } from '../../../numbering/index.ts';
import { registerPapers } from '../../issued/register-paper.ts';
import { batchTitle, CERTIFICATE_STAGES, numberInPart, type WhichCertificates } from '../certificate.ts';
import { bearsStudentNumber, type CertificateAsking } from '../law/certificate-law.ts';
import { type CertificateForm, certificateDigits, certificateForm, certificateSeries } from '../law/number-form.ts';
import { listPaperFacts } from './batch-cases.store.ts';
import { certificateAsking, listWaiting, type NumberingOffice, numberingOffice } from './waiting.ts';

type Needs = Pick<Services, 'law' | 'newId' | 'index' | 'randomBytes' | 'cipher'>;

export interface Numbering {
  school: Institution;
  caseId: string;
  which: WhichCertificates;
}

export interface NumberedBatch {
  batchId: string;
  students: number;
  first: string;
  last: string;
}

/**
 * Numbers everybody of the list who holds no certificate: all or none. The series stays locked until the transaction ends,
 * so that batches that are decided at once leave no gap and no double. Refuses CONFLICT where nobody is left, or a student
 * whose number the certificate must bear has none. In the transaction of the case, beyond the actor's scope.
 */
export async function giveNumbers(
  services: Needs,
  tx: Transaction,
  actor: Actor,
  { school, caseId, which }: Numbering,
): Promise<NumberedBatch> {
  await lockSeries(tx, `CERTIFICATES/${school.id}`); // two lists of one school must not hold the same student
  const waiting = await listWaiting(tx, school.id, which);
  const [first] = waiting;
  if (!first) throw refuse('CONFLICT', { what: '名单上的学生都已有证书，请撤回此件' });
  const day = dayOf(tx.now);
  const asking = certificateAsking({ law: services.law, school, day }, which);
  const office = await numberingOffice(tx, asking, first);
  const numbers = await numbersFor(services, tx, { school, which, asking, office, waiting });
  const batchId = services.newId();
  const facts = await listPaperFacts(tx, { schoolId: school.id, stage: which.stage }, idsOf(waiting));
  const stubs = waiting.map((one, place) => {
    const { studiedFrom, photoId } = facts.get(one.studentId)!;
    return {
      ...{ student_id: one.studentId, id: services.newId(), batch_id: batchId, path: school.path },
      ...{ school_id: school.id, stage: which.stage, outcome: which.outcome, number: numbers.given[place]! },
      ...{ serial: place + 1, name: one.name, gender: one.gender, born_on: one.bornOn },
      ...{ studied_from: studiedFrom, studied_to: one.on, class_words: classWordsOf(one), photo_id: photoId },
    };
  });
  const registered = await registerPapers(
    tx,
    services,
    stubs.map((stub) => ({
      kind: 'CERTIFICATE' as const,
      told: {
        ...{ name: stub.name, school: school.name, stage: CERTIFICATE_STAGES[which.stage] },
        ...{ outcome: OUTCOMES[which.outcome], endedOn: stub.studied_to, serial: numberInPart(stub.number) },
      },
      ...{ institutionId: school.id, path: school.path, studentId: stub.student_id, by: asAuditActor(actor) },
    })),
  );
  const held = (number: string) =>
    services.index.blindIndex('certificate-number', `${numbers.student ? school.id : office.maker.id}/${number}`);
  const detail = { case: caseId, batch: batchId, outcome: which.outcome, basis: numbers.basis };
  await tx.together(
    {
      into: 'certificate_batches',
      rows: [
        {
          ...{ id: batchId, case_id: caseId, school_id: school.id, path: school.path, ...inSnake(which) },
          ...{ law_day: day, numbered_by: office.numberedBy, maker_id: office.maker.id },
          ...{ maker_name: office.maker.name, student_numbers: numbers.student, basis: numbers.basis },
          numbered_on: day,
        },
      ],
    },
    {
      into: 'number_holders',
      rows: stubs.map(({ number, student_id }) => ({ number_hash: held(number), student_id })),
    },
    auditRows(tx, asAuditActor(actor), [
      ...stubs.map(({ student_id, serial }) => ({
        action: 'NUMBER_CERTIFICATE',
        subjectKind: 'STUDENT' as const,
        subjectId: student_id,
        path: school.path,
        detail: { ...detail, serial },
      })),
    ]),
  );
  await tx.together({
    into: 'certificates',
    rows: stubs.map((stub, place) => {
      const { id: paperId, code } = registered[place]!;
      return { ...stub, paper_id: paperId, sealed: services.cipher.seal('certificates', stub.id, { code }) };
    }),
  });
  return { batchId, students: stubs.length, first: numbers.given[0]!, last: numbers.given.at(-1)! };
}

interface Wanted {
  school: Institution;
  which: WhichCertificates;
  asking: CertificateAsking;
  office: NumberingOffice;
  waiting: readonly Graduate[];
}

async function numbersFor(
  { law }: Pick<Services, 'law'>,
  tx: Transaction,
  { school, which, asking, office, waiting }: Wanted,
): Promise<{ given: string[]; basis: string; student: boolean }> {
  const { numberedBy, maker } = office;
  if (bearsStudentNumber(asking, numberedBy)) {
    return { given: await numbersOfStudents(tx, waiting), basis: '编号与学号一致', student: true };
  }
  const form = certificateForm({ law, numberedBy, maker, day: dayOf(tx.now) }, which);
  const digits = certificateDigits(school, which);
  const first = await takeWithin(tx, form, certificateSeries(form, maker.id, digits), { count: waiting.length, which });
  const given = waiting.map((_, place) => numberOf(form.pattern, digits, first + place));
  return { given, basis: form.basis, student: false };
}

async function takeWithin(
  tx: Transaction,
  { pattern }: CertificateForm,
  series: string,
  { count, which }: { count: number; which: WhichCertificates },
): Promise<number> {
  const first = await takeSerials(tx, series, count);
  if (first + count - 1 <= lastSerialOf(pattern)) return first;
  const what = `${batchTitle(which)}编号的顺序号只有${pattern.serialWidth}位，已不够编，请先改编排式`;
  throw refuse('BAD_INPUT', { what });
}

/** 校内学号 of each. */
async function numbersOfStudents(tx: Transaction, waiting: readonly Graduate[]): Promise<string[]> {
  const held = await numbersInForce(tx, idsOf(waiting));
  const numberFor = (studentId: string) => held.get(studentId)?.find(({ kind }) => kind === 'SCHOOL')?.number;
  const without = waiting.filter(({ studentId }) => numberFor(studentId) === undefined);
  if (without.length > 0) {
    const names = without.slice(0, 5).map(({ name }) => name);
    const what = `${names.join('、')}${without.length > 5 ? `等${without.length}人` : ''}还没有校内学号`;
    throw refuse('CONFLICT', { what: `证书编号须与学号一致，${what}，请先编校内学号` });
  }
  return waiting.map(({ studentId }) => numberFor(studentId)!);
}

const idsOf = (graduates: readonly Graduate[]) => graduates.map(({ studentId }) => studentId);
const inSnake = ({ stage, year, outcome }: WhichCertificates) => ({ stage, year, outcome });

/** 九(1)班; empty for who sat in none. */
export const classWordsOf = ({ grade, classGroupOrdinal }: Pick<Graduate, 'grade' | 'classGroupOrdinal'>): string =>
  classGroupOrdinal === null ? '' : classGroupName(grade, classGroupOrdinal);
