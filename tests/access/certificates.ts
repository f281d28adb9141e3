/** 证书: a batch of one certificate and an academic proof, of a student of a school of the matrix. */
import type { Institution } from '../../src/authorities/index.ts';
import { caseRows } from '../../src/cases/case.store.ts';
import type { Transaction } from '../../src/db/transaction.ts';
import { dayOf } from '../../src/kernel/civil-date.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApplication } from '../application.ts';
import { LONG_AGO, writing } from '../builders.ts';

/** As if numbered and printed today, without a mark on it. */
export function someCertificates(app: TestApplication, school: Institution, studentId: string) {
  const [certificateBatchId, certificateId, academicProofId] = [newId(), newId(), newId()];
  return writing(app, async (tx) => {
    const today = dayOf(tx.now);
    const caseId = await aProofCase(tx, school, studentId);
    await tx.sql
      .insertInto('registrations')
      .values({
        ...{ student_id: studentId, id: newId(), school_id: school.id, path: school.path, county: school.county },
        ...{ stage: 'PRIMARY', grade: 6, intake_year: 2015, study_mode: '1', state: 'ENROLLED', begun_by: caseId },
        ...{ ended_by: caseId, end_reason: 'GRADUATED', valid_from: LONG_AGO, valid_to: '2021-06-30' },
      })
      .execute();
    const of = { school_id: school.id, path: school.path, stage: 'PRIMARY', outcome: 'GRADUATED' } as const;
    const stub = (id: string) => ({
      ...{ ...of, id, student_id: studentId, name: '李沐辰', gender: '1', born_on: '2014-02-27' },
      ...{ studied_from: LONG_AGO, studied_to: today, paper_id: newId() },
      sealed: app.services.cipher.seal('certificates', id, { code: '00000000000000000' }),
    });
    await tx.sql
      .insertInto('certificate_batches')
      .values({
        ...{ ...of, id: certificateBatchId, case_id: newId(), year: 2026, law_day: today, numbered_by: 'SCHOOL' },
        ...{ maker_id: school.id, maker_name: school.name, student_numbers: false, basis: '编号单位约定' },
        numbered_on: today,
      })
      .execute();
    await tx.sql
      .insertInto('certificates')
      .values({
        ...{ ...stub(certificateId), batch_id: certificateBatchId, number: `${school.code}1`, serial: 1 },
        class_words: '六(1)班',
      })
      .execute();
    await tx.sql
      .insertInto('academic_proofs')
      .values({ ...stub(academicProofId), case_id: caseId, number: '20260001', ordinal: 1, issued_on: today })
      .execute();
    return { certificateBatchId, certificateId, academicProofId };
  });
}

async function aProofCase(tx: Transaction, school: Institution, studentId: string): Promise<string> {
  const id = newId();
  const told = { name: '李沐辰', schoolName: school.name, stage: 'PRIMARY', outcome: 'GRADUATED' };
  const data = { ...told, studentId, proofName: '学历证明', ground: 'LOST', purpose: '升学', earlierProofs: 0 };
  const one = {
    ...({ id, subjectId: school.id, subjectKind: 'INSTITUTION', number: `XL-${school.code}` } as const),
    ...{ kind: 'ACADEMIC_PROOF', workflow: 'academic-proof-school', title: '学历证明', schoolId: school.id },
    ...{ authorityId: school.id, parties: { school: school.id }, path: school.path, counterpartPath: null },
    ...{ lawDay: dayOf(tx.now), data: { ...data, certificateNumber: null }, openedAt: tx.now },
  };
  await tx.together(caseRows(one, newId()));
  return id;
}
