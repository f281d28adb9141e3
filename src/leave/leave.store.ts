/** 休学存取: where a student stands, how many of a grade are away, and who is on leave. */
import { sql } from 'kysely';
import { getStanding, type StudentStanding } from '../changes/index.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import type { Stage } from '../policy/index.ts';
import type { LeaveData, RunningLeave } from './leave.ts';

/** A student as the law of leave asks about it. */
export interface StudentOnLeave extends StudentStanding {
  /** The absence under way; null where the student is not on leave. */
  running: RunningLeave | null;
}

/** Where a student stands, in the scope that holds now. Refuses NOT_FOUND where there is no open registration. */
export async function getLeaveStanding(tx: Transaction, studentId: string): Promise<StudentOnLeave> {
  const standing = await getStanding(tx, studentId);
  const begunWith = standing.begunWith as LeaveData | null;
  return { ...standing, running: standing.state === 'ON_LEAVE' ? (begunWith?.granted ?? null) : null };
}

/** The open registration of a student as far as a leave is concerned, in the scope that holds now; undefined for none. */
export async function findLeave(
  tx: Transaction,
  studentId: string,
): Promise<{ state: string; begunBy: string; schoolId: string } | undefined> {
  return tx.byKey
    .selectFrom('registrations')
    .select(['state', 'begun_by as begunBy', 'school_id as schoolId'])
    .where('student_id', '=', studentId)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
}

/** 同年级人数: all of the grade who are registered, and those of them on leave, one student left out. */
export async function countGrade(
  tx: Transaction,
  { studentId, county, schoolId, stage, grade }: StudentStanding,
): Promise<{ others: number; onLeave: number }> {
  const row = await tx.sql
    .selectFrom('roster')
    .select(sql<number>`count(*)::int`.as('others'))
    .select(sql<number>`count(*) filter (where state = 'ON_LEAVE')::int`.as('onLeave'))
    .where('county', '=', county)
    .where('school_id', '=', schoolId)
    .where('stage', '=', stage)
    .where('grade', '=', grade)
    .where('student_id', '<>', studentId)
    .executeTakeFirstOrThrow();
  return row;
}

export interface OnLeaveRow {
  studentId: string;
  name: string;
  grade: number;
  stage: Stage;
  schoolName: string;
  placeCode: string;
  schoolCode: string | null;
  caseId: string;
  openCaseId: string | null;
  /** First day of a return that was agreed to. */
  returnsOn: CivilDate | null;
  data: LeaveData;
}

/** Everybody on leave in the schools under a path, whose leave ends first at the top. */
export async function listOnLeave(tx: Transaction, path: string, limit: number): Promise<OnLeaveRow[]> {
  const { lo, hi } = rangeOf(path);
  const rows = await tx.sql
    .selectFrom('registrations as g')
    .innerJoin('roster as r', (join) =>
      join.onRef('r.county', '=', 'g.county').onRef('r.student_id', '=', 'g.student_id'),
    )
    .innerJoin('cases as c', (join) => join.onRef('c.subject_id', '=', 'g.student_id').onRef('c.id', '=', 'g.begun_by'))
    .innerJoin('institutions as i', 'i.id', 'g.school_id')
    .leftJoin('worklist as w', 'w.subject_id', 'g.student_id')
    .leftJoin('cases as b', (join) =>
      join.onRef('b.subject_id', '=', 'g.student_id').on(sql<boolean>`b.data ? 'waits'`),
    )
    .select(['g.student_id as studentId', 'r.name', 'g.grade', 'g.stage', 'i.name as schoolName', 'c.data'])
    .select(['i.place_code as placeCode', 'i.code as schoolCode', 'c.id as caseId', 'w.case_id as openCaseId'])
    .select(sql<CivilDate | null>`b.data -> 'waits' ->> 'until'`.as('returnsOn'))
    .where('g.path', '>=', lo)
    .where('g.path', '<', hi)
    .where('g.valid_to', 'is', null)
    .where('g.state', '=', 'ON_LEAVE')
    .where(sql<boolean>`c.data ? 'granted'`)
    .orderBy(sql`c.data -> 'granted' ->> 'endsOn'`)
    .orderBy('g.student_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, stage: row.stage as Stage, data: row.data as unknown as LeaveData }));
}

/** How many are on leave under a path, whose leave ends on or before a day, and has ended before another; who has been let come back is neither. */
export async function countOnLeave(
  tx: Transaction,
  path: string,
  { soon, today }: { soon: CivilDate; today: CivilDate },
): Promise<{ total: number; ending: number; ended: number }> {
  const { lo, hi } = rangeOf(path);
  const endsOn = sql`c.data -> 'granted' ->> 'endsOn'`;
  return tx.sql
    .selectFrom('registrations as g')
    .innerJoin('cases as c', (join) => join.onRef('c.subject_id', '=', 'g.student_id').onRef('c.id', '=', 'g.begun_by'))
    .leftJoin('cases as b', (join) =>
      join.onRef('b.subject_id', '=', 'g.student_id').on(sql<boolean>`b.data ? 'waits'`),
    )
    .select(sql<number>`count(*)::int`.as('total'))
    .select(
      sql<number>`count(*) filter (where ${endsOn} >= ${today} and ${endsOn} <= ${soon} and b.id is null)::int`.as(
        'ending',
      ),
    )
    .select(sql<number>`count(*) filter (where ${endsOn} < ${today} and b.id is null)::int`.as('ended'))
    .where('g.path', '>=', lo)
    .where('g.path', '<', hi)
    .where('g.valid_to', 'is', null)
    .where('g.state', '=', 'ON_LEAVE')
    .where(sql<boolean>`c.data ? 'granted'`)
    .executeTakeFirstOrThrow();
}
