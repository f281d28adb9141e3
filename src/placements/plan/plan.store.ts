/** 分班方案存取. */
import { type Selectable, sql } from 'kysely';
import type { ClassPlans } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import type { Adjustment, ClassPlan, Intake, KeptWish, PlanSeat, TeacherLot } from './class-plan.ts';

const asPlan = (row: Selectable<ClassPlans>): ClassPlan => ({
  id: row.id,
  schoolId: row.school_id,
  path: row.path,
  county: row.county,
  stage: row.stage as Stage,
  grade: row.grade,
  intakeYear: row.intake_year,
  state: row.state as ClassPlan['state'],
  caseId: row.case_id,
  seed: row.seed,
  draws: row.draws,
  drawnAt: row.drawn_at,
  groupIds: row.group_ids,
  wishes: row.wishes as unknown as KeptWish[],
  teachers: row.teachers as unknown as TeacherLot | null,
  sealed: row.sealed,
  madeByName: row.made_by_name,
  version: row.version,
});

/** The plan, locked until the transaction ends where `lock` is set. Refuses NOT_FOUND outside the caller's scope. */
export async function getPlan(tx: Transaction, id: string, { lock = false } = {}): Promise<ClassPlan> {
  const query = tx.byKey.selectFrom('class_plans').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此分班方案' });
  return asPlan(row);
}

/** The newest plans of a school, discarded ones left out. */
export async function listPlans(tx: Transaction, schoolId: string): Promise<ClassPlan[]> {
  const rows = await tx.sql
    .selectFrom('class_plans')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('state', '<>', 'DISCARDED')
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(asPlan);
}

/** Writes a plan; a second open one of the same intake fails with SQLSTATE 23505. */
export async function insertPlan(tx: Transaction, plan: ClassPlan, madeBy: string): Promise<void> {
  await tx.sql
    .insertInto('class_plans')
    .values({
      id: plan.id,
      school_id: plan.schoolId,
      path: plan.path,
      county: plan.county,
      stage: plan.stage,
      grade: plan.grade,
      intake_year: plan.intakeYear,
      state: plan.state,
      seed: plan.seed,
      drawn_at: plan.drawnAt,
      group_ids: [...plan.groupIds],
      wishes: JSON.stringify(plan.wishes),
      sealed: plan.sealed,
      made_by: madeBy,
      made_by_name: plan.madeByName,
      made_at: tx.now,
    })
    .execute();
}

/** What a change of a plan may touch. */
export type PlanChange = Partial<
  Pick<ClassPlan, 'state' | 'caseId' | 'seed' | 'draws' | 'drawnAt' | 'wishes' | 'teachers' | 'sealed' | 'groupIds'>
>;

/** Changes the plan and counts its version up. */
export async function updatePlan(tx: Transaction, { id, version }: ClassPlan, change: PlanChange): Promise<void> {
  const { caseId, drawnAt, groupIds, wishes, teachers, ...rest } = change;
  await tx.sql
    .updateTable('class_plans')
    .set({
      ...rest,
      ...(caseId === undefined ? {} : { case_id: caseId }),
      ...(drawnAt ? { drawn_at: drawnAt } : {}),
      ...(groupIds ? { group_ids: [...groupIds] } : {}),
      ...(wishes ? { wishes: JSON.stringify(wishes) } : {}),
      ...(teachers === undefined ? {} : { teachers: teachers && JSON.stringify(teachers) }),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
}

/** Where everybody of the plan sits in it. */
export async function listPlanSeats(tx: Transaction, planId: string): Promise<PlanSeat[]> {
  return tx.sql
    .selectFrom('class_plan_seats')
    .select(['student_id as studentId', 'drawn_id as drawnId', 'class_group_id as classGroupId'])
    .where('plan_id', '=', planId)
    .orderBy('student_id')
    .execute();
}

/** Takes what was drawn before out and writes what is drawn now; adjustments of the draw before hold no longer. */
export async function writeDraw(
  tx: Transaction,
  { id, path }: ClassPlan,
  placed: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.sql.deleteFrom('class_plan_seats').where('plan_id', '=', id).execute();
  await sql`insert into class_plan_seats (plan_id, student_id, path, drawn_id, class_group_id)
    select ${id}::uuid, student_id, ${path}, class_group_id, class_group_id
    from unnest(${[...placed.keys()]}::uuid[], ${[...placed.values()]}::uuid[]) as seat(student_id, class_group_id)`.execute(
    tx.sql,
  );
  await tx.sql
    .updateTable('class_plan_adjustments')
    .set({ taken_back_at: tx.now })
    .where('plan_id', '=', id)
    .where('taken_back_at', 'is', null)
    .execute();
}

/** Puts one student of the plan into another class group. */
export async function setPlanSeat(tx: Transaction, planId: string, studentId: string, to: string): Promise<void> {
  await tx.sql
    .updateTable('class_plan_seats')
    .set({ class_group_id: to })
    .where('plan_id', '=', planId)
    .where('student_id', '=', studentId)
    .execute();
}

/** The adjustments that hold, in their order. */
export async function listAdjustments(tx: Transaction, planId: string): Promise<Adjustment[]> {
  return tx.sql
    .selectFrom('class_plan_adjustments')
    .select([
      'seq',
      'student_id as studentId',
      'from_id as fromId',
      'to_id as toId',
      'reason',
      'person_name as personName',
      'at',
    ])
    .where('plan_id', '=', planId)
    .where('taken_back_at', 'is', null)
    .orderBy('seq')
    .execute();
}

/** Keeps an adjustment behind all that were ever made on the plan, which is locked. */
export async function insertAdjustment(
  tx: Transaction,
  { id, path }: ClassPlan,
  one: Omit<Adjustment, 'seq' | 'at'>,
  accountId: string,
): Promise<void> {
  await sql`insert into class_plan_adjustments
      (plan_id, seq, path, student_id, from_id, to_id, reason, account_id, person_name, at)
    select ${id}::uuid, coalesce(max(seq), 0) + 1, ${path}, ${one.studentId}::uuid, ${one.fromId}::uuid, ${one.toId}::uuid,
      ${one.reason}, ${accountId}::uuid, ${one.personName}, ${tx.now}
    from class_plan_adjustments where plan_id = ${id}::uuid`.execute(tx.sql);
}

/** Marks an adjustment as taken back. */
export async function takeBackAdjustment(tx: Transaction, planId: string, seq: number): Promise<void> {
  await tx.sql
    .updateTable('class_plan_adjustments')
    .set({ taken_back_at: tx.now })
    .where('plan_id', '=', planId)
    .where('seq', '=', seq)
    .execute();
}

/** An entrant as the roster and the file tell of one. */
export interface EntrantRow {
  studentId: string;
  name: string;
  plainPinyin: string;
  gender: string;
  studyMode: string;
  classGroupId: string | null;
  details: unknown;
  sealed: Buffer;
}

/** Students of one intake of a school who sit in no class group, or those of the ids, wherever they sit at the school. */
export async function listEntrants(
  tx: Transaction,
  school: { county: string; path: string },
  { stage, grade, intakeYear }: Intake,
  ids?: readonly string[],
): Promise<EntrantRow[]> {
  let query = tx.sql
    .selectFrom('roster as r')
    .innerJoin('students as s', 's.id', 'r.student_id')
    .select([
      'r.student_id as studentId',
      'r.name',
      'r.plain_pinyin as plainPinyin',
      'r.gender',
      'r.study_mode as studyMode',
      'r.class_group_id as classGroupId',
      's.details',
      's.sealed',
    ])
    .where('r.county', '=', school.county)
    .where('r.path', '=', school.path);
  query = ids
    ? query.where('r.student_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    : query
        .where('r.stage', '=', stage)
        .where('r.grade', '=', grade)
        .where('r.intake_year', '=', intakeYear)
        .where('r.class_group_id', 'is', null);
  return query.orderBy('r.student_id').execute();
}

/** 班主任人选: people of the school who may lead a class group: its class teachers with an account that works. */
export async function listClassTeachers(
  tx: Transaction,
  schoolId: string,
): Promise<{ id: string; personName: string }[]> {
  return tx.sql
    .selectFrom('accounts')
    .select(['id', 'person_name as personName'])
    .where('institution_id', '=', schoolId)
    .where('role', '=', 'CLASS_TEACHER')
    .where('state', '=', 'ACTIVE')
    .orderBy('id')
    .execute();
}
