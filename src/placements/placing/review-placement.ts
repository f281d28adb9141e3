/** 分班审核: the supervising authority has reviewed how the school placed an intake year (SX-13.1). */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getSupervision } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { getSchoolInReach } from '../class-groups/reach.ts';
import { keepReview } from './review.store.ts';

export interface PlacementReview {
  schoolId: string;
  stage: Stage;
  intakeYear: number;
  /** What was looked at and decided: 名单、文号. */
  opinion: string;
}

/** Puts the review on record. Refuses NOT_ALLOWED for any authority but the one that supervises the stage. */
export async function reviewPlacement(
  tx: Transaction,
  actor: Actor,
  { schoolId, stage, intakeYear, opinion }: PlacementReview,
): Promise<void> {
  const school = await getSchoolInReach(tx, actor, schoolId);
  const today = dayOf(tx.now);
  const { authorityId } = await getSupervision(tx, school.id, stage, today);
  if (authorityId !== actor.institution.id) {
    throw refuse('NOT_ALLOWED', { what: '审核分班，由此学段的学籍主管部门办理' });
  }
  const review = { reviewedOn: today, by: actor.institution.name, opinion };
  const of = { schoolId: school.id, placeCode: school.placeCode, stage, intakeYear };
  await keepReview(tx, of, review, actor.accountId);
  await record(tx, asAuditActor(actor), {
    action: 'REVIEW_PLACEMENT',
    subjectKind: 'INSTITUTION',
    subjectId: school.id,
    path: school.path,
    reason: opinion,
    detail: { stage, intakeYear },
  });
}
