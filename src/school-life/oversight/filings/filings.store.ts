/** 归档情况存取: how many students of each school have results and signed reports of a term, and on how many days it called the roll. */
import { sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { TermOf } from '../../assessments/assessment.api.ts';

export interface OfTerm {
  schoolIds: readonly string[];
  term: TermOf;
  /** Who sat there then: today in the running term, the last day of one that is over. */
  on: CivilDate;
}

const seats = ({ schoolIds, term, on }: OfTerm) => sql`
  class_groups g join class_memberships m on m.class_group_id = g.id and m.valid_from <= ${on}
    and (m.valid_to is null or m.valid_to > ${on})
  where ${isOneOf('g.school_id', schoolIds)} and g.intake_year <= ${term.schoolYear}`;

interface Count {
  schoolId: string;
  students: number;
}
const byId = (rows: readonly Count[]) => new Map(rows.map(({ schoolId, students }) => [schoolId, students]));

/** Class groups with somebody in them, and how many sit there. */
export async function countSeats(
  tx: Transaction,
  of: OfTerm,
): Promise<Map<string, { students: number; classGroups: number }>> {
  if (of.schoolIds.length === 0) return new Map();
  const { rows } = await sql<Count & { classGroups: number }>`
    select g.school_id as "schoolId", count(distinct m.student_id)::int as students,
      count(distinct g.id)::int as "classGroups" from ${seats(of)} group by 1`.execute(tx.sql);
  return new Map(rows.map(({ schoolId, students, classGroups }) => [schoolId, { students, classGroups }]));
}

/** Students with a final of the term that counts. */
export async function countWithFinals(tx: Transaction, of: OfTerm): Promise<Map<string, number>> {
  if (of.schoolIds.length === 0) return new Map();
  const { rows } = await sql<Count>`
    select g.school_id as "schoolId", count(*)::int as students from ${seats(of)}
      and exists (select 1 from assessments a where a.student_id = m.student_id and a.school_id = g.school_id
        and a.school_year = ${of.term.schoolYear} and a.term = ${of.term.term} and a.kind = 'FINAL' and a.ended_at is null)
    group by 1`.execute(tx.sql);
  return byId(rows);
}

/** Students with a signed report of the term; a senior one is of the year, a mid-term one does not count. */
export async function countWithReports(tx: Transaction, of: OfTerm): Promise<Map<string, number>> {
  if (of.schoolIds.length === 0) return new Map();
  const { rows } = await sql<Count>`
    select g.school_id as "schoolId", count(*)::int as students from ${seats(of)}
      and exists (select 1 from quality_reports q where q.student_id = m.student_id and q.school_id = g.school_id
        and q.school_year = ${of.term.schoolYear} and q.occasion <> 'MIDTERM'
        and (q.term = ${of.term.term} or q.stage = 'SENIOR')
        and q.signed_at is not null and q.ended_at is null)
    group by 1`.execute(tx.sql);
  return byId(rows);
}

/** 点名: on how many days some class group called the roll, and the last of them. */
export async function countRollDays(
  tx: Transaction,
  { schoolIds }: Pick<OfTerm, 'schoolIds'>,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<Map<string, { days: number; lastOn: CivilDate }>> {
  if (schoolIds.length === 0) return new Map();
  const { rows } = await sql<{ schoolId: string; days: number; lastOn: CivilDate }>`
    select g.school_id as "schoolId", count(distinct d.taken_on)::int as days, max(d.taken_on) as "lastOn"
    from class_groups g join attendance_days d on d.class_group_id = g.id
    where ${isOneOf('g.school_id', schoolIds)} and d.taken_on >= ${from} and d.taken_on <= ${to}
    group by 1`.execute(tx.sql);
  return new Map(rows.map(({ schoolId, days, lastOn }) => [schoolId, { days, lastOn }]));
}
