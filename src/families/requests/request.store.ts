/** 家长申请存取. */
import type { Selectable } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { FamilyRequests } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { RequestKind } from './requests.api.ts';

export type RequestState = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN';

/** A request; its content is sealed. */
export interface StoredRequest {
  studentId: string;
  id: string;
  path: string;
  schoolId: string;
  receiverId: string;
  linkId: string;
  guardianName: string;
  relation: string;
  kind: RequestKind;
  sealed: Buffer;
  state: RequestState;
  sentAt: Date;
  answerBy: CivilDate;
  answeredAt: Date | null;
  answeredByName: string | null;
  opinion: string | null;
  basis: string | null;
  caseId: string | null;
  invitationId: string | null;
}

export type NewRequest = Omit<
  StoredRequest,
  'state' | 'sentAt' | 'answeredAt' | 'answeredByName' | 'opinion' | 'basis' | 'caseId'
>;

/** Enters a request. */
export async function insertRequest(tx: Transaction, one: NewRequest): Promise<void> {
  await tx.sql
    .insertInto('family_requests')
    .values({
      student_id: one.studentId,
      id: one.id,
      path: one.path,
      school_id: one.schoolId,
      receiver_id: one.receiverId,
      link_id: one.linkId,
      guardian_name: one.guardianName,
      relation: one.relation,
      kind: one.kind,
      sealed: one.sealed,
      state: 'OPEN',
      sent_at: tx.now,
      answer_by: one.answerBy,
      invitation_id: one.invitationId,
    })
    .execute();
}

/** What one guardian has asked about one child, newest first. Lies at whoever answers: asked for beyond the scope. */
export async function listOwnRequests(
  tx: Transaction,
  { studentId, guardianName }: { studentId: string; guardianName: string },
): Promise<StoredRequest[]> {
  const rows = await tx.sql
    .selectFrom('family_requests')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('guardian_name', '=', guardianName)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(asRequest);
}

/** Of these children those for whom a correction waits, or what was filled in of a draft. */
export async function listProposing(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('family_requests')
    .select('student_id')
    .where(isOneOf('student_id', ids))
    .where('kind', '=', 'CORRECTION')
    .where('state', '=', 'OPEN')
    .execute();
  return new Set(rows.map((row) => row.student_id));
}

/** One request, locked. Refuses NOT_FOUND outside the scope that holds. */
export async function getRequest(tx: Transaction, id: string): Promise<StoredRequest> {
  const row = await tx.sql
    .selectFrom('family_requests')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此家长申请' });
  return asRequest(row);
}

/** The request behind a wish that was told to a school; undefined where a school had recorded it. */
export async function findByInvitation(
  tx: Transaction,
  studentId: string,
  invitationId: string,
): Promise<StoredRequest | undefined> {
  const row = await tx.sql
    .selectFrom('family_requests')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst();
  return row && asRequest(row);
}

/** Requests to the institutions of a place, newest first: those that wait, or all. */
export async function listRequests(
  tx: Transaction,
  { path, openOnly, limit }: { path: string; openOnly: boolean; limit: number },
): Promise<StoredRequest[]> {
  const { lo, hi } = rangeOf(path);
  let query = tx.sql
    .selectFrom('family_requests')
    .selectAll()
    .where('path', '>=', lo)
    .where('path', '<', hi)
    // A wish to transfer is answered where transfers are.
    .where('kind', '<>', 'TRANSFER')
    .orderBy('id', 'desc')
    .limit(limit);
  if (openOnly) query = query.where('state', '=', 'OPEN');
  return (await query.execute()).map(asRequest);
}

/** What became of it; once. */
export async function answerRequest(
  tx: Transaction,
  { studentId, id }: Pick<StoredRequest, 'studentId' | 'id'>,
  answer: { state: RequestState; byName: string; opinion: string; basis: string; caseId?: string },
): Promise<void> {
  await tx.sql
    .updateTable('family_requests')
    .set({
      state: answer.state,
      answered_at: tx.now,
      answered_by_name: answer.byName,
      opinion: answer.opinion === '' ? null : answer.opinion,
      finding: answer.basis === '' ? null : JSON.stringify({ chip: answer.basis }),
      ...(answer.caseId ? { case_id: answer.caseId } : {}),
    })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

const asRequest = (row: Selectable<FamilyRequests>): StoredRequest => ({
  studentId: row.student_id,
  id: row.id,
  path: row.path,
  schoolId: row.school_id,
  receiverId: row.receiver_id,
  linkId: row.link_id,
  guardianName: row.guardian_name,
  relation: row.relation,
  kind: row.kind as RequestKind,
  sealed: row.sealed,
  state: row.state as RequestState,
  sentAt: row.sent_at,
  answerBy: row.answer_by as CivilDate,
  answeredAt: row.answered_at,
  answeredByName: row.answered_by_name,
  opinion: row.opinion,
  basis: (row.finding as { chip?: string } | null)?.chip ?? null,
  caseId: row.case_id,
  invitationId: row.invitation_id,
});
