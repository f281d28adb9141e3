/** 班级成员存取: who sits in which class group, begun and ended half-open, with the roster row beside it. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import type { Seated } from './seat-numbers.ts';

/** A student with an open registration at the school, as placing sees it. */
export interface Member extends Seated {
  classGroupId: string | null;
  stage: Stage;
  grade: number;
  intakeYear: number;
  gender: string;
}

interface School {
  id: string;
  county: string;
  path: string;
}

const COLUMNS = [
  'student_id as studentId',
  'class_group_id as classGroupId',
  'seat_no as seatNo',
  'stage',
  'grade',
  'intake_year as intakeYear',
  'name',
  'plain_pinyin as plainPinyin',
  'born_on as bornOn',
  'gender',
] as const;

/**
 * Makes everybody who places into these class groups wait: sizes and seat numbers are then read and kept. Registrations
 * that refer to the class groups go on (no key is touched), so that the two never wait for each other crosswise.
 */
export async function lockClassGroups(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .selectFrom('class_groups')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** The students of the school among the ids, locked. Who is not of the school is not among them. */
export async function lockMembers(tx: Transaction, school: School, ids: readonly string[]): Promise<Member[]> {
  const rows = await tx.sql
    .selectFrom('roster')
    .select(COLUMNS)
    .where('county', '=', school.county)
    .where('school_id', '=', school.id)
    .where('student_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('student_id')
    .forUpdate()
    .execute();
  return rows as Member[];
}

/** Everybody who sits in these class groups now. */
export async function listMembers(tx: Transaction, school: School, groupIds: readonly string[]): Promise<Member[]> {
  if (groupIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('roster')
    .select(COLUMNS)
    .where('county', '=', school.county)
    .where('path', '=', school.path)
    .where('class_group_id', 'in', [...new Set(groupIds)])
    .execute();
  return rows as Member[];
}

/** One student's new seat. */
export interface Seat {
  studentId: string;
  classGroupId: string | null;
  seatNo: number | null;
}

/** Ends the open memberships of the students: they belong to no class group from that day on. */
export async function endMemberships(tx: Transaction, ids: readonly string[], on: CivilDate): Promise<void> {
  await tx.sql
    .updateTable('class_memberships')
    .set({ valid_to: on })
    .where('student_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('valid_to', 'is', null)
    .execute();
}

/** Begins memberships. One that was begun and ended on this very day had no day of its own and is opened again. */
export async function beginMemberships(
  tx: Transaction,
  school: School,
  seats: readonly Seat[],
  on: CivilDate,
): Promise<void> {
  const { students, groups, numbers } = columnsOf(seats);
  await sql`insert into class_memberships (student_id, class_group_id, path, seat_no, valid_from)
    select student_id, class_group_id, ${school.path}, seat_no, ${on}::date
    from unnest(${students}::uuid[], ${groups}::uuid[], ${numbers}::int[]) as seat(student_id, class_group_id, seat_no)
    on conflict (student_id, class_group_id, valid_from)
      do update set valid_to = null, seat_no = excluded.seat_no`.execute(tx.sql);
}

/** Keeps the lists in step: class group and seat number in the roster. */
export async function setRosterSeats(tx: Transaction, school: School, seats: readonly Seat[]): Promise<void> {
  const { students, groups, numbers } = columnsOf(seats);
  await sql`update roster set class_group_id = seat.class_group_id, seat_no = seat.seat_no
    from unnest(${students}::uuid[], ${groups}::uuid[], ${numbers}::int[]) as seat(student_id, class_group_id, seat_no)
    where roster.county = ${school.county} and roster.student_id = seat.student_id`.execute(tx.sql);
}

/** New seat numbers inside a class group; the memberships go on. */
export async function setSeatNumbers(tx: Transaction, school: School, seats: readonly Seat[]): Promise<void> {
  const { students, numbers } = columnsOf(seats);
  await sql`update class_memberships set seat_no = seat.seat_no
    from unnest(${students}::uuid[], ${numbers}::int[]) as seat(student_id, seat_no)
    where class_memberships.student_id = seat.student_id and valid_to is null`.execute(tx.sql);
  await setRosterSeats(tx, school, seats);
}

function columnsOf(seats: readonly Seat[]) {
  return {
    students: seats.map(({ studentId }) => studentId),
    groups: seats.map(({ classGroupId }) => classGroupId),
    numbers: seats.map(({ seatNo }) => seatNo),
  };
}
