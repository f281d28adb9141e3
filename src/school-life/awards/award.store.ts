/** 奖励存取: proposed, decided on, and what a student has been given. */
import { type SqlBool, sql } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction, Write } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Stage } from '../../policy/index.ts';
import type { Award, AwardApprover, AwardReviewer, Level } from '../../policy/questions/conduct.ts';

export const AWARD_STATES = { PROPOSED: '待批准', GRANTED: '已授予', DECLINED: '未批准', CANCELLED: '已作废' } as const;
export type AwardState = keyof typeof AWARD_STATES;

export interface GivenAward {
  id: string;
  studentId: string;
  schoolId: string;
  classGroupId: string | null;
  stage: Stage;
  category: Award;
  level: Level;
  title: string;
  /** By the year in which it begins. */
  schoolYear: number;
  givenOn: CivilDate;
  giver: string;
  reviewedBy: AwardReviewer | null;
  approvedBy: AwardApprover | null;
  state: AwardState;
  enteredByName: string;
  decidedByName: string | null;
  decisionReason: string | null;
  /** 归档; null while nobody has decided. */
  filed: boolean | null;
}

const columns = sql`a.id, a.student_id as "studentId", a.school_id as "schoolId", a.class_group_id as "classGroupId",
  a.stage, a.category, a.level, a.title, a.school_year as "schoolYear", a.given_on as "givenOn", a.giver,
  a.reviewed_by as "reviewedBy", a.approved_by as "approvedBy", a.state, a.entered_by_name as "enteredByName",
  a.decided_by_name as "decidedByName", a.decision_reason as "decisionReason", a.filed`;

/** What these students were granted, the latest first. */
export async function listAwardsGranted(tx: Transaction, studentIds: readonly string[]): Promise<GivenAward[]> {
  if (studentIds.length === 0) return [];
  const { rows } = await sql<GivenAward>`
    select ${columns} from awards a
    where ${isOneOf('a.student_id', studentIds)} and a.state = 'GRANTED'
    order by a.given_on desc, a.id desc`.execute(tx.sql);
  return rows;
}

export interface ListedAward extends GivenAward {
  name: string;
}

const MOST_LISTED = 500;

/** Awards of a place in a school year, those to be decided on first; only of some class groups where they are named. */
export async function listAwards(
  tx: Transaction,
  path: string,
  { schoolYear, classGroupIds }: { schoolYear: number; classGroupIds?: readonly string[] | undefined },
): Promise<ListedAward[]> {
  const { lo, hi } = rangeOf(path);
  const within = classGroupIds ? sql<SqlBool>`${isOneOf('a.class_group_id', classGroupIds)}` : sql<SqlBool>`true`;
  const { rows } = await sql<ListedAward>`
    select ${columns}, k.name from awards a
    join key_data k on k.student_id = a.student_id and k.valid_to is null
    where a.path >= ${lo} and a.path < ${hi} and a.school_year = ${schoolYear} and ${within}
    order by (a.state = 'PROPOSED') desc, a.given_on desc, a.id limit ${MOST_LISTED}`.execute(tx.sql);
  return rows;
}

/** Locks awards of one school. */
export async function lockAwards(tx: Transaction, ids: readonly string[], schoolId: string): Promise<GivenAward[]> {
  const { rows } = await sql<GivenAward>`
    select ${columns} from awards a
    where ${isOneOf('a.id', ids)} and a.school_id = ${schoolId} order by a.id for update`.execute(tx.sql);
  return rows;
}

export interface ProposedAward {
  category: Award;
  level: Level;
  title: string;
  schoolYear: number;
  givenOn: CivilDate;
  giver: string;
}

/** Awards as they are proposed, each of one student. */
export const awardRows = (
  tx: Transaction,
  awards: readonly (ProposedAward & { student: { studentId: string; classGroupId: string | null; stage: Stage } })[],
  of: { school: { id: string; path: string }; by: { accountId: string; personName: string } },
): Write => ({
  into: 'awards',
  rows: awards.map(({ student: { studentId, classGroupId, stage }, ...award }) => ({
    ...{ student_id: studentId, id: tx.newId(), school_id: of.school.id, path: of.school.path },
    ...{ class_group_id: classGroupId, stage, category: award.category, level: award.level, title: award.title },
    ...{ school_year: award.schoolYear, given_on: award.givenOn, giver: award.giver, state: 'PROPOSED' },
    ...{ entered_by: of.by.accountId, entered_by_name: of.by.personName, entered_at: tx.now },
  })),
});

export interface AwardDecision {
  state: Exclude<AwardState, 'PROPOSED'>;
  by: { accountId: string; personName: string };
  reason: string | null;
  filed: boolean | null;
}

export async function decideAward(tx: Transaction, id: string, decision: AwardDecision): Promise<void> {
  await tx.sql
    .updateTable('awards')
    .set({
      state: decision.state,
      decided_by: decision.by.accountId,
      decided_by_name: decision.by.personName,
      decided_at: tx.now,
      decision_reason: decision.reason,
      filed: decision.filed,
    })
    .where('id', '=', id)
    .execute();
}

/** 三好学生: the title whose years in a row schools count for their graduates. */
const MERIT = '三好学生';

/** Students of a grade with the number of school years, up to the last that is named, in which each was one of merit in a row. */
export async function listMerits(
  tx: Transaction,
  school: { id: string; county: string },
  { stage, grade, schoolYear }: { stage: Stage; grade: number; schoolYear: number },
): Promise<{ studentId: string; name: string; years: number }[]> {
  const { rows } = await sql<{ studentId: string; name: string; years: number }>`
    select r.student_id as "studentId", r.name, count(*)::int as years
    from roster r join lateral (
      select y.school_year, row_number() over (order by y.school_year desc) as place
      from (select distinct a.school_year from awards a
        where a.student_id = r.student_id and a.state = 'GRANTED' and a.category = 'TITLE' and a.title like ${`%${MERIT}%`}
          and a.stage = ${stage} and a.school_year <= ${schoolYear}) as y) as held
      on held.school_year > (select max(b.school_year) from awards b
        where b.student_id = r.student_id and b.state = 'GRANTED' and b.category = 'TITLE'
          and b.title like ${`%${MERIT}%`} and b.school_year <= ${schoolYear}) - held.place
    where r.county = ${school.county} and r.school_id = ${school.id} and r.stage = ${stage} and r.grade = ${grade}
    group by r.student_id, r.name order by r.student_id`.execute(tx.sql);
  return rows;
}
