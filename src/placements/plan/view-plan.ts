/** 看分班方案: the board for the school and for whoever reviews it. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, getSupervision, gradeName, intakeName } from '../../authorities/index.ts';
import { type CaseEngine, getCase, getLastEvent } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { genders, labelOf } from '../../students/index.ts';
import { boundsOf } from '../class-groups/bounds.ts';
import { listTeacherNames } from '../class-groups/class-group-facts.store.ts';
import { getSchoolInReach, lawPlaceOf } from '../class-groups/reach.ts';
import { isChangeable } from './change-plan.ts';
import type { ClassPlan } from './class-plan.ts';
import { openBasis } from './draw/draw-basis.ts';
import { isKept } from './draw/wishes.ts';
import type { PlanLines, PlanView } from './plan.api.ts';
import { getPlan, listAdjustments, listPlans } from './plan.store.ts';
import { findingsOf, needsReview, type PlanStanding, readStanding } from './plan-standing.ts';

const BOARDS = '2';

/** The whole board. */
export async function viewPlan(
  tx: Transaction,
  services: Pick<Services, 'law' | 'cipher'>,
  engine: CaseEngine,
  actor: Actor,
  planId: string,
): Promise<PlanView> {
  const plan = await getPlan(tx, planId);
  const standing = await readStanding(tx, plan);
  const { school, groups, seats, students } = standing;
  const today = dayOf(tx.now);
  const reviewed = needsReview(services, school, plan, today);
  const basis = openBasis(services, plan);
  const special = new Set(basis.special);
  const groupNames = new Map(groups.map(({ group, name }) => [group.id, name]));
  const names = new Map(students.map(({ studentId, name }) => [studentId, name]));
  const changeable = await isChangeable(tx, plan);
  const { stage, grade, seed, draws, madeByName, version } = plan;
  return {
    id: plan.id,
    school: { id: school.id, name: school.name },
    stage,
    grade,
    gradeWords: gradeName(grade),
    intakeWords: intakeName(plan.intakeYear),
    ...(await stateOf(tx, engine, plan, changeable)),
    reviewer: reviewed ? await reviewerOf(tx, plan) : null,
    mayChange: changeable && actor.institution.id === school.id,
    version,
    today,
    seed,
    draws,
    drawnAt: plan.drawnAt.toISOString(),
    madeByName,
    teacherSeed: plan.teachers?.seed ?? null,
    bounds: boundsOf(services.law, lawPlaceOf(school, today), { stage, grade }),
    groups: await groupViews(tx, standing),
    students: students.map(({ studentId, name, gender, studyMode }) => ({
      studentId,
      name,
      gender,
      genderWords: labelOf(genders, gender) ?? '',
      classGroupId: seats.get(studentId)!.classGroupId,
      drawnId: seats.get(studentId)!.drawnId,
      special: special.has(studentId),
      boards: studyMode === BOARDS,
    })),
    waiting: standing.waiting.length,
    wishes: plan.wishes.map(({ kind, studentIds, reason }) => ({
      kind,
      studentIds: [...studentIds],
      reason,
      names: studentIds.map((id) => names.get(id) ?? '已不在校的学生'),
      kept: isKept({ kind, studentIds }, (id) => seats.get(id)?.classGroupId),
    })),
    adjustments: (await listAdjustments(tx, plan.id)).map(({ fromId, toId, at, ...one }) => ({
      ...one,
      name: names.get(one.studentId) ?? '已不在校的学生',
      from: groupNames.get(fromId) ?? '',
      to: groupNames.get(toId) ?? '',
      at: at.toISOString(),
    })),
    findings: findingsOf(services, standing, { on: today, ownDecision: false }).map(
      ({ verdict, sentence, chip, remedy, classGroupId }) => ({
        verdict,
        sentence,
        chip,
        ...(remedy ? { remedy } : {}),
        ...(classGroupId ? { classGroupId } : {}),
      }),
    ),
  };
}

async function stateOf(
  tx: Transaction,
  engine: CaseEngine,
  { state, caseId }: ClassPlan,
  changeable: boolean,
): Promise<Pick<PlanView, 'state' | 'case'>> {
  if (caseId === null) return { state: state === 'OPEN' ? 'DRAFT' : state, case: null };
  const one = await getCase(tx, caseId);
  const { toState } = await getLastEvent(tx, caseId);
  const stateWords = engine.workflowOf(one).states[toState]?.words ?? toState;
  const link = { id: one.id, number: one.number, stateWords };
  if (state !== 'OPEN') return { state, case: link };
  if (!changeable) return { state: 'IN_REVIEW', case: link };
  return toState === 'RETURNED' ? { state: 'RETURNED', case: link } : { state: 'DRAFT', case: null };
}

async function reviewerOf(tx: Transaction, { schoolId, stage }: ClassPlan): Promise<string> {
  const { authorityId } = await getSupervision(tx, schoolId, stage, dayOf(tx.now));
  return (await getInstitution(tx, { id: authorityId })).name;
}

async function groupViews(tx: Transaction, { plan, groups }: PlanStanding): Promise<PlanView['groups']> {
  const teacherOf = (id: string, teacherId: string | null) =>
    plan.state === 'OPEN' ? (plan.teachers?.byGroup[id] ?? teacherId) : teacherId;
  const ids = groups.flatMap(({ group }) => teacherOf(group.id, group.teacherId) ?? []);
  const teachers = await listTeacherNames(tx, ids);
  return groups.map(({ group, name, present, counts }) => ({
    id: group.id,
    name,
    ordinal: group.ordinal,
    teacherName: teachers.get(teacherOf(group.id, group.teacherId) ?? '') ?? null,
    ...counts,
    present,
  }));
}

/** The plans of a school, newest first. */
export async function viewPlans(tx: Transaction, actor: Actor, schoolId: string): Promise<PlanLines> {
  const school = await getSchoolInReach(tx, actor, schoolId);
  const plans = await listPlans(tx, school.id);
  return {
    items: plans.map(({ id, grade, intakeYear, stage, state, seed, drawnAt }) => ({
      id,
      grade,
      gradeWords: gradeName(grade),
      intakeYear,
      intakeWords: intakeName(intakeYear),
      stage,
      state,
      seed,
      drawnAt: drawnAt.toISOString(),
    })),
  };
}
