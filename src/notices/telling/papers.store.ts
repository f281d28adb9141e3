/** 待交材料存取: paper files that a school still owes, and open cases that wait for a paper from whoever holds them. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

/** A paper file that has not gone. */
export interface OwedFile {
  studentId: string;
  id: string;
  /** Null where the registration moved without a case. */
  caseId: string | null;
  schoolId: string;
  dueOn: CivilDate | null;
}

/** Files that lie at the school they should leave, one portion after another in the order of their ids. */
export async function listOwedFiles(
  tx: Transaction,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<OwedFile[]> {
  let query = tx.sql
    .selectFrom('file_hand_overs')
    .select(['student_id as studentId', 'id', 'case_id as caseId', 'from_school_id as schoolId'])
    .select(sql<CivilDate | null>`due_on`.as('dueOn'))
    .where('received_on', 'is', null)
    .where('sent_on', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where('id', '>', after);
  return query.execute();
}

/** Number and workflow of these cases. */
export async function numbersOf(
  tx: Transaction,
  files: readonly OwedFile[],
): Promise<Map<string, { number: string; workflow: string }>> {
  if (files.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('cases')
    .select(['id', 'number', 'workflow'])
    .where('subject_id', '=', sql<string>`any(${files.map(({ studentId }) => studentId)}::uuid[])`)
    .where('id', '=', sql<string>`any(${files.flatMap(({ caseId }) => caseId ?? [])}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, number, workflow }) => [id, { number, workflow }]));
}

/** An open case as it stands with its holder. */
export interface HeldCase {
  caseId: string;
  number: string;
  workflow: string;
  holderId: string;
  holderRole: string;
}

/** Open cases, one portion after another in the order of their ids. */
export async function listHeld(
  tx: Transaction,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<HeldCase[]> {
  let query = tx.sql
    .selectFrom('worklist')
    .select(['case_id as caseId', 'number', 'workflow', 'holder_id as holderId', 'holder_role as holderRole'])
    .orderBy('case_id')
    .limit(limit);
  if (after) query = query.where('case_id', '>', after);
  return query.execute();
}

/** Papers of these cases that were returned, with nothing handed in in their place since. */
export async function listWanting(
  tx: Transaction,
  cases: readonly HeldCase[],
): Promise<{ id: string; caseId: string; institutionId: string }[]> {
  if (cases.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('evidence')
    .select(['id', 'case_id', 'paper', 'institution_id', 'made_at', 'returned_at'])
    .where('case_id', '=', sql<string>`any(${cases.map(({ caseId }) => caseId)}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows
    .filter(
      (one) =>
        one.returned_at !== null &&
        !rows.some(
          (other) => other.case_id === one.case_id && other.paper === one.paper && other.made_at > one.made_at,
        ),
    )
    .map(({ id, case_id, institution_id }) => ({ id, caseId: case_id, institutionId: institution_id }));
}
