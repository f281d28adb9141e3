/** 家长链接存取. */
import { sql } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface NewLink {
  studentId: string;
  id: string;
  path: string;
  schoolId: string;
  ordinal: number;
  guardianName: string;
  relation: string;
  secretHash: Buffer;
  phoneCheck: Buffer | null;
  documentCheck: Buffer | null;
  madeBy: string;
  madeByName: string;
  validTo: CivilDate;
}

/** Hands out links. */
export async function insertLinks(tx: Transaction, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return;
  await tx.sql
    .insertInto('family_links')
    .values(
      links.map((one) => ({
        student_id: one.studentId,
        id: one.id,
        path: one.path,
        school_id: one.schoolId,
        guardian_ordinal: one.ordinal,
        guardian_name: one.guardianName,
        relation: one.relation,
        secret_hash: one.secretHash,
        phone_check: one.phoneCheck,
        document_check: one.documentCheck,
        made_by: one.madeBy,
        made_by_name: one.madeByName,
        made_at: tx.now,
        valid_to: one.validTo,
      })),
    )
    .execute();
}

/** The link of a secret's digest, locked so that tries at it come one after the other; under whichever key it was made. */
export function findLinkBySecret(tx: Transaction, hashes: readonly Buffer[]) {
  return tx.sql
    .selectFrom('family_links')
    .selectAll()
    .where('secret_hash', 'in', [...hashes])
    .forUpdate()
    .executeTakeFirst();
}

/** The fifth wrong try in a row. */
export const MOST_WRONG_TRIES = 5;

/** Counts a wrong try, and locks with the fifth; the same statement where there is no such link. */
export async function countWrongTry(tx: Transaction, studentId: string, id: string): Promise<void> {
  await tx.sql
    .updateTable('family_links')
    .set((its) => ({
      wrong_tries: its('wrong_tries', '+', 1),
      locked_at: sql<Date | null>`case when wrong_tries + 1 >= ${MOST_WRONG_TRIES} then coalesce(locked_at, ${tx.now}) else locked_at end`,
    }))
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

/** The check was passed. */
export async function markOpened(tx: Transaction, studentId: string, id: string): Promise<void> {
  await tx.sql
    .updateTable('family_links')
    .set((its) => ({ wrong_tries: 0, opened_at: its.fn.coalesce('opened_at', its.val(tx.now)) }))
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}

/** Takes links back that still stand, also those of an earlier school, and ends their sessions. Gives how many. */
export async function revokeLinks(
  tx: Transaction,
  { studentId, byName, id, ordinal }: { studentId: string; byName: string; id?: string; ordinal?: number },
): Promise<number> {
  return tx.beyondScope(async () => {
    let query = tx.sql
      .updateTable('family_links')
      .set({ revoked_at: tx.now, revoked_by_name: byName })
      .where('student_id', '=', studentId)
      .where('revoked_at', 'is', null);
    if (id !== undefined) query = query.where('id', '=', id);
    if (ordinal !== undefined) query = query.where('guardian_ordinal', '=', ordinal);
    const gone = await query.returning('id').execute();
    if (gone.length === 0) return 0;
    await tx.sql
      .updateTable('family_sessions')
      .set({ ended_at: tx.now })
      .where(
        'link_id',
        'in',
        gone.map((one) => one.id),
      )
      .where('ended_at', 'is', null)
      .execute();
    return gone.length;
  });
}

/** Links of some students that still stand, newest first; those of an earlier school too, for the child has come along. */
export function listLinks(tx: Transaction, studentIds: readonly string[]) {
  if (studentIds.length === 0) return Promise.resolve([]);
  return tx.beyondScope(() =>
    tx.sql
      .selectFrom('family_links')
      .selectAll()
      .where(isOneOf('student_id', studentIds))
      .where('revoked_at', 'is', null)
      .orderBy('made_at', 'desc')
      .execute(),
  );
}

/** Students of a class group today, by seat: the roster's order. */
export function listSeated(tx: Transaction, classGroupId: string) {
  return tx.sql
    .selectFrom('roster')
    .select(['student_id as studentId', 'name', 'seat_no as seatNo', 'stage'])
    .where('class_group_id', '=', classGroupId)
    .orderBy('seat_no', (order) => order.asc().nullsLast())
    .orderBy('student_id')
    .execute();
}
