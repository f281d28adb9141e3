/** 封存存取: what was put forward and closed; nothing here is ever changed. */
import type { Transaction } from '../../../db/transaction.ts';

export interface Proposal {
  id: string;
  schoolId: string;
  path: string;
  year: number;
  digest: Buffer;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
}

export interface Closing {
  schoolId: string;
  year: number;
  path: string;
  proposalId: string;
  digest: Buffer;
  signedByName: string;
  signedAt: Date;
}

export interface ClosedItem {
  item: string;
  fileId: string;
  digest: Buffer;
  entries: number;
}

export async function insertProposal(tx: Transaction, one: Omit<Proposal, 'proposedAt'>): Promise<void> {
  await tx.sql
    .insertInto('school_file_proposals')
    .values({
      ...{ id: one.id, school_id: one.schoolId, path: one.path, year: one.year, digest: one.digest },
      ...{ proposed_by: one.proposedBy, proposed_by_name: one.proposedByName, proposed_at: tx.now },
    })
    .execute();
}

/** The latest proposal of a year; undefined where nobody has put it forward. */
export async function findProposal(tx: Transaction, schoolId: string, year: number): Promise<Proposal | undefined> {
  const row = await tx.sql
    .selectFrom('school_file_proposals')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('year', '=', year)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      ...{ id: row.id, schoolId: row.school_id, path: row.path, year: row.year, digest: row.digest },
      ...{ proposedBy: row.proposed_by, proposedByName: row.proposed_by_name, proposedAt: row.proposed_at },
    }
  );
}

/** The year and its ten items, closed for good. */
export async function insertClosing(
  tx: Transaction,
  one: Omit<Closing, 'signedAt'> & { signedBy: string },
  items: readonly ClosedItem[],
): Promise<void> {
  const { schoolId, year, path } = one;
  await tx.sql
    .insertInto('school_file_closings')
    .values({
      ...{ school_id: schoolId, year, path, proposal_id: one.proposalId, digest: one.digest },
      ...{ signed_by: one.signedBy, signed_by_name: one.signedByName, signed_at: tx.now },
    })
    .execute();
  await tx.sql
    .insertInto('school_file_items')
    .values(
      items.map(({ item, fileId, digest, entries }) => ({
        ...{ school_id: schoolId, year, path, item, file_id: fileId, digest, entries },
      })),
    )
    .execute();
}

/** Undefined while the year is open, and outside the caller's scope. */
export async function findClosing(tx: Transaction, schoolId: string, year: number): Promise<Closing | undefined> {
  const row = await tx.sql
    .selectFrom('school_file_closings')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('year', '=', year)
    .executeTakeFirst();
  return (
    row && {
      ...{ schoolId: row.school_id, year: row.year, path: row.path, proposalId: row.proposal_id, digest: row.digest },
      ...{ signedByName: row.signed_by_name, signedAt: row.signed_at },
    }
  );
}

export async function listClosedItems(tx: Transaction, schoolId: string, year: number): Promise<ClosedItem[]> {
  const rows = await tx.sql
    .selectFrom('school_file_items')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('year', '=', year)
    .execute();
  return rows.map(({ item, file_id, digest, entries }) => ({ item, fileId: file_id, digest, entries }));
}
