/** 辅号存取: counters that leave no gap, and the numbers that were given. */
import { sql } from 'kysely';
import type { NewRows, Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Stage } from '../policy/index.ts';
import type { NumberKind, SecondaryNumber } from './secondary-number.ts';

/**
 * Takes so many serials of a series; gives the first of them. The row of the counter stays locked until the transaction
 * ends: whoever counts on from it waits, and what is rolled back was never taken. So there is no gap and no double.
 */
export async function takeSerials(tx: Transaction, scope: string, count: number, first = 1): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into number_counters (scope, last)
    values (${scope}, ${first - 1 + count}::int)
    on conflict (scope) do update set last = number_counters.last + ${count}::int
    returning last`.execute(tx.sql);
  return rows[0]!.last - count + 1;
}

/** Makes everybody who numbers the same students wait, before anybody looks who has no number yet. */
export async function lockSeries(tx: Transaction, scope: string): Promise<void> {
  await sql`insert into number_counters (scope, last) values (${scope}, 0)
    on conflict (scope) do update set last = number_counters.last`.execute(tx.sql);
}

/** How far a series is counted; 0 where nothing was given. */
export async function lastSerial(tx: Transaction, scope: string): Promise<number> {
  const row = await tx.sql.selectFrom('number_counters').select('last').where('scope', '=', scope).executeTakeFirst();
  return row?.last ?? 0;
}

/** Somebody to be numbered. */
export interface Numbered {
  studentId: string;
  stage: Stage;
  grade: number;
  intakeYear: number;
  county: string;
  path: string;
  schoolId: string;
}

const NUMBERED = [
  'r.student_id as studentId',
  'r.stage',
  'r.grade',
  'r.intake_year as intakeYear',
  'r.county',
  'r.path',
  'r.school_id as schoolId',
] as const;

/** The students of a school in one stage and year of entry who have no such number now, by name. */
export async function listUnnumbered(
  tx: Transaction,
  school: { id: string; county: string; path: string },
  { kind, stage, intakeYear }: { kind: NumberKind; stage: Stage; intakeYear: number },
): Promise<Numbered[]> {
  const rows = await tx.sql
    .selectFrom('roster as r')
    .leftJoin('secondary_numbers as n', (join) =>
      join.onRef('n.student_id', '=', 'r.student_id').on('n.kind', '=', kind).on('n.valid_to', 'is', null),
    )
    .select(NUMBERED)
    .where('r.county', '=', school.county)
    .where('r.path', '=', school.path)
    .where('r.stage', '=', stage)
    .where('r.intake_year', '=', intakeYear)
    .where('n.id', 'is', null)
    .orderBy('r.plain_pinyin')
    .orderBy('r.student_id')
    .execute();
  return rows as Numbered[];
}

/** How many of each stage and year of entry of a school have no such number, and how many have one. */
export async function countNumbered(tx: Transaction, school: { county: string; path: string }, kind: NumberKind) {
  const rows = await tx.sql
    .selectFrom('roster as r')
    .leftJoin('secondary_numbers as n', (join) =>
      join.onRef('n.student_id', '=', 'r.student_id').on('n.kind', '=', kind).on('n.valid_to', 'is', null),
    )
    .select((all) => [
      'r.stage',
      'r.intake_year as intakeYear',
      all.fn.count<number>('n.id').as('numbered'),
      all.fn.countAll<number>().as('students'),
    ])
    .where('r.county', '=', school.county)
    .where('r.path', '=', school.path)
    .groupBy(['r.stage', 'r.intake_year'])
    .orderBy('r.intake_year', 'desc')
    .execute();
  return rows as { stage: Stage; intakeYear: number; numbered: number; students: number }[];
}

/** A student where it is registered now, locked. Refuses NOT_FOUND outside the caller's scope. */
export async function lockNumbered(tx: Transaction, studentId: string): Promise<Numbered> {
  const row = await tx.sql
    .selectFrom('roster as r')
    .select(NUMBERED)
    .where('r.student_id', '=', studentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此学生' });
  return row as Numbered;
}

/** Refuses NOT_FOUND where the student lies outside the caller's scope. */
export async function refuseUnseen(tx: Transaction, studentId: string): Promise<void> {
  const row = await tx.byKey.selectFrom('students').select('id').where('id', '=', studentId).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此学生' });
}

const COLUMNS = [
  'id',
  'kind',
  'school_id as schoolId',
  'stage',
  'number',
  'basis',
  'event',
  'issued_by_name as issuedByName',
  'valid_from as validFrom',
  'valid_to as validTo',
  'end_event as endEvent',
] as const;

/** Every secondary number of a student, newest first. */
export async function listNumbersOf(tx: Transaction, studentId: string): Promise<SecondaryNumber[]> {
  const rows = await tx.sql
    .selectFrom('secondary_numbers')
    .select(COLUMNS)
    .where('student_id', '=', studentId)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows as SecondaryNumber[];
}

/** The numbers that hold, of several students, by student. */
export async function numbersInForce(
  tx: Transaction,
  studentIds: readonly string[],
): Promise<Map<string, { kind: NumberKind; number: string }[]>> {
  if (studentIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('secondary_numbers')
    .select(['student_id as studentId', 'kind', 'number'])
    .where('student_id', '=', sql<string>`any(${[...studentIds]}::uuid[])`)
    .where('valid_to', 'is', null)
    .orderBy('kind')
    .execute();
  return Map.groupBy(rows as { studentId: string; kind: NumberKind; number: string }[], ({ studentId }) => studentId);
}

/** A number that is given. */
export interface GivenNumber {
  id: string;
  student: Numbered;
  kind: NumberKind;
  number: string;
  /** Keyed digest under which a number is held once for good. */
  hash: Buffer;
  scope: string;
  serial: number;
  basis: string;
  event: string;
}

/** The rows of given numbers, and of their holders: a number that was ever held is held for good. */
export function givenRows(
  given: readonly GivenNumber[],
  { accountId, officeName, on }: { accountId: string; officeName: string; on: CivilDate },
): NewRows[] {
  return [
    {
      into: 'number_holders',
      rows: given.map(({ hash, student }) => ({ number_hash: hash, student_id: student.studentId })),
    },
    {
      into: 'secondary_numbers',
      rows: given.map(({ student, ...one }) => ({
        student_id: student.studentId,
        id: one.id,
        kind: one.kind,
        path: student.path,
        school_id: student.schoolId,
        stage: student.stage,
        number: one.number,
        scope: one.scope,
        serial: one.serial,
        basis: one.basis,
        event: one.event,
        issued_by: accountId,
        issued_by_name: officeName,
        valid_from: on,
      })),
    },
  ];
}

/** 籍随人走: the numbers lie where the student's file lies. */
export async function followStudent(tx: Transaction, studentId: string, path: string): Promise<void> {
  await tx.sql
    .updateTable('secondary_numbers')
    .set({ path })
    .where('student_id', '=', studentId)
    .where('path', '<>', path)
    .execute();
}

/** 注销: ends the open number of a kind; the number itself is never given again. */
export async function endNumber(
  tx: Transaction,
  { studentId, id, on, event }: { studentId: string; id: string; on: CivilDate; event: string },
): Promise<void> {
  await tx.sql
    .updateTable('secondary_numbers')
    .set({ valid_to: on, end_event: event })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}
