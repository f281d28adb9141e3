/** 办件佐证存取: papers that count, of cases about a student. */
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';

export interface Proof {
  id: string;
  what: string;
  madeOn: CivilDate;
  institutionName: string;
  caseId: string;
  caseTitle: string;
}

const casesOf = (tx: Transaction, studentIds: readonly string[]) =>
  tx.byKey
    .selectFrom('cases')
    .select(['id', 'title', 'subject_id'])
    .where('subject_kind', '=', 'STUDENT')
    .where(isOneOf('subject_id', studentIds))
    .execute();

/** Neither returned nor withdrawn. */
export async function listProofs(tx: Transaction, studentId: string): Promise<Proof[]> {
  const cases = new Map((await casesOf(tx, [studentId])).map(({ id, title }) => [id, title]));
  if (cases.size === 0) return [];
  const rows = await tx.byKey
    .selectFrom('evidence')
    .select(['id', 'case_id', 'what', 'made_at', 'institution_name'])
    .where(isOneOf('case_id', [...cases.keys()]))
    .where('withdrawn_at', 'is', null)
    .where('returned_at', 'is', null)
    .orderBy('made_at')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, what: row.what, madeOn: dayOf(row.made_at), institutionName: row.institution_name },
    ...{ caseId: row.case_id, caseTitle: cases.get(row.case_id) ?? '' },
  }));
}

/** Which of these students have a paper that counts in some case of theirs. */
export async function studentsWithProofs(tx: Transaction, studentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const cases = new Map((await casesOf(tx, studentIds)).map(({ id, subject_id }) => [id, subject_id]));
  if (cases.size === 0) return new Set();
  const rows = await tx.byKey
    .selectFrom('evidence')
    .select('case_id')
    .distinct()
    .where(isOneOf('case_id', [...cases.keys()]))
    .where('withdrawn_at', 'is', null)
    .where('returned_at', 'is', null)
    .execute();
  return new Set(rows.flatMap((row) => cases.get(row.case_id) ?? []));
}
