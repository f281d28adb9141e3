/** 转学意愿存取. */
import type { Selectable } from 'kysely';
import type { TransferInvitations } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { LawFinding, Move, RefusalReason, Stage, TransferGround } from '../../policy/index.ts';
import type { Invitation, InvitationAnswer, InvitationState } from './invitation.ts';

/** Records a wish. One that waits for its answer is enough: refuses CONFLICT for a second. */
export async function insertInvitation(tx: Transaction, one: Invitation): Promise<void> {
  const row = await tx.byKey
    .insertInto('transfer_invitations')
    .values({
      student_id: one.studentId,
      id: one.id,
      from_school_id: one.fromSchoolId,
      path: one.fromPath,
      to_school_id: one.toSchoolId,
      counterpart_path: one.toPath,
      child_name: one.childName,
      stage: one.stage,
      grade: one.grade,
      ground: one.ground,
      moved: one.moved,
      said: one.said,
      asked_on: one.askedOn,
      recorded_by: one.recordedBy,
      recorded_by_name: one.recordedByName,
      recorded_at: tx.now,
      arranged_by: one.arrangedBy,
      state: one.state,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) throw refuse('CONFLICT', { what: '此学生已有待答复的转学意愿，撤回后才能另行登记' });
}

/** Locked. Refuses NOT_FOUND outside the caller's scope. */
export async function getInvitation(tx: Transaction, id: string): Promise<Invitation> {
  const query = tx.byKey.selectFrom('transfer_invitations').selectAll().where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此转学意愿' });
  return asInvitation(row);
}

/** What became of it. */
export async function answerInvitation(
  tx: Transaction,
  { studentId, id }: Pick<Invitation, 'studentId' | 'id'>,
  state: InvitationState,
  { byName, reason, opinion, finding }: Omit<InvitationAnswer, 'at'>,
  caseId?: string,
): Promise<void> {
  await tx.sql
    .updateTable('transfer_invitations')
    .set({
      state,
      answered_at: tx.now,
      answered_by_name: byName,
      refusal_reason: reason,
      opinion,
      finding: finding ? JSON.stringify(finding) : null,
      ...(caseId ? { case_id: caseId } : {}),
    })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

/** An authority has named another school; the answer that was given stays. */
export async function markArranged(
  tx: Transaction,
  { studentId, id }: Pick<Invitation, 'studentId' | 'id'>,
): Promise<void> {
  await tx.sql
    .updateTable('transfer_invitations')
    .set({ state: 'ARRANGED' })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

export interface InvitationRow extends Invitation {
  fromName: string;
  toName: string;
  recordedAt: Date;
}

/** Wishes told to the schools of a place, or recorded by them, newest first. */
export async function listInvitations(
  tx: Transaction,
  { path, side, limit }: { path: string; side: 'IN' | 'OUT'; limit: number },
): Promise<InvitationRow[]> {
  const { lo, hi } = rangeOf(path);
  const column = side === 'IN' ? 'v.counterpart_path' : 'v.path';
  const rows = await tx.sql
    .selectFrom('transfer_invitations as v')
    .innerJoin('institutions as f', 'f.id', 'v.from_school_id')
    .innerJoin('institutions as t', 't.id', 'v.to_school_id')
    .selectAll('v')
    .select(['f.name as fromName', 't.name as toName'])
    .where(column, '>=', lo)
    .where(column, '<', hi)
    .orderBy('v.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...asInvitation(row),
    fromName: row.fromName,
    toName: row.toName,
    recordedAt: row.recorded_at,
  }));
}

/** All wishes about one child, newest first. */
export async function listWishes(tx: Transaction, studentId: string): Promise<InvitationRow[]> {
  const rows = await tx.byKey
    .selectFrom('transfer_invitations as v')
    .innerJoin('institutions as f', 'f.id', 'v.from_school_id')
    .innerJoin('institutions as t', 't.id', 'v.to_school_id')
    .selectAll('v')
    .select(['f.name as fromName', 't.name as toName'])
    .where('v.student_id', '=', studentId)
    .orderBy('v.id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...asInvitation(row),
    fromName: row.fromName,
    toName: row.toName,
    recordedAt: row.recorded_at,
  }));
}

/** How many wait for an answer of the schools of a place, and how many were declined and wait for a place. */
export async function countInvitations(tx: Transaction, path: string): Promise<{ open: number; toArrange: number }> {
  const { lo, hi } = rangeOf(path);
  const rows = await tx.sql
    .selectFrom('transfer_invitations')
    .select('state')
    .select((by) => by.fn.countAll().as('n'))
    .where('counterpart_path', '>=', lo)
    .where('counterpart_path', '<', hi)
    .where('state', 'in', ['OPEN', 'DECLINED'])
    .groupBy('state')
    .execute();
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
  return { open: of('OPEN'), toArrange: of('DECLINED') };
}

const asInvitation = (row: Selectable<TransferInvitations>): Invitation => ({
  id: row.id,
  studentId: row.student_id,
  fromSchoolId: row.from_school_id,
  fromPath: row.path,
  toSchoolId: row.to_school_id,
  toPath: row.counterpart_path,
  childName: row.child_name,
  stage: row.stage as Stage,
  grade: row.grade,
  ground: row.ground as TransferGround,
  moved: row.moved as Move | null,
  said: row.said,
  askedOn: row.asked_on as CivilDate,
  recordedBy: row.recorded_by,
  recordedByName: row.recorded_by_name,
  arrangedBy: row.arranged_by,
  state: row.state as InvitationState,
  answer: row.answered_at
    ? {
        at: row.answered_at,
        byName: row.answered_by_name ?? '',
        reason: row.refusal_reason as RefusalReason | null,
        opinion: row.opinion,
        finding: row.finding as LawFinding | null,
      }
    : null,
  caseId: row.case_id,
});
