/** 考勤存取: days on which the roll was called, and the marks of a class group; written for the whole class at once. */
import { sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AbsenceKind, Half, Mark } from '../absence.api.ts';

export interface TakenDay {
  on: CivilDate;
  morningPeriods: number;
  afternoonPeriods: number;
  takenByName: string;
  takenAt: Date;
  correctedByName: string | null;
  correctedAt: Date | null;
}

export interface Span {
  from: CivilDate;
  to: CivilDate;
}

/** Makes everybody who writes into the register of this class group wait for one another. */
export async function lockRegister(tx: Transaction, classGroupId: string): Promise<void> {
  await tx.sql.selectFrom('class_groups').select('id').where('id', '=', classGroupId).forNoKeyUpdate().execute();
}

/** The days of the span on which the roll was called. */
export async function listTakenDays(tx: Transaction, classGroupId: string, { from, to }: Span): Promise<TakenDay[]> {
  const rows = await tx.sql
    .selectFrom('attendance_days')
    .select(['taken_on as on', 'morning_periods as morningPeriods', 'afternoon_periods as afternoonPeriods'])
    .select(['taken_by_name as takenByName', 'taken_at as takenAt'])
    .select(['corrected_by_name as correctedByName', 'corrected_at as correctedAt'])
    .where('class_group_id', '=', classGroupId)
    .where('taken_on', '>=', from)
    .where('taken_on', '<=', to)
    .orderBy('taken_on')
    .execute();
  return rows as TakenDay[];
}

/** The periods of the class group's days as they were on the last day up to this one; undefined where there was none. */
export async function lastPeriods(tx: Transaction, classGroupId: string, until: CivilDate) {
  return tx.sql
    .selectFrom('attendance_days')
    .select(['morning_periods as morningPeriods', 'afternoon_periods as afternoonPeriods'])
    .where('class_group_id', '=', classGroupId)
    .where('taken_on', '<=', until)
    .orderBy('taken_on', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A mark that counts. */
export interface KeptMark extends Mark {
  id: string;
}

/** The marks of the class group in the span. */
export async function listMarks(tx: Transaction, classGroupId: string, { from, to }: Span): Promise<KeptMark[]> {
  const rows = await tx.sql
    .selectFrom('absences')
    .select(['id', 'student_id as studentId', 'absent_on as on', 'half', 'kind', 'periods'])
    .where('class_group_id', '=', classGroupId)
    .where('absent_on', '>=', from)
    .where('absent_on', '<=', to)
    .where('ended_at', 'is', null)
    .orderBy('absent_on')
    .orderBy('half', 'desc')
    .execute();
  return rows as KeptMark[];
}

export interface RegisterKeeping {
  classGroupId: string;
  path: string;
  by: { accountId: string; personName: string };
}

/** Ends marks that no longer count. */
export const endMarks = (
  tx: Transaction,
  marks: readonly KeptMark[],
  { by, reason }: Pick<RegisterKeeping, 'by'> & { reason: string | undefined },
): Write =>
  tx.sql
    .updateTable('absences')
    .set({ ended_by: by.accountId, ended_at: tx.now, end_reason: reason ?? null })
    .where(
      isOneOf(
        'student_id',
        marks.map(({ studentId }) => studentId),
      ),
    )
    .where(
      isOneOf(
        'id',
        marks.map(({ id }) => id),
      ),
    );

/** Rows of new marks. */
export const markRows = (
  tx: Transaction,
  marks: readonly Mark[],
  { classGroupId, path, by }: RegisterKeeping,
): Write => ({
  into: 'absences',
  rows: marks.map(({ studentId, on, half, kind, periods }) => ({
    student_id: studentId,
    id: tx.newId(),
    class_group_id: classGroupId,
    path,
    absent_on: on,
    half,
    kind,
    periods,
    entered_by: by.accountId,
    entered_at: tx.now,
  })),
});

/** The day as it is called or corrected now. */
export const putDay = (
  tx: Transaction,
  { on, morningPeriods, afternoonPeriods }: Pick<TakenDay, 'on' | 'morningPeriods' | 'afternoonPeriods'>,
  { classGroupId, path, by }: RegisterKeeping,
): Write =>
  tx.sql
    .insertInto('attendance_days')
    .values({
      class_group_id: classGroupId,
      taken_on: on,
      path,
      morning_periods: morningPeriods,
      afternoon_periods: afternoonPeriods,
      taken_by: by.accountId,
      taken_by_name: by.personName,
      taken_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['class_group_id', 'taken_on']).doUpdateSet({
        morning_periods: morningPeriods,
        afternoon_periods: afternoonPeriods,
        corrected_by_name: by.personName,
        corrected_at: tx.now,
      }),
    );

export interface AbsenceSum {
  studentId: string;
  kind: AbsenceKind;
  times: number;
  periods: number;
}

/** What each student of the class group missed in a span, by kind. */
export async function sumMarks(tx: Transaction, classGroupId: string, { from, to }: Span): Promise<AbsenceSum[]> {
  const rows = await tx.sql
    .selectFrom('absences')
    .select(['student_id as studentId', 'kind'])
    .select(sql<number>`count(*)::int`.as('times'))
    .select(sql<number>`sum(periods)::int`.as('periods'))
    .where('class_group_id', '=', classGroupId)
    .where('absent_on', '>=', from)
    .where('absent_on', '<=', to)
    .where('ended_at', 'is', null)
    .groupBy(['student_id', 'kind'])
    .execute();
  return rows as AbsenceSum[];
}

/** How the class groups of a school stand on a day: called or not, and how many students are away for any part of it. */
export async function countDay(
  tx: Transaction,
  path: string,
  on: CivilDate,
): Promise<{ called: Set<string>; away: Map<string, number> }> {
  const days = await tx.sql
    .selectFrom('attendance_days')
    .select('class_group_id as id')
    .where('path', '=', path)
    .where('taken_on', '=', on)
    .execute();
  const called = days.map(({ id }) => id);
  if (called.length === 0) return { called: new Set(), away: new Map() };
  const rows = await tx.sql
    .selectFrom('absences')
    .select(['class_group_id as id', sql<number>`count(distinct student_id)::int`.as('away')])
    .where(isOneOf('class_group_id', called))
    .where('absent_on', '=', on)
    .where('ended_at', 'is', null)
    .groupBy('class_group_id')
    .execute();
  return { called: new Set(called), away: new Map(rows.map(({ id, away }) => [id, away])) };
}

/** The halves of a day, as the row of the day names them. */
export const periodsOf = (day: { morningPeriods: number; afternoonPeriods: number }, half: Half): number =>
  half === 'MORNING' ? day.morningPeriods : day.afternoonPeriods;
