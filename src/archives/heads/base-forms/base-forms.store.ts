/** 学籍表核对存取: forms that were looked through in a term, and class groups that were signed off. */
import { sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { TermOfYear } from '../gaps/file-term.ts';

type InTerm = Pick<TermOfYear, 'schoolYear' | 'term'>;

export interface FormCheck {
  studentId: string;
  id: string;
  classGroupId: string;
  schoolYear: number;
  term: 1 | 2;
  sealed: Buffer;
  enteredByName: string;
  enteredAt: Date;
}

/** The last check of each of these students, whatever the term and class group. */
export async function listLastChecks(tx: Transaction, studentIds: readonly string[]): Promise<FormCheck[]> {
  const { rows } = await sql<FormCheck>`
    select distinct on (student_id) student_id as "studentId", id, class_group_id as "classGroupId",
      school_year as "schoolYear", term, sealed, entered_by_name as "enteredByName", entered_at as "enteredAt"
    from base_form_checks
    where student_id = any(${[...studentIds]}::uuid[]) and replaced_at is null
    order by student_id, school_year desc, term desc, entered_at desc`.execute(tx.sql);
  return rows;
}

/** Ends what a class group's students were checked with before in the term. */
export async function replaceChecks(
  tx: Transaction,
  { classGroupId, studentIds, schoolYear, term }: { classGroupId: string; studentIds: readonly string[] } & InTerm,
): Promise<void> {
  await tx.sql
    .updateTable('base_form_checks')
    .set({ replaced_at: tx.now })
    .where(isOneOf('student_id', studentIds))
    .where('class_group_id', '=', classGroupId)
    .where('school_year', '=', schoolYear)
    .where('term', '=', term)
    .where('replaced_at', 'is', null)
    .execute();
}

export interface Checking extends InTerm {
  classGroupId: string;
  path: string;
  by: { accountId: string; personName: string };
}

/** Rows of new checks. */
export const checkRows = (
  tx: Transaction,
  checks: readonly Pick<FormCheck, 'studentId' | 'id' | 'sealed'>[],
  { classGroupId, path, schoolYear, term, by }: Checking,
): Write => ({
  into: 'base_form_checks',
  rows: checks.map(({ studentId, id, sealed }) => ({
    ...{ student_id: studentId, id, class_group_id: classGroupId, path, school_year: schoolYear, term, sealed },
    ...{ entered_by: by.accountId, entered_by_name: by.personName, entered_at: tx.now },
  })),
});

export interface SignOff extends InTerm {
  classGroupId: string;
  students: number;
  lacking: number;
  signedByName: string;
  signedAt: Date;
  reviewedByName: string | null;
  reviewedAt: Date | null;
}

/** Signatures of these class groups in a term. */
export async function listSignOffs(
  tx: Transaction,
  classGroupIds: readonly string[],
  { schoolYear, term }: InTerm,
): Promise<SignOff[]> {
  const rows = await tx.sql
    .selectFrom('base_form_sign_offs')
    .select(['class_group_id as classGroupId', 'school_year as schoolYear', 'term', 'students', 'lacking'])
    .select(['signed_by_name as signedByName', 'signed_at as signedAt'])
    .select(['reviewed_by_name as reviewedByName', 'reviewed_at as reviewedAt'])
    .where(isOneOf('class_group_id', classGroupIds))
    .where('school_year', '=', schoolYear)
    .where('term', '=', term)
    .execute();
  return rows as SignOff[];
}

/** Signs a class group off; signing again asks for a new review. */
export async function putSignOff(
  tx: Transaction,
  { classGroupId, path, schoolYear, term, by }: Checking,
  { students, lacking }: { students: number; lacking: number },
): Promise<void> {
  const signed = { students, lacking, signed_by: by.accountId, signed_by_name: by.personName, signed_at: tx.now };
  await tx.sql
    .insertInto('base_form_sign_offs')
    .values({ class_group_id: classGroupId, school_year: schoolYear, term, path, ...signed })
    .onConflict((conflict) =>
      conflict
        .columns(['class_group_id', 'school_year', 'term'])
        .doUpdateSet({ ...signed, reviewed_by: null, reviewed_by_name: null, reviewed_at: null }),
    )
    .execute();
}

/** The leader has looked at what the class teacher signed; false where somebody was quicker. */
export async function markReviewed(
  tx: Transaction,
  { classGroupId, schoolYear, term, by }: Omit<Checking, 'path'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('base_form_sign_offs')
    .set({ reviewed_by: by.accountId, reviewed_by_name: by.personName, reviewed_at: tx.now })
    .where('class_group_id', '=', classGroupId)
    .where('school_year', '=', schoolYear)
    .where('term', '=', term)
    .where('reviewed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How many students of each class group were checked in the term. */
export async function countChecked(
  tx: Transaction,
  classGroupIds: readonly string[],
  { schoolYear, term }: InTerm,
): Promise<Map<string, Set<string>>> {
  const rows = await tx.sql
    .selectFrom('base_form_checks')
    .select(['class_group_id as classGroupId', 'student_id as studentId'])
    .where(isOneOf('class_group_id', classGroupIds))
    .where('school_year', '=', schoolYear)
    .where('term', '=', term)
    .where('replaced_at', 'is', null)
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ classGroupId }) => classGroupId)].map(([id, of]) => [
      id,
      new Set(of.map(({ studentId }) => studentId)),
    ]),
  );
}
