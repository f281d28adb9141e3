/** 校验进度: tells whoever watches an import how far it is, from this process or any other. */
import { EventEmitter } from 'node:events';
import type { Services } from '../../access/index.ts';
import type { Scope } from '../../db/transaction.ts';
import { getImport } from './import.store.ts';
import { type Import, isUnderWay } from './import.ts';
import type { ProgressView } from './importing.api.ts';

/** The bell that a reader rings after each portion; watchers in this process then look at once. */
export interface ProgressBell {
  ring(importId: string): void;
  /** Resolves at the next ring, when the time is up, or when the watcher goes away. */
  wait(importId: string, milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** One bell for a process. */
export function makeProgressBell(): ProgressBell {
  const bell = new EventEmitter({ captureRejections: false });
  bell.setMaxListeners(0);
  return {
    ring: (importId) => bell.emit(importId),
    wait: (importId, milliseconds, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          bell.off(importId, done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        bell.on(importId, done);
        signal.addEventListener('abort', done, { once: true });
      }),
  };
}

/** Readers in another process are looked after this often. */
const LOOK_EVERY_MS = 1_000;
const MS = 1_000;

/** The progress of an import until it is read or given up. Refuses NOT_FOUND. */
export async function* watchImport(
  { db, now }: Pick<Services, 'db' | 'now'>,
  bell: ProgressBell,
  { scope, importId, signal }: { scope: Scope; importId: string; signal: AbortSignal },
): AsyncGenerator<ProgressView> {
  const look = () => db.read(scope, (tx) => getImport(tx, importId));
  let one = await look();
  const first = { done: one.rowsDone, at: now().getTime() };
  let told = '';
  while (!signal.aborted) {
    const view = progressOf(one, first, now().getTime());
    const text = JSON.stringify(view);
    if (text !== told) yield view;
    told = text;
    if (!isUnderWay(one.state)) return;
    await bell.wait(importId, LOOK_EVERY_MS, signal);
    one = await look();
  }
}

function progressOf(one: Import, first: { done: number; at: number }, at: number): ProgressView {
  const { state, rowsDone, rowsTotal, rowsRed, rowsAmber } = one;
  const total = Math.max(rowsTotal, rowsDone);
  const perRow = rowsDone > first.done ? (at - first.at) / (rowsDone - first.done) : undefined;
  const secondsLeft = perRow === undefined ? null : Math.ceil(((total - rowsDone) * perRow) / MS);
  return {
    state,
    done: rowsDone,
    total,
    red: rowsRed,
    amber: rowsAmber,
    secondsLeft: isUnderWay(state) ? secondsLeft : 0,
    failure: one.failure,
  };
}
