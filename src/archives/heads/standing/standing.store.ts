/** 归档所在: where a student's file lies for a caller, and who sits where; by the registrations that the caller may see. */
import { sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import { firstDayHere } from '../../../students/index.ts';

/** A registration as the file is asked about it. */
export interface Place {
  studentId: string;
  schoolId: string;
  path: string;
  stage: Stage;
  grade: number;
  /** First day at this school. */
  enteredOn: CivilDate;
  /** Where the registration has ended. */
  endedOn: CivilDate | null;
}

/** The last registration that the caller's scope shows; undefined where there is none. */
export async function findPlace(tx: Transaction, studentId: string): Promise<Place | undefined> {
  const row = await tx.sql
    .selectFrom('registrations as r')
    .select(['r.student_id as studentId', 'r.school_id as schoolId', 'r.path', 'r.stage', 'r.grade'])
    .select(['r.valid_to as endedOn', firstDayHere('r').as('enteredOn')])
    .where('r.student_id', '=', studentId)
    .orderBy('r.valid_from', 'desc')
    .orderBy(sql`r.valid_to desc nulls first`)
    .executeTakeFirst();
  return row as Place | undefined;
}

/** Does the student's own record lie in the scope that holds now? */
export async function isHere(tx: Transaction, studentId: string): Promise<boolean> {
  const row = await tx.byKey.selectFrom('students').select('id').where('id', '=', studentId).executeTakeFirst();
  return row !== undefined;
}

/** A student of a class group or school as lists show one. */
export interface Seated extends Pick<Place, 'studentId' | 'stage' | 'grade' | 'enteredOn'> {
  name: string;
  gender: string;
  seatNo: number | null;
  classGroupId: string | null;
}

/** Everybody on the roster of a school, or of one class group of it, by class group and seat. */
export async function listSeated(
  tx: Transaction,
  { schoolId, county, classGroupId }: { schoolId: string; county: string; classGroupId?: string | undefined },
): Promise<Seated[]> {
  let query = tx.sql
    .selectFrom('roster as m')
    .innerJoin('registrations as r', (join) =>
      join.onRef('r.student_id', '=', 'm.student_id').on('r.valid_to', 'is', null),
    )
    .select(['m.student_id as studentId', 'm.name', 'm.gender', 'm.seat_no as seatNo', 'm.stage', 'm.grade'])
    .select(['m.class_group_id as classGroupId', firstDayHere('r').as('enteredOn')])
    .where('m.county', '=', county)
    .where('m.school_id', '=', schoolId)
    .orderBy(sql`m.class_group_id nulls last`)
    .orderBy(sql`m.seat_no nulls last`)
    .orderBy('m.student_id');
  if (classGroupId) query = query.where(isOneOf('m.class_group_id', [classGroupId]));
  return (await query.execute()) as Seated[];
}
