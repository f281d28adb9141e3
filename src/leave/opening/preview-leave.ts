/** 休学预查: what the law says of the form as it is now, which papers it asks for, and who decides. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradeName, gradesOf } from '../../authorities/index.ts';
import { shownFinding, stepsOf } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { byVerdict, type LawFinding } from '../../policy/index.ts';
import { LEAVE_REASONS } from '../../policy/questions/leave.ts';
import { genders, labelOf, REGISTRATION_STATES } from '../../students/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { askLeave } from '../law/ask-leave.ts';
import type { LeavePreview, LeaveStanding } from '../leave.api.ts';
import { getLeaveStanding } from '../leave.store.ts';
import { type LeaveMatter, leaveChoices, leaveMatterShape } from '../leave-form.ts';
import { prepareLeave } from './prepare-leave.ts';

/** Nothing is written. Refuses like the opening itself, but for what the law says: that is the answer. */
export async function previewLeave(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  workflows: readonly Workflow[],
  actor: Actor,
  { receivedOn, ...request }: { studentId: string; matter: LeaveMatter; receivedOn?: CivilDate | undefined },
): Promise<LeavePreview> {
  const { asked, way, papers } = await prepareLeave(tx, services, actor, {
    ...request,
    day: receivedOn ?? dayOf(tx.now),
  });
  const { verdict, findings } = askLeave(services, asked);
  return {
    verdict,
    findings: findings.toSorted(byVerdict).map(shownFinding),
    papers,
    steps: await stepsOf(tx, workflows, way),
  };
}

/**
 * What the law says of a form that a family has filled in, for the answer to it: by whatever it lacks as well. Nothing
 * where the form or the state of the registration does not fit, for then no article is in question.
 */
export async function findingsOnLeave(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { studentId, matter }: { studentId: string; matter: unknown },
): Promise<readonly LawFinding[]> {
  const read = leaveMatterShape.safeParse(matter);
  if (!read.success) return [];
  try {
    const { asked } = await prepareLeave(tx, services, actor, { studentId, matter: read.data, day: dayOf(tx.now) });
    return askLeave(services, asked).findings;
  } catch (thrown) {
    if (thrown instanceof Refusal) return [];
    throw thrown;
  }
}

/** The student beside the form. Refuses NOT_FOUND for a student of another school. */
export async function viewStanding(tx: Transaction, actor: Actor, studentId: string): Promise<LeaveStanding> {
  const standing = await getLeaveStanding(tx, studentId);
  if (standing.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此学生' });
  const { stages, years } = await getInstitution(tx, { id: standing.schoolId });
  const { name, gender, numberMasked, grade, state, running } = standing;
  return {
    ...{ studentId, name, numberMasked },
    genderWords: labelOf(genders, gender) ?? '',
    gradeWords: gradeName(grade),
    stateWords: REGISTRATION_STATES[state] ?? state,
    onLeave: state === 'ON_LEAVE',
    running: running && {
      reasonWords: LEAVE_REASONS[running.reason],
      ...{ beganOn: running.beganOn, endsOn: running.endsOn, gradeBefore: running.gradeBefore },
    },
    grades: gradesOf(stages, years)
      .filter(({ stage }) => stage === standing.stage)
      .map((one) => ({ grade: one.grade, words: gradeName(one.grade) })),
    choices: leaveChoices,
  };
}
