/** 可信节点密钥存取. */
import type { SuiteId } from '../../../crypto/suite.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';

/** A key as one person has proposed it and another confirmed it. */
export interface NodeKey {
  id: string;
  path: string;
  keyId: string;
  nodeName: string;
  publicKey: Buffer;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
  confirmedByName: string | null;
  confirmedAt: Date | null;
  endedAt: Date | null;
  endedByName: string | null;
}

const keys = (tx: Transaction) => tx.byKey.selectFrom('trusted_keys').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof keys>['executeTakeFirstOrThrow']>>;

const asKey = (row: Row): NodeKey => ({
  ...{ id: row.id, path: row.path, keyId: row.key_id, nodeName: row.node_name, publicKey: row.public_key },
  ...{ proposedBy: row.proposed_by, proposedByName: row.proposed_by_name, proposedAt: row.proposed_at },
  ...{ confirmedByName: row.confirmed_by_name, confirmedAt: row.confirmed_at },
  ...{ endedAt: row.ended_at, endedByName: row.ended_by_name },
});

export const suiteOfKey = ({ keyId }: Pick<NodeKey, 'keyId'>): SuiteId =>
  keyId.startsWith('guomi:') ? 'guomi' : 'international';

export async function insertKey(
  tx: Transaction,
  one: Pick<NodeKey, 'id' | 'path' | 'keyId' | 'nodeName' | 'publicKey' | 'proposedBy' | 'proposedByName'>,
): Promise<void> {
  await tx.sql
    .insertInto('trusted_keys')
    .values({
      ...{ id: one.id, path: one.path, key_id: one.keyId, node_name: one.nodeName, public_key: one.publicKey },
      ...{ proposed_by: one.proposedBy, proposed_by_name: one.proposedByName, proposed_at: tx.now },
    })
    .execute();
}

/** Locked. Refuses NOT_FOUND outside the caller's scope. */
export async function getKey(tx: Transaction, id: string): Promise<NodeKey> {
  const row = await keys(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此节点密钥' });
  return asKey(row);
}

/** Keys that a place and everybody above it have entered, the latest first. `path` is the place's own. */
export async function listKeysAbove(tx: Transaction, path: string): Promise<NodeKey[]> {
  const rows = await tx.beyondScope(() => keys(tx).orderBy('proposed_at', 'desc').execute());
  return rows.map(asKey).filter((one) => path.startsWith(one.path));
}

export async function writeConfirmed(
  tx: Transaction,
  id: string,
  by: { accountId: string; personName: string },
): Promise<void> {
  await tx.sql
    .updateTable('trusted_keys')
    .set({ confirmed_by: by.accountId, confirmed_by_name: by.personName, confirmed_at: tx.now })
    .where('id', '=', id)
    .execute();
}

export async function writeEnded(tx: Transaction, id: string, byName: string): Promise<void> {
  await tx.sql
    .updateTable('trusted_keys')
    .set({ ended_at: tx.now, ended_by_name: byName })
    .where('id', '=', id)
    .execute();
}
