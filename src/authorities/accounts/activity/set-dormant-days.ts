/** 设定封存天数: after how many days without a login a place seals accounts; lower places may only shorten it. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { listDormantDays, putDormantDays } from './activity.store.ts';
import { dormantDaysOf } from './seal-dormant-accounts.ts';

/** The number of days in force for a place. */
export async function readDormantDays(services: Services, actor: Actor): Promise<{ days: number }> {
  return services.db.read(scopeOf(actor), async (tx) => {
    const settings = await listDormantDays(tx, dayOf(tx.now));
    return { days: dormantDaysOf(settings, actor.institution.placeCode) };
  });
}

/** Sets it for the actor's place from today on. Answers what now counts there: a place above may be stricter. */
export async function setDormantDays(services: Services, actor: Actor, days: number): Promise<{ days: number }> {
  const { placeCode, path } = actor.institution;
  return services.db.write(scopeOf(actor), async (tx) => {
    const from = dayOf(tx.now);
    await putDormantDays(tx, { placeCode, days, from, setBy: actor.accountId });
    await record(tx, asAuditActor(actor), {
      action: 'SET_DORMANT_DAYS',
      subjectKind: 'SETTING',
      path,
      detail: { placeCode, days, from },
    });
    return { days: dormantDaysOf(await listDormantDays(tx, from), placeCode) };
  });
}
