/** 看外送的档案包: what may leave and what has left; the code is the school's to pass on. */
import type { Actor, Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { GivenPackages } from '../packages.api.ts';
import { codeOf, lastDayOfTaking } from './give-out.ts';
import { listPackages } from './packages.store.ts';

const SHOWN = 200;

/** The latest 200 of the reader's place. */
export async function viewGiven(
  tx: Transaction,
  services: Pick<Services, 'index'>,
  { institution, role }: Actor,
): Promise<GivenPackages['items']> {
  const today = dayOf(tx.now);
  const own = (path: string) => role === 'SCHOOL_REGISTRAR' && path === institution.path;
  return (await listPackages(tx, institution.path, SHOWN)).map((one) => {
    const lastDay = lastDayOfTaking(one);
    const { taken } = one;
    return {
      ...{ caseId: one.caseId, number: one.number, title: one.title, receiverName: one.receiverName },
      ...{ approvedOn: one.approvedOn, lastDay },
      taken: taken && { at: taken.at.toISOString(), byName: taken.byName, size: taken.size },
      code: taken && own(one.path) ? codeOf(services, one) : null,
      mayTake: !taken && own(one.path) && today <= lastDay,
    };
  });
}
