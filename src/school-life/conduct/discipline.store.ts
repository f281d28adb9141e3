/** 处分存取: what was given to a student, and what of it has been revoked. */
import { type SqlBool, sql } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Stage } from '../../policy/index.ts';
import type { Discipline, Level } from '../../policy/questions/conduct.ts';

/** One discipline as the rows tell of it. */
export interface GivenDiscipline {
  studentId: string;
  caseId: string;
  schoolId: string;
  stage: Stage;
  kind: Discipline;
  level: Level;
  /** 归档: the law of the place puts it into the student's file. */
  filed: boolean;
  givenOn: CivilDate;
  /** Last day of probation. */
  untilOn: CivilDate | null;
  revokedOn: CivilDate | null;
}

const columns = sql`d.student_id as "studentId", d.case_id as "caseId", d.school_id as "schoolId", d.stage, d.kind, d.level,
  d.filed, d.given_on as "givenOn", d.until_on as "untilOn", d.revoked_on as "revokedOn"`;

/** What these students were given, the latest first; revoked ones only where asked for. */
export async function listDisciplinesOf(
  tx: Transaction,
  studentIds: readonly string[],
  { revoked = false } = {},
): Promise<GivenDiscipline[]> {
  if (studentIds.length === 0) return [];
  const { rows } = await sql<GivenDiscipline>`
    select ${columns} from disciplines d
    where ${isOneOf('d.student_id', studentIds)} and (${revoked} or d.revoked_on is null)
    order by d.given_on desc, d.case_id desc`.execute(tx.sql);
  return rows;
}

export interface NewDiscipline extends Omit<GivenDiscipline, 'revokedOn'> {
  path: string;
}

export async function insertDiscipline(tx: Transaction, one: NewDiscipline): Promise<void> {
  await tx.sql
    .insertInto('disciplines')
    .values({
      student_id: one.studentId,
      case_id: one.caseId,
      school_id: one.schoolId,
      path: one.path,
      stage: one.stage,
      kind: one.kind,
      level: one.level,
      filed: one.filed,
      given_on: one.givenOn,
      until_on: one.untilOn,
    })
    .execute();
}

/** Answers false where it has been revoked in between. */
export async function revokeDiscipline(
  tx: Transaction,
  { studentId, caseId }: Pick<GivenDiscipline, 'studentId' | 'caseId'>,
  { by, on }: { by: string; on: CivilDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('disciplines')
    .set({ revoked_on: on, revoking_case_id: by })
    .where('student_id', '=', studentId)
    .where('case_id', '=', caseId)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface ListedDiscipline extends GivenDiscipline {
  name: string;
  classGroupId: string | null;
}

const MOST_LISTED = 1000;

/** All of a school's, those that stand first; only of some class groups where they are named. */
export async function listDisciplines(
  tx: Transaction,
  { path, county }: { path: string; county: string },
  classGroupIds?: readonly string[],
): Promise<ListedDiscipline[]> {
  const { lo, hi } = rangeOf(path);
  const within = classGroupIds ? sql<SqlBool>`${isOneOf('r.class_group_id', classGroupIds)}` : sql<SqlBool>`true`;
  const { rows } = await sql<ListedDiscipline>`
    select ${columns}, k.name, r.class_group_id as "classGroupId" from disciplines d
    join key_data k on k.student_id = d.student_id and k.valid_to is null
    left join roster r on r.county = ${county} and r.student_id = d.student_id
    where d.path >= ${lo} and d.path < ${hi} and ${within}
    order by (d.revoked_on is null) desc, d.given_on desc, d.case_id limit ${MOST_LISTED}`.execute(tx.sql);
  return rows;
}
