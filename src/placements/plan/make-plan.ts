/** 拟定分班: draws the unplaced of an intake into class groups of the school, and draws them again. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { gradeName, listClassGroups } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { countGenders } from '../class-groups/gender-counts.ts';
import { getSchoolInReach } from '../class-groups/reach.ts';
import { fittingGroups } from '../placing/fitting-groups.ts';
import { listMembers } from '../placing/membership.store.ts';
import type { ClassPlan, DrawBasis, Intake } from './class-plan.ts';
import { basisOf, entrantsOf, openBasis, sealBasis } from './draw/draw-basis.ts';
import { drawPlacement, type Taker } from './draw/draw-placement.ts';
import { seedOf } from './draw/seeded-random.ts';
import { type EntrantRow, insertPlan, listEntrants, listPlans, updatePlan, writeDraw } from './plan.store.ts';

export interface PlanRequest extends Intake {
  schoolId: string;
  /** Class groups to deal into; all that fit where it is not given. */
  classGroupIds?: readonly string[] | undefined;
  /** 成绩, where the school places by it; never asked for. */
  results?: readonly { studentId: string; result: number }[] | undefined;
}

type Needs = Pick<Services, 'newId' | 'randomBytes' | 'cipher'>;

/** Makes a plan with its first draw. Refuses CONFLICT while another of the intake is open, BAD_INPUT where nobody waits. */
export async function makePlan(services: Needs, tx: Transaction, actor: Actor, request: PlanRequest): Promise<string> {
  const { stage, grade, intakeYear, classGroupIds, results } = request;
  const school = await getSchoolInReach(tx, actor, request.schoolId);
  const open = (await listPlans(tx, school.id)).find(
    (one) => one.state === 'OPEN' && one.stage === stage && one.grade === grade && one.intakeYear === intakeYear,
  );
  if (open) throw refuse('CONFLICT', { what: `${gradeName(grade)}已有未公布的分班方案，请打开它继续办理` });
  const today = dayOf(tx.now);
  const all = await listClassGroups(tx, school.id, today);
  const fitting = fittingGroups({ stage, grade, intakeYear }, all, today);
  const groups = classGroupIds ? fitting.filter(({ id }) => classGroupIds.includes(id)) : fitting;
  if (classGroupIds && groups.length < new Set(classGroupIds).size) {
    throw refuse('BAD_INPUT', { what: '所选班级中有的不是本年级的，请重新选择' });
  }
  if (groups.length === 0) throw refuse('BAD_INPUT', { what: `${gradeName(grade)}还没有班级，请先设班` });
  const entrants = await listEntrants(tx, school, { stage, grade, intakeYear });
  if (entrants.length === 0) throw refuse('BAD_INPUT', { what: `${gradeName(grade)}没有未分班的学生，无须分班` });
  const id = services.newId();
  const basis = basisOf(services, entrants, results);
  const plan: ClassPlan = {
    id,
    schoolId: school.id,
    path: school.path,
    county: school.county,
    stage,
    grade,
    intakeYear,
    state: 'OPEN',
    caseId: null,
    seed: seedOf(today, services.randomBytes(3)),
    draws: 1,
    drawnAt: tx.now,
    groupIds: groups.map((one) => one.id),
    wishes: [],
    teachers: null,
    sealed: sealBasis(services, id, basis),
    madeByName: actor.personName,
    version: 1,
  };
  await insertPlan(tx, plan, actor.accountId);
  await deal(tx, plan, entrants, basis);
  await record(tx, asAuditActor(actor), {
    action: 'DRAW_CLASS_PLAN',
    subjectKind: 'INSTITUTION',
    subjectId: school.id,
    path: school.path,
    detail: {
      plan: id,
      stage,
      grade,
      intakeYear,
      seed: plan.seed,
      students: entrants.length,
      classGroups: groups.length,
    },
  });
  return id;
}

/**
 * Draws the whole intake anew, with who has come since and under the wishes as they now stand. Says why it is done, and
 * is counted: whoever reviews the plan sees how often it was drawn.
 */
export async function redraw(
  services: Needs,
  tx: Transaction,
  actor: Actor,
  plan: ClassPlan,
  reason: string,
): Promise<void> {
  const entrants = await listEntrants(tx, plan, plan);
  if (entrants.length === 0) throw refuse('BAD_INPUT', { what: '没有未分班的学生，无须重新抽取' });
  const { results } = openBasis(services, plan);
  const kept = Object.entries(results).map(([studentId, result]) => ({ studentId, result }));
  const basis = basisOf(services, entrants, kept);
  const next: ClassPlan = {
    ...plan,
    seed: seedOf(dayOf(tx.now), services.randomBytes(3)),
    draws: plan.draws + 1,
    drawnAt: tx.now,
    sealed: sealBasis(services, plan.id, basis),
  };
  const { seed, draws, drawnAt, sealed } = next;
  await updatePlan(tx, plan, { seed, draws, drawnAt, sealed });
  await deal(tx, next, entrants, basis);
  await record(tx, asAuditActor(actor), {
    action: 'REDRAW_CLASS_PLAN',
    subjectKind: 'INSTITUTION',
    subjectId: plan.schoolId,
    path: plan.path,
    reason,
    detail: { plan: plan.id, seed, before: plan.seed, draws, students: entrants.length },
  });
}

async function deal(tx: Transaction, plan: ClassPlan, entrants: readonly EntrantRow[], basis: DrawBasis) {
  const { seed, wishes } = plan;
  const members = await listMembers(tx, { id: plan.schoolId, county: plan.county, path: plan.path }, plan.groupIds);
  const takers = plan.groupIds.map((id): Taker => {
    const { total, boys, girls } = countGenders(members.filter(({ classGroupId }) => classGroupId === id));
    return { id, total, boys, girls, special: 0 };
  });
  await writeDraw(tx, plan, drawPlacement(entrantsOf(entrants, basis), takers, { seed, wishes }));
}
