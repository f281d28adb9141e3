/** 权限矩阵的文书: a scan in a student's file, a batch of one certificate, and an academic proof. */
import type { Institution } from '../../src/authorities/index.ts';
import { caseRows } from '../../src/cases/case.store.ts';
import type { Transaction } from '../../src/db/transaction.ts';
import { dayOf } from '../../src/kernel/civil-date.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApplication } from '../application.ts';
import { anAccount, LONG_AGO, writing } from '../builders.ts';
import { aReadablePdf } from '../sample-pdf.ts';

/** Filed today by the school. */
export async function aFiledPaper(app: TestApplication, school: Institution, studentId: string): Promise<string> {
  const registrar = app.as(await anAccount(app, { at: school }));
  const query = new URLSearchParams({ paper: 'HOUSEHOLD', datedOn: '2026-09-01' });
  const file = { name: '户口簿.pdf', bytes: aReadablePdf(1) };
  const { body } = await registrar.upload<{ id: string }>(`/api/students/${studentId}/file/papers?${query}`, file);
  return body.id;
}

/** As if numbered and printed today, without a mark on it. */
export function someCertificates(app: TestApplication, school: Institution, studentId: string) {
  const [certificateBatchId, certificateId, academicProofId] = [newId(), newId(), newId()];
  return writing(app, async (tx) => {
    const today = dayOf(tx.now);
    const caseId = await aCase(tx, school, {
      ...{ kind: 'ACADEMIC_PROOF', workflow: 'academic-proof-school', stage: 'PRIMARY', outcome: 'GRADUATED' },
      ...{ studentId, name: '李沐辰', schoolName: school.name, proofName: '学历证明', ground: 'LOST' },
      ...{ purpose: '升学', earlierProofs: 0, certificateNumber: null },
    });
    const certificateCaseId = await aCase(tx, school, {
      ...{ kind: 'CERTIFICATE_BATCH', workflow: 'certificates-school', stage: 'PRIMARY', outcome: 'GRADUATED' },
      ...{ year: 2026, schoolName: school.name, students: 1, numberedBy: 'SCHOOL', makerName: school.name },
      ...{ basis: '编号单位约定', marks: ['SCHOOL'] },
    });
    await tx.sql
      .insertInto('registrations')
      .values({
        ...{ student_id: studentId, id: newId(), school_id: school.id, path: school.path, county: school.county },
        ...{ stage: 'PRIMARY', grade: 6, intake_year: 2015, study_mode: '1', state: 'ENROLLED', begun_by: caseId },
        ...{ ended_by: caseId, end_reason: 'GRADUATED', valid_from: LONG_AGO, valid_to: '2021-06-30' },
      })
      .execute();
    const of = { school_id: school.id, path: school.path, stage: 'PRIMARY', outcome: 'GRADUATED' } as const;
    const stub = (table: 'certificates' | 'academic_proofs', id: string) => ({
      ...{ ...of, id, student_id: studentId, name: '李沐辰', gender: '1', born_on: '2014-02-27' },
      ...{ studied_from: LONG_AGO, studied_to: today, paper_id: newId() },
      sealed: app.services.cipher.seal(table, id, { code: '00000000000000000' }),
    });
    await tx.sql
      .insertInto('graduation_results')
      .values({
        ...{ ...of, student_id: studentId, year: 2026, facts: '{}', version: 1, entered_by: newId() },
        ...{ entered_by_name: '周志强', entered_at: tx.now, grounds: '[]', case_id: caseId },
      })
      .execute();
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
        ...{
          ...stub('certificates', certificateId),
          batch_id: certificateBatchId,
          number: `${school.code}1`,
          serial: 1,
        },
        class_words: '六(1)班',
      })
      .execute();
    await tx.sql
      .insertInto('academic_proofs')
      .values({
        ...stub('academic_proofs', academicProofId),
        case_id: caseId,
        number: '20260001',
        ordinal: 1,
        issued_on: today,
      })
      .execute();
    return { certificateBatchId, certificateCaseId, certificateId, academicProofId };
  });
}

/** A case of the school with nothing but what it holds. */
async function aCase(
  tx: Transaction,
  school: Institution,
  { kind, workflow, ...data }: { kind: string; workflow: string } & Record<string, unknown>,
): Promise<string> {
  const id = newId();
  const one = {
    ...({ id, subjectId: school.id, subjectKind: 'INSTITUTION', number: `${kind}-${school.code}` } as const),
    ...{ kind, workflow, title: '证书', schoolId: school.id, authorityId: school.id },
    ...{ parties: { school: school.id }, path: school.path, counterpartPath: null },
    ...{ lawDay: dayOf(tx.now), data, openedAt: tx.now },
  };
  await tx.together(caseRows(one, newId()));
  return id;
}
