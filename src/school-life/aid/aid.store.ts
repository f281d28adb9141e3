/** 享受资助存取. */
import { type SqlBool, sql } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction, Write } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Degree } from './hardship.store.ts';

/** 资助项目. */
export const SCHEMES = {
  LIVING: '家庭经济困难学生生活补助',
  FEES: '免学杂费',
  GRANT: '国家助学金',
  MEALS: '营养膳食补助',
  OTHER: '其他资助',
} as const;
export type Scheme = keyof typeof SCHEMES;

export interface ReceivedAid {
  id: string;
  studentId: string;
  schoolId: string;
  scheme: Scheme;
  /** Yuan. */
  amount: number;
  schoolYear: number;
  term: 1 | 2;
  givenOn: CivilDate;
  note: string | null;
}

const columns = sql`a.id, a.student_id as "studentId", a.school_id as "schoolId", a.scheme, a.amount::float8 as amount,
  a.school_year as "schoolYear", a.term, a.given_on as "givenOn", a.note`;

/** What these students received, the latest first; without what was entered wrongly. */
export async function listAidsOf(tx: Transaction, studentIds: readonly string[]): Promise<ReceivedAid[]> {
  if (studentIds.length === 0) return [];
  const { rows } = await sql<ReceivedAid>`
    select ${columns} from aids a where ${isOneOf('a.student_id', studentIds)} and a.ended_at is null
    order by a.given_on desc, a.id desc`.execute(tx.sql);
  return rows;
}

const MOST_LISTED = 1000;

/** What students of a place received in a school year, with their names. */
export async function listAids(
  tx: Transaction,
  path: string,
  { schoolYear }: { schoolYear: number },
): Promise<(ReceivedAid & { name: string })[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<ReceivedAid & { name: string }>`
    select ${columns}, k.name from aids a
    join key_data k on k.student_id = a.student_id and k.valid_to is null
    where a.path >= ${lo} and a.path < ${hi} and a.school_year = ${schoolYear} and a.ended_at is null
    order by a.given_on desc, a.id limit ${MOST_LISTED}`.execute(tx.sql);
  return rows;
}

export interface PoorStudent {
  studentId: string;
  name: string;
  classGroupId: string | null;
  degree: Degree;
  from: CivilDate;
}

/** Who of a place is recognised as poor today; only of some class groups where they are named. */
export async function listPoor(
  tx: Transaction,
  { path, county }: { path: string; county: string },
  classGroupIds?: readonly string[],
): Promise<PoorStudent[]> {
  const { lo, hi } = rangeOf(path);
  const within = classGroupIds ? sql<SqlBool>`${isOneOf('r.class_group_id', classGroupIds)}` : sql<SqlBool>`true`;
  const { rows } = await sql<PoorStudent>`
    select r.student_id as "studentId", r.name, r.class_group_id as "classGroupId", h.degree, h.valid_from as "from"
    from hardships h join roster r on r.county = ${county} and r.student_id = h.student_id
    where h.valid_to is null and r.path >= ${lo} and r.path < ${hi} and ${within}
    order by r.class_group_id, r.student_id limit ${MOST_LISTED}`.execute(tx.sql);
  return rows;
}

export interface NewAid {
  scheme: Scheme;
  schoolYear: number;
  term: 1 | 2;
  givenOn: CivilDate;
  note: string | null;
}

export const aidRows = (
  tx: Transaction,
  aid: NewAid,
  of: {
    amounts: readonly { studentId: string; amount: number }[];
    school: { id: string; path: string };
    by: { accountId: string; personName: string };
  },
): Write => ({
  into: 'aids',
  rows: of.amounts.map(({ studentId, amount }) => ({
    ...{ student_id: studentId, id: tx.newId(), school_id: of.school.id, path: of.school.path, scheme: aid.scheme },
    ...{ amount, school_year: aid.schoolYear, term: aid.term, given_on: aid.givenOn, note: aid.note },
    ...{ entered_by: of.by.accountId, entered_by_name: of.by.personName, entered_at: tx.now },
  })),
});

/** Takes entries out; they stay with the reason. Answers with whose they were. */
export async function endAid(
  tx: Transaction,
  id: string,
  { schoolId, by, reason }: { schoolId: string; by: { accountId: string }; reason: string },
): Promise<string | undefined> {
  const row = await tx.sql
    .updateTable('aids')
    .set({ ended_by: by.accountId, ended_at: tx.now, end_reason: reason })
    .where('id', '=', id)
    .where('school_id', '=', schoolId)
    .where('ended_at', 'is', null)
    .returning('student_id as studentId')
    .executeTakeFirst();
  return row?.studentId;
}
