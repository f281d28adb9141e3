/** 通知对象: whom a change concerns, read over the whole node for the system's own purpose. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface Recipient {
  accountId: string;
  institutionId: string;
  path: string;
  role: string;
}

/** Active accounts of some institutions. */
export async function accountsAt(tx: Transaction, institutionIds: readonly string[]): Promise<Recipient[]> {
  if (institutionIds.length === 0) return [];
  return recipients(tx)
    .where('institution_id', 'in', [...institutionIds])
    .execute();
}

/** Active ones among these accounts. */
export async function accountsById(tx: Transaction, ids: readonly string[]): Promise<Recipient[]> {
  if (ids.length === 0) return [];
  return recipients(tx)
    .where('id', 'in', [...ids])
    .execute();
}

const recipients = (tx: Transaction) =>
  tx.sql
    .selectFrom('accounts')
    .select(['id as accountId', 'institution_id as institutionId', 'path', 'role'])
    .where('state', '=', 'ACTIVE');

export interface CaseFacts {
  caseId: string;
  openedBy: string;
  /** Who acted, in which order; the institution that held the case after each act. */
  acts: {
    seq: number;
    accountId: string;
    holderId: string | null;
    holderRole: string | null;
    institutionName: string;
  }[];
}

/** What has happened to some cases. */
export async function factsOf(tx: Transaction, caseIds: readonly string[]): Promise<Map<string, CaseFacts>> {
  if (caseIds.length === 0) return new Map();
  const ids = [...caseIds];
  const cases = await tx.sql.selectFrom('cases').select(['id', 'opened_by']).where('id', 'in', ids).execute();
  const acts = await tx.sql
    .selectFrom('case_events')
    .select(['case_id', 'seq', 'account_id', 'holder_id', 'holder_role', 'institution_name'])
    .where('case_id', 'in', ids)
    .orderBy('seq')
    .execute();
  const byCase = Map.groupBy(acts, ({ case_id }) => case_id);
  return new Map(
    cases.map(({ id, opened_by }) => [
      id,
      {
        caseId: id,
        openedBy: opened_by,
        acts: (byCase.get(id) ?? []).map((act) => ({
          seq: act.seq,
          accountId: act.account_id,
          holderId: act.holder_id,
          holderRole: act.holder_role,
          institutionName: act.institution_name,
        })),
      },
    ]),
  );
}

export interface RunningTerm {
  caseId: string;
  number: string;
  workflow: string;
  holderId: string;
  holderRole: string;
  dueOn: CivilDate;
}

/** Cases whose term has come to its warning or is over, one portion after another in the order of their ids. */
export async function listPressing(
  tx: Transaction,
  { today, after, limit }: { today: CivilDate; after: string | undefined; limit: number },
): Promise<RunningTerm[]> {
  let query = tx.sql
    .selectFrom('worklist')
    .select(['case_id as caseId', 'number', 'workflow', 'holder_id as holderId', 'holder_role as holderRole'])
    .select(sql<CivilDate>`due_on`.as('dueOn'))
    .where('due_on', 'is not', null)
    .where((or) => or.or([or('due_on', '<', today), or('warn_on', '<=', today)]))
    .orderBy('case_id')
    .limit(limit);
  if (after) query = query.where('case_id', '>', after);
  return query.execute();
}

/** Guardians of a student who have a telephone, at most so many. */
export async function guardiansWithPhone(
  tx: Transaction,
  studentIds: readonly string[],
): Promise<{ studentId: string; ordinal: number; path: string }[]> {
  if (studentIds.length === 0) return [];
  return tx.sql
    .selectFrom('guardians')
    .select(['student_id as studentId', 'ordinal', 'path'])
    .where('student_id', 'in', [...studentIds])
    .where('is_guardian', '=', true)
    .where('phone_hash', 'is not', null)
    .orderBy('student_id')
    .orderBy('ordinal')
    .execute();
}
