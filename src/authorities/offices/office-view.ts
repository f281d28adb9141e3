/** 任职情况: offices as the institution's page shows them. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { listOffices } from './office.store.ts';
import { type Office, POSTS } from './office.ts';
import type { OfficeView } from './offices.api.ts';

/** The offices of an institution, today's or all of them, with their telephone numbers. */
export async function viewOffices(
  services: Pick<Services, 'cipher'>,
  tx: Transaction,
  institutionId: string,
  history = false,
): Promise<OfficeView[]> {
  const offices = await listOffices(tx, institutionId, history ? undefined : dayOf(tx.now));
  return offices.map((office) => ({
    id: office.id,
    post: office.post,
    postWords: POSTS[office.post].words,
    dutyWords: POSTS[office.post].duty,
    personName: office.personName,
    workPhone: workPhoneOf(services, office),
    accountId: office.accountId,
    validFrom: office.validFrom,
    validTo: office.validTo,
  }));
}

function workPhoneOf({ cipher }: Pick<Services, 'cipher'>, { id, sealed }: Office): string | null {
  return sealed ? (cipher.open('offices', id, sealed) as { workPhone: string }).workPhone : null;
}
