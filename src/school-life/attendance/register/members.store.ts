/** 班级成员存取: who sits in a class group in a span of days, and where one student sits now. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';

/** A student of the register, with the days on which the seat is his or hers. */
export interface Member {
  studentId: string;
  seatNo: number | null;
  name: string;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/** Everybody who sat in the class group on some day from the first to the last, by seat. */
export async function listMembers(
  tx: Transaction,
  classGroupId: string,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<Member[]> {
  const rows = await tx.sql
    .selectFrom('class_memberships as m')
    .innerJoin('key_data as k', 'k.student_id', 'm.student_id')
    .select(['m.student_id as studentId', 'm.seat_no as seatNo', 'k.name'])
    .select(['m.valid_from as validFrom', 'm.valid_to as validTo'])
    .where('m.class_group_id', '=', classGroupId)
    .where('m.valid_from', '<=', to)
    .where((or) => or.or([or('m.valid_to', 'is', null), or('m.valid_to', '>', from)]))
    .where('k.valid_to', 'is', null)
    .orderBy(sql`m.seat_no nulls last`)
    .orderBy('k.name')
    .orderBy('m.student_id')
    .execute();
  return rows as Member[];
}

/** A student with an open registration. */
export interface PlacedStudent {
  studentId: string;
  name: string;
  schoolId: string;
  path: string;
  county: string;
  classGroupId: string | null;
  stage: Stage;
  grade: number;
  state: string;
}

/** Where the student is registered and sits, in the scope that holds now. */
export async function findPlaced(tx: Transaction, studentId: string): Promise<PlacedStudent | undefined> {
  const row = await tx.byKey
    .selectFrom('registrations as g')
    .innerJoin('roster as r', (join) =>
      join.onRef('r.county', '=', 'g.county').onRef('r.student_id', '=', 'g.student_id'),
    )
    .select(['g.student_id as studentId', 'r.name', 'g.school_id as schoolId', 'g.path', 'g.county', 'g.stage'])
    .select(['r.class_group_id as classGroupId', 'g.grade', 'g.state'])
    .where('g.student_id', '=', studentId)
    .where('g.valid_to', 'is', null)
    .executeTakeFirst();
  return row as PlacedStudent | undefined;
}
