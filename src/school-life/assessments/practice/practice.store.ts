/** 实践活动存取. */
import { type SqlBool, sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import type { PracticeKind, PracticeRecord } from './practice.api.ts';

const columns = sql`p.id, p.student_id as "studentId", p.school_id as "schoolId", p.class_group_id as "classGroupId",
  p.stage, p.grade, p.kind, p.activity, p.held_on as "heldOn", p.hours::float8 as hours, p.part_taken as "partTaken",
  p.confirmed_by_name as "confirmedByName", p.entered_by_name as "enteredByName", p.entered_at as "enteredAt",
  p.ended_at as "endedAt", p.end_reason as "endReason"`;

/** What these students took part in, in the scope that holds now, latest first. */
export async function listPracticeOf(
  tx: Transaction,
  studentIds: readonly string[],
  { from, ended = false }: { from?: CivilDate; ended?: boolean } = {},
): Promise<PracticeRecord[]> {
  if (studentIds.length === 0) return [];
  const since = from ? sql<SqlBool>`p.held_on >= ${from}` : sql<SqlBool>`true`;
  const { rows } = await sql<PracticeRecord>`
    select ${columns} from practice_records p
    where ${isOneOf('p.student_id', studentIds)} and ${since} and (${ended} or p.ended_at is null)
    order by p.held_on desc, p.activity, p.student_id`.execute(tx.sql);
  return rows;
}

export interface NewPractice {
  kind: PracticeKind;
  activity: string;
  heldOn: CivilDate;
  hours: number;
  partTaken: string;
  confirmedByName: string;
}

/** Activities of students of a class group. */
export const practiceRows = (
  tx: Transaction,
  records: readonly (NewPractice & { studentId: string; grade: number })[],
  of: {
    school: { id: string; path: string };
    classGroupId: string;
    stage: Stage;
    by: { accountId: string; personName: string };
  },
): Write => ({
  into: 'practice_records',
  rows: records.map((one) => ({
    ...{ student_id: one.studentId, id: tx.newId(), school_id: of.school.id, class_group_id: of.classGroupId },
    ...{ path: of.school.path, stage: of.stage, grade: one.grade, kind: one.kind, activity: one.activity },
    ...{ held_on: one.heldOn, hours: one.hours, part_taken: one.partTaken, confirmed_by_name: one.confirmedByName },
    ...{ entered_by: of.by.accountId, entered_by_name: of.by.personName, entered_at: tx.now },
  })),
});

/** Takes records out; they stay with the reason. Answers with whose they were. */
export async function endPractice(
  tx: Transaction,
  ids: readonly string[],
  { schoolId, by, reason }: { schoolId: string; by: { accountId: string }; reason: string },
): Promise<{ studentId: string; classGroupId: string }[]> {
  return tx.sql
    .updateTable('practice_records')
    .set({ ended_by: by.accountId, ended_at: tx.now, end_reason: reason })
    .where(isOneOf('id', ids))
    .where('school_id', '=', schoolId)
    .where('ended_at', 'is', null)
    .returning(['student_id as studentId', 'class_group_id as classGroupId'])
    .execute();
}
