/** 升级去向: who goes up and who does not, decided and done by the database over whole schools. */
import { type SqlBool, sql } from 'kysely';
import { gradesOf, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { tellSuccessions } from '../../students/index.ts';
import type { Fate, FateCount } from './promotion.ts';

/** The grades of each stage of a school. */
export interface SchoolSpan {
  schoolId: string;
  stage: Stage;
  firstGrade: number;
  lastGrade: number;
}

export function spansOf(schools: readonly Pick<Institution, 'id' | 'stages' | 'years'>[]): SchoolSpan[] {
  return schools.flatMap(({ id, stages, years }) =>
    stages.map((stage) => {
      const grades = gradesOf([stage], years).map(({ grade }) => grade);
      return { schoolId: id, stage, firstGrade: Math.min(...grades), lastGrade: Math.max(...grades) };
    }),
  );
}

/**
 * The fate of an open registration `g` beside its school's span `f` and its open case `o`. The intake year says which
 * grade is due, so that a second run finds nobody to move, and whoever repeats or leaves out a grade is in place.
 */
const fateFor = (schoolYear: number) => sql<Fate>`case
  when g.state <> 'ENROLLED' then 'AWAY'
  when f.first_grade + ${schoolYear}::int - g.intake_year <= g.grade then 'IN_PLACE'
  when g.grade >= f.last_grade then 'LAST_GRADE'
  when f.first_grade + ${schoolYear}::int - g.intake_year > g.grade + 1 then 'MISFIT'
  when o.case_id is not null then 'OPEN_CASE'
  else 'UP' end`;

const withSpans = (spans: readonly SchoolSpan[]) => sql`
  registrations g
  join unnest(${spans.map((one) => one.schoolId)}::uuid[], ${spans.map((one) => one.stage)}::text[],
    ${spans.map((one) => one.firstGrade)}::int[], ${spans.map((one) => one.lastGrade)}::int[])
    as f (school_id, stage, first_grade, last_grade) on f.school_id = g.school_id and f.stage = g.stage
  left join open_cases o on o.student_id = g.student_id`;

/** All open registrations of the schools, counted by stage, grade and fate. */
export async function countFates(
  tx: Transaction,
  spans: readonly SchoolSpan[],
  schoolYear: number,
): Promise<FateCount[]> {
  const { rows } = await sql<FateCount>`
    select g.stage, g.grade, ${fateFor(schoolYear)} as fate, count(*)::int as students
    from ${withSpans(spans)} where g.valid_to is null
    group by 1, 2, 3 order by 2, 3`.execute(tx.sql);
  return rows;
}

export interface FateRow {
  studentId: string;
  name: string;
  numberMasked: string;
  schoolName: string;
  stage: Stage;
  grade: number;
  state: string;
  fate: Fate;
  caseId: string | null;
}

/** The students of some fates, one page after another. */
export async function listFates(
  tx: Transaction,
  spans: readonly SchoolSpan[],
  wish: { schoolYear: number; fates: readonly Fate[]; after: string | undefined; limit: number },
): Promise<FateRow[]> {
  const beyond = wish.after ? sql<SqlBool>`and g.student_id > ${wish.after}` : sql``;
  const { rows } = await sql<FateRow>`
    select * from (
      select g.student_id as "studentId", r.name, r.number_masked as "numberMasked", i.name as "schoolName",
        g.stage, g.grade, g.state, ${fateFor(wish.schoolYear)} as fate, o.case_id as "caseId"
      from ${withSpans(spans)}
      join roster r on r.county = g.county and r.student_id = g.student_id
      join institutions i on i.id = g.school_id
      where g.valid_to is null ${beyond}) as every
    where fate = any(${[...wish.fates]}::text[])
    order by "studentId" limit ${wish.limit}`.execute(tx.sql);
  return rows;
}

/** Moves everybody up whose fate it is; answers with who. */
export async function moveUp(
  tx: Transaction,
  spans: readonly SchoolSpan[],
  act: { promotionId: string; schoolYear: number; on: CivilDate },
): Promise<string[]> {
  const { rows } = await sql<OpenRow>`
    select g.student_id, g.id from ${withSpans(spans)}
    where g.valid_to is null and ${fateFor(act.schoolYear)} = 'UP' order by g.student_id`.execute(tx.sql);
  return step(tx, rows, { ...act, by: 1 });
}

/** Brings those down again whose registration is still as the act made it; answers with who. */
export async function moveDown(
  tx: Transaction,
  { promotionId, schoolId, on }: { promotionId: string; schoolId: string; on: CivilDate },
): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('registrations')
    .select(['student_id', 'id'])
    .where('school_id', '=', schoolId)
    .where('begun_by', '=', promotionId)
    .where('valid_to', 'is', null)
    .orderBy('student_id')
    .execute();
  return step(tx, rows, { promotionId, on, by: -1 });
}

interface OpenRow {
  student_id: string;
  id: string;
}

/**
 * Ends these registrations where they are still open and begins the same in another grade; the roster follows, class
 * groups go up by themselves. Whoever has been changed in between is left as that change made it.
 */
async function step(
  tx: Transaction,
  open: readonly OpenRow[],
  { promotionId, on, by }: { promotionId: string; on: CivilDate; by: 1 | -1 },
): Promise<string[]> {
  if (open.length === 0) return [];
  const { rows } = await sql<{ students: string[] | null }>`
    with ended as (
      update registrations g set valid_to = ${on}, ended_by = ${promotionId}
      from unnest(${open.map(({ student_id }) => student_id)}::uuid[], ${open.map(({ id }) => id)}::uuid[],
        ${open.map(() => tx.newId())}::uuid[]) as m (student_id, id, next_id)
      where g.student_id = m.student_id and g.id = m.id and g.valid_to is null
      returning g.*, m.next_id),
    begun as (
      insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
        begun_by, valid_from)
      select student_id, next_id, school_id, path, county, stage, grade + ${by}::int, intake_year, study_mode, state,
        ${promotionId}::uuid, ${on}::date
      from ended returning *),
    told as (${tellSuccessions(tx)}),
    listed as (
      update roster r set grade = r.grade + ${by}::int
      from ended e where r.county = e.county and r.student_id = e.student_id)
    select array_agg(student_id order by student_id) as students from begun`.execute(tx.sql);
  return rows[0]!.students ?? [];
}
