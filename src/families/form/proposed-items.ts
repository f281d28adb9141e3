/** 家长填报的内容: what a guardian has filled in and the school has not answered yet; the form shows it as filled in. */
import type { FamilyCaller, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { listOwnRequests } from '../requests/request.store.ts';
import type { Content } from '../requests/requests.api.ts';

/** Values by path; what was sent later counts. */
export async function proposedItems(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  family: Pick<FamilyCaller, 'studentId' | 'guardianName'>,
): Promise<Record<string, string>> {
  const open = (await listOwnRequests(tx, family)).filter(
    ({ state, kind }) => state === 'OPEN' && kind === 'CORRECTION',
  );
  const items = open.toReversed().flatMap((one) => {
    const content = cipher.open('family_requests', one.id, one.sealed) as Content;
    return content.kind === 'CORRECTION' ? content.items : [];
  });
  return Object.fromEntries(items.map(({ path, value }) => [path, value]));
}
