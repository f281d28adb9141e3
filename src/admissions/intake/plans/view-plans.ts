/** 看招生计划: a year's plans of a place with their use; for a school its own. */
import type { Actor, Services } from '../../../access/index.ts';
import { getInstitution, type Institution, listSchoolsBelow } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf, intakeYearOf } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import { STAGES } from '../../../policy/questions/choices.ts';
import type { PlanList } from './admission-plans.api.ts';
import { listPlans, type PlanRow, planKey, usesOfPlans } from './plan.store.ts';
import { planDuty, setsPlan, setterWords } from './who-sets.ts';

const MOST_LISTED = 2_000;

/** Above the county only the stages whose plan the authority sets itself, and what has a plan: not every school. */
export async function viewPlans(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  { institution }: Actor,
  wished?: number,
): Promise<PlanList> {
  const today = dayOf(tx.now);
  const intakeYear = wished ?? intakeYearOf(today);
  const own = institution.level === 'SCHOOL';
  const schools = own
    ? [await getInstitution(tx, { id: institution.id })]
    : await listSchoolsBelow(tx, institution.path);
  const plans = new Map((await listPlans(tx, intakeYear)).map((row) => [planKey(row.schoolId, row.stage), row]));
  const uses = await usesOfPlans(tx, intakeYear);
  const items = schools.flatMap((school) =>
    school.stages.map((stage) => {
      const key = planKey(school.id, stage);
      const use = uses.get(key) ?? { registered: 0, inHand: 0, admitted: 0 };
      return { ...itemOf(law, { school, stage, today, plan: plans.get(key), institution }), ...use };
    }),
  );
  const all = own || institution.level === 'COUNTY' || institution.level === 'CENTRE';
  const shown = all ? items : items.filter(({ places, maySet, setter }) => places !== null || (maySet && setter));
  return { intakeYear, items: shown.slice(0, MOST_LISTED) };
}

interface Row {
  school: Institution;
  stage: Stage;
  today: CivilDate;
  plan: PlanRow | undefined;
  institution: Actor['institution'];
}

function itemOf(law: Services['law'], { school, stage, today, plan, institution }: Row) {
  const duty = planDuty(law, school.placeCode, stage, today);
  const above = institution.level !== 'SCHOOL' && institution.level !== 'CENTRE';
  return {
    schoolId: school.id,
    schoolName: school.name,
    stage,
    stageWords: STAGES[stage],
    places: plan?.places ?? null,
    catchment: plan?.catchment ?? null,
    crossCityPlaces: plan?.crossCityPlaces ?? null,
    paper: plan?.paper ?? null,
    caseId: plan?.caseId ?? null,
    maySet: above && setsPlan(duty, institution.level),
    setter: duty ? setterWords(duty) : null,
  };
}
