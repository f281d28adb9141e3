/** 孩子存取: whether somebody is a student already, or still a draft. */
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction } from '../../db/transaction.ts';

/** Is there such a student in the scope that holds? */
export async function isStudent(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.byKey.selectFrom('students').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** When children were registered; only those who are students now. */
export async function registeredAt(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql.selectFrom('students').select(['id', 'registered_at']).where(isOneOf('id', ids)).execute();
  return new Map(rows.map((row) => [row.id, row.registered_at]));
}

/** Where a child stands: as a student or as a draft that is neither taken away nor refused; for links over the whole node. */
export async function findChildPath(tx: Transaction, id: string): Promise<string | undefined> {
  const student = await tx.byKey.selectFrom('students').select('path').where('id', '=', id).executeTakeFirst();
  const entrant = await tx.byKey
    .selectFrom('entrants')
    .select('path')
    .where('id', '=', id)
    .where('state', 'in', ['DRAFT', 'SKIPPED', 'SUBMITTED'])
    .executeTakeFirst();
  return student?.path ?? entrant?.path;
}
