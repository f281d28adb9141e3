/** 幂等: the first answer to a write is kept and given again to its repetitions. */
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Database } from '../db/database.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { refuse } from '../kernel/refusal.ts';

export interface Kept {
  status: number;
  body: unknown;
}

export interface IdempotencyKeys {
  /**
   * Claims a key for a request of this digest. Returns the kept answer of an earlier one, undefined where this is the
   * first. Refuses KEY_REUSED for other content, IN_FLIGHT while the first still runs.
   */
  claim(accountId: string, key: string, digest: Buffer): Promise<Kept | undefined>;
  keep(accountId: string, key: string, answer: Kept): Promise<void>;
  /** Gives the key free after a failed first try: nothing happened, so it may be tried again. */
  release(accountId: string, key: string): Promise<void>;
  /** Forgets keys given before this instant: nobody repeats so old a request. Answers how many they were. */
  forget(before: Date): Promise<number>;
}

/**
 * Keys live in a table of their own, outside the work's transaction: a refused write must not burn them. Answers may
 * name a person and lie in no one's scope, so they are sealed for the one account and key they were given to.
 */
export function makeIdempotencyKeys(db: Database, cipher: FieldCipher): IdempotencyKeys {
  const rowId = (accountId: string, key: string) => `${accountId}:${key}`;
  return {
    claim: (accountId, key, digest) =>
      db.write(NODE_SCOPE, async (tx) => {
        tx.markAudited(); // a retry's bookkeeping changes no fact; the write itself leaves the audit row
        const claimed = await tx.sql
          .insertInto('idempotency_keys')
          .values({ account_id: accountId, key, request_digest: digest, at: tx.now })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (claimed.numInsertedOrUpdatedRows) return undefined;
        const earlier = await tx.sql
          .selectFrom('idempotency_keys')
          .select(['request_digest', 'status', 'body'])
          .where('account_id', '=', accountId)
          .where('key', '=', key)
          .executeTakeFirstOrThrow();
        if (!digest.equals(earlier.request_digest)) throw refuse('KEY_REUSED');
        if (earlier.status === null) throw refuse('IN_FLIGHT');
        const body = earlier.body && cipher.open('idempotency_keys', rowId(accountId, key), earlier.body);
        return { status: earlier.status, body };
      }),
    keep: (accountId, key, { status, body }) =>
      db.write(NODE_SCOPE, async (tx) => {
        tx.markAudited();
        await tx.sql
          .updateTable('idempotency_keys')
          .set({ status, body: cipher.seal('idempotency_keys', rowId(accountId, key), body ?? null) })
          .where('account_id', '=', accountId)
          .where('key', '=', key)
          .execute();
      }),
    release: (accountId, key) =>
      db.write(NODE_SCOPE, async (tx) => {
        tx.markAudited();
        await tx.sql
          .deleteFrom('idempotency_keys')
          .where('account_id', '=', accountId)
          .where('key', '=', key)
          .execute();
      }),
    forget: (before) =>
      db.write(NODE_SCOPE, async (tx) => {
        tx.markAudited();
        const { numDeletedRows } = await tx.sql
          .deleteFrom('idempotency_keys')
          .where('at', '<', before)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
