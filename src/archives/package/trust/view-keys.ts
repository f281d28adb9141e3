/** 看可信名单: this node's own key, to be handed to others, and those that count for the reader's place. */
import type { Actor } from '../../../access/index.ts';
import { inUse, type KeyRing } from '../../../crypto/key-ring.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { NodeKeys } from '../packages.api.ts';
import { listKeysAbove } from './trusted-keys.store.ts';

/** Those of authorities above are shown; only those of the reader's own place are the reader's to confirm or drop. */
export async function viewKeys(
  tx: Transaction,
  ring: KeyRing,
  { institution, accountId, role }: Actor,
): Promise<NodeKeys> {
  const { id, publicKey } = inUse(ring.signingKeys);
  const authority = role === 'AUTHORITY_REGISTRAR' || role === 'AUTHORITY_LEADER';
  const keys = await listKeysAbove(tx, institution.path);
  return {
    own: { keyId: id, suite: ring.suite.id, publicKey: Buffer.from(publicKey).toString('hex') },
    keys: keys.map((one) => {
      const mine = authority && one.path === institution.path && !one.endedAt;
      return {
        ...{ id: one.id, keyId: one.keyId, nodeName: one.nodeName, publicKey: one.publicKey.toString('hex') },
        ...{ proposedByName: one.proposedByName, proposedAt: one.proposedAt.toISOString() },
        ...{ confirmedByName: one.confirmedByName, endedByName: one.endedByName },
        mayConfirm: mine && !one.confirmedAt && one.proposedBy !== accountId,
        mayDrop: mine,
      };
    }),
  };
}
