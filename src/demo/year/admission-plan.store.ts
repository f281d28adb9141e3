/** 演示招生计划: what a county lets its schools take in; the school whose register a newcomer imports still waits for its own. */
import type { Transaction } from '../../db/transaction.ts';
import { dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import { idOf } from '../chance.ts';
import { INTAKE_SCHOOL } from '../region/counties.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planPair } from '../region/posts.ts';
import { insertClosedCase } from '../writing/closed-case.store.ts';

const COUNTY = 'changge';
/** Places of a class group of the first grade. */
const PLACES_A_GROUP = 45;

/** Drawn up by the registrar of the county and signed by its leader, for every school of compulsory education but one. */
export async function insertAdmissionPlans(tx: Transaction, plan: Omit<PartPlan, 'countiesAfter'>): Promise<void> {
  const county = plan.authorities.find(({ slug }) => slug === COUNTY);
  if (!county) return;
  const intakeYear = intakeYearOf(dayOf(tx.now));
  const items = plan.schools
    .filter(({ placeCode, slug }) => placeCode === county.placeCode && slug !== INTAKE_SCHOOL)
    .flatMap((school) =>
      school.stages.flatMap((stage) => {
        const groups = school.text.classGroups[stage] ?? 0;
        if (stage === 'SENIOR' || groups === 0) return [];
        return [{ schoolId: school.id, schoolName: school.name, stage, places: groups * PLACES_A_GROUP, school }];
      }),
    );
  const pair = { institution: county, ...planPair(plan.seed, county) };
  const caseId = idOf(`admission-plan/${intakeYear}`, tx.now.getTime());
  const paper = { title: `${intakeYear}年义务教育学校招生计划（演示）`, issuedOn: `${intakeYear}-06-20` };
  await insertClosedCase(tx, {
    ...{ id: caseId, number: `JH-${intakeYear}-0620-YSJH`, kind: 'ADMISSION_PLAN', workflow: 'admission-plan' },
    ...{ subject: county, authorityId: county.id, parties: { authority: county.id } },
    title: `${intakeYear}年招生计划 ${items.length}项`,
    data: { intakeYear, paper, items: items.map(({ school: _, ...item }) => item) },
    steps: [{ pair, action: 'SET', from: 'DRAWN_UP', to: 'COMPLETED' }],
  });
  await tx.together({
    into: 'admission_plans',
    rows: items.map(({ school, stage, places }) => ({
      ...{ school_id: school.id, path: school.path, stage, intake_year: intakeYear, places },
      ...{ set_at: tx.now, replaced_at: null, catchment: null, cross_city_places: null },
      ...{ paper: JSON.stringify(paper), case_id: caseId, set_by: pair.leader.id },
    })),
  });
}
