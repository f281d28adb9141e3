/** 随停办期顺延: after a window was declared, moved or lifted, and every night, running terms are counted anew. */
import type { Services } from '../../../access/index.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import type { JobDefinition } from '../../../jobs/index.ts';
import { addDays, dayOf } from '../../../kernel/civil-date.ts';
import { pathOf } from '../../../kernel/place-codes.ts';
import type { CaseEngine } from '../advance.ts';
import { listRunning } from './running.store.ts';
import type { Standstill, Standstills } from './standstill.ts';

/** The job's name, under which a new window asks for it. */
export const FOLLOW_WINDOWS = 'follow-windows';

const AT_ONCE = 500;
/** A term that a window of last season touched may still run, or be overdue for want of it. */
const BACK_DAYS = 120;

/** The job: at two in the morning, and whenever a window was set. */
export const followWindowsJob = (
  services: Pick<Services, 'db' | 'now'>,
  engine: CaseEngine,
  standstills: Standstills,
): JobDefinition => ({
  name: FOLLOW_WINDOWS,
  cron: '0 2 * * *',
  run: async (_, signal) => void (await followWindows(services, engine, standstills, signal)),
});

/** Counts them anew, each in a transaction of its own, so that it may stop and go on anywhere; answers how many moved. */
export async function followWindows(
  { db, now }: Pick<Services, 'db' | 'now'>,
  engine: CaseEngine,
  standstills: Standstills,
  signal: AbortSignal,
): Promise<number> {
  const today = dayOf(now());
  const windows = standstills.between('EVERYWHERE', addDays(today, -BACK_DAYS), addDays(today, BACK_DAYS));
  const standing = windows.filter(({ clockStands }) => clockStands);
  let moved = 0;
  for (const { path, kinds } of groupsOf(standing)) {
    for (let after: string | undefined; ; ) {
      const running = await db.read(NODE_SCOPE, (tx) => listRunning(tx, { path, kinds, after, limit: AT_ONCE }));
      for (const caseId of running) {
        signal.throwIfAborted();
        const did = await db.write(NODE_SCOPE, async (tx) => {
          const redated = await engine.redate(tx, caseId);
          if (!redated) tx.markAudited(); // nothing was written
          return redated;
        });
        if (did) moved++;
      }
      if (running.length < AT_ONCE) break;
      after = running.at(-1);
    }
  }
  return moved;
}

/** Place by place, which kinds of case its windows concern; undefined for all. */
function groupsOf(windows: readonly Standstill[]): { path: string; kinds: string[] | undefined }[] {
  const places = Map.groupBy(windows, ({ placeCode }) => placeCode);
  return [...places].map(([placeCode, own]) => ({
    path: pathOf(placeCode),
    kinds: own.some(({ cases }) => cases === 'ALL')
      ? undefined
      : [...new Set(own.flatMap(({ cases }) => (cases === 'ALL' ? [] : cases)))],
  }));
}
