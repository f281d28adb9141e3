/** 密钥核验: which system calls. A look-up is believed for two seconds: a revoked key is dead within them. */
import type { SystemCaller, SystemKeys } from '../../access/index.ts';
import type { Database } from '../../db/database.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { makeCallsPerKey } from './calls-per-key.ts';
import { findByKey } from './partner-system.store.ts';
import { isLive, keyHashOf, type PartnerSystem } from './partner-system.ts';

const BELIEVED_MS = 2_000;
const MOST_BELIEVED = 1_000;

/** Keys over the database. */
export function makeSystemKeys(db: Database, now: () => Date): SystemKeys {
  const believed = new Map<string, { one: PartnerSystem | undefined; at: number }>();
  const calls = makeCallsPerKey();
  return {
    find: async (key) => {
      const hash = keyHashOf(key);
      const name = hash.toString('hex');
      const at = now().getTime();
      let known = believed.get(name);
      if (!known || at - known.at >= BELIEVED_MS) {
        known = { one: await db.read(NODE_SCOPE, (tx) => findByKey(tx, hash)), at };
        if (believed.size >= MOST_BELIEVED) believed.clear();
        believed.set(name, known);
      }
      if (!known.one || !isLive(known.one, dayOf(now()))) return undefined;
      calls.count(name, now());
      return callerOf(known.one);
    },
  };
}

const callerOf = ({ id, name, institutionId, path, scopePath, withNumbers }: PartnerSystem): SystemCaller => ({
  ...{ id, name, institutionId, path, withNumbers },
  scope: rangeOf(scopePath),
});
