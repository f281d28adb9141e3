/** 演示的一年: plans, awards, a family's request and last summer's leavers, so that no page of a newcomer is empty. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { insertAdmissionPlans } from './admission-plan.store.ts';
import { insertAwards } from './awards.store.ts';
import { insertFamilyRequest } from './family-request.store.ts';
import { writeGraduates } from './write-graduates.ts';

/** Of the part that holds the schools which a newcomer signs in at; nothing in others. In the transaction that finishes it. */
export async function writeYear(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'randomBytes'>,
  plan: Omit<PartPlan, 'countiesAfter'>,
): Promise<void> {
  await insertAdmissionPlans(tx, plan);
  await insertAwards(tx, plan);
  await insertFamilyRequest(tx, services, plan);
  await writeGraduates(tx, services, plan);
}
