/** 旷课存取: truant days of students, days on which their class groups called the roll, contacts and written reports. */
import { sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import type { Recipient, ReportMatter } from './reporting.api.ts';

/** A student of the place with his or her school. */
export interface TruantStudent {
  studentId: string;
  name: string;
  numberMasked: string;
  classGroupId: string | null;
  stage: Stage;
  grade: number;
  state: string;
  schoolId: string;
  schoolName: string;
  path: string;
  placeCode: string;
  schoolCode: string | null;
}

interface Span {
  from: CivilDate;
  to: CivilDate;
}

/** Truant periods by student and day of everybody under a path, or of one student. */
export async function listTruantDays(
  tx: Transaction,
  { path, studentId }: { path: string; studentId?: string | undefined },
  { from, to }: Span,
): Promise<{ studentId: string; classGroupId: string; on: CivilDate; periods: number }[]> {
  const { lo, hi } = rangeOf(path);
  let query = tx.sql
    .selectFrom('absences')
    .select(['student_id as studentId', 'class_group_id as classGroupId', 'absent_on as on'])
    .select(sql<number>`sum(periods)::int`.as('periods'))
    .where('path', '>=', lo)
    .where('path', '<', hi)
    .where('absent_on', '>=', from)
    .where('absent_on', '<=', to)
    .where('ended_at', 'is', null)
    .where('kind', '=', 'TRUANT');
  if (studentId) query = query.where('student_id', '=', studentId);
  const rows = await query.groupBy(['student_id', 'class_group_id', 'absent_on']).execute();
  return rows as { studentId: string; classGroupId: string; on: CivilDate; periods: number }[];
}

/** The days on which these class groups called the roll, with the periods they had. */
export async function listCalledDays(
  tx: Transaction,
  classGroupIds: readonly string[],
  { from, to }: Span,
): Promise<{ classGroupId: string; on: CivilDate; offered: number }[]> {
  if (classGroupIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('attendance_days')
    .select(['class_group_id as classGroupId', 'taken_on as on'])
    .select(sql<number>`(morning_periods + afternoon_periods)::int`.as('offered'))
    .where(isOneOf('class_group_id', classGroupIds))
    .where('taken_on', '>=', from)
    .where('taken_on', '<=', to)
    .execute();
  return rows as { classGroupId: string; on: CivilDate; offered: number }[];
}

/** Those of these who have an open registration in the scope, with their schools. */
export async function listTruantStudents(tx: Transaction, ids: readonly string[]): Promise<TruantStudent[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('registrations as g')
    .innerJoin('roster as r', (join) =>
      join.onRef('r.county', '=', 'g.county').onRef('r.student_id', '=', 'g.student_id'),
    )
    .innerJoin('institutions as i', 'i.id', 'g.school_id')
    .select(['g.student_id as studentId', 'r.name', 'r.number_masked as numberMasked'])
    .select(['r.class_group_id as classGroupId', 'g.stage', 'g.grade', 'g.state', 'g.school_id as schoolId', 'g.path'])
    .select(['i.name as schoolName', 'i.place_code as placeCode', 'i.code as schoolCode'])
    .where(isOneOf('g.student_id', ids))
    .where('g.valid_to', 'is', null)
    .execute();
  return rows as TruantStudent[];
}

/** 联系记录, still sealed. */
export interface ContactRow {
  id: string;
  studentId: string;
  on: CivilDate;
  way: string;
  sealed: Buffer;
  madeByName: string;
  madeAt: Date;
}

/** What was done since a day to bring these students back, the latest first. */
export async function listContacts(tx: Transaction, ids: readonly string[], since: CivilDate): Promise<ContactRow[]> {
  if (ids.length === 0) return [];
  return (await tx.sql
    .selectFrom('guardian_contacts')
    .select(['id', 'student_id as studentId', 'contacted_on as on', 'way', 'sealed'])
    .select(['made_by_name as madeByName', 'made_at as madeAt'])
    .where(isOneOf('student_id', ids))
    .where('contacted_on', '>=', since)
    .orderBy('contacted_on', 'desc')
    .orderBy('id', 'desc')
    .execute()) as ContactRow[];
}

/** Keeps a contact. */
export async function insertContact(
  tx: Transaction,
  row: Pick<ContactRow, 'id' | 'studentId' | 'on' | 'way' | 'sealed'> & { path: string },
  by: { accountId: string; personName: string },
): Promise<void> {
  await tx.sql
    .insertInto('guardian_contacts')
    .values({
      student_id: row.studentId,
      id: row.id,
      path: row.path,
      contacted_on: row.on,
      way: row.way,
      sealed: row.sealed,
      made_by: by.accountId,
      made_by_name: by.personName,
      made_at: tx.now,
    })
    .execute();
}

/** 书面报告. */
export interface WrittenReport {
  id: string;
  studentId: string;
  matter: ReportMatter;
  recipient: Recipient;
  recipientName: string;
  on: CivilDate;
  paperNumber: string | null;
  caseId: string | null;
  receivedOn: CivilDate | null;
  receivedBy: string | null;
  madeByName: string;
}

const REPORT = [
  'id',
  'student_id as studentId',
  'matter',
  'recipient',
  'recipient_name as recipientName',
  'reported_on as on',
  'paper_number as paperNumber',
  'case_id as caseId',
  'received_on as receivedOn',
  'received_by as receivedBy',
  'made_by_name as madeByName',
] as const;

/** What was reported about these students since a day, in its order. */
export async function listReports(tx: Transaction, ids: readonly string[], since: CivilDate): Promise<WrittenReport[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('written_reports')
    .select(REPORT)
    .where(isOneOf('student_id', ids))
    .where('reported_on', '>=', since)
    .orderBy('reported_on')
    .orderBy('id')
    .execute();
  return rows as WrittenReport[];
}

/** Keeps a report. */
export async function insertReport(
  tx: Transaction,
  row: Omit<WrittenReport, 'receivedOn' | 'receivedBy' | 'madeByName'> & { path: string },
  by: { accountId: string; personName: string },
): Promise<void> {
  await tx.sql
    .insertInto('written_reports')
    .values({
      student_id: row.studentId,
      id: row.id,
      path: row.path,
      matter: row.matter,
      recipient: row.recipient,
      recipient_name: row.recipientName,
      reported_on: row.on,
      paper_number: row.paperNumber,
      case_id: row.caseId,
      made_by: by.accountId,
      made_by_name: by.personName,
      made_at: tx.now,
    })
    .execute();
}

/** The report, locked. Refuses NOT_FOUND outside the scope. */
export async function lockReport(tx: Transaction, id: string): Promise<WrittenReport & { path: string }> {
  const row = await tx.sql
    .selectFrom('written_reports')
    .select(REPORT)
    .select('path')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此报告' });
  return row as WrittenReport & { path: string };
}

/** Somebody has signed for it. */
export async function setReceipt(
  tx: Transaction,
  { id, studentId }: Pick<WrittenReport, 'id' | 'studentId'>,
  { on, by }: { on: CivilDate; by: string },
): Promise<void> {
  await tx.sql
    .updateTable('written_reports')
    .set({ received_on: on, received_by: by })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}
