/** 综合素质报告存取: versions of reports; the one that counts is not ended. */
import { sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { Stage } from '../../../policy/index.ts';
import type { TermOf } from '../assessment.api.ts';
import { type SeatedOn, seatedOn } from '../results/result.store.ts';
import type { Occasion, QualityReport, Ratings } from './quality.api.ts';

const COLUMNS = [
  'id',
  'student_id as studentId',
  'school_id as schoolId',
  'stage',
  'grade',
  'school_year as schoolYear',
  'term',
  'occasion',
  'ratings',
  'teacher_words as teacherWords',
  'version',
  'brought_from as broughtFrom',
  'entered_by_name as enteredByName',
  'entered_at as enteredAt',
  'signed_by_name as signedByName',
  'signed_at as signedAt',
  'ended_at as endedAt',
  'end_reason as endReason',
] as const;

/** What counts now of these students at a school. */
export async function listTermReports(
  tx: Transaction,
  of: TermOf & { studentIds: readonly string[]; schoolId: string; occasion: Occasion },
): Promise<QualityReport[]> {
  if (of.studentIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('quality_reports')
    .select(COLUMNS)
    .where(isOneOf('student_id', of.studentIds))
    .where('school_id', '=', of.schoolId)
    .where('school_year', '=', of.schoolYear)
    .where('term', '=', of.term)
    .where('occasion', '=', of.occasion)
    .where('ended_at', 'is', null)
    .execute();
  return rows as unknown as QualityReport[];
}

/** All reports of these students in the scope that holds now, latest first; with ended versions if asked. */
export async function listReportsOf(
  tx: Transaction,
  studentIds: readonly string[],
  { ended = false }: { ended?: boolean } = {},
): Promise<QualityReport[]> {
  if (studentIds.length === 0) return [];
  let query = tx.sql
    .selectFrom('quality_reports')
    .select(COLUMNS)
    .where(isOneOf('student_id', studentIds))
    .orderBy('student_id')
    .orderBy('school_year', 'desc')
    .orderBy('term', 'desc')
    .orderBy('occasion')
    .orderBy('version', 'desc');
  if (!ended) query = query.where('ended_at', 'is', null);
  return (await query.execute()) as unknown as QualityReport[];
}

export interface NewReport {
  studentId: string;
  grade: number;
  ratings: Ratings;
  teacherWords: string;
  version: number;
  /** A correction of a signed report is signed by who makes it. */
  signed: boolean;
}

export interface Reporting extends TermOf {
  school: { id: string; path: string };
  classGroupId: string;
  stage: Stage;
  occasion: Occasion;
  /** For a report of another school that is entered from its papers. */
  broughtFrom?: string;
  by: { accountId: string; personName: string };
}

export const reportRows = (tx: Transaction, reports: readonly NewReport[], of: Reporting): Write => ({
  into: 'quality_reports',
  rows: reports.map(({ studentId, grade, ratings, teacherWords, version, signed }) => ({
    ...{ student_id: studentId, id: tx.newId(), school_id: of.school.id, class_group_id: of.classGroupId },
    ...{ path: of.school.path, stage: of.stage, grade, school_year: of.schoolYear, term: of.term },
    ...{ occasion: of.occasion, ratings: JSON.stringify(ratings), teacher_words: teacherWords, version },
    brought_from: of.broughtFrom ?? null,
    ...{ entered_by: of.by.accountId, entered_by_name: of.by.personName, entered_at: tx.now },
    ...(signed ? { signed_by: of.by.accountId, signed_by_name: of.by.personName, signed_at: tx.now } : {}),
  })),
});

type Named = readonly Pick<QualityReport, 'studentId' | 'id'>[];

/** Ends versions that another one replaces. */
export const endReports = (
  tx: Transaction,
  reports: Named,
  { by, reason }: { by: { accountId: string }; reason: string | undefined },
): Write =>
  tx.sql
    .updateTable('quality_reports')
    .set({ ended_by: by.accountId, ended_at: tx.now, end_reason: reason ?? null })
    .where(oneOf(reports, 'studentId', 'student_id'))
    .where(oneOf(reports, 'id', 'id'));

/** Puts the class teacher's name under them. */
export const signReports = (tx: Transaction, reports: Named, by: { accountId: string; personName: string }): Write =>
  tx.sql
    .updateTable('quality_reports')
    .set({ signed_by: by.accountId, signed_by_name: by.personName, signed_at: tx.now })
    .where(oneOf(reports, 'studentId', 'student_id'))
    .where(oneOf(reports, 'id', 'id'));

const oneOf = (reports: Named, key: 'studentId' | 'id', column: string) =>
  isOneOf(
    column,
    reports.map((one) => one[key]),
  );

/** How many reports of those who sat in each class group are written and signed in a term. */
export async function countTermReports(
  tx: Transaction,
  seats: SeatedOn,
  of: TermOf & { schoolId: string },
): Promise<{ classGroupId: string; occasion: Occasion; written: number; signed: number }[]> {
  if (seats.classGroupIds.length === 0) return [];
  const { rows } = await sql<{ classGroupId: string; occasion: Occasion; written: number; signed: number }>`
    select m.class_group_id as "classGroupId", q.occasion, count(*)::int as written, count(q.signed_at)::int as signed
    from quality_reports q join ${seatedOn(seats)} and m.student_id = q.student_id
    where q.school_id = ${of.schoolId} and q.school_year = ${of.schoolYear} and q.term = ${of.term}
      and q.ended_at is null
    group by 1, 2`.execute(tx.sql);
  return rows;
}
