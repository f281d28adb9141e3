/** 招生计划存取: the plans in force with their earlier versions, and how much of them is used. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { Stage } from '../../../policy/index.ts';
import { sameChild } from '../roll/standing-on-roll.store.ts';
import type { PlanData, PlanPaper, PlanUse } from './admission-plan.ts';

export interface PlanRow {
  schoolId: string;
  stage: Stage;
  places: number;
  catchment: string | null;
  /** 跨市招生计划 within the places; null where the province has set none. */
  crossCityPlaces: number | null;
  paper: PlanPaper;
  caseId: string;
}

/** The plans of a year that hold now, of the schools in scope; of these schools only where they are given. */
export async function listPlans(
  tx: Transaction,
  intakeYear: number,
  schoolIds?: readonly string[],
): Promise<PlanRow[]> {
  const rows = await tx.sql
    .selectFrom('admission_plans')
    .selectAll()
    .where('intake_year', '=', intakeYear)
    .where('replaced_at', 'is', null)
    .$if(schoolIds !== undefined, (query) => query.where(sql<boolean>`school_id = any(${[...schoolIds!]}::uuid[])`))
    .execute();
  return rows.map((row) => ({
    schoolId: row.school_id,
    stage: row.stage as Stage,
    places: row.places,
    catchment: row.catchment,
    crossCityPlaces: row.cross_city_places,
    paper: row.paper as unknown as PlanPaper,
    caseId: row.case_id,
  }));
}

/** Keeps the plans; what held for the same school, stage and year is replaced, not overwritten. */
export async function insertPlans(
  tx: Transaction,
  { intakeYear, paper, items }: PlanData,
  paths: ReadonlyMap<string, string>,
  by: { caseId: string; accountId: string },
): Promise<void> {
  const keys = JSON.stringify(items.map(({ schoolId, stage }) => ({ school_id: schoolId, stage })));
  await sql`
    update admission_plans p set replaced_at = ${tx.now}
    from jsonb_to_recordset(${keys}::jsonb) as k(school_id uuid, stage text)
    where p.school_id = k.school_id and p.stage = k.stage and p.intake_year = ${intakeYear}
      and p.replaced_at is null`.execute(tx.sql);
  await tx.sql
    .insertInto('admission_plans')
    .values(
      items.map(({ schoolId, stage, places, catchment, crossCityPlaces }) => ({
        school_id: schoolId,
        path: paths.get(schoolId)!,
        stage,
        intake_year: intakeYear,
        set_at: tx.now,
        replaced_at: null,
        places,
        catchment: catchment || null,
        cross_city_places: crossCityPlaces ?? null,
        paper: JSON.stringify(paper),
        case_id: by.caseId,
        set_by: by.accountId,
      })),
    )
    .execute();
}

export const planKey = (schoolId: string, stage: string): string => `${schoolId} ${stage}`;

/** 录取人数: children on the roll, and those put forward or registered who never stood on one; per school and stage. */
const admittedOf = (intakeYear: number) => sql`
  select e.school_id, e.stage, (e.state = 'REGISTERED')::int as registered, (e.state = 'SUBMITTED')::int as in_hand,
    (not exists (select from admission_roll r where ${sameChild} and r.ended_on is null))::int as admitted
  from entrants e where e.intake_year = ${intakeYear} and e.state in ('REGISTERED', 'SUBMITTED')
  union all
  select r.school_id, r.stage, (r.student_id is not null and g.there)::int,
    (r.student_id is not null and r.case_id is not null and not g.there)::int, 1
  from admission_roll r,
    lateral (select exists (select from registrations g
      where g.student_id = r.student_id and g.school_id = r.school_id and g.stage = r.stage) as there) as g
  where r.intake_year = ${intakeYear} and r.ended_on is null`;

/** How much of each plan of a year is used, of the schools in scope, by `planKey`. */
export async function usesOfPlans(tx: Transaction, intakeYear: number): Promise<Map<string, PlanUse>> {
  const { rows } = await sql<{ school_id: string; stage: string } & PlanUse>`
    select school_id, stage, sum(registered)::int as registered, sum(in_hand)::int as "inHand",
      sum(admitted)::int as admitted
    from (${admittedOf(intakeYear)}) as every group by school_id, stage`.execute(tx.sql);
  return new Map(rows.map(({ school_id, stage, ...use }) => [planKey(school_id, stage), use]));
}

/** A school, stage and year. */
export interface OneIntake {
  schoolId: string;
  stage: Stage;
  intakeYear: number;
}

/** How many are admitted there, and how many of the live roll come from another city than `city` (four digits). */
export async function countAdmitted(
  tx: Transaction,
  { schoolId, stage, intakeYear }: OneIntake,
  city: string,
): Promise<{ admitted: number; crossCity: number }> {
  const { rows } = await sql<{ admitted: number }>`
    select coalesce(sum(admitted), 0)::int as admitted from (${admittedOf(intakeYear)}) as every
    where school_id = ${schoolId} and stage = ${stage}`.execute(tx.sql);
  const { rows: away } = await sql<{ n: number }>`
    select count(*)::int as n from admission_roll
    where school_id = ${schoolId} and stage = ${stage} and intake_year = ${intakeYear} and ended_on is null
      and left(source_area, 4) <> ${city}`.execute(tx.sql);
  return { admitted: rows[0]?.admitted ?? 0, crossCity: away[0]?.n ?? 0 };
}

/**
 * 超计划人数: how many are admitted beyond the plan of a school, stage and year; undefined where no plan was set. Who came
 * later by transfer is not counted: a plan is of admitting.
 */
export async function countBeyondPlan(tx: Transaction, of: OneIntake): Promise<number | undefined> {
  const plan = (await listPlans(tx, of.intakeYear, [of.schoolId])).find(({ stage }) => stage === of.stage);
  if (!plan) return undefined;
  const { admitted } = await countAdmitted(tx, of, '');
  return Math.max(0, admitted - plan.places);
}

/** A plan that a case of registration draws on. */
export interface DrawnPlan {
  stage: Stage;
  intakeYear: number;
  places: number;
  /** Those registered, those of cases begun before this one, and this one's own. */
  admitted: number;
}

/**
 * The plans that the children of a case draw on, with the children counted who come before them or with them: who was
 * put forward first has the place, and whoever stands on the roll has one. Nothing where no plan was set.
 */
export async function plansDrawnOn(
  tx: Transaction,
  { caseId, schoolId }: { caseId: string; schoolId: string },
): Promise<DrawnPlan[]> {
  const { rows } = await sql<DrawnPlan>`
    select p.stage, p.intake_year as "intakeYear", p.places, count(*)::int + (
      select count(*)::int from admission_roll r
      where r.school_id = p.school_id and r.stage = p.stage and r.intake_year = p.intake_year and r.ended_on is null
        and not exists (select from entrants e where ${sameChild}
          and (e.state = 'REGISTERED' or (e.state = 'SUBMITTED' and e.case_id <= ${caseId})))) as admitted
    from admission_plans p
    join entrants e on e.school_id = p.school_id and e.stage = p.stage and e.intake_year = p.intake_year
    where p.school_id = ${schoolId} and p.replaced_at is null
      and (e.state = 'REGISTERED' or (e.state = 'SUBMITTED' and e.case_id <= ${caseId}))
    group by p.school_id, p.stage, p.intake_year, p.places
    having count(*) filter (where e.case_id = ${caseId} and e.state = 'SUBMITTED') > 0
    order by p.intake_year, p.stage`.execute(tx.sql);
  return rows;
}
