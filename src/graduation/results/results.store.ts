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

/** Who stands in the last grade, and what keeps the registration open. */
interface Standing {
  studentId: string;
  name: string;
  numberMasked: string;
  classGroupId: string | null;
  state: string;
  openCase: boolean;
  problemRecord: boolean;
}

export interface Graduand extends Standing {
  facts: ResultFacts | null;
  version: number;
  /** 随学籍转来: where another school or another year recorded what counts until this school records it itself. */
  carriedFrom: { schoolName: string; year: number } | null;
}

/** Everybody who stands in the last grade today. */
export async function listGraduands(tx: Transaction, of: LastGrade): Promise<Graduand[]> {
  const inGroup = of.classGroupId ? sql<SqlBool>`and r.class_group_id = ${of.classGroupId}` : sql``;
  const { rows } = await sql<Standing>`
    select r.student_id as "studentId", r.name, r.number_masked as "numberMasked",
      r.class_group_id as "classGroupId", r.state, o.case_id is not null as "openCase",
      exists (select from suspected_pairs p join open_cases d on d.case_id = p.case_id
        where p.student_id = r.student_id or p.other_id = r.student_id) as "problemRecord"
    from roster r
    left join open_cases o on o.student_id = r.student_id
    where r.county = ${of.school.county} and r.school_id = ${of.school.id} and r.stage = ${of.stage}
      and r.grade = ${of.grade} and r.intake_year <= ${of.latestIntake} ${inGroup}
    order by r.class_group_id nulls last, r.seat_no nulls last, r.student_id`.execute(tx.sql);
  const recorded = await tx.beyondScope(() => listRecorded(tx, of, rows));
  return rows.map((one) => {
    const found = recorded.get(one.studentId);
    if (!found) return { ...one, facts: null, version: 0, carriedFrom: null };
    const { facts, version, own, schoolName, year } = found;
    return {
      ...one,
      facts,
      ...(own ? { version, carriedFrom: null } : { version: 0, carriedFrom: { schoolName, year } }),
    };
  });
}

interface Recorded {
  studentId: string;
  facts: ResultFacts;
  version: number;
  own: boolean;
  schoolName: string;
  year: number;
}

/** What counts of each: what this school recorded this year, or else what was recorded last, wherever it was (籍随人走). */
async function listRecorded(
  tx: Transaction,
  { school, stage, year }: LastGrade,
  students: readonly Standing[],
): Promise<Map<string, Recorded>> {
  const { rows } = await sql<Recorded>`
    select distinct on (f.student_id) f.student_id as "studentId", f.facts, f.version,
      f.school_id = ${school.id} and f.year = ${year} as own, i.name as "schoolName", f.year
    from graduation_results f
    join institutions i on i.id = f.school_id
    where f.student_id = any(${students.map(({ studentId }) => studentId)}::uuid[]) and f.stage = ${stage}
      and f.year <= ${year} and f.outcome is null
    order by f.student_id, own desc, f.year desc, f.entered_at desc`.execute(tx.sql);
  return new Map(rows.map((row) => [row.studentId, row]));
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

/** Writes down what the stage ended with, with the words of the law on that day; results that came along are kept too. */
export async function keepOutcomes(
  tx: Transaction,
  { school, stage, year }: Pick<LastGrade, 'school' | 'stage' | 'year'>,
  { caseId, by }: { caseId: string; by: { accountId: string; personName: string } },
  outcomes: readonly { studentId: string; facts: ResultFacts; outcome: Outcome; grounds: readonly Ground[] }[],
): Promise<void> {
  await sql`
    insert into graduation_results as f (student_id, school_id, stage, year, path, facts, version, entered_by,
      entered_by_name, entered_at, outcome, grounds, case_id)
    select student_id, ${school.id}::uuid, ${stage}, ${year}::smallint, ${school.path}, facts::jsonb, 1,
      ${by.accountId}::uuid, ${by.personName}, ${tx.now}, outcome, grounds::jsonb, ${caseId}::uuid
    from unnest(${outcomes.map(({ studentId }) => studentId)}::uuid[],
      ${outcomes.map(({ facts }) => JSON.stringify(facts))}::text[],
      ${outcomes.map(({ outcome }) => outcome)}::text[],
      ${outcomes.map(({ grounds }) => JSON.stringify(grounds))}::text[]) as m (student_id, facts, outcome, grounds)
    on conflict (student_id, school_id, stage, year) do update
      set outcome = excluded.outcome, grounds = excluded.grounds, case_id = excluded.case_id`.execute(tx.sql);
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
