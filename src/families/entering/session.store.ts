/** 家长会话存取. */
import type { Transaction } from '../../db/transaction.ts';

/** A session that has not ended, with everything that decides whether it still counts. */
export async function findFamilySession(tx: Transaction, tokenHash: Buffer) {
  return tx.byKey
    .selectFrom('family_sessions as s')
    .innerJoin('family_links as l', (join) =>
      join.onRef('l.student_id', '=', 's.student_id').onRef('l.id', '=', 's.link_id'),
    )
    .leftJoin('students as p', 'p.id', 's.student_id')
    .leftJoin('guardians as g', (join) =>
      join.onRef('g.student_id', '=', 'l.student_id').onRef('g.ordinal', '=', 'l.guardian_ordinal'),
    )
    .select(['s.student_id', 's.link_id', 's.csrf_token', 's.started_at', 's.seen_at'])
    .select(['l.guardian_ordinal', 'l.guardian_name', 'l.valid_to', 'l.relation as relation_then'])
    .select(['g.name as name_now', 'g.relation as relation_now', 'p.path'])
    .where('s.token_hash', '=', tokenHash)
    .where('s.ended_at', 'is', null)
    .where('l.revoked_at', 'is', null)
    .executeTakeFirst();
}

export interface NewFamilySession {
  tokenHash: Buffer;
  studentId: string;
  linkId: string;
  csrfToken: string;
}

/** Starts a session and ends the link's earlier one. */
export async function startFamilySession(tx: Transaction, one: NewFamilySession): Promise<void> {
  await endFamilySessions(tx, one.linkId);
  await tx.byKey
    .insertInto('family_sessions')
    .values({
      token_hash: one.tokenHash,
      student_id: one.studentId,
      link_id: one.linkId,
      csrf_token: one.csrfToken,
      started_at: tx.now,
      seen_at: tx.now,
    })
    .execute();
}

/** Ends what is live of a link: signed out, taken back, or begun on another telephone. */
export async function endFamilySessions(tx: Transaction, linkId: string): Promise<void> {
  await tx.sql
    .updateTable('family_sessions')
    .set({ ended_at: tx.now })
    .where('link_id', '=', linkId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Notes that the guardian is still there. */
export async function touchFamilySession(tx: Transaction, tokenHash: Buffer): Promise<void> {
  await tx.sql.updateTable('family_sessions').set({ seen_at: tx.now }).where('token_hash', '=', tokenHash).execute();
}
