/** 调整方案: adjustments with their reasons, wishes, the lot of class teachers; only while nobody else holds the plan. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { classGroupName, gradeOf, listClassGroups } from '../../authorities/index.ts';
import { getLastEvent } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { lawPlaceOf } from '../class-groups/reach.ts';
import type { ClassPlan, KeptWish } from './class-plan.ts';
import { chanceOf, seedOf, shuffled } from './draw/seeded-random.ts';
import { contradiction } from './draw/wishes.ts';
import {
  getPlan,
  insertAdjustment,
  listAdjustments,
  listClassTeachers,
  listPlanSeats,
  setPlanSeat,
  takeBackAdjustment,
  updatePlan,
} from './plan.store.ts';
import { readStanding } from './plan-standing.ts';

/** States of a case in which the plan lies with the school. */
const WITH_SCHOOL = new Set(['PREPARING', 'RETURNED', 'WITHDRAWN']);

/** May the school change the plan now? While its own leader or the authority has it, nobody may. */
export async function isChangeable(tx: Transaction, { state, caseId }: ClassPlan): Promise<boolean> {
  if (state !== 'OPEN') return false;
  if (caseId === null) return true;
  const { toState, pendingAction } = await getLastEvent(tx, caseId);
  return WITH_SCHOOL.has(toState) && pendingAction === null;
}

/** The plan, locked, for a change. Refuses STALE where somebody changed it meanwhile, STEP_NOT_ALLOWED while it is held. */
export async function lockForChange(
  tx: Transaction,
  { planId, version }: { planId: string; version: number },
  action: string,
): Promise<ClassPlan> {
  const plan = await getPlan(tx, planId, { lock: true });
  if (plan.version !== version) throw refuse('STALE', { what: '此分班方案' });
  if (!(await isChangeable(tx, plan))) {
    const state = plan.state === 'PUBLISHED' ? '已公布' : plan.state === 'DISCARDED' ? '已作废' : '已提交，待核办';
    throw refuse('STEP_NOT_ALLOWED', { state, action });
  }
  return plan;
}

/**
 * Puts a student into another class group of the plan. Refuses LAW_REFUSES where that class group would come to be larger
 * than a MUST allows; what is only refused in principle shows as a finding until the plan is put forward.
 */
export async function adjustPlan(
  { law }: Pick<Services, 'law'>,
  tx: Transaction,
  actor: Actor,
  plan: ClassPlan,
  { studentId, toClassGroupId, reason }: { studentId: string; toClassGroupId: string; reason: string },
): Promise<void> {
  const { school, seats, groups } = await readStanding(tx, plan);
  const seat = seats.get(studentId);
  const target = groups.find(({ group }) => group.id === toClassGroupId);
  if (!seat) throw refuse('NOT_FOUND', { what: '方案中的此学生' });
  if (!target) throw refuse('NOT_FOUND', { what: '方案中的此班级' });
  if (seat.classGroupId === toClassGroupId) throw refuse('BAD_INPUT', { what: '已在此班级，请选择另一个班级' });
  const facts = { stage: plan.stage, grade: plan.grade, size: target.counts.total + 1 };
  const { verdict, findings } = law.ask('class-size', lawPlaceOf(school, dayOf(tx.now)), facts);
  if (verdict === 'REFUSE') {
    const { sentence, chip, remedy } = findings[0]!;
    throw refuse('LAW_REFUSES', { sentence: `${target.name}：${sentence}（${chip}）。${remedy ?? '请改选班级'}` });
  }
  const { accountId, personName } = actor;
  const one = { studentId, fromId: seat.classGroupId, toId: toClassGroupId, reason, personName };
  await insertAdjustment(tx, plan, one, accountId);
  await setPlanSeat(tx, plan.id, studentId, toClassGroupId);
  await updatePlan(tx, plan, {});
  await record(tx, asAuditActor(actor), {
    action: 'ADJUST_CLASS_PLAN',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: plan.path,
    reason,
    detail: { plan: plan.id, fromClassGroup: seat.classGroupId, toClassGroup: toClassGroupId },
  });
}

/** Takes the last adjustment back. Refuses BAD_INPUT where there is none. */
export async function undoAdjustment(tx: Transaction, actor: Actor, plan: ClassPlan): Promise<void> {
  const last = (await listAdjustments(tx, plan.id)).at(-1);
  if (!last) throw refuse('BAD_INPUT', { what: '没有可撤销的人工调整' });
  await takeBackAdjustment(tx, plan.id, last.seq);
  await setPlanSeat(tx, plan.id, last.studentId, last.fromId);
  await updatePlan(tx, plan, {});
  await record(tx, asAuditActor(actor), {
    action: 'UNDO_CLASS_PLAN_ADJUSTMENT',
    subjectKind: 'STUDENT',
    subjectId: last.studentId,
    path: plan.path,
    detail: { plan: plan.id, seq: last.seq },
  });
}

/** Keeps who shall sit together and apart; the next draw heeds it. Refuses BAD_INPUT where two wishes contradict. */
export async function setWishes(
  tx: Transaction,
  actor: Actor,
  plan: ClassPlan,
  wishes: readonly KeptWish[],
): Promise<void> {
  const seats = await listPlanSeats(tx, plan.id);
  const ids = seats.map(({ studentId }) => studentId);
  const known = new Set(ids);
  if (wishes.some(({ studentIds }) => studentIds.some((id) => !known.has(id)))) {
    throw refuse('NOT_FOUND', { what: '方案中的此学生' });
  }
  if (contradiction(ids, wishes)) {
    throw refuse('BAD_INPUT', { what: '有学生既要同班又要分开，请删去其中一条约定' });
  }
  await updatePlan(tx, plan, { wishes });
  await record(tx, asAuditActor(actor), {
    action: 'SET_CLASS_PLAN_WISHES',
    subjectKind: 'INSTITUTION',
    subjectId: plan.schoolId,
    path: plan.path,
    detail: { plan: plan.id, wishes },
  });
}

/** 班主任抽签: every class group of the plan gets a class teacher by lot. Refuses BAD_INPUT where there are too few. */
export async function drawTeachers(
  { randomBytes }: Pick<Services, 'randomBytes'>,
  tx: Transaction,
  actor: Actor,
  plan: ClassPlan,
): Promise<void> {
  const today = dayOf(tx.now);
  const groups = await listClassGroups(tx, plan.schoolId, today);
  const taken = new Set(groups.filter(({ id }) => !plan.groupIds.includes(id)).map(({ teacherId }) => teacherId));
  const free = (await listClassTeachers(tx, plan.schoolId)).filter(({ id }) => !taken.has(id));
  const planned = groups.filter(({ id }) => plan.groupIds.includes(id)).toSorted((a, b) => a.ordinal - b.ordinal);
  if (free.length < planned.length) {
    const missing = planned.length - free.length;
    throw refuse('BAD_INPUT', {
      what: `${planned.length}个班须有${planned.length}名班主任，还缺${missing}名，请先在“机构账号”中开设班主任账号`,
    });
  }
  const seed = seedOf(today, randomBytes(3));
  const order = shuffled(free, chanceOf(seed));
  const byGroup = Object.fromEntries(planned.map(({ id }, place) => [id, order[place]!.id]));
  await updatePlan(tx, plan, { teachers: { seed, byGroup } });
  await record(tx, asAuditActor(actor), {
    action: 'DRAW_CLASS_TEACHERS',
    subjectKind: 'INSTITUTION',
    subjectId: plan.schoolId,
    path: plan.path,
    detail: {
      plan: plan.id,
      seed,
      classGroups: planned.map((group) => classGroupName(gradeOf(group, today), group.ordinal)),
    },
  });
}

/** 作废: the plan is given up; another can be made. Refuses as lockForChange does. */
export async function discardPlan(tx: Transaction, actor: Actor, plan: ClassPlan, reason: string): Promise<void> {
  if (plan.caseId !== null && (await getLastEvent(tx, plan.caseId)).toState === 'RETURNED') {
    throw refuse('STEP_NOT_ALLOWED', { state: '退回补正', action: '作废（请先在办件中撤回申报）' });
  }
  await updatePlan(tx, plan, { state: 'DISCARDED' });
  await record(tx, asAuditActor(actor), {
    action: 'DISCARD_CLASS_PLAN',
    subjectKind: 'INSTITUTION',
    subjectId: plan.schoolId,
    path: plan.path,
    reason,
    detail: { plan: plan.id },
  });
}
