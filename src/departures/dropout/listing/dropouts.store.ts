/** 辍学名册存取: who is registered as a dropout under a path, what became of them in a span, and files handed over. */
import { sql } from 'kysely';
import type { ChangeData } from '../../../changes/index.ts';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';

export interface DropoutRow {
  studentId: string;
  name: string;
  numberMasked: string;
  stage: Stage;
  grade: number;
  schoolId: string;
  schoolName: string;
  placeCode: string;
  schoolCode: string | null;
  path: string;
  since: CivilDate;
  caseId: string;
  data: ChangeData | null;
}

/** Everybody who is a dropout now, the latest first. */
export async function listDropouts(
  tx: Transaction,
  { path, studentId }: { path: string; studentId?: string },
  limit: number,
): Promise<DropoutRow[]> {
  const { lo, hi } = rangeOf(path);
  let query = tx.sql
    .selectFrom('registrations as g')
    .innerJoin('roster as r', (join) =>
      join.onRef('r.county', '=', 'g.county').onRef('r.student_id', '=', 'g.student_id'),
    )
    .innerJoin('institutions as i', 'i.id', 'g.school_id')
    .leftJoin('cases as c', (join) => join.onRef('c.subject_id', '=', 'g.student_id').onRef('c.id', '=', 'g.begun_by'))
    .select(['g.student_id as studentId', 'r.name', 'r.number_masked as numberMasked', 'g.stage', 'g.grade'])
    .select(['g.school_id as schoolId', 'i.name as schoolName', 'i.place_code as placeCode', 'i.code as schoolCode'])
    .select(['g.path', 'g.valid_from as since', 'g.begun_by as caseId', 'c.data'])
    .where('g.path', '>=', lo)
    .where('g.path', '<', hi)
    .where('g.valid_to', 'is', null)
    .where('g.state', '=', 'DROPPED_OUT');
  if (studentId) query = query.where('g.student_id', '=', studentId);
  const rows = await query.orderBy('g.valid_from', 'desc').orderBy('g.student_id').limit(limit).execute();
  return rows as unknown as DropoutRow[];
}

export interface SchoolCounts {
  schoolName: string;
  now: number;
  reported: number;
  returned: number;
  persuaded: number;
}

/** By school: dropouts now, registered since a day, back since that day, and how many of those by persuasion. */
export async function countDropouts(tx: Transaction, path: string, since: CivilDate): Promise<SchoolCounts[]> {
  const { lo, hi } = rangeOf(path);
  const back = sql`next.state = 'ENROLLED' and next.valid_from >= ${since}`;
  const { rows } = await sql<SchoolCounts>`
    select i.name as "schoolName",
      count(*) filter (where g.valid_to is null)::int as now,
      count(*) filter (where g.valid_from >= ${since})::int as reported,
      count(*) filter (where ${back})::int as returned,
      count(*) filter (where ${back} and c.data -> 'form' ->> 'way' in ('PERSUADED', 'ORDERED'))::int as persuaded
    from registrations g
    join institutions i on i.id = g.school_id
    left join registrations next on next.student_id = g.student_id and next.valid_from = g.valid_to and next.id <> g.id
      and g.valid_to is not null and next.begun_by = g.ended_by
    left join cases c on c.subject_id = g.student_id and c.id = g.ended_by
    where g.path >= ${lo} and g.path < ${hi} and g.state = 'DROPPED_OUT'
      and (g.valid_to is null or g.valid_to >= ${since})
    group by i.id, i.name
    order by now desc, reported desc, i.name`.execute(tx.sql);
  return rows;
}

export interface HandOver {
  studentId: string;
  receiverName: string;
  on: CivilDate;
  receivedOn: CivilDate | null;
  receivedBy: string | null;
}

const COLUMNS = [
  'student_id as studentId',
  'receiver_name as receiverName',
  'sent_on as on',
  'received_on as receivedOn',
  'received_by as receivedBy',
] as const;

/** Whose file has gone home at the end of a term. */
export async function listHandOvers(
  tx: Transaction,
  studentIds: readonly string[],
  termEndsOn: CivilDate,
): Promise<HandOver[]> {
  if (studentIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('dropout_hand_overs')
    .select(COLUMNS)
    .where(isOneOf('student_id', studentIds))
    .where('term_ends_on', '=', termEndsOn)
    .execute();
  return rows as HandOver[];
}

/** Keeps that the file was sent; two for one term fail with SQLSTATE 23505. */
export async function insertHandOver(
  tx: Transaction,
  row: Pick<HandOver, 'studentId' | 'receiverName' | 'on'> & {
    termEndsOn: CivilDate;
    path: string;
    authorityId: string;
    onPaper: boolean;
  },
  by: { accountId: string; personName: string },
): Promise<void> {
  await tx.sql
    .insertInto('dropout_hand_overs')
    .values({
      student_id: row.studentId,
      term_ends_on: row.termEndsOn,
      path: row.path,
      authority_id: row.authorityId,
      receiver_name: row.receiverName,
      on_paper: row.onPaper,
      sent_on: row.on,
      sent_by: by.accountId,
      sent_by_name: by.personName,
    })
    .execute();
}

/** The last one of a student, locked. Refuses NOT_FOUND where nothing was sent. */
export async function lockLastHandOver(
  tx: Transaction,
  studentId: string,
): Promise<HandOver & { termEndsOn: CivilDate; path: string }> {
  const row = await tx.sql
    .selectFrom('dropout_hand_overs')
    .select(COLUMNS)
    .select(['term_ends_on as termEndsOn', 'path'])
    .where('student_id', '=', studentId)
    .orderBy('term_ends_on', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此学生的档案转交' });
  return row as HandOver & { termEndsOn: CivilDate; path: string };
}

/** Somebody there has signed for it. */
export async function setHandOverReceipt(
  tx: Transaction,
  { studentId, termEndsOn }: { studentId: string; termEndsOn: CivilDate },
  { on, by }: { on: CivilDate; by: string },
): Promise<void> {
  await tx.sql
    .updateTable('dropout_hand_overs')
    .set({ received_on: on, received_by: by })
    .where('student_id', '=', studentId)
    .where('term_ends_on', '=', termEndsOn)
    .execute();
}
