/** 脱机受理存取: since when there was anything to apply for, whether the paper is there, and what still waits for consent. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import type { Case } from '../../case.ts';
import { SCAN } from './offline.api.ts';
import type { OfflineIntake } from './offline.ts';

/** First day of the student at the school where the registration now is, or of the institution itself; undefined for none. */
export async function findRegisteredSince(
  tx: Transaction,
  { subjectId, subjectKind }: Pick<Case, 'subjectId' | 'subjectKind'>,
): Promise<CivilDate | undefined> {
  if (subjectKind === 'INSTITUTION') {
    const row = await tx.byKey
      .selectFrom('institutions')
      .select('valid_from')
      .where('id', '=', subjectId)
      .executeTakeFirst();
    return row?.valid_from as CivilDate | undefined;
  }
  // The student of a transfer is registered at another place's school.
  const rows = await tx.beyondScope(() =>
    tx.byKey
      .selectFrom('registrations')
      .select(['school_id', 'valid_from', 'valid_to'])
      .where('student_id', '=', subjectId)
      .orderBy('valid_from', 'desc')
      .execute(),
  );
  const [now] = rows;
  const elsewhere = rows.findIndex((row) => row.school_id !== now?.school_id);
  const here = elsewhere < 0 ? rows : rows.slice(0, elsewhere);
  return here.at(-1)?.valid_from as CivilDate | undefined;
}

/** Is the scanned application among the papers that still count? */
export async function hasScan(tx: Transaction, caseId: string): Promise<boolean> {
  const row = await tx.byKey
    .selectFrom('evidence')
    .select('id')
    .where('case_id', '=', caseId)
    .where('paper', '=', SCAN)
    .where('withdrawn_at', 'is', null)
    .where('returned_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps what the authority said. */
export async function setOffline(tx: Transaction, caseId: string, offline: OfflineIntake): Promise<void> {
  await tx.sql
    .updateTable('cases')
    .set({ offline: JSON.stringify(offline) })
    .where('id', '=', caseId)
    .execute();
}

/** Open cases under a path that wait for this authority's consent to their paper application, the oldest first. */
export async function listAwaitingConsent(
  tx: Transaction,
  { authorityId, path, limit }: { authorityId: string; path: string; limit: number },
): Promise<{ caseId: string; title: string; schoolName: string; receivedOn: CivilDate }[]> {
  const { lo, hi } = rangeOf(path);
  return tx.sql
    .selectFrom('worklist as w')
    .innerJoin('cases as c', (join) => join.onRef('c.subject_id', '=', 'w.subject_id').onRef('c.id', '=', 'w.case_id'))
    .select(['w.case_id as caseId', 'w.title', 'w.school_name as schoolName'])
    .select(sql<CivilDate>`w.received_on`.as('receivedOn'))
    .where('w.received_on', 'is not', null)
    .where('w.origin_path', '>=', lo)
    .where('w.origin_path', '<', hi)
    .where('c.authority_id', '=', authorityId)
    .where(sql<boolean>`c.offline -> 'window' = 'null'::jsonb and c.offline -> 'consent' = 'null'::jsonb`)
    .orderBy('w.received_on')
    .orderBy('w.case_id')
    .limit(limit)
    .execute();
}
