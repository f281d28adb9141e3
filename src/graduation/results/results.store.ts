/** 毕业成绩存取: the last grade of a stage with what was recorded of it, and what stands in the way of each. */
import { type SqlBool, sql } from 'kysely';
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Stage } from '../../policy/index.ts';
import type { Ground, Outcome, ResultFacts } from '../graduation.ts';

/** The last grade of a stage of a school in a year, or one class group of it. */
export interface LastGrade {
  school: Pick<Institution, 'id' | 'county' | 'path'>;
  stage: Stage;
  year: number;
  grade: number;
  /** Whoever entered later than this has not been there long enough. */
  latestIntake: number;
  classGroupId?: string | undefined;
}

export interface Graduand {
  studentId: string;
  name: string;
  numberMasked: string;
  classGroupId: string | null;
  state: string;
  openCase: boolean;
  problemRecord: boolean;
  facts: ResultFacts | null;
  version: number;
}

/** Everybody who stands in the last grade today. */
export async function listGraduands(tx: Transaction, of: LastGrade): Promise<Graduand[]> {
  const inGroup = of.classGroupId ? sql<SqlBool>`and r.class_group_id = ${of.classGroupId}` : sql``;
  const { rows } = await sql<Graduand>`
    select r.student_id as "studentId", r.name, r.number_masked as "numberMasked",
      r.class_group_id as "classGroupId", r.state, o.case_id is not null as "openCase",
      exists (select from suspected_pairs p join open_cases d on d.case_id = p.case_id
        where p.student_id = r.student_id or p.other_id = r.student_id) as "problemRecord",
      f.facts, coalesce(f.version, 0) as version
    from roster r
    left join graduation_results f on f.student_id = r.student_id and f.school_id = r.school_id
      and f.stage = r.stage and f.year = ${of.year}
    left join open_cases o on o.student_id = r.student_id
    where r.county = ${of.school.county} and r.school_id = ${of.school.id} and r.stage = ${of.stage}
      and r.grade = ${of.grade} and r.intake_year <= ${of.latestIntake} ${inGroup}
    order by r.class_group_id nulls last, r.seat_no nulls last, r.student_id`.execute(tx.sql);
  return rows;
}

export interface Entry {
  studentId: string;
  facts: ResultFacts;
  /** The version that the person saw; 0 where nothing was recorded. */
  seenVersion: number;
}

/** Records a whole class group at once; answers with how many were written, fewer where somebody was quicker. */
export async function saveResults(
  tx: Transaction,
  { school, stage, year }: Pick<LastGrade, 'school' | 'stage' | 'year'>,
  entries: readonly Entry[],
  by: { accountId: string; personName: string },
): Promise<number> {
  const { rows } = await sql<{ student_id: string }>`
    insert into graduation_results as f (student_id, school_id, stage, year, path, facts, version, entered_by,
      entered_by_name, entered_at)
    select student_id, ${school.id}::uuid, ${stage}, ${year}::smallint, ${school.path}, facts::jsonb, seen + 1,
      ${by.accountId}::uuid, ${by.personName}, ${tx.now}
    from unnest(${entries.map(({ studentId }) => studentId)}::uuid[],
      ${entries.map(({ facts }) => JSON.stringify(facts))}::text[],
      ${entries.map(({ seenVersion }) => seenVersion)}::int[]) as m (student_id, facts, seen)
    on conflict (student_id, school_id, stage, year) do update
      set facts = excluded.facts, version = excluded.version, entered_by = excluded.entered_by,
        entered_by_name = excluded.entered_by_name, entered_at = excluded.entered_at
      where f.version = excluded.version - 1 and f.outcome is null
    returning student_id`.execute(tx.sql);
  return rows.length;
}

/** Writes down what the stage ended with, with the words of the law on that day. */
export async function keepOutcomes(
  tx: Transaction,
  { school, stage, year }: Pick<LastGrade, 'school' | 'stage' | 'year'>,
  caseId: string,
  outcomes: readonly { studentId: string; outcome: Outcome; grounds: readonly Ground[] }[],
): Promise<void> {
  await sql`
    update graduation_results f set outcome = m.outcome, grounds = m.grounds::jsonb, case_id = ${caseId}
    from unnest(${outcomes.map(({ studentId }) => studentId)}::uuid[],
      ${outcomes.map(({ outcome }) => outcome)}::text[],
      ${outcomes.map(({ grounds }) => JSON.stringify(grounds))}::text[]) as m (student_id, outcome, grounds)
    where f.student_id = m.student_id and f.school_id = ${school.id} and f.stage = ${stage}
      and f.year = ${year}`.execute(tx.sql);
}

export interface Ended {
  studentId: string;
  name: string;
  outcome: Outcome;
  grounds: Ground[];
}

/** Whose stage has ended by a case of the year. */
export async function listEnded(
  tx: Transaction,
  { school, stage, year }: Pick<LastGrade, 'school' | 'stage' | 'year'>,
): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    select f.student_id as "studentId", k.name, f.outcome, f.grounds
    from graduation_results f
    join key_data k on k.student_id = f.student_id and k.valid_to is null
    where f.school_id = ${school.id} and f.stage = ${stage} and f.year = ${year} and f.outcome is not null
    order by f.student_id`.execute(tx.sql);
  return rows;
}

/** These class groups in the order in which the school counts them. */
export function listGroups(tx: Transaction, ids: readonly string[]): Promise<{ id: string; ordinal: number }[]> {
  return tx.sql
    .selectFrom('class_groups')
    .select(['id', 'ordinal'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
}
