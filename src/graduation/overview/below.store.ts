/** 下级毕业进度存取: how many stand in the last grades, how many have results, and how many have left with what. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Stage } from '../../policy/index.ts';
import { GRADUATION, type Outcome, type OutcomeCounts } from '../graduation.ts';

export interface EndedCount {
  schoolId: string;
  stage: Stage;
  counts: OutcomeCounts;
}

/** Whose stage has ended in a year, by school, stage and outcome. */
export async function countEnded(tx: Transaction, schoolIds: readonly string[], year: number): Promise<EndedCount[]> {
  const { rows } = await sql<{ schoolId: string; stage: Stage; outcome: Outcome; students: number }>`
    select school_id as "schoolId", stage, outcome, count(*)::int as students from graduation_results
    where school_id = any(${[...schoolIds]}::uuid[]) and year = ${year} and outcome is not null
    group by 1, 2, 3`.execute(tx.sql);
  const counted = new Map<string, EndedCount>();
  for (const { schoolId, stage, outcome, students } of rows) {
    const key = `${schoolId} ${stage}`;
    const blank = { schoolId, stage, counts: { GRADUATED: 0, COMPLETED: 0, LEFT_PARTIAL: 0 } };
    const one = counted.get(key) ?? blank;
    one.counts[outcome] = students;
    counted.set(key, one);
  }
  return [...counted.values()];
}

/** One last grade of a school. */
export interface LastGradeSpan {
  schoolId: string;
  stage: Stage;
  grade: number;
  latestIntake: number;
}

/** Who stands in each of these last grades of one county today, and of how many something has been recorded this year. */
export async function countLastGrades(
  tx: Transaction,
  county: string,
  spans: readonly LastGradeSpan[],
  year: number,
): Promise<{ schoolId: string; stage: Stage; students: number; recorded: number }[]> {
  const { rows } = await sql<{ schoolId: string; stage: Stage; students: number; recorded: number }>`
    select r.school_id as "schoolId", r.stage, count(*)::int as students, count(f.student_id)::int as recorded
    from roster r
    join unnest(${spans.map((one) => one.schoolId)}::uuid[], ${spans.map((one) => one.stage)}::text[],
      ${spans.map((one) => one.grade)}::int[], ${spans.map((one) => one.latestIntake)}::int[])
      as s (school_id, stage, grade, latest) on s.school_id = r.school_id and s.stage = r.stage
        and s.grade = r.grade and r.intake_year <= s.latest
    left join graduation_results f on f.student_id = r.student_id and f.school_id = r.school_id
      and f.stage = r.stage and f.year = ${year}
    where r.county = ${county}
    group by 1, 2`.execute(tx.sql);
  return rows;
}

/** Lists of a year in the schools under a path: how many are under way and how many are done, by school and stage. */
export async function countLists(
  tx: Transaction,
  path: string,
  year: number,
): Promise<{ schoolId: string; stage: Stage; underWay: number; done: number }[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<{ schoolId: string; stage: Stage; underWay: number; done: number }>`
    select c.school_id as "schoolId", c.data ->> 'stage' as stage,
      count(*) filter (where e.to_state not in ('COMPLETED', 'WITHDRAWN'))::int as "underWay",
      count(*) filter (where e.to_state = 'COMPLETED' and c.data -> 'undone' is null)::int as done
    from cases c
    join case_events e on e.case_id = c.id
      and e.seq = (select max(last.seq) from case_events last where last.case_id = c.id)
    where c.kind = ${GRADUATION} and c.path >= ${lo} and c.path < ${hi} and (c.data ->> 'year')::int = ${year}
    group by 1, 2`.execute(tx.sql);
  return rows;
}

/** Names of these counties. */
export async function namesOfPlaces(tx: Transaction, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from places where code = any(${[...codes]}::text[])`.execute(tx.sql);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
