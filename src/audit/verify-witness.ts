/** 见证比对: the heads of the table against the witness file, both read once from the first to the last. */
import type { CheckSignature } from '../crypto/key-ring.ts';
import type { FaultList } from './fault.ts';
import { headStatement } from './statement.ts';
import type { HeadRow } from './verify.store.ts';
import { type Restore, readWitness, restoreStatement, type WitnessedHead } from './witness.ts';

export interface WitnessCheck {
  /** Takes the next head of the table; `isGenuine` tells whether its own signature held. */
  compare(head: HeadRow, isGenuine: boolean): Promise<void>;
  /** Takes the size of the last genuine head and says how many heads stood in both places. */
  finish(lastSize: number): Promise<{ witnessed: number; notices: string[] }>;
}

const HOUR = 3_600_000;

/** A comparison with the first `until` bytes of the file. */
export async function makeWitnessCheck(
  file: string,
  until: number,
  check: CheckSignature,
  faults: FaultList,
): Promise<WitnessCheck> {
  const notices: string[] = [];
  const isValid = (one: WitnessedHead) => check(one.keyId, headStatement(one), one.signature) === 'VALID';
  const lines = effectiveHeads(file, until, await readRestores(file, until, check, faults, notices), isValid, faults);
  let next = await pull(lines);
  let witnessed = 0;
  let late = 0;
  let unwitnessed = 0;

  const take = async () => {
    if (next && next.witnessedAt.getTime() - next.sealedAt.getTime() > HOUR) late++;
    next = await pull(lines);
  };

  return {
    async compare(head, isGenuine) {
      while (next && next.size < head.size) {
        faults.add(isValid(next) ? 'HEAD_LOST' : 'WITNESS_CHANGED', { size: next.size });
        await take();
      }
      if (next?.size !== head.size) {
        if (isGenuine && next) faults.add('WITNESS_LOST', { size: head.size });
        else if (isGenuine) unwitnessed++;
        return;
      }
      if (next.root.equals(head.root) && next.signature.equals(head.signature)) witnessed++;
      else if (!isValid(next)) faults.add('WITNESS_CHANGED', { size: head.size });
      else if (isGenuine) faults.add('ROLLED_BACK', { size: head.size });
      await take();
    },

    async finish(lastSize) {
      let sealed = 0;
      for (; next; await take()) {
        if (isValid(next)) sealed = next.size;
        else faults.add('WITNESS_CHANGED', { size: next.size });
      }
      if (sealed > lastSize) faults.add('TAIL_CUT', { size: sealed, left: lastSize });
      if (until === 0 && unwitnessed > 0) faults.add('WITNESS_MISSING', {});
      else if (unwitnessed > 1) faults.add('WITNESS_BEHIND', { count: unwitnessed });
      // The sealer may have died between the table and the file; its next run makes up for one head.
      else if (unwitnessed === 1) notices.push('最后一个封存头尚未记入见证文件，下次封存时补记');
      if (late > 0) notices.push(`有${late}个封存头在封存一小时以后才记入见证文件，其间的截尾无从查出`);
      return { witnessed, notices };
    },
  };
}

interface PlacedRestore {
  line: number;
  size: number;
}

/** The restores recorded in the file; each of them sets aside the heads before it that lie above its size. */
async function readRestores(
  file: string,
  until: number,
  check: CheckSignature,
  faults: FaultList,
  notices: string[],
): Promise<PlacedRestore[]> {
  const restores: PlacedRestore[] = [];
  let line = 0;
  let unreadable = 0;
  for await (const one of readWitness(file, until)) {
    line++;
    if (!one) unreadable++;
    if (one?.kind !== 'restore') continue;
    if (check(one.keyId, restoreStatement(one), one.signature) !== 'VALID') {
      faults.add('WITNESS_CHANGED', { size: one.size });
      continue;
    }
    restores.push({ line, size: one.size });
    notices.push(restoreNotice(one));
  }
  if (unreadable > 0) notices.push(`见证文件有${unreadable}行无法读取（多为断电所致），已略过`);
  return restores;
}

function restoreNotice({ restoredAt, size, reason }: Restore): string {
  return `${restoredAt.toISOString().slice(0, 10)}曾登记从备份恢复，封存自第${size}条续起，事由：${reason}`;
}

/** The heads that the table should have, in rising size. */
async function* effectiveHeads(
  file: string,
  until: number,
  restores: readonly PlacedRestore[],
  isValid: (head: WitnessedHead) => boolean,
  faults: FaultList,
): AsyncGenerator<WitnessedHead> {
  let line = 0;
  let last: WitnessedHead | undefined;
  for await (const one of readWitness(file, until)) {
    line++;
    if (one?.kind !== 'head') continue;
    if (restores.some((restore) => restore.line > line && restore.size < one.size)) continue;
    if (!last || one.size > last.size) {
      last = one;
      yield one;
    } else if (one.size !== last.size || !one.root.equals(last.root)) {
      // A head that does not lie above the one before it: sealing went on from an older state of the table.
      faults.add(isValid(one) ? 'ROLLED_BACK' : 'WITNESS_CHANGED', { size: one.size });
    }
  }
}

async function pull<T>(source: AsyncGenerator<T>): Promise<T | undefined> {
  const { value, done } = await source.next();
  return done ? undefined : value;
}
