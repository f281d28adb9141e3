/** 疑似重复搜索: among students who share a key, every pair that is much alike. Scores and reasons only, no value. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { comparableOf } from './duplicate-check.ts';
import { findCandidates } from './matching.store.ts';
import { compare, type SuspicionReason } from './suspicion.ts';

export interface AlikePair {
  /** The lower of the two ids first. */
  studentId: string;
  otherId: string;
  score: number;
  reasons: Pick<SuspicionReason, 'code' | 'weight'>[];
}

/** Pairs among the registered students that have these keys; who is registered nowhere is no second record. */
export async function findAlikePairs(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  hashes: readonly Buffer[],
): Promise<AlikePair[]> {
  const candidates = (await findCandidates(tx, hashes)).filter(({ schoolName }) => schoolName !== null);
  const pairs = new Map<string, AlikePair>();
  for (const group of Map.groupBy(candidates, ({ keyHash }) => keyHash).values()) {
    const people = group
      .toSorted((a, b) => a.studentId.localeCompare(b.studentId))
      .map((one) => ({ id: one.studentId, comparable: comparableOf(one, cipher) }));
    for (const [at, one] of people.entries()) {
      for (const other of people.slice(at + 1)) {
        const name = `${one.id}/${other.id}`;
        if (one.id === other.id || pairs.has(name)) continue;
        const found = compare(one.comparable, other.comparable);
        if (!found) continue;
        const reasons = found.reasons.map(({ code, weight }) => ({ code, weight }));
        pairs.set(name, { studentId: one.id, otherId: other.id, score: found.score, reasons });
      }
    }
  }
  return [...pairs.values()];
}
