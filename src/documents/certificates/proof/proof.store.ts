/** 学历证明存取: former students of a school, and the proofs that were given, which are kept for good. */
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import type { AcademicProof, FormerStudent } from './academic-proof.ts';

const former = (of: { schoolId: string; limit: number }, further: RawBuilder<unknown>) => sql<FormerStudent>`
  select g.student_id as "studentId", k.name, k.gender, k.born_on as "bornOn", g.stage, g.end_reason as outcome,
    (select min(b.valid_from) from registrations b where b.student_id = g.student_id and b.school_id = g.school_id
      and b.stage = g.stage) as "studiedFrom",
    g.valid_to as "studiedTo", s.photo_id as "photoId",
    (select f.number from certificates f where f.student_id = g.student_id and f.school_id = g.school_id
      and f.stage = g.stage and f.outcome = g.end_reason and f.called_back_on is null) as "certificateNumber",
    (select count(*)::int from academic_proofs p where p.student_id = g.student_id and p.school_id = g.school_id
      and p.stage = g.stage) as proofs
  from registrations g
  join key_data k on k.student_id = g.student_id and k.valid_to is null
  join students s on s.id = g.student_id
  where g.school_id = ${of.schoolId} and g.end_reason in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL') ${further}
  order by g.valid_to desc, k.pinyin, g.student_id limit ${of.limit}`;

/** Whose stage ended at the school, by the beginning of the name; the latest first. Reads beyond the school's scope. */
export async function findFormer(
  tx: Transaction,
  of: { schoolId: string; name: string; limit: number },
): Promise<FormerStudent[]> {
  const start = `${of.name.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return (await former(of, sql`and k.name like ${start}`).execute(tx.sql)).rows;
}

/** One of them; undefined for who ended the stage elsewhere or not at all. */
export async function findFormerStudent(
  tx: Transaction,
  of: { schoolId: string; studentId: string; stage: Stage },
): Promise<FormerStudent | undefined> {
  const further = sql`and g.student_id = ${of.studentId} and g.stage = ${of.stage}`;
  return (await former({ ...of, limit: 1 }, further).execute(tx.sql)).rows[0];
}

const PROOF = sql`student_id as "studentId", id, case_id as "caseId", path, school_id as "schoolId", stage, outcome,
  number, ordinal, certificate_number as "certificateNumber", name, gender, born_on as "bornOn",
  studied_from as "studiedFrom", studied_to as "studiedTo", photo_id as "photoId", issued_on as "issuedOn", sealed`;

/** Refuses NOT_FOUND outside the scope that holds. */
export async function getProof(tx: Transaction, id: string): Promise<AcademicProof> {
  const { rows } = await sql<AcademicProof>`select ${PROOF} from academic_proofs where id = ${id}`.execute(tx.sql);
  if (!rows[0]) throw refuse('NOT_FOUND', { what: '此学历证明' });
  return rows[0];
}

/** 存根 of a place, the latest first. */
export async function listProofs(tx: Transaction, path: string, limit: number): Promise<AcademicProof[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<AcademicProof>`
    select ${PROOF} from academic_proofs where path >= ${lo} and path < ${hi}
    order by issued_on desc, number desc limit ${limit}`.execute(tx.sql);
  return rows;
}

/** 存根 of a school that were given in a time, both days included, in the order of their numbers. */
export async function listProofsBetween(
  tx: Transaction,
  of: { schoolId: string; path: string; from: string; to: string; limit: number },
): Promise<AcademicProof[]> {
  const { rows } = await sql<AcademicProof>`
    select ${PROOF} from academic_proofs
    where path = ${of.path} and school_id = ${of.schoolId} and issued_on between ${of.from} and ${of.to}
    order by issued_on, number limit ${of.limit}`.execute(tx.sql);
  return rows;
}

/** Keeps the stub; its place among the student's proofs is taken once, so of two at once the second is refused. */
export async function insertProof(
  tx: Transaction,
  proof: FormerStudent & Pick<AcademicProof, 'id' | 'caseId' | 'number' | 'issuedOn' | 'sealed'> & { paperId: string },
  school: { id: string; path: string },
): Promise<void> {
  await tx.sql
    .insertInto('academic_proofs')
    .values({
      ...{ student_id: proof.studentId, id: proof.id, case_id: proof.caseId, path: school.path, school_id: school.id },
      ...{ stage: proof.stage, outcome: proof.outcome, number: proof.number, ordinal: proof.proofs + 1 },
      ...{ certificate_number: proof.certificateNumber, name: proof.name, gender: proof.gender },
      ...{ born_on: proof.bornOn, studied_from: proof.studiedFrom, studied_to: proof.studiedTo },
      ...{ photo_id: proof.photoId, paper_id: proof.paperId, issued_on: proof.issuedOn, sealed: proof.sealed },
    })
    .execute();
}
