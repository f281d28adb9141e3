/** 招生计划存取: the plans in force with their earlier versions, and how much of them is used. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { Stage } from '../../../policy/index.ts';
import type { PlanData, PlanPaper, PlanUse } from './admission-plan.ts';

export interface PlanRow {
  schoolId: string;
  stage: Stage;
  places: number;
  catchment: string | null;
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
      items.map(({ schoolId, stage, places, catchment }) => ({
        school_id: schoolId,
        path: paths.get(schoolId)!,
        stage,
        intake_year: intakeYear,
        set_at: tx.now,
        replaced_at: null,
        places,
        catchment: catchment || null,
        paper: JSON.stringify(paper),
        case_id: by.caseId,
        set_by: by.accountId,
      })),
    )
    .execute();
}

export const planKey = (schoolId: string, stage: string): string => `${schoolId} ${stage}`;

/** How much of each plan of a year is used, of the schools in scope, by `planKey`. */
export async function usesOfPlans(tx: Transaction, intakeYear: number): Promise<Map<string, PlanUse>> {
  const { rows } = await sql<{ school_id: string; stage: string; registered: number; in_hand: number }>`
    select school_id, stage, (count(*) filter (where state = 'REGISTERED'))::int as registered,
      (count(*) filter (where state = 'SUBMITTED'))::int as in_hand
    from entrants where intake_year = ${intakeYear} and state in ('REGISTERED', 'SUBMITTED')
    group by school_id, stage`.execute(tx.sql);
  return new Map(
    rows.map((row) => [planKey(row.school_id, row.stage), { registered: row.registered, inHand: row.in_hand }]),
  );
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
 * put forward first has the place. Nothing where no plan was set.
 */
export async function plansDrawnOn(
  tx: Transaction,
  { caseId, schoolId }: { caseId: string; schoolId: string },
): Promise<DrawnPlan[]> {
  const { rows } = await sql<DrawnPlan>`
    select p.stage, p.intake_year as "intakeYear", p.places, count(*)::int as admitted
    from admission_plans p
    join entrants e on e.school_id = p.school_id and e.stage = p.stage and e.intake_year = p.intake_year
    where p.school_id = ${schoolId} and p.replaced_at is null
      and (e.state = 'REGISTERED' or (e.state = 'SUBMITTED' and e.case_id <= ${caseId}))
    group by p.stage, p.intake_year, p.places
    having count(*) filter (where e.case_id = ${caseId} and e.state = 'SUBMITTED') > 0
    order by p.intake_year, p.stage`.execute(tx.sql);
  return rows;
}
