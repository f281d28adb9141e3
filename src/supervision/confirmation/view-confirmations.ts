/** 看花名册确认: this school year's confirmations of a place, and which schools still owe theirs. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, type Institution, institutionsById, listSchoolsBelow } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { civilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { STAGES } from '../../policy/questions/choices.ts';
import type { Workflow } from '../../workflow/index.ts';
import type { ConfirmationList } from './confirmation.api.ts';
import { listConfirmations } from './confirmation.store.ts';
import { lastDayFor } from './confirmation-case.ts';

const MOST_LISTED = 500;

export async function viewConfirmations(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  workflows: readonly Workflow[],
): Promise<ConfirmationList> {
  const schoolYear = schoolYearOf(dayOf(tx.now));
  const { path, level } = actor.institution;
  const rows = await listConfirmations(tx, path, { schoolYear, limit: MOST_LISTED });
  const live = rows.filter(({ state }) => state !== 'WITHDRAWN');
  const schools = await institutionsById(tx, [...new Set(live.map(({ schoolId }) => schoolId))]);
  const done = new Set(live.map(({ schoolId, stage }) => `${schoolId} ${stage}`));
  const owing = (school: Pick<Institution, 'id' | 'stages'>) =>
    school.stages.filter((stage) => !done.has(`${school.id} ${stage}`));
  const own = level === 'SCHOOL' ? await getInstitution(tx, { id: actor.institution.id }) : undefined;
  const missing = own
    ? []
    : (await listSchoolsBelow(tx, path)).flatMap((school) =>
        owing(school).map((stage) => ({ schoolName: school.name, stageWords: STAGES[stage] })),
      );
  const states = workflows.find(({ id }) => id === 'roster-confirmation')!.states;
  return {
    schoolYear,
    due: own ? owing(own).map((stage) => dueOf(law, own, stage, schoolYear)) : [],
    items: live.map((row) => ({
      ...{ caseId: row.caseId, number: row.number, state: row.state, students: row.students },
      schoolName: schools.get(row.schoolId)?.name ?? '',
      stageWords: STAGES[row.stage],
      stateWords: states[row.state]?.words ?? row.state,
      openedOn: dayOf(row.openedAt),
    })),
    owed: missing.length,
    missing: missing.slice(0, MOST_LISTED),
  };
}

const dueOf = (law: Services['law'], school: Institution, stage: Stage, schoolYear: number) => ({
  stage,
  stageWords: STAGES[stage],
  lastDay: lastDayFor(law, school, { stage, termStart: civilDate(`${schoolYear}-09-01`) }) ?? null,
});
