/** 档案电子包存取: what may leave, and what has left. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';

export interface PackagePermission {
  studentId: string;
  caseId: string;
  path: string;
  receiverName: string;
  approvedOn: CivilDate;
}

export interface GivenPackage extends PackagePermission {
  taken: { at: Date; byName: string; digest: Buffer; size: number } | null;
}

/** 批准: from now on the package may be taken out. */
export async function insertPackage(tx: Transaction, one: PackagePermission): Promise<void> {
  await tx.sql
    .insertInto('file_packages')
    .values({
      ...{ student_id: one.studentId, case_id: one.caseId, path: one.path },
      ...{ receiver_name: one.receiverName, approved_on: one.approvedOn },
    })
    .execute();
}

const packages = (tx: Transaction) => tx.byKey.selectFrom('file_packages').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof packages>['executeTakeFirstOrThrow']>>;

const asPackage = (row: Row): GivenPackage => ({
  ...{ studentId: row.student_id, caseId: row.case_id, path: row.path },
  ...{ receiverName: row.receiver_name, approvedOn: row.approved_on as CivilDate },
  taken:
    row.downloaded_at && row.digest
      ? { at: row.downloaded_at, byName: row.downloaded_by_name ?? '', digest: row.digest, size: Number(row.size) }
      : null,
});

/** The permission of a case, locked. Refuses NOT_FOUND, outside the caller's scope too. */
export async function getPackage(tx: Transaction, caseId: string): Promise<GivenPackage> {
  const row = await packages(tx).where('case_id', '=', caseId).forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '已批准的档案电子包' });
  return asPackage(row);
}

/** Permissions of a place, latest first, with the number and title of their cases. */
export async function listPackages(
  tx: Transaction,
  path: string,
  limit: number,
): Promise<(GivenPackage & { number: string; title: string })[]> {
  const { lo, hi } = rangeOf(path);
  const rows = await tx.sql
    .selectFrom('file_packages as p')
    .innerJoin('cases as c', (join) => join.onRef('c.subject_id', '=', 'p.student_id').onRef('c.id', '=', 'p.case_id'))
    .selectAll('p')
    .select(['c.number', 'c.title'])
    .where('p.path', '>=', lo)
    .where('p.path', '<', hi)
    .orderBy('p.approved_on', 'desc')
    .orderBy('p.case_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...asPackage(row), number: row.number, title: row.title }));
}

/** 取出: it has left. */
export async function writeTaken(
  tx: Transaction,
  { studentId, caseId }: PackagePermission,
  by: { accountId: string; personName: string },
  { digest, size }: { digest: Buffer; size: number },
): Promise<void> {
  await tx.sql
    .updateTable('file_packages')
    .set({ downloaded_at: tx.now, downloaded_by: by.accountId, downloaded_by_name: by.personName, digest, size })
    .where('student_id', '=', studentId)
    .where('case_id', '=', caseId)
    .execute();
}
