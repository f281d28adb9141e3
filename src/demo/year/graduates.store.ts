/** 演示毕业: the end of a class group's stage as a decided list leaves it, and the certificates made from it. */
import { sql } from 'kysely';
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { registerPapers } from '../../documents/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { idOf } from '../chance.ts';
import type { PlannedClassGroup } from '../region/class-groups.ts';
import type { PlannedSchool } from '../region/directory.ts';
import type { PlannedAccount } from '../region/posts.ts';

/** Whose stage ended, where, by which case and when; entered by the registrar. */
export interface Graduated {
  school: PlannedSchool;
  group: PlannedClassGroup;
  studentIds: readonly string[];
  caseId: string;
  year: number;
  on: CivilDate;
  by: PlannedAccount;
}

/** Results with their outcome; registrations, seats and the class group end on the day, nobody stands on the roster. */
export async function insertGraduation(tx: Transaction, one: Graduated): Promise<void> {
  const { school, group, studentIds, caseId, year, on, by } = one;
  const grounds = [{ sentence: '修业期满，本地没有另定毕业标准，准予毕业', chip: null }];
  await tx.together({
    into: 'graduation_results',
    rows: studentIds.map((id) => ({
      ...{ student_id: id, school_id: school.id, stage: group.stage, year, path: school.path, version: 1 },
      ...{ facts: JSON.stringify({ finished: true }), outcome: 'GRADUATED', grounds: JSON.stringify(grounds) },
      ...{ case_id: caseId, entered_by: by.id, entered_by_name: by.personName, entered_at: tx.now },
    })),
  });
  const ids = sql`any(${[...studentIds]}::uuid[])`;
  await sql`update registrations set valid_to = ${on}, end_reason = 'GRADUATED', ended_by = ${caseId}
    where student_id = ${ids}`.execute(tx.sql);
  await sql`update class_memberships set valid_to = ${on} where student_id = ${ids}`.execute(tx.sql);
  await sql`delete from roster where county = ${school.county} and student_id = ${ids}`.execute(tx.sql);
  await sql`update class_groups set valid_to = ${on} where id = ${group.id}`.execute(tx.sql);
}

const STAGE = '小学';

/** Numbered by the school, sealed, and handed over but to the last few. */
export async function insertCertificates(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'randomBytes'>,
  { school, group, studentIds, year, on, by }: Graduated,
  { caseId, waiting }: { caseId: string; waiting: number },
): Promise<{ batchId: string; first: string; last: string }> {
  const made = tx.now.getTime();
  const batchId = idOf(`certificates/${school.code}/${year}`, made);
  const of = { path: school.path, school_id: school.id, stage: group.stage, outcome: 'GRADUATED' };
  const students = await tx.sql
    .selectFrom('key_data')
    .select(['student_id as id', 'name', 'gender', 'born_on'])
    .where('student_id', '=', sql<string>`any(${[...studentIds]}::uuid[])`)
    .orderBy('pinyin')
    .orderBy('student_id')
    .execute();
  const stubs = students.map(({ id, name, gender, born_on }, place) => ({
    ...{ ...of, student_id: id, id: idOf(`certificate/${id}`, made), batch_id: batchId, serial: place + 1 },
    ...{ number: `${school.code}${year}1${String(place + 1).padStart(4, '0')}`, name, gender, born_on },
    ...{ studied_from: group.validFrom, studied_to: on, class_words: group.name, photo_id: null },
    ...(place < students.length - waiting
      ? { handed_on: on, handed_to: '本人', handed_by_name: by.personName }
      : { handed_on: null, handed_to: null, handed_by_name: null }),
  }));
  const papers = await registerPapers(
    tx,
    services,
    stubs.map(({ name, number, student_id }) => ({
      kind: 'CERTIFICATE' as const,
      told: {
        ...{ name, school: school.name, stage: STAGE, outcome: '毕业', endedOn: on },
        serial: `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}`,
      },
      ...{ institutionId: school.id, path: school.path, studentId: student_id },
      by: { accountId: by.id, personName: by.personName },
    })),
  );
  await tx.together(
    {
      into: 'certificate_batches',
      rows: [
        {
          ...{ ...of, id: batchId, case_id: caseId, year, law_day: on, numbered_by: 'SCHOOL', maker_id: school.id },
          ...{ maker_name: school.name, student_numbers: false, basis: '编号单位约定', numbered_on: on },
        },
      ],
    },
    {
      into: 'number_holders',
      rows: stubs.map(({ number, student_id }) => ({
        number_hash: services.index.blindIndex('certificate-number', `${school.id}/${number}`),
        student_id,
      })),
    },
    {
      into: 'certificate_marks',
      rows: [
        {
          ...{ batch_id: batchId, mark: 'SCHOOL', path: school.path, marked_on: on, institution_name: school.name },
          ...{ account_id: by.id, person_name: by.personName, reason: null },
        },
      ],
    },
  );
  await tx.together({
    into: 'certificates',
    rows: stubs.map((stub, place) => ({
      ...{ ...stub, paper_id: papers[place]!.id },
      sealed: services.cipher.seal('certificates', stub.id, { code: papers[place]!.code }),
    })),
  });
  return { batchId, first: stubs[0]!.number, last: stubs.at(-1)!.number };
}
