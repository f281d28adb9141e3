/** 就读安排存取: how and where children are taught who are not taught in the usual way, and what a guest school notes. */
import { sql } from 'kysely';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import { refuse } from '../kernel/refusal.ts';

export type ArrangementKind = 'GUEST_STUDY' | 'HOME_DELIVERY' | 'SPECIAL_SCHOOL' | 'INCLUSIVE' | 'WORK_STUDY';

export interface Arrangement {
  studentId: string;
  caseId: string;
  path: string;
  kind: ArrangementKind;
  thereId: string | null;
  therePath: string | null;
  thereName: string;
  grade: number;
  begunOn: CivilDate;
  untilOn: CivilDate | null;
}

export interface ArrangementRow extends Arrangement {
  endedOn: CivilDate | null;
  endReason: string | null;
}

/** Ends what holds and begins the new one; never two at once. */
export async function beginArrangement(tx: Transaction, one: Arrangement): Promise<void> {
  await tx.sql
    .updateTable('study_arrangements')
    .set({ ended_on: sql`greatest(begun_on, ${one.begunOn}::date)`, end_reason: '另作安排' })
    .where('student_id', '=', one.studentId)
    .where('ended_on', 'is', null)
    .execute();
  await tx.sql
    .insertInto('study_arrangements')
    .values({
      student_id: one.studentId,
      case_id: one.caseId,
      path: one.path,
      kind: one.kind,
      there_id: one.thereId,
      there_path: one.therePath,
      there_name: one.thereName,
      grade: one.grade,
      begun_on: one.begunOn,
      until_on: one.untilOn,
    })
    .execute();
}

const COLUMNS = [
  'a.student_id as studentId',
  'a.case_id as caseId',
  'a.path',
  'a.kind',
  'a.there_id as thereId',
  'a.there_path as therePath',
  'a.there_name as thereName',
  'a.grade',
  'a.begun_on as begunOn',
  'a.until_on as untilOn',
  'a.ended_on as endedOn',
  'a.end_reason as endReason',
] as const;

/** One in scope; refuses NOT_FOUND. */
export async function getArrangement(
  tx: Transaction,
  { studentId, caseId }: Pick<Arrangement, 'studentId' | 'caseId'>,
): Promise<ArrangementRow> {
  const row = await tx.sql
    .selectFrom('study_arrangements as a')
    .select(COLUMNS)
    .where('a.student_id', '=', studentId)
    .where('a.case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此就读安排' });
  return row as ArrangementRow;
}

export async function endArrangement(
  tx: Transaction,
  { studentId, caseId }: Pick<Arrangement, 'studentId' | 'caseId'>,
  { on, reason }: { on: CivilDate; reason: string },
): Promise<void> {
  await tx.sql
    .updateTable('study_arrangements')
    .set({ ended_on: on, end_reason: reason })
    .where('student_id', '=', studentId)
    .where('case_id', '=', caseId)
    .execute();
}

export interface ListedArrangement extends ArrangementRow {
  name: string;
  schoolName: string;
}

/** Those under a path, on either side, those that hold before those that have ended. Names are read beyond the scope. */
export async function listArrangements(tx: Transaction, path: string, limit: number): Promise<ListedArrangement[]> {
  const { lo, hi } = rangeOf(path);
  const found = await tx.sql
    .selectFrom('study_arrangements as a')
    .select(COLUMNS)
    .where((eb) =>
      eb.or([
        eb.and([eb('a.path', '>=', lo), eb('a.path', '<', hi)]),
        eb.and([eb('a.there_path', '>=', lo), eb('a.there_path', '<', hi)]),
      ]),
    )
    .orderBy(sql`a.ended_on is not null`)
    .orderBy('a.begun_on', 'desc')
    .limit(limit)
    .execute();
  const ids = found.map(({ studentId }) => studentId);
  const names = await tx.beyondScope(() =>
    tx.sql
      .selectFrom('key_data as k')
      .select(['k.student_id as studentId', 'k.name'])
      .where('k.student_id', '=', sql<string>`any(${ids}::uuid[])`)
      .where('k.valid_to', 'is', null)
      .execute(),
  );
  const nameOf = new Map(names.map(({ studentId, name }) => [studentId, name]));
  const schools = await tx.sql
    .selectFrom('institutions')
    .select(['path', 'name'])
    .where('path', 'in', ['', ...new Set(found.map((one) => one.path))])
    .execute();
  const schoolOf = new Map(schools.map((one) => [one.path, one.name]));
  return (found as ArrangementRow[]).map((one) => ({
    ...one,
    name: nameOf.get(one.studentId) ?? '',
    schoolName: schoolOf.get(one.path) ?? '',
  }));
}

export interface GuestEntry {
  id: string;
  kind: 'RESULT' | 'ATTENDANCE' | 'CONDUCT' | 'OTHER';
  sealed: Buffer;
  personName: string;
  madeAt: Date;
}

export async function insertEntry(
  tx: Transaction,
  { studentId, caseId, path, therePath }: Pick<Arrangement, 'studentId' | 'caseId' | 'path' | 'therePath'>,
  entry: GuestEntry,
): Promise<void> {
  await tx.sql
    .insertInto('guest_entries')
    .values({
      ...{ student_id: studentId, case_id: caseId, path, there_path: therePath! },
      ...{ id: entry.id, kind: entry.kind, sealed: entry.sealed },
      ...{ person_name: entry.personName, made_at: entry.madeAt },
    })
    .execute();
}

/** In the order in which they were made. */
export async function listEntries(
  tx: Transaction,
  { studentId, caseId }: Pick<Arrangement, 'studentId' | 'caseId'>,
): Promise<GuestEntry[]> {
  const rows = await tx.sql
    .selectFrom('guest_entries')
    .select(['id', 'kind', 'sealed', 'person_name as personName', 'made_at as madeAt'])
    .where('student_id', '=', studentId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows as GuestEntry[];
}
