/** 某日花名册存取: who was registered where on a day, read from the facts with their validity, not from the roster. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { firstDayHere } from '../../students/index.ts';

/** valid_from <= day < valid_to, of the one table that a query or its part reads. */
const validOn = (on: CivilDate) =>
  sql<boolean>`(valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date))`;

export interface RegisteredOn {
  studentId: string;
  stage: Stage;
  grade: number;
  intakeYear: number;
  state: string;
  studyMode: string;
  registeredOn: CivilDate;
}

/** The registrations of a school on a day, in the caller's scope; of the named students only, where they are named. */
export async function listRegisteredOn(
  tx: Transaction,
  { schoolId, on, ids }: { schoolId: string; on: CivilDate; ids?: readonly string[] | undefined },
): Promise<RegisteredOn[]> {
  let query = tx.sql
    .selectFrom('registrations')
    .select([
      'student_id as studentId',
      'stage',
      'grade',
      'intake_year as intakeYear',
      'state',
      'study_mode as studyMode',
    ])
    .select(firstDayHere('registrations').as('registeredOn'))
    .where('school_id', '=', schoolId)
    .where(validOn(on));
  if (ids) query = query.where('student_id', '=', sql<string>`any(${[...ids]}::uuid[])`);
  return (await query.execute()) as RegisteredOn[];
}

/** Who sat in a class group on a day. */
export async function listMembersOn(tx: Transaction, classGroupId: string, on: CivilDate): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('class_memberships')
    .select('student_id')
    .where('class_group_id', '=', classGroupId)
    .where(validOn(on))
    .execute();
  return rows.map(({ student_id }) => student_id);
}

export interface SeatOn {
  studentId: string;
  classGroupId: string;
  seatNo: number | null;
}

/** The class groups and seats that the students had on a day. */
export async function listSeatsOn(tx: Transaction, ids: readonly string[], on: CivilDate): Promise<SeatOn[]> {
  return tx.sql
    .selectFrom('class_memberships')
    .select(['student_id as studentId', 'class_group_id as classGroupId', 'seat_no as seatNo'])
    .where('student_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(validOn(on))
    .execute();
}

export interface PersonOn {
  studentId: string;
  name: string;
  gender: string;
  bornOn: CivilDate;
  identityType: string;
  keyDataSealed: Buffer;
  numberSealed: Buffer | null;
  ethnicGroup: string | null;
  photoId: string | null;
  /** Where the student's file lies now. */
  path: string;
}

/** The students as they were called on a day; what has no history (ethnic group, photo) as it is kept now. */
export async function listPersonsOn(tx: Transaction, ids: readonly string[], on: CivilDate): Promise<PersonOn[]> {
  const rows = await tx.sql
    .selectFrom('students as s')
    .innerJoin(
      (from) => from.selectFrom('key_data').selectAll().where(validOn(on)).as('k'),
      (join) => join.onRef('k.student_id', '=', 's.id'),
    )
    .leftJoin(
      (from) => from.selectFrom('numbers').select(['student_id', 'sealed']).where(validOn(on)).as('n'),
      (join) => join.onRef('n.student_id', '=', 's.id'),
    )
    .select([
      's.id as studentId',
      'k.name',
      'k.gender',
      'k.born_on as bornOn',
      'k.identity_type as identityType',
      'k.sealed as keyDataSealed',
      'n.sealed as numberSealed',
      sql<string | null>`s.details ->> 'ethnicGroup'`.as('ethnicGroup'),
      's.photo_id as photoId',
      's.path',
    ])
    .where('s.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  // A child who fell out of its own school's roster would be a fault nobody sees.
  if (rows.length !== ids.length) throw new Error(`key data of ${ids.length - rows.length} students is missing`);
  return rows as PersonOn[];
}

/** The gender of each student as it was on record on a day. */
export async function listGendersOn(tx: Transaction, ids: readonly string[], on: CivilDate) {
  const rows = await tx.sql
    .selectFrom('key_data')
    .select(['student_id as studentId', 'gender'])
    .where('student_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(validOn(on))
    .execute();
  return new Map(rows.map(({ studentId, gender }) => [studentId, gender]));
}
