/** 长期未用账号封存: accounts without a login for so many days are sealed each night; the highest institution keeps one. */
import { type Services, SYSTEM_ACTOR } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import { NODE_SCOPE, type Transaction } from '../../../db/transaction.ts';
import type { JobDefinition } from '../../../jobs/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import { endSessions } from '../../sessions/session.store.ts';
import { changeAccount } from '../account.store.ts';
import { isHighestInUse } from '../account-keeper.ts';
import { type LastActivity, listDormantDays, listLastActivity } from './activity.store.ts';

export const USUAL_DORMANT_DAYS = 90;
const DAY_MS = 86_400_000;

/** The days that count in a place: the fewest that it or a place above it has set, else 90. */
export function dormantDaysOf(settings: ReadonlyMap<string, number>, placeCode: string): number {
  const set = chainOf(placeCode).flatMap((code) => settings.get(code) ?? []);
  return set.length > 0 ? Math.min(...set) : USUAL_DORMANT_DAYS;
}

/** Seals what is dormant now. Answers how many. */
export async function sealDormantAccounts({ db }: Pick<Services, 'db'>): Promise<number> {
  return db.write(NODE_SCOPE, async (tx) => {
    const settings = await listDormantDays(tx, dayOf(tx.now));
    const active = await listLastActivity(tx);
    const silentDays = (one: LastActivity) => (tx.now.getTime() - one.activeAt.getTime()) / DAY_MS;
    const dormant = active.filter((one) => silentDays(one) > dormantDaysOf(settings, one.placeCode));
    const sealed = await withoutLastInUse(tx, dormant, active);
    for (const { id } of sealed) {
      await changeAccount(tx, id, { state: 'SEALED' });
      await endSessions(tx, id, '长期未用封存');
    }
    await recordAll(
      tx,
      SYSTEM_ACTOR,
      sealed.map((one) => ({
        action: 'SEAL_ACCOUNT',
        subjectKind: 'ACCOUNT',
        subjectId: one.id,
        path: one.path,
        reason: '长期未用',
        detail: { silentDays: Math.floor(silentDays(one)), days: dormantDaysOf(settings, one.placeCode) },
      })),
    );
    return sealed.length;
  });
}

/** An institution that is the highest in use keeps the account that was used last, however long ago that was. */
async function withoutLastInUse(
  tx: Transaction,
  dormant: readonly LastActivity[],
  active: readonly LastActivity[],
): Promise<LastActivity[]> {
  const spared = new Set<string>();
  for (const [institutionId, [first]] of Map.groupBy(dormant, (one) => one.institutionId)) {
    const own = active.filter((one) => one.institutionId === institutionId);
    const all = own.every((one) => dormant.includes(one));
    if (all && (await isHighestInUse(tx, first!))) spared.add(own.at(-1)!.id);
  }
  return dormant.filter(({ id }) => !spared.has(id));
}

/** The nightly job. */
export const dormantAccountsJob = (services: Pick<Services, 'db'>): JobDefinition => ({
  name: 'seal-dormant-accounts',
  cron: '20 3 * * *',
  run: async () => void (await sealDormantAccounts(services)),
});
