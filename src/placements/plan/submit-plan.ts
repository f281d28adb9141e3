/** 提交分班: the school puts its plan forward; where the law of the place wants it, to the authority that supervises it. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, getSupervision, gradeName, intakeName } from '../../authorities/index.ts';
import { type CaseEngine, caseNumber, getLastEvent } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { ClassPlan } from './class-plan.ts';
import { updatePlan } from './plan.store.ts';
import { needsReview } from './plan-standing.ts';
import { REVIEWED } from './publish-plan.ts';

export const CLASS_PLACEMENT = 'CLASS_PLACEMENT';
/** The workflow in which the school decides by itself. */
export const OWN_DECISION = 'class-placement-school';

/** What a case of placing holds: the plan itself lies in its own tables. */
export interface PlacementCaseData {
  planId: string;
  students: number;
  classGroups: number;
}

/**
 * Opens the case with the registrar's half of putting it forward, or does so again on the case that was returned. Refuses
 * LAW_REFUSES and REASON_NEEDED as the engine does. Returns the case.
 */
export async function submitPlan(
  services: Pick<Services, 'law' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  tx: Transaction,
  actor: Actor,
  { plan, students, opinion }: { plan: ClassPlan; students: number; opinion: string | undefined },
): Promise<string> {
  if (plan.caseId !== null) {
    const { toState } = await getLastEvent(tx, plan.caseId);
    if (toState !== 'WITHDRAWN') {
      await engine.advance(tx, actor, plan.caseId, { action: 'SUBMIT', opinion });
      return plan.caseId;
    }
  }
  const today = dayOf(tx.now);
  const school = await getInstitution(tx, { id: plan.schoolId });
  const { authorityId } = await getSupervision(tx, school.id, plan.stage, today);
  const reviewed = needsReview(services, school, plan, today);
  const id = services.newId();
  const data: PlacementCaseData = { planId: plan.id, students, classGroups: plan.groupIds.length };
  await updatePlan(tx, plan, { caseId: id });
  await engine.open(
    tx,
    actor,
    {
      id,
      subjectId: school.id,
      subjectKind: 'INSTITUTION',
      number: caseNumber(services, 'FB', today),
      kind: CLASS_PLACEMENT,
      workflow: reviewed ? REVIEWED : OWN_DECISION,
      title: `${intakeName(plan.intakeYear)}${gradeName(plan.grade)}分班，${students}人${plan.groupIds.length}个班`,
      schoolId: school.id,
      authorityId,
      parties: { school: school.id, ...(reviewed ? { authority: authorityId } : {}) },
      path: school.path,
      counterpartPath: null,
      lawDay: today,
      data: { ...data },
      openedAt: tx.now,
    },
    { action: 'SUBMIT', opinion },
  );
  return id;
}
