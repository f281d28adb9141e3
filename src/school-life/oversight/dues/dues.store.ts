/** 到期事项存取: probations that end, hardship recognised before this school year, and failed finals without a make-up. */
import { type SqlBool, sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import { PASSING, type TermOf } from '../../assessments/assessment.api.ts';

/** Whose: of these schools, and of some class groups where they are named. */
export interface OfSchools {
  /** The roster lies by county and path. */
  schools: readonly { path: string; county: string }[];
  classGroupIds?: readonly string[] | undefined;
}

const within = ({ schools, classGroupIds }: OfSchools) => sql<SqlBool>`
  r.county = any(${[...new Set(schools.map(({ county }) => county))]}::text[])
  and r.path = any(${schools.map(({ path }) => path)}::text[])
  and ${classGroupIds ? isOneOf('r.class_group_id', classGroupIds) : sql`true`}`;

const isNobody = ({ schools, classGroupIds }: OfSchools): boolean =>
  schools.length === 0 || classGroupIds?.length === 0;

export interface EndingProbation {
  studentId: string;
  caseId: string;
  schoolId: string;
  classGroupId: string | null;
  stage: Stage;
  givenOn: CivilDate;
  untilOn: CivilDate;
}

/** Probations that stand and end up to a day, of students who are still here; the earliest first. */
export async function listEndingProbations(
  tx: Transaction,
  of: OfSchools,
  { until }: { until: CivilDate },
): Promise<EndingProbation[]> {
  if (isNobody(of)) return [];
  const { rows } = await sql<EndingProbation>`
    select d.student_id as "studentId", d.case_id as "caseId", r.school_id as "schoolId",
      r.class_group_id as "classGroupId", d.stage, d.given_on as "givenOn", d.until_on as "untilOn"
    from disciplines d join roster r on r.student_id = d.student_id
    where d.revoked_on is null and d.until_on is not null and d.until_on <= ${until} and ${within(of)}
    order by d.until_on, d.case_id`.execute(tx.sql);
  return rows;
}

/** How many students of each school were recognised as poor before a day and not since, and still are. */
export async function countOldHardships(
  tx: Transaction,
  of: OfSchools,
  { before }: { before: CivilDate },
): Promise<Map<string, number>> {
  if (isNobody(of)) return new Map();
  const { rows } = await sql<{ schoolId: string; students: number }>`
    select r.school_id as "schoolId", count(*)::int as students
    from hardships h join roster r on r.student_id = h.student_id
    where h.valid_to is null and h.valid_from < ${before} and ${within(of)}
    group by 1`.execute(tx.sql);
  return new Map(rows.map(({ schoolId, students }) => [schoolId, students]));
}

/** How many students of each class group have a failed final of the term for which no make-up was entered. */
export async function countMissingMakeUps(
  tx: Transaction,
  of: OfSchools,
  term: TermOf,
): Promise<{ schoolId: string; classGroupId: string | null; students: number }[]> {
  if (isNobody(of)) return [];
  const { rows } = await sql<{ schoolId: string; classGroupId: string | null; students: number }>`
    select r.school_id as "schoolId", r.class_group_id as "classGroupId", count(distinct f.student_id)::int as students
    from roster r join assessments f on f.student_id = r.student_id and f.school_id = r.school_id
    where ${within(of)} and f.kind = 'FINAL' and f.school_year = ${term.schoolYear} and f.term = ${term.term}
      and f.ended_at is null
      and (f.mark = 'ABSENT' or f.rating = 'D' or f.points < ${PASSING}::numeric * f.full_points)
      and not exists (select 1 from assessments m
        where m.student_id = f.student_id and m.school_id = f.school_id and m.kind = 'MAKE_UP'
          and m.school_year = f.school_year and m.term = f.term and m.subject = f.subject and m.ended_at is null)
    group by 1, 2 order by 1, 2`.execute(tx.sql);
  return rows;
}

/** Schools in use, one portion after another in the order of their ids. */
export function listSchoolPaths(
  tx: Transaction,
  { after, limit, today }: { after: string | undefined; limit: number; today: CivilDate },
): Promise<{ id: string; path: string; county: string }[]> {
  let query = tx.sql
    .selectFrom('institutions')
    .select(['id', 'path', 'county'])
    .where('kind', '=', 'SCHOOL')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', today)]))
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where('id', '>', after);
  return query.execute();
}
