/** 久置撤回: every night, what was returned for mending and lies longer than its place allows is withdrawn by the system. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Law } from '../../policy/index.ts';
import type { CaseEngine } from '../engine/advance.ts';
import { type LyingCase, listLying } from './stale.store.ts';

const AT_ONCE = 500;

/** The job: at half past two in the morning. */
export const withdrawStaleJob = (services: Services, engine: CaseEngine): JobDefinition => ({
  name: 'withdraw-stale-cases',
  cron: '30 2 * * *',
  run: async (_, signal) => void (await withdrawStale(services, engine, signal)),
});

/** Withdraws them, each in a transaction of its own; answers how many. Where a place has set nothing nothing happens. */
export async function withdrawStale(
  { db, law, now }: Pick<Services, 'db' | 'law' | 'now'>,
  engine: CaseEngine,
  signal: AbortSignal,
): Promise<number> {
  const today = dayOf(now());
  const states = engine.lapsingStates();
  let [withdrawn, after] = [0, undefined as string | undefined];
  for (;;) {
    const lying = await db.read(NODE_SCOPE, (tx) => listLying(tx, states, { today, after, limit: AT_ONCE }));
    for (const one of lying) {
      signal.throwIfAborted();
      const sentence = staleWords(law, one, today);
      if (sentence === undefined) continue;
      const done = await db.write(NODE_SCOPE, async (tx) => {
        const lapsed = await engine.lapse(tx, one.caseId, sentence);
        return lapsed !== undefined;
      });
      if (done) withdrawn++;
    }
    if (lying.length < AT_ONCE) return withdrawn;
    after = lying.at(-1)!.caseId;
  }
}

/** What the law of the place says against a case that has lain too long; undefined while it may lie. */
function staleWords(law: Law, { placeCode, returnedOn }: LyingCase, today: CivilDate): string | undefined {
  try {
    const { findings } = law.ask('stale-case', { placeCode, day: today }, { returnedOn });
    const stale = findings.find(({ code }) => code === 'STALE');
    return stale && `${stale.sentence}（${stale.chip}）`;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CALENDAR_NOT_PUBLISHED') return undefined;
    throw error;
  }
}
