/** 撤销毕业存取: the registrations that a case ended, and whether anything followed them. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { Stage } from '../../policy/index.ts';
import type { RegistrationTrace } from '../../students/index.ts';

type OpenRegistration = NonNullable<RegistrationTrace['ended']>;

export interface EndedBy {
  /** The row that the case ended, as it stands. */
  registration: OpenRegistration;
  /** Registered again since, here or elsewhere. */
  movedOn: boolean;
}

/** The list that a case handed in: it names the school, the stage and the year, so that one index finds it. */
export interface HandedIn {
  caseId: string;
  schoolId: string;
  stage: Stage;
  year: number;
}

/** Whose stage ended by the case and still does. */
export async function listEndedBy(tx: Transaction, of: HandedIn): Promise<EndedBy[]> {
  const { rows } = await sql<OpenRegistration & { moved_on: boolean }>`
    select g.*, exists (select from registrations later where later.student_id = g.student_id
      and later.valid_from >= g.valid_to and later.id <> g.id) as moved_on
    from graduation_results f
    join registrations g on g.student_id = f.student_id and g.ended_by = f.case_id
    where f.school_id = ${of.schoolId} and f.stage = ${of.stage} and f.year = ${of.year} and f.case_id = ${of.caseId}
    order by g.student_id`.execute(tx.sql);
  return rows.map(({ moved_on, ...registration }) => ({ registration, movedOn: moved_on }));
}

/** What was recorded stays; what came of it does not. */
export async function clearOutcomes(tx: Transaction, caseId: string, studentIds: readonly string[]): Promise<void> {
  await sql`
    update graduation_results set outcome = null, grounds = null, case_id = null
    where student_id = any(${[...studentIds]}::uuid[]) and case_id = ${caseId}`.execute(tx.sql);
}
