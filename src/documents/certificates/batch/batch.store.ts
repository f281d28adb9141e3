/** 证书批次存取: batches, the marks on them and their stubs; nothing of it is ever deleted. */
import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Batch, Certificate, RecordedMark, WhichCertificates } from '../certificate.ts';

const BATCH = sql`b.id, b.case_id as "caseId", b.school_id as "schoolId", b.path, b.stage, b.year, b.outcome,
  b.law_day as "lawDay", b.numbered_by as "numberedBy", b.maker_id as "makerId", b.maker_name as "makerName",
  b.student_numbers as "studentNumbers", b.basis, b.numbered_on as "numberedOn"`;

const CERTIFICATE = sql`f.student_id as "studentId", f.id, f.batch_id as "batchId", f.path, f.school_id as "schoolId",
  f.stage, f.outcome, f.number, f.serial, f.name, f.gender, f.born_on as "bornOn", f.studied_from as "studiedFrom",
  f.studied_to as "studiedTo", f.class_words as "classWords", f.photo_id as "photoId", f.paper_id as "paperId", f.sealed,
  f.handed_on as "handedOn", f.handed_to as "handedTo", f.handed_by_name as "handedByName",
  f.called_back_on as "calledBackOn", f.call_back_reason as "callBackReason"`;

/** A batch with how far it is. */
export interface BatchRow extends Batch {
  students: number;
  handed: number;
  calledBack: number;
  marks: string[];
}

/** The batches of a place in a year, the latest first. */
export async function listBatches(tx: Transaction, path: string, year: number, limit: number): Promise<BatchRow[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<BatchRow>`
    select ${BATCH}, count(f.id)::int as students, count(f.handed_on)::int as handed,
      count(f.called_back_on)::int as "calledBack",
      (select coalesce(array_agg(m.mark), '{}') from certificate_marks m where m.batch_id = b.id) as marks
    from certificate_batches b
    left join certificates f on f.batch_id = b.id
    where b.path >= ${lo} and b.path < ${hi} and b.year = ${year}
    group by b.id order by b.numbered_on desc, b.id desc limit ${limit}`.execute(tx.sql);
  return rows;
}

/** Refuses NOT_FOUND outside the scope that holds. */
export async function getBatch(tx: Transaction, id: string): Promise<Batch> {
  const { rows } = await sql<Batch>`select ${BATCH} from certificate_batches b where b.id = ${id}`.execute(tx.sql);
  if (!rows[0]) throw refuse('NOT_FOUND', { what: '此批证书' });
  return rows[0];
}

/** In the order of the roster. */
export async function listCertificates(tx: Transaction, batchId: string): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select ${CERTIFICATE} from certificates f where f.batch_id = ${batchId} order by f.serial`.execute(tx.sql);
  return rows;
}

/** Certificates by their ids, in no order. */
export async function certificatesById(tx: Transaction, ids: readonly string[]): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select ${CERTIFICATE} from certificates f where f.id = any(${[...ids]}::uuid[])`.execute(tx.sql);
  return rows;
}

/** Every certificate that a student got in the scope that holds, newest first. */
export async function certificatesOf(tx: Transaction, studentId: string): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select ${CERTIFICATE} from certificates f
    where f.student_id = ${studentId} order by f.studied_to desc, f.id desc`.execute(tx.sql);
  return rows;
}

/** 存根 of a place by the beginning of a name or a number; those of the latest years first. */
export async function searchStubs(tx: Transaction, path: string, text: string, limit: number): Promise<Certificate[]> {
  const { lo, hi } = rangeOf(path);
  const start = `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Certificate>`
    select ${CERTIFICATE} from certificates f
    where f.path >= ${lo} and f.path < ${hi} and (f.name like ${start} or f.number like ${start})
    order by f.studied_to desc, f.number limit ${limit}`.execute(tx.sql);
  return rows;
}

/** 结业、肄业存根 of a school that were numbered in a time, both days included, in the order of the numbers. */
export async function listCompletionStubs(
  tx: Transaction,
  of: { schoolId: string; path: string; from: string; to: string; limit: number },
): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select ${CERTIFICATE} from certificate_batches b join certificates f on f.batch_id = b.id
    where b.path = ${of.path} and b.school_id = ${of.schoolId} and b.outcome in ('COMPLETED', 'LEFT_PARTIAL')
      and b.numbered_on between ${of.from} and ${of.to}
    order by b.numbered_on, b.id, f.serial limit ${of.limit}`.execute(tx.sql);
  return rows;
}

/** Of these students, those who hold a certificate of the stage that counts. */
export async function holdersAmong(
  tx: Transaction,
  of: { schoolId: string } & Omit<WhichCertificates, 'year'>,
  studentIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select student_id as id from certificates
    where student_id = any(${[...studentIds]}::uuid[]) and school_id = ${of.schoolId} and stage = ${of.stage}
      and outcome = ${of.outcome} and called_back_on is null`.execute(tx.sql);
  return new Set(rows.map(({ id }) => id));
}

export async function listMarks(tx: Transaction, batchId: string): Promise<RecordedMark[]> {
  const { rows } = await sql<RecordedMark>`
    select mark, marked_on as "on", institution_name as "institutionName", person_name as "personName", reason
    from certificate_marks where batch_id = ${batchId} order by marked_on, mark`.execute(tx.sql);
  return rows;
}

/** Records a mark; false where it stands already. */
export async function insertMark(
  tx: Transaction,
  batch: Pick<Batch, 'id' | 'path'>,
  mark: RecordedMark & { accountId: string },
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('certificate_marks')
    .values({
      ...{ batch_id: batch.id, path: batch.path, mark: mark.mark, marked_on: mark.on },
      ...{ institution_name: mark.institutionName, account_id: mark.accountId },
      ...{ person_name: mark.personName, reason: mark.reason },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark')
    .executeTakeFirst();
  return row !== undefined;
}

/** What was handed over: fewer ids than asked for where somebody was quicker. */
export async function handCertificates(
  tx: Transaction,
  certificates: readonly Pick<Certificate, 'studentId' | 'id'>[],
  { on, to, byName }: { on: string; to: string; byName: string },
): Promise<number> {
  const { rows } = await sql`
    update certificates f set handed_on = ${on}, handed_to = ${to}, handed_by_name = ${byName}
    ${ofThese(certificates)} and f.handed_on is null and f.called_back_on is null returning f.id`.execute(tx.sql);
  return rows.length;
}

/** Calls certificates back, each once. */
export async function callBack(
  tx: Transaction,
  certificates: readonly Pick<Certificate, 'studentId' | 'id'>[],
  { on, byName, reason }: { on: string; byName: string; reason: string },
): Promise<number> {
  const { rows } = await sql`
    update certificates f set called_back_on = ${on}, called_back_by_name = ${byName}, call_back_reason = ${reason}
    ${ofThese(certificates)} and f.called_back_on is null returning f.id`.execute(tx.sql);
  return rows.length;
}

const ofThese = (certificates: readonly Pick<Certificate, 'studentId' | 'id'>[]) => sql<SqlBool>`
  from unnest(${certificates.map(({ studentId }) => studentId)}::uuid[], ${certificates.map(({ id }) => id)}::uuid[])
    as m (student_id, id)
  where f.student_id = m.student_id and f.id = m.id`;
