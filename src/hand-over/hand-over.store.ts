/** 档案转接存取. */
import { type Selectable, sql } from 'kysely';
import type { FileHandOvers } from '../db/tables.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import { refuse } from '../kernel/refusal.ts';
import type { FileCopy, FilePart, Stage } from '../policy/index.ts';
import type { FileHandOver, ReceivedFile, SentFile, Way } from './hand-over.ts';

/** Files on their way to a school that nobody there has received, of these students. */
export async function listComing(
  tx: Transaction,
  schoolId: string,
  studentIds: readonly string[],
): Promise<FileHandOver[]> {
  if (studentIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('file_hand_overs')
    .selectAll()
    .where('student_id', '=', sql<string>`any(${[...studentIds]}::uuid[])`)
    .where('to_school_id', '=', schoolId)
    .where('received_on', 'is', null)
    .where('ended_on', 'is', null)
    .execute();
  return rows.map(asHandOver);
}

/** All hand-overs of a student's file that the caller may see, the latest last. */
export async function listOfStudent(tx: Transaction, studentId: string): Promise<FileHandOver[]> {
  const query = tx.sql.selectFrom('file_hand_overs').selectAll().where('student_id', '=', studentId);
  return (await query.orderBy('id').execute()).map(asHandOver);
}

/** The files are owed from now on. */
export async function insertHandOvers(tx: Transaction, all: readonly FileHandOver[]): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map((one) => ({
    student_id: one.studentId,
    id: one.id,
    case_id: one.caseId,
    reason: one.reason,
    title: one.title,
    stage: one.stage,
    from_school_id: one.fromSchoolId,
    path: one.fromPath,
    to_school_id: one.toSchoolId,
    counterpart_path: one.toPath,
    completed_on: one.completedOn,
    due_on: one.dueOn,
  }));
  await tx.together({ into: 'file_hand_overs', rows });
}

/** The hand-over that a case about one student began; undefined where nothing is owed by it, or outside the caller's scope. */
export async function findOfCase(tx: Transaction, caseId: string): Promise<FileHandOver | undefined> {
  const query = tx.byKey.selectFrom('file_hand_overs').selectAll().where('case_id', '=', caseId);
  const row = await query.executeTakeFirst();
  return row && asHandOver(row);
}

/** A hand-over, locked. Refuses NOT_FOUND, outside the caller's scope too. */
export async function getHandOver(tx: Transaction, id: string): Promise<FileHandOver> {
  const query = tx.byKey.selectFrom('file_hand_overs').selectAll().where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此件档案转接' });
  return asHandOver(row);
}

/** The same for reading. Refuses NOT_FOUND. */
export async function readHandOver(tx: Transaction, id: string): Promise<FileHandOver> {
  const row = await tx.byKey.selectFrom('file_hand_overs').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此件档案转接' });
  return asHandOver(row);
}

export async function writeSent(
  tx: Transaction,
  { studentId, id }: FileHandOver,
  by: string,
  sent: SentFile,
): Promise<void> {
  await tx.sql
    .updateTable('file_hand_overs')
    .set({
      sent_on: sent.on,
      sent_by: by,
      sent_by_name: sent.byName,
      way: sent.way,
      parcel: sent.parcel,
      parts: [...sent.parts],
      pages: sent.pages,
      kept: [...sent.kept],
      late_reason: sent.lateReason,
    })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

export async function writeReceived(
  tx: Transaction,
  { studentId, id }: FileHandOver,
  by: string,
  { on, byName, complete, missing, note }: ReceivedFile,
): Promise<void> {
  await tx.sql
    .updateTable('file_hand_overs')
    .set({
      received_on: on,
      received_by: by,
      received_by_name: byName,
      complete,
      missing: [...missing],
      received_note: note,
    })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

/** 补齐: what was missing at the receipt has come. */
export async function writeSupplied(tx: Transaction, { studentId, id }: FileHandOver, on: CivilDate): Promise<void> {
  await tx.sql
    .updateTable('file_hand_overs')
    .set({ supplied_on: on })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

/** What a case had a school owe and has not been received by a day is owed no more; what has, stays as it is. */
export async function endHandOver(
  tx: Transaction,
  { studentId, caseId, on }: { studentId: string; caseId: string; on: CivilDate },
): Promise<void> {
  await tx.sql
    .updateTable('file_hand_overs')
    .set({ ended_on: on })
    .where('student_id', '=', studentId)
    .where('case_id', '=', caseId)
    .where('received_on', 'is', null)
    .execute();
}

/** A hand-over in a list, with the number of its case and both schools. */
export interface HandOverRow extends FileHandOver {
  number: string | null;
  fromName: string;
  /** The day on which the sending school ended: it sends nothing any more, the receiving school signs for what comes. */
  fromEndedOn: CivilDate | null;
  toName: string;
}

export type HandOverSide = 'OUT' | 'IN';

/** Files that leave a place or come to it, on their way or there; whose term ends first at the top. */
export async function listHandOvers(
  tx: Transaction,
  { path, side, done, limit }: { path: string; side: HandOverSide; done: boolean; limit: number },
): Promise<HandOverRow[]> {
  const { lo, hi } = rangeOf(path);
  const column = side === 'OUT' ? 'h.path' : 'h.counterpart_path';
  const rows = await tx.sql
    .selectFrom('file_hand_overs as h')
    .leftJoin('cases as c', (join) => join.onRef('c.subject_id', '=', 'h.student_id').onRef('c.id', '=', 'h.case_id'))
    .innerJoin('institutions as f', 'f.id', 'h.from_school_id')
    .innerJoin('institutions as t', 't.id', 'h.to_school_id')
    .selectAll('h')
    .select(['c.number', 'f.name as fromName', 'f.valid_to as fromEndedOn', 't.name as toName'])
    .where(column, '>=', lo)
    .where(column, '<', hi)
    .where((file) =>
      done
        ? file.or([file('h.received_on', 'is not', null), file('h.ended_on', 'is not', null)])
        : file.and([file('h.received_on', 'is', null), file('h.ended_on', 'is', null)]),
    )
    .orderBy(
      (order) => order.ref('h.due_on'),
      (by) => by.asc().nullsLast(),
    )
    .orderBy('h.id')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { number, fromName, toName } = row;
    return { ...asHandOver(row), number, fromName, toName, fromEndedOn: row.fromEndedOn as CivilDate | null };
  });
}

/** What left a place on a day, by receiving school: the list that goes along with the parcels. */
export async function listSentOn(tx: Transaction, path: string, day: CivilDate): Promise<HandOverRow[]> {
  const { lo, hi } = rangeOf(path);
  const rows = await tx.sql
    .selectFrom('file_hand_overs as h')
    .innerJoin('institutions as f', 'f.id', 'h.from_school_id')
    .innerJoin('institutions as t', 't.id', 'h.to_school_id')
    .selectAll('h')
    .select(['f.name as fromName', 'f.valid_to as fromEndedOn', 't.name as toName'])
    .where('h.path', '>=', lo)
    .where('h.path', '<', hi)
    .where('h.sent_on', '=', day)
    .orderBy('t.name')
    .orderBy('h.parcel')
    .orderBy('h.id')
    .execute();
  return rows.map((row) => ({
    ...{ ...asHandOver(row), number: null, fromName: row.fromName, toName: row.toName },
    fromEndedOn: row.fromEndedOn as CivilDate | null,
  }));
}

/** 待办数: what a place still has to send, what of it is late, and what is on its way to it. */
export async function countHandOvers(
  tx: Transaction,
  path: string,
  today: CivilDate,
): Promise<{ toSend: number; overdue: number; toReceive: number }> {
  const { lo, hi } = rangeOf(path);
  const open = () =>
    tx.sql.selectFrom('file_hand_overs').where('received_on', 'is', null).where('ended_on', 'is', null);
  const out = open().where('path', '>=', lo).where('path', '<', hi).where('sent_on', 'is', null);
  const count = async (query: ReturnType<typeof open>) =>
    Number((await query.select((by) => by.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
  const toReceive = open().where('counterpart_path', '>=', lo).where('counterpart_path', '<', hi);
  return {
    toSend: await count(out),
    overdue: await count(out.where('due_on', '<', today)),
    toReceive: await count(toReceive.where('sent_on', 'is not', null)),
  };
}

const asHandOver = (row: Selectable<FileHandOvers>): FileHandOver => ({
  studentId: row.student_id,
  id: row.id,
  caseId: row.case_id,
  title: row.title,
  stage: row.stage as Stage,
  reason: row.reason as FileHandOver['reason'],
  fromSchoolId: row.from_school_id,
  fromPath: row.path,
  toSchoolId: row.to_school_id,
  toPath: row.counterpart_path,
  completedOn: row.completed_on as CivilDate,
  endedOn: row.ended_on as CivilDate | null,
  dueOn: row.due_on as CivilDate | null,
  sent: row.sent_on
    ? {
        on: row.sent_on as CivilDate,
        byName: row.sent_by_name ?? '',
        way: row.way as Way,
        parcel: row.parcel,
        parts: (row.parts ?? []) as FilePart[],
        pages: row.pages ?? 0,
        kept: (row.kept ?? []) as FileCopy[],
        lateReason: row.late_reason,
      }
    : null,
  received: row.received_on
    ? {
        on: row.received_on as CivilDate,
        byName: row.received_by_name ?? '',
        complete: row.complete === true,
        missing: (row.missing ?? []) as FilePart[],
        suppliedOn: row.supplied_on as CivilDate | null,
        note: row.received_note,
      }
    : null,
});
