/** 全库查重: every night all students that share a key are compared with each other; the most alike go on the list. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { findAlikePairs, keyHashesOf } from '../../students/index.ts';
import { dropPair, keepPairs, listSharedKeys, listUnraised } from './pairs.store.ts';

type Needs = Pick<Services, 'db' | 'cipher' | 'now'>;

/** Keys looked at in one transaction; a job that is killed loses no more than that. */
const PORTION = 500;

/** The job: at three in the morning. */
export const searchPairsJob = (services: Needs): JobDefinition => ({
  name: 'search-duplicates',
  cron: '0 3 * * *',
  run: async (_, signal) => void (await searchPairs(services, signal)),
});

/** Compares them all; then lets go of pairs that are alike no more. Answers how many were found. */
export async function searchPairs(services: Needs, signal: AbortSignal): Promise<number> {
  const { db, now } = services;
  const today = dayOf(now());
  let found = 0;
  for (let after: Buffer | undefined; ; ) {
    signal.throwIfAborted();
    const from = after;
    const keys = await db.write(NODE_SCOPE, async (tx) => {
      const hashes = await listSharedKeys(tx, { after: from, limit: PORTION });
      const pairs = await findAlikePairs(tx, services, hashes);
      await keepPairs(tx, pairs, today);
      tx.markAudited(); // a read model: no record is changed and none is shown
      found += pairs.length;
      return hashes;
    });
    if (keys.length < PORTION) break;
    after = keys.at(-1);
  }
  await letGo(services, signal);
  return found;
}

async function letGo({ db, cipher }: Needs, signal: AbortSignal): Promise<void> {
  for (let after: readonly [string, string] | undefined; ; ) {
    signal.throwIfAborted();
    const from = after;
    const last = await db.write(NODE_SCOPE, async (tx) => {
      const kept = await listUnraised(tx, { after: from, limit: PORTION });
      const hashes = await keyHashesOf(
        tx,
        kept.map(({ studentId }) => studentId),
      );
      const alike = new Set(
        (await findAlikePairs(tx, { cipher }, hashes)).map((one) => `${one.studentId}/${one.otherId}`),
      );
      for (const { studentId, otherId } of kept) {
        if (!alike.has(`${studentId}/${otherId}`)) await dropPair(tx, studentId, otherId);
      }
      tx.markAudited();
      return kept.length < PORTION ? undefined : kept.at(-1);
    });
    if (!last) return;
    after = [last.studentId, last.otherId];
  }
}
