/**
 * 审计封存: turns the events since the last time into leaves of the tree and signs its new head.
 *
 * Runs every few seconds beside the writers and holds none of them up. Each head also goes into the witness file; a
 * sealer that finds the witness ahead of the table, or at odds with it, stops instead of covering the traces.
 */
import { checkerFor, type KeyRing, publicKeysOf, signWith } from '../crypto/key-ring.ts';
import type { Database } from '../db/database.ts';
import { NODE_SCOPE, type Transaction } from '../db/transaction.ts';
import { append, EMPTY_FRONTIER, type Frontier, isFrontier, leafHash, rootOf } from './merkle.ts';
import {
  addSealed,
  findHead,
  findLastHead,
  isBehind,
  listHeadsAbove,
  listLeavesAbove,
  listUnsealed,
  trySealing,
  waitForSealing,
} from './seal.store.ts';
import { eventStatement, headStatement, type SealedHead } from './statement.ts';
import { lastWitnessed, type WitnessLine, witnessHeads } from './witness.ts';

export interface SealerOptions {
  db: Database;
  ring: KeyRing;
  /** The witness file, outside the database. */
  witnessFile: string;
  now: () => Date;
  /** Most events under one head. */
  batch?: number;
}

export type SealOutcome =
  /** A new head; `more` where events may be waiting for the next. */
  | { kind: 'SEALED'; head: SealedHead; events: number; more: boolean }
  | { kind: 'NOTHING_NEW' }
  /** Another process is sealing. */
  | { kind: 'BUSY' }
  /** The log or the witness was tampered with or rolled back; nothing is sealed until somebody has looked. */
  | { kind: 'STOPPED'; sentence: string };

export interface Sealer {
  /** Seals one batch. Throws a `SetupFault` where the witness cannot be written; the next run makes it up. */
  sealOnce(): Promise<SealOutcome>;
  /** Seals batch after batch until nothing more waits, and gives the last outcome. */
  sealAll(): Promise<SealOutcome>;
}

const PORTION = 10_000;

/** A sealer of this database; it keeps the tree's right edge in memory between runs. */
export function makeSealer({ db, ring, witnessFile, now, batch = PORTION }: SealerOptions): Sealer {
  const { digest } = ring.suite;
  const check = checkerFor(publicKeysOf(ring));
  let frontier = EMPTY_FRONTIER;

  const sealIn = async (tx: Transaction): Promise<SealOutcome> => {
    if (!(await trySealing(tx))) return { kind: 'BUSY' };
    const last = await findLastHead(tx);
    const witnessed = await lastWitnessed(witnessFile);
    const sentence = await faultBeforeSealing(tx, last, witnessed);
    if (sentence) return { kind: 'STOPPED', sentence };
    const events = await listUnsealed(tx, last, batch);
    if (events.length === 0) return { kind: 'NOTHING_NEW' };
    const before = await frontierOf(tx, last, witnessed);
    if (!before) return { kind: 'STOPPED', sentence: '审计叶值与最后的封存头不符，已停止封存，请先核验审计日志' };

    const leaves = events.map((event) => ({ eventId: event.id, leaf: leafHash(digest, eventStatement(event)) }));
    const after = append(
      digest,
      before,
      leaves.map(({ leaf }) => leaf),
    );
    const claim = {
      size: after.size,
      root: rootOf(digest, after),
      previousRoot: last?.root ?? null,
      firstEventId: events[0]!.id,
      lastEventId: events.at(-1)!.id,
      lastXid: events.at(-1)!.xid,
      sealedAt: now(),
      keyId: ring.signingKeys.at(-1)!.id,
    };
    const head = { ...claim, signature: signWith(ring, headStatement(claim)).signature };
    await addSealed(tx, before.size, leaves, head);
    frontier = after;
    return { kind: 'SEALED', head, events: events.length, more: events.length === batch };
  };

  const faultBeforeSealing = async (tx: Transaction, last: SealedHead | undefined, seen: WitnessLine | undefined) => {
    if (last && check(last.keyId, headStatement(last), last.signature) !== 'VALID') {
      return '最后的封存头签名不符，已停止封存，请先核验审计日志';
    }
    if (last && (await isBehind(tx, last.lastXid))) {
      return '数据库的事务号小于已封存的事务号，数据系由逻辑备份导入；请改用物理备份恢复，或用 pg_resetwal -e 调高纪元后再封存';
    }
    if (!seen || seen.size === 0) return undefined;
    if (seen.size > (last?.size ?? 0)) {
      return `见证文件记有${seen.size}条已封存，数据库中只有${last?.size ?? 0}条，日志被截去或数据库被退回旧版；如系从备份恢复，请先登记恢复`;
    }
    const same = await findHead(tx, seen.size);
    if (same && seen.root?.equals(same.root)) return undefined;
    return `封存至第${seen.size}条时的封存头与见证文件不一致，已停止封存，请先核验审计日志`;
  };

  /** The tree under the last head: from memory, from the witness, or from all leaves; undefined where none fits it. */
  const frontierOf = async (tx: Transaction, last: SealedHead | undefined, seen: WitnessLine | undefined) => {
    if (!last) return EMPTY_FRONTIER;
    const fits = (one: Frontier) => one.size === last.size && isFrontier(one) && rootOf(digest, one).equals(last.root);
    if (fits(frontier)) return frontier;
    const noted = { size: seen?.size ?? 0, peaks: (seen?.kind === 'head' && seen.peaks) || [] };
    if (fits(noted)) return noted;
    let rebuilt = EMPTY_FRONTIER;
    for (;;) {
      const leaves = await listLeavesAbove(tx, rebuilt.size, PORTION);
      if (leaves.length === 0) return fits(rebuilt) ? rebuilt : undefined;
      rebuilt = append(digest, rebuilt, leaves);
    }
  };

  /** Brings the witness up to the table, also for heads of a run that died in between. */
  const witness = () =>
    db.read(NODE_SCOPE, async (tx) => {
      await waitForSealing(tx);
      for (;;) {
        const size = (await lastWitnessed(witnessFile))?.size ?? 0;
        const heads = await listHeadsAbove(tx, size, PORTION);
        if (heads.length === 0) return;
        await witnessHeads(witnessFile, heads, now(), frontier);
      }
    });

  const sealOnce = async () => {
    const outcome = await db.write(NODE_SCOPE, sealIn);
    if (outcome.kind === 'SEALED' || outcome.kind === 'NOTHING_NEW') await witness();
    return outcome;
  };

  return {
    sealOnce,
    async sealAll() {
      for (;;) {
        const outcome = await sealOnce();
        if (outcome.kind !== 'SEALED' || !outcome.more) return outcome;
      }
    },
  };
}
