/** 考核成绩存取: results by class group and by student; what is corrected is ended and stays. */
import { type SqlBool, sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import type { Category, Rating, Result, ResultKind, ResultMark, TermOf, Value } from '../assessment.api.ts';

interface Row {
  id: string;
  studentId: string;
  schoolId: string;
  stage: Stage;
  grade: number;
  schoolYear: number;
  term: 1 | 2;
  kind: ResultKind;
  subject: string;
  subjectName: string;
  points: number | null;
  fullPoints: number | null;
  rating: Rating | null;
  mark: ResultMark | null;
  category: Category | null;
  credits: number | null;
  broughtFrom: string | null;
  enteredByName: string;
  enteredAt: Date;
  endedAt: Date | null;
  endReason: string | null;
}

const columns = sql`a.id, a.student_id as "studentId", a.school_id as "schoolId", a.stage, a.grade,
  a.school_year as "schoolYear", a.term, a.kind, a.subject, a.subject_name as "subjectName", a.points::float8 as points,
  a.full_points as "fullPoints", a.rating, a.mark, a.category, a.credits::float8 as credits,
  a.brought_from as "broughtFrom", a.entered_by_name as "enteredByName", a.entered_at as "enteredAt", a.ended_at as "endedAt", a.end_reason as "endReason"`;

const asResult = ({ points, rating, mark, ...rest }: Row): Result => ({
  ...rest,
  value: readValue(points, rating, mark),
});

function readValue(points: number | null, rating: Rating | null, mark: ResultMark | null): Value {
  if (points !== null) return { points };
  return rating !== null ? { rating } : { mark: mark! };
}

/** What counts now of these students at a school, in a term and of a kind; credits are given for the whole school year. */
export async function listTermResults(
  tx: Transaction,
  of: TermOf & { studentIds: readonly string[]; schoolId: string; kind: ResultKind },
): Promise<Result[]> {
  if (of.studentIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${columns} from assessments a
    where ${isOneOf('a.student_id', of.studentIds)} and a.school_id = ${of.schoolId}
      and a.school_year = ${of.schoolYear} and a.kind = ${of.kind} and (a.term = ${of.term} or a.kind = 'CREDITS')
      and a.ended_at is null
    order by a.student_id, a.subject, a.entered_at`.execute(tx.sql);
  return rows.map(asResult);
}

/** Every result of these students that counts, at whatever school in the scope that holds now; with ended ones if asked. */
export async function listResultsOf(
  tx: Transaction,
  studentIds: readonly string[],
  { kinds, ended = false }: { kinds?: readonly ResultKind[]; ended?: boolean } = {},
): Promise<Result[]> {
  if (studentIds.length === 0) return [];
  const ofKinds = kinds ? sql<SqlBool>`a.kind = any(${[...kinds]}::text[])` : sql<SqlBool>`true`;
  const { rows } = await sql<Row>`
    select ${columns} from assessments a
    where ${isOneOf('a.student_id', studentIds)} and ${ofKinds} and (${ended} or a.ended_at is null)
    order by a.student_id, a.school_year desc, a.term desc, a.kind, a.subject, a.entered_at desc`.execute(tx.sql);
  return rows.map(asResult);
}

/** A result that is to be written. */
export interface NewResult {
  studentId: string;
  grade: number;
  subject: string;
  subjectName: string;
  value: Value;
  fullPoints: number | null;
  category: Category | null;
  credits: number | null;
}

/** Who writes, where and of what. */
export interface Entering extends TermOf {
  school: { id: string; path: string };
  classGroupId: string;
  stage: Stage;
  kind: ResultKind;
  /** For what was achieved at another school and is entered from its papers. */
  broughtFrom?: string;
  by: { accountId: string; personName: string };
}

export const resultRows = (tx: Transaction, results: readonly NewResult[], of: Entering): Write => ({
  into: 'assessments',
  rows: results.map(({ studentId, grade, subject, subjectName, value, fullPoints, category, credits }) => ({
    ...{ student_id: studentId, id: tx.newId(), school_id: of.school.id, class_group_id: of.classGroupId },
    ...{ path: of.school.path, stage: of.stage, grade, school_year: of.schoolYear, term: of.term, kind: of.kind },
    ...{ subject, subject_name: subjectName, category, credits },
    ...{ points: value.points ?? null, full_points: value.points === undefined ? null : fullPoints },
    ...{ rating: value.rating ?? null, mark: value.mark ?? null, brought_from: of.broughtFrom ?? null },
    ...{ entered_by: of.by.accountId, entered_by_name: of.by.personName, entered_at: tx.now },
  })),
});

/** Ends results that no longer count. */
export const endResults = (
  tx: Transaction,
  results: readonly Pick<Result, 'studentId' | 'id'>[],
  { by, reason }: { by: { accountId: string }; reason: string | undefined },
): Write =>
  tx.sql
    .updateTable('assessments')
    .set({ ended_by: by.accountId, ended_at: tx.now, end_reason: reason ?? null })
    .where(
      isOneOf(
        'student_id',
        results.map(({ studentId }) => studentId),
      ),
    )
    .where(
      isOneOf(
        'id',
        results.map(({ id }) => id),
      ),
    );

/** Makes everybody who writes results of this class group wait for one another. */
export async function lockClassGroupResults(tx: Transaction, classGroupId: string): Promise<void> {
  await tx.sql.selectFrom('class_groups').select('id').where('id', '=', classGroupId).forNoKeyUpdate().execute();
}

/** Class groups as they sat on a day. */
export interface SeatedOn {
  classGroupIds: readonly string[];
  on: CivilDate;
}

/** Who sat in these class groups on the day, as a join of others. */
export const seatedOn = ({ classGroupIds, on }: SeatedOn) => sql`class_memberships m
  on ${isOneOf('m.class_group_id', classGroupIds)} and m.valid_from <= ${on}
    and (m.valid_to is null or m.valid_to > ${on})`;

/** How many students sat in each. */
export async function countSeated(tx: Transaction, seats: SeatedOn): Promise<ReadonlyMap<string, number>> {
  if (seats.classGroupIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; students: number }>`
    select m.class_group_id as id, count(distinct m.student_id)::int as students
    from (values (1)) one join ${seatedOn(seats)} group by 1`.execute(tx.sql);
  return new Map(rows.map(({ id, students }) => [id, students]));
}

/** How many results of a kind those who sat in each class group have in a term, by subject. */
export async function countTermResults(
  tx: Transaction,
  seats: SeatedOn,
  of: TermOf & { schoolId: string; kind: ResultKind },
): Promise<{ classGroupId: string; subject: string; entered: number }[]> {
  if (seats.classGroupIds.length === 0) return [];
  const { rows } = await sql<{ classGroupId: string; subject: string; entered: number }>`
    select m.class_group_id as "classGroupId", a.subject, count(*)::int as entered
    from assessments a join ${seatedOn(seats)} and m.student_id = a.student_id
    where a.school_id = ${of.schoolId} and a.school_year = ${of.schoolYear} and a.term = ${of.term}
      and a.kind = ${of.kind} and a.ended_at is null
    group by 1, 2`.execute(tx.sql);
  return rows;
}
