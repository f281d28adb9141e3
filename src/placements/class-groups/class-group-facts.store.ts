/** 班级概况存取: sizes from the roster, names of class teachers, who is unplaced, and what happened to a class group. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { SeatCount } from '../as-of/roster-as-of.ts';

interface School {
  id: string;
  county: string;
  path: string;
}

/** How many sit where in a school today, by gender: one look into one index of the roster. */
export async function countSeats(tx: Transaction, school: School): Promise<SeatCount[]> {
  const rows = await tx.sql
    .selectFrom('roster')
    .select((count) => [
      'class_group_id as classGroupId',
      'stage',
      'grade',
      'intake_year as intakeYear',
      'gender',
      count.fn.countAll<number>().as('count'),
    ])
    .where('county', '=', school.county)
    .where('path', '=', school.path)
    .groupBy(['class_group_id', 'stage', 'grade', 'intake_year', 'gender'])
    .execute();
  return rows as SeatCount[];
}

/** Names of the class teachers, by account. */
export async function listTeacherNames(tx: Transaction, accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('accounts')
    .select(['id', 'person_name'])
    .where('id', 'in', [...accountIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row.person_name]));
}

/** The class teacher's name; empty where the class group has none. */
export async function teacherNameOf(tx: Transaction, { teacherId }: { teacherId: string | null }): Promise<string> {
  return (teacherId && (await listTeacherNames(tx, [teacherId])).get(teacherId)) || '';
}

/** Ids of the unplaced of one intake, by name; a page of them after a place in the list. */
export async function listUnplaced(
  tx: Transaction,
  school: School,
  of: { stage: string; grade: number; intakeYear: number },
  { after, limit }: { after?: { plainPinyin: string; studentId: string } | undefined; limit: number },
): Promise<{ studentId: string; plainPinyin: string }[]> {
  let query = tx.sql
    .selectFrom('roster')
    .select(['student_id as studentId', 'plain_pinyin as plainPinyin'])
    .where('county', '=', school.county)
    .where('path', '=', school.path)
    .where('grade', '=', of.grade)
    .where('class_group_id', 'is', null)
    .where('stage', '=', of.stage)
    .where('intake_year', '=', of.intakeYear);
  if (after) {
    query = query.where(sql<boolean>`(plain_pinyin, student_id) > (${after.plainPinyin}, ${after.studentId}::uuid)`);
  }
  return query.orderBy('plain_pinyin').orderBy('student_id').limit(limit).execute();
}

/** What was done to a class group, newest first. */
export async function listChanges(tx: Transaction, classGroupId: string, actions: readonly string[], limit: number) {
  const rows = await tx.sql
    .selectFrom('audit_events')
    .select(['at', 'person_name', 'action', 'reason', 'detail'])
    .where('subject_id', '=', classGroupId)
    .where('action', 'in', [...actions])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, detail: row.detail as { joined?: number; left?: number; total?: number } }));
}
